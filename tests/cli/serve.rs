//! `careguide serve` as an author runs it: what it prints at each save, and how it ends.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use crate::{Guide, article, seen};

/// Longer than anything may take here; only a failing test waits for it.
const PATIENCE: Duration = Duration::from_secs(30);

/// A preview that runs; it ends with the test.
struct Preview {
    child: Child,
    out: Receiver<String>,
    err: Receiver<String>,
    url: String,
}

/// The lines of a stream, as they come.
fn lines(stream: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for line in BufReader::new(stream).lines() {
            let Ok(line) = line else { return };
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    receiver
}

impl Preview {
    /// On any free port, unless the options name one.
    fn start(guide: &Guide, options: &[&str]) -> Preview {
        Preview::of(guide.command(&[&["serve", "--today", "2026-11-22"], options].concat()))
    }

    fn of(mut command: Command) -> Preview {
        if !command.get_args().any(|argument| argument == "-p") {
            command.args(["-p", "0"]);
        }
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (out, err) = (lines(child.stdout.take().unwrap()), lines(child.stderr.take().unwrap()));
        let first = out.recv_timeout(PATIENCE).unwrap();
        let url = first.split(" at ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
        let desk = format!(" at {url} and the editors' desk at {url}_desk/ (Ctrl-C ends it)");
        assert!(first.starts_with("Serving ") && first.ends_with(&desk), "{first}");
        Preview { child, out, err, url }
    }

    #[track_caller]
    fn prints(&self, line: &str) {
        assert_eq!(self.out.recv_timeout(PATIENCE).unwrap(), line);
    }

    #[track_caller]
    fn built(&self, begins: &str, ends: &str) {
        let line = self.out.recv_timeout(PATIENCE).unwrap();
        assert!(line.starts_with(begins) && line.ends_with(ends), "{line}");
    }

    /// Passes over what is printed beside until a line that begins so.
    #[track_caller]
    fn says_beside(&self, begins: &str) -> String {
        loop {
            let line = self.err.recv_timeout(PATIENCE).unwrap();
            if line.starts_with(begins) {
                return line;
            }
        }
    }

    fn port(&self) -> &str {
        self.url.trim_end_matches('/').rsplit(':').next().unwrap()
    }

    /// A connection on which something was asked.
    fn asked(&self, path: &str) -> TcpStream {
        let host = format!("127.0.0.1:{}", self.port());
        let mut socket = TcpStream::connect(&host).unwrap();
        socket.set_read_timeout(Some(PATIENCE)).unwrap();
        socket.write_all(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes()).unwrap();
        socket
    }

    /// The first line of the answer.
    fn status(&self, path: &str) -> String {
        let mut line = String::new();
        BufReader::new(self.asked(path)).read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }

    fn is_ended_by(&mut self, signal: &str) -> Option<i32> {
        Command::new("kill").args(["-s", signal, &self.child.id().to_string()]).status().unwrap();
        self.child.wait().unwrap().signal()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn each_save_is_told_in_a_line_and_what_came_of_it_in_another() {
    let guide = Guide::new();
    let preview = Preview::start(&guide, &[]);
    preview.built("Built: 3 files read, ", "; no problem");
    guide.put("content/articles/rest.md", &article("Rest your knee", "Put your leg up high."));
    preview.prints("Changed: content/articles/rest.md");
    preview.built("Rebuilt: ", "; no problem");
    guide.break_it();
    preview.prints("Changed: content/articles/rest.md");
    preview.says_beside("error[dead-link]: the link to `ice.md` leads nowhere");
    preview.prints("Not rebuilt: 1 error in 1 file; the last good pages stay");
    // What was told already is not told again, and the next is.
    guide
        .put("content/scenarios/fell.md", "---\ntitle: I fell\nsummary: Your knee hurts.\n---\n\nSee [it](gone.md).\n");
    preview.prints("Changed: content/scenarios/fell.md");
    preview.prints("Not rebuilt: 2 errors in 2 files; the last good pages stay");
    let told = preview.says_beside("error[");
    assert!(told.contains("`gone.md`"), "{told}");
    guide.put("content/articles/rest.md", &article("Rest your knee", "Put your leg up."));
    preview.prints("Changed: content/articles/rest.md");
    preview.prints("Not rebuilt: 1 error in 1 file; the last good pages stay");
    guide.put("content/scenarios/fell.md", "---\ntitle: I fell\nsummary: Your knee hurts.\n---\n\nYou fell.\n");
    preview.prints("Changed: content/scenarios/fell.md");
    preview.built("Rebuilt: ", "; no problem");
}

#[test]
fn a_guide_that_begins_with_an_error_is_shown_once_it_is_mended() {
    let guide = Guide::broken();
    let preview = Preview::start(&guide, &[]);
    preview.says_beside("error[dead-link]");
    preview.prints("Not built: 1 error in 1 file; no page can be shown yet");
    assert_eq!(preview.status("/"), "HTTP/1.1 503 Service Unavailable");
    guide.put("content/articles/rest.md", &article("Rest your knee", "Put your leg up."));
    preview.prints("Changed: content/articles/rest.md");
    preview.built("Rebuilt: ", "; no problem");
    assert_eq!(preview.status("/articles/rest/"), "HTTP/1.1 200 OK");
}

#[test]
fn a_taken_port_moves_on_and_that_is_said() {
    let guide = Guide::new();
    let first = Preview::start(&guide, &[]);
    let second = Preview::start(&guide, &["-p", first.port()]);
    assert!(second.port().parse::<u16>().unwrap() > first.port().parse().unwrap());
    let told = second.says_beside("note: ");
    assert_eq!(told, format!("note: port {} is taken, so it is {}", first.port(), second.port()));
    assert_eq!((first.status("/"), second.status("/")), ("HTTP/1.1 200 OK".into(), "HTTP/1.1 200 OK".into()));
}

#[test]
fn ctrl_c_ends_it_at_once_with_the_port_free() {
    let guide = Guide::new();
    let mut preview = Preview::start(&guide, &[]);
    let port = preview.port().to_owned();
    for (signal, number) in [("INT", 2), ("TERM", 15), ("INT", 2)] {
        let mut tabs: Vec<TcpStream> = (0..5).map(|_| preview.asked("/_preview/events?page=/")).collect();
        let mut byte = [0];
        assert!(tabs.iter_mut().all(|tab| tab.read(&mut byte).unwrap() == 1));
        let mut idle = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
        idle.write_all(b"GET / HT").unwrap();
        assert_eq!(preview.is_ended_by(signal), Some(number));
        drop(preview);
        // The same port, without a word about it.
        preview = Preview::start(&guide, &["-p", &port]);
        assert_eq!(preview.port(), port);
        assert!(preview.err.try_recv().is_err());
    }
}

/// Where the port is listened at, as the kernel says it.
fn listens_at(port: &str) -> Vec<String> {
    let wanted = format!(":{:04X}", port.parse::<u16>().unwrap());
    let tables = ["/proc/net/tcp", "/proc/net/tcp6"].map(|path| fs::read_to_string(path).unwrap_or_default());
    let rows = tables.iter().flat_map(|table| table.lines());
    // Its own address and port stand second, what it does fourth; 0A: it listens.
    let listens = rows.filter_map(|row| match row.split_whitespace().collect::<Vec<_>>().as_slice() {
        [_, own, _, "0A", ..] => own.strip_suffix(&wanted).map(str::to_owned),
        _ => None,
    });
    listens.collect()
}

#[test]
fn only_this_computer_can_reach_it_unless_that_is_asked_for() {
    let guide = Guide::new();
    let preview = Preview::start(&guide, &[]);
    assert_eq!(listens_at(preview.port()), ["0100007F"]);
    let open = Preview::start(&guide, &["-i", "0.0.0.0", "--drafts"]);
    assert_eq!(listens_at(open.port()), ["00000000"]);
    let told = open.says_beside("warning: ");
    let port = open.port();
    assert_eq!(told, format!("warning: everybody who reaches 0.0.0.0:{port} can read this preview, drafts too"));
    assert_eq!(open.url, format!("http://127.0.0.1:{port}/"));
    assert_eq!(open.status("/"), "HTTP/1.1 200 OK");
}

#[test]
fn it_writes_nothing_and_a_build_has_nothing_of_it() {
    let guide = Guide::new();
    guide.run(&["build", "--today", "2026-11-22"]).ends_with(0);
    let before = guide.seen();
    let preview = Preview::start(&guide, &[]);
    preview.built("Built: ", "; no problem");
    for path in ["/", "/articles/rest/", "/nothing/", "/_desk/", "/_preview/preview.js"] {
        preview.status(path);
    }
    assert_eq!(guide.seen(), before, "the preview wrote something");
    guide.put("content/articles/rest.md", &article("Rest your knee", "Put your leg up high."));
    preview.prints("Changed: content/articles/rest.md");
    preview.built("Rebuilt: ", "; no problem");
    let public = |seen: std::collections::BTreeMap<String, _>| {
        seen.into_iter().filter(|(path, _)| path.starts_with("public")).collect::<Vec<_>>()
    };
    assert_eq!(public(guide.seen()), public(before), "the preview wrote something");
    guide.run(&["build", "--today", "2026-11-22"]).ends_with(0);
    for (path, (bytes, ..)) in seen(&guide.path("public")) {
        let text = String::from_utf8_lossy(&bytes);
        for word in ["_preview", "_desk", "data-version", "EventSource", "<script", "127.0.0.1", "localhost"] {
            assert!(!text.contains(word), "{path} has {word}");
        }
    }
}

#[test]
fn it_opens_in_the_browser_if_that_is_asked_for() {
    let guide = Guide::new();
    let tools = tempfile::tempdir().unwrap();
    let opener = tools.path().join("xdg-open");
    let note = tools.path().join("opened");
    fs::write(&opener, format!("#!/bin/sh\necho \"$1\" >{0}.part && /bin/mv {0}.part {0}\n", note.display())).unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = guide.command(&["serve", "--open"]);
    command.env("PATH", tools.path());
    let preview = Preview::of(command);
    let opened = (0..300).find_map(|_| {
        thread::sleep(Duration::from_millis(100));
        fs::read_to_string(&note).ok()
    });
    assert_eq!(opened, Some(format!("{}\n", preview.url)));
    let mut command = guide.command(&["serve", "-O"]);
    command.env("PATH", "/nowhere");
    let without = Preview::of(command);
    let told = without.says_beside("note: no browser");
    assert_eq!(told, format!("note: no browser could be opened: type {} into one", without.url));
}

#[test]
fn drafts_are_there_if_they_are_asked_for() {
    let guide = Guide::new();
    guide.put("content/articles/ice.md", &article("Ice", "Cool it.").replace("title: Ice", "title: Ice\ndraft: true"));
    assert_eq!(Preview::start(&guide, &[]).status("/articles/ice/"), "HTTP/1.1 404 Not Found");
    assert_eq!(Preview::start(&guide, &["--drafts"]).status("/articles/ice/"), "HTTP/1.1 200 OK");
}

#[test]
fn it_can_look_again_and_again_and_it_can_be_quiet() {
    let guide = Guide::new();
    let preview = Preview::start(&guide, &["--poll", "--quiet"]);
    guide.put("content/articles/sleep.md", &article("Sleep", "Lie down."));
    let is_there = (0..300).any(|_| {
        thread::sleep(Duration::from_millis(100));
        preview.status("/articles/sleep/") == "HTTP/1.1 200 OK"
    });
    assert!(is_there);
    assert!(preview.out.try_recv().is_err(), "quiet, it tells of problems only");
    guide.break_it();
    preview.says_beside("error[dead-link]");
}

#[test]
fn files_that_cannot_be_read_for_a_while_are_told_and_the_preview_stays() {
    let guide = Guide::new();
    let preview = Preview::start(&guide, &[]);
    preview.built("Built: ", "; no problem");
    fs::rename(guide.path("content"), guide.path("aside")).unwrap();
    let told = preview.says_beside("error: ");
    assert!(told.starts_with("error: cannot read the guide's texts in \"content\": "), "{told}");
    assert_eq!(preview.status("/articles/rest/"), "HTTP/1.1 200 OK");
    guide.put("aside/articles/ice.md", &article("Ice", "Cool it."));
    fs::rename(guide.path("aside"), guide.path("content")).unwrap();
    preview.says_beside("note: all files can be read again");
    preview.prints("Changed: content/articles/ice.md");
    preview.built("Rebuilt: ", " in 1 file");
}

#[test]
fn a_folder_without_a_guide_and_an_option_that_is_none_are_refused() {
    let guide = Guide::new();
    for options in [&["-p", "70000"][..], &["-i", "everywhere"], &["-i", "203.0.113.7"], &["-r", "content"]] {
        let ran = guide.run(&[&["serve"], options].concat()).ends_with(2);
        assert!(ran.out.is_empty() && ran.err.starts_with("error: "), "{options:?}: {ran:?}");
    }
    let ran = guide.run(&["serve", "--today", "soon"]).ends_with(2);
    assert!(ran.err.starts_with("error: `--today soon` is not a date"), "{}", ran.err);
}

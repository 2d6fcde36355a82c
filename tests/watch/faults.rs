//! Whatever makes watching hard: too much at once, limits, folders that go, files that cannot be read.

use std::fs::{self, Permissions};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use careguide::disk::{self, How, Watch};

use crate::{LIMIT, Site, fill, listed, put, run};

#[test]
fn what_cannot_be_read_is_told_while_it_is_there() {
    for how in [How::Events, How::Poll] {
        let mut site = Site::new(how);
        let good = site.has("content/articles/knee.md");
        let link = site.path("content/articles/link.md");

        symlink("knee.md", &link).unwrap();
        assert_eq!(
            site.trouble(),
            "refused to read \"ROOT/content/articles/link.md\": it is a symlink, and only regular files are read\n  \
             = help: put a copy of the file itself there, or remove it"
        );
        put(&site.root(), "content/articles/knee.md", "Edited meanwhile.\n");
        site.wait(Duration::from_millis(700));
        assert_eq!(site.has("content/articles/knee.md"), good, "what a build refuses is not shown by halves");
        fs::remove_file(&link).unwrap();
        site.settle("the link is gone");

        run(&site.root(), "mkfifo", &["content/articles/pipe"]);
        assert!(site.trouble().contains("it is a pipe"));
        fs::remove_file(site.path("content/articles/pipe")).unwrap();
        site.settle("the pipe is gone");

        let knee = site.path("content/articles/knee.md");
        fs::remove_file(&knee).unwrap();
        symlink("hip.md", &knee).unwrap();
        assert!(site.trouble().contains("articles/knee.md\": it is a symlink"));
        fs::remove_file(&knee).unwrap();
        fs::write(&knee, "A file again.\n").unwrap();
        site.settle("a file again");

        fs::set_permissions(&knee, Permissions::from_mode(0o000)).unwrap();
        // Whoever may read everything is told nothing.
        if fs::read(&knee).is_err() {
            assert!(site.trouble().contains("permission denied (its mode is 0000)"));
        }
        fs::set_permissions(&knee, Permissions::from_mode(0o644)).unwrap();
        site.settle("readable again");

        fs::rename(site.path("site.toml"), site.path("site.old")).unwrap();
        assert!(site.trouble().starts_with("cannot read the settings in \"ROOT/site.toml\": it is not there"));
        fs::rename(site.path("site.old"), site.path("site.toml")).unwrap();
        site.settle("the settings are back");

        fs::rename(site.path("content"), site.path("texts")).unwrap();
        assert!(site.trouble().starts_with("cannot read the guide's texts in \"ROOT/content\": it is not there"));
        fs::rename(site.path("texts"), site.path("content")).unwrap();
        site.settle("the content is back");
        put(&site.root(), "content/articles/knee.md", "Edited after all that.\n");
        site.settle("an edit after all that");
    }
}

#[test]
fn a_site_that_goes_is_told_and_seen_when_it_is_back() {
    for how in [How::Events, How::Poll] {
        let mut site = Site::new(how);
        let (root, away) = (site.root(), site.beside("away"));
        let good = listed(site.watch.inputs());

        fs::rename(&root, &away).unwrap();
        assert_eq!(site.trouble(), "cannot read the site's folder \"ROOT\": it is not there");
        put(&away, "content/articles/knee.md", "Edited elsewhere.\n");
        site.wait(Duration::from_millis(600));
        assert_eq!(listed(site.watch.inputs()), good, "the last good state stays");
        fs::rename(&away, &root).unwrap();
        site.settle("back");
        put(&root, "content/articles/knee.md", "Edited when it was back.\n");
        site.settle("an edit in the folder that is back");

        fs::remove_dir_all(&root).unwrap();
        site.trouble();
        fill(&root);
        put(&root, "content/articles/knee.md", "Made anew.\n");
        site.settle("made anew");
        put(&root, "content/articles/knee.md", "Made anew, edited.\n");
        site.settle("an edit in the folder made anew");

        let other = site.beside("other");
        fill(&other);
        put(&other, "content/articles/knee.md", "Another site.\n");
        fs::rename(&root, &away).unwrap();
        fs::rename(&other, &root).unwrap();
        site.settle("another one in its place");
        assert_eq!(site.has("content/articles/knee.md").unwrap(), "Another site.\n");
        put(&root, "content/parts/0/0.md", "Another site, edited.\n");
        put(&away, "content/parts/0/3.md", "Not this one.\n");
        site.settle("an edit in the one in its place");
    }
}

/// More events than any queue holds, and edits among them.
fn flood(root: &Path) {
    let (one, other) = (root.join("content/articles/one.md"), root.join("content/articles/other.md"));
    fs::write(&one, "There and back again.\n").unwrap();
    for _ in 0..6_000 {
        fs::rename(&one, &other).unwrap();
        fs::rename(&other, &one).unwrap();
    }
    put(root, "content/articles/knee.md", "Edited in the flood.\n");
    fs::rename(root.join("content/parts/0"), root.join("content/parts/moved")).unwrap();
    put(root, "content/parts/0/0.md", "In place of another, in the flood.\n");
    fs::remove_file(root.join("content/articles/hip.md")).unwrap();
}

#[test]
fn when_too_much_is_told_everything_is_looked_at() {
    let mut site = Site::new(How::Events);
    flood(&site.root());
    site.settle("a flood that nobody listened to");
    assert_eq!(site.notices, ["so much has changed at once that all files were looked at: nothing is missed"]);
    put(&site.root(), "content/parts/0/0.md", "After the flood.\n");
    put(&site.root(), "content/parts/moved/3.md", "After the flood, too.\n");
    site.settle("after the flood");
    flood_again(&mut site);
}

/// It is said once.
fn flood_again(site: &mut Site) {
    fs::rename(site.path("content/articles/one.md"), site.path("content/articles/hip.md")).unwrap();
    fs::remove_dir_all(site.path("content/parts/0")).unwrap();
    fs::rename(site.path("content/parts/moved"), site.path("content/parts/0")).unwrap();
    flood(&site.root());
    site.settle("another flood");
    assert_eq!(site.notices.len(), 1);
}

/// The site that the other process watches.
const ROOT: &str = "CAREGUIDE_TEST_WATCHED";

/// What the other process does: tells on its standard output of each look, how many files it has and what they hold.
#[test]
#[ignore = "the other process of the tests beside it"]
fn other_process() {
    let Ok(root) = std::env::var(ROOT) else { return };
    let mut watch = Watch::start(Path::new(&root), How::Events).unwrap();
    println!("\nhow {:?}", watch.how());
    loop {
        println!("state {}", state(watch.inputs()));
        for notice in watch.next(None).notices {
            println!("notice {notice}");
        }
    }
}

/// All files of a site in one number.
fn state(inputs: &careguide::input::Inputs) -> String {
    let mut hasher = DefaultHasher::new();
    listed(inputs).hash(&mut hasher);
    format!("{:x}", hasher.finish())
}

/// Another process that watches a site.
struct Other {
    process: Child,
    lines: Receiver<String>,
    told: Vec<String>,
}

impl Other {
    /// Starts it, behind other programs and their words.
    fn start(before: &[&str], root: &Path) -> Other {
        let own = std::env::current_exe().unwrap();
        let words = ["faults::other_process", "--exact", "--ignored", "--nocapture"];
        let mut command = match before.split_first() {
            Some((program, rest)) => {
                let mut command = Command::new(program);
                command.args(rest).arg(own);
                command
            }
            None => Command::new(own),
        };
        let mut process =
            command.args(words).env(ROOT, root).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        let (sender, lines) = channel();
        thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Other { process, lines, told: Vec::new() }
    }

    /// Waits for a line.
    fn wait(&mut self, wanted: &str) {
        let until = Instant::now() + LIMIT;
        while !self.told.iter().any(|line| line == wanted) {
            let line = self.lines.recv_timeout(until.saturating_duration_since(Instant::now()));
            self.told.push(line.unwrap_or_else(|_| panic!("`{wanted}` is not among {:#?}", self.told)));
        }
    }

    /// Waits until it has what a cold start reads.
    fn settle(&mut self, root: &Path) {
        self.wait(&format!("state {}", state(&disk::read(root).unwrap())));
    }

    fn notices(&self) -> Vec<&str> {
        self.told.iter().filter_map(|line| line.strip_prefix("notice ")).collect()
    }

    fn signal(&self, signal: &str) {
        run(Path::new("."), "kill", &[signal, &self.process.id().to_string()]);
    }

    /// How much of a processor it has used so far, in hundredths of a second.
    fn used(&self) -> u64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.process.id())).unwrap();
        stat.rsplit(')').next().unwrap().split(' ').skip(12).take(2).map(|ticks| ticks.parse::<u64>().unwrap()).sum()
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

#[test]
fn when_the_system_s_own_queue_is_full_everything_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path());
    let mut other = Other::start(&[], folder.path());
    other.wait("how Events");
    other.settle(folder.path());
    other.signal("-STOP");
    flood(folder.path());
    other.signal("-CONT");
    other.settle(folder.path());
    put(folder.path(), "content/parts/0/0.md", "After the flood.\n");
    other.settle(folder.path());
    assert_eq!(other.notices(), ["so much has changed at once that all files were looked at: nothing is missed"]);
}

#[test]
fn who_may_not_watch_looks_again_and_again_and_says_so_once() {
    if !may_limit("the limits of watching") {
        return;
    }
    let limits = [
        (
            "max_inotify_watches",
            "this computer does not let careguide watch so many folders (who looks after it can raise fs.inotify.max_user_watches)",
        ),
        (
            "max_inotify_instances",
            "this computer does not let so many programs watch folders (who looks after it can raise fs.inotify.max_user_instances)",
        ),
    ];
    for (limit, words) in limits {
        for allowed in ["0", "3"] {
            if (limit, allowed) == ("max_inotify_instances", "3") {
                continue;
            }
            let folder = tempfile::tempdir().unwrap();
            fill(folder.path());
            let set = format!("echo {allowed} > /proc/sys/user/{limit} && exec \"$0\" \"$@\"");
            let mut other = Other::start(&["unshare", "-Ur", "sh", "-c", &set], folder.path());
            other.wait("how Poll");
            for number in 0..3 {
                put(folder.path(), "content/articles/knee.md", &format!("Edit {number}.\n"));
                put(folder.path(), &format!("content/new/{number}/file.md"), "New.\n");
                other.settle(folder.path());
            }
            let all = "all files are looked at about every second instead, so that a change may take a moment to show";
            assert_eq!(other.notices(), [format!("{words}: {all}")], "{limit} = {allowed}");
        }
    }
}

/// Whether this machine lets its users have limits of their own.
fn may_limit(what: &str) -> bool {
    let set = "echo 0 > /proc/sys/user/max_inotify_instances";
    let able = Command::new("unshare").args(["-Ur", "sh", "-c", set]).output().is_ok_and(|done| done.status.success());
    if !able {
        println!("NOT TESTED: {what}, because this machine lets nobody make a user namespace (`unshare -Ur`)");
    }
    able
}

#[test]
fn who_may_not_watch_any_more_looks_again_and_again() {
    if !may_limit("a limit that is met later") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path());
    let set = "echo 12 > /proc/sys/user/max_inotify_watches && exec \"$0\" \"$@\"";
    let mut other = Other::start(&["unshare", "-Ur", "sh", "-c", set], folder.path());
    other.wait("how Events");
    for number in 0..10 {
        put(folder.path(), &format!("content/new/{number}/file.md"), "New.\n");
        other.settle(folder.path());
        put(folder.path(), &format!("content/new/{number}/file.md"), "Edited.\n");
        other.settle(folder.path());
    }
    assert_eq!(other.notices().len(), 1, "{:#?}", other.notices());
}

#[test]
fn who_watches_rests_while_nothing_happens() {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path());
    let mut other = Other::start(&[], folder.path());
    other.wait("how Events");
    other.settle(folder.path());
    thread::sleep(Duration::from_millis(500));
    let (lines, before) = (other.lines.try_iter().count(), other.used());
    assert_eq!(lines, 0);
    thread::sleep(Duration::from_secs(3));
    let used = other.used() - before;
    println!("{used} hundredths of a second of a processor in 3 s");
    // A watch that wakes itself uses a whole processor: 300.
    assert!(used < 30 && other.lines.try_iter().count() == 0, "{used}");
}

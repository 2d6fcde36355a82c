//! Saves that take their time: nobody is shown the moment in between.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use careguide::disk::How;

use crate::Site;
use crate::ways::with;

const FILE: &str = "content/articles/knee.md";
const NEW: &str = "---\ntitle: Knee\n---\n\nA new text, of more than one line.\n\nIt is whole now.\n";

/// A program that takes its time to save, step by step.
type Save = fn(&Path);

fn pause(milliseconds: u64) {
    thread::sleep(Duration::from_millis(milliseconds));
}

const SLOW: &[(&str, Save)] = &[
    ("emptied, and filled a moment later", |path| {
        let mut file = File::create(path).unwrap();
        pause(300);
        file.write_all(NEW.as_bytes()).unwrap();
    }),
    ("emptied by one program, filled by another", |path| {
        fs::write(path, "").unwrap();
        pause(150);
        fs::write(path, NEW).unwrap();
    }),
    ("written piece by piece, without haste", |path| {
        let mut file = File::create(path).unwrap();
        for piece in NEW.as_bytes().chunks(20) {
            file.write_all(piece).unwrap();
            file.sync_all().unwrap();
            pause(200);
        }
    }),
    ("taken away, and put anew a moment later", |path| {
        fs::rename(path, with(path, "~")).unwrap();
        pause(20);
        fs::write(with(path, ".tmp"), NEW).unwrap();
        fs::rename(with(path, ".tmp"), path).unwrap();
    }),
    ("written again and again", |path| {
        for _ in 0..300 {
            fs::write(path, NEW).unwrap();
            pause(2);
        }
    }),
];

/// All that a watch has of a file, from now until another program has saved it.
fn shown(site: &mut Site, save: Save) -> Vec<Option<String>> {
    let path = site.path(FILE);
    let (sender, done) = channel();
    let saving = thread::spawn(move || {
        save(&path);
        sender.send(()).unwrap();
    });
    let mut shown = vec![site.has(FILE)];
    while done.try_recv().is_err() {
        site.wait(Duration::from_millis(5));
        shown.push(site.has(FILE));
        assert!(site.watch.trouble().is_none());
    }
    saving.join().unwrap();
    shown.dedup();
    shown
}

#[test]
fn what_is_half_saved_is_never_shown() {
    let mut site = Site::new(How::Events);
    for (name, save) in SLOW {
        fs::write(site.path(FILE), format!("---\ntitle: Knee\n---\n\nBefore {name}.\n")).unwrap();
        site.settle("before");
        let old = site.has(FILE);
        let shown = shown(&mut site, *save);
        site.settle(name);
        let whole = |text: &Option<String>| *text == old || text.as_deref() == Some(NEW);
        assert!(shown.iter().all(whole), "{name}: {shown:#?}");
    }
}

#[test]
fn what_is_half_saved_is_never_shown_where_no_system_tells_of_it() {
    let mut site = Site::new(How::Poll);
    for (name, save) in SLOW.iter().filter(|(name, _)| !name.starts_with("written piece")) {
        fs::write(site.path(FILE), format!("---\ntitle: Knee\n---\n\nBefore {name}.\n")).unwrap();
        site.settle("before");
        let old = site.has(FILE);
        let shown = shown(&mut site, *save);
        site.settle(name);
        let whole = |text: &Option<String>| *text == old || text.as_deref() == Some(NEW);
        assert!(shown.iter().all(whole), "{name}: {shown:#?}");
    }
}

#[test]
fn a_file_that_stays_empty_is_shown_so_in_the_end() {
    for how in [How::Events, How::Poll] {
        let mut site = Site::new(how);
        fs::write(site.path(FILE), "").unwrap();
        site.settle("an empty file");
        assert_eq!(site.has(FILE).unwrap(), "");
        fs::write(site.path("content/articles/new.md"), "").unwrap();
        site.settle("a new, empty file");
        // A program may hold a file open for as long as it likes.
        let mut open = File::create(site.path(FILE)).unwrap();
        open.write_all(b"Half.\n").unwrap();
        site.settle("a file that is still open");
        open.write_all(b"Whole.\n").unwrap();
        drop(open);
        site.settle("a file that is closed");
        assert_eq!(site.has(FILE).unwrap(), "Half.\nWhole.\n");
    }
}

#[test]
fn of_a_folder_renamed_no_half_is_shown() {
    let mut site = Site::new(How::Events);
    let files = |site: &Site| {
        let inputs = crate::listed(site.watch.inputs());
        inputs.keys().filter(|name| name.starts_with("content/parts/")).count()
    };
    let all = files(&site);
    for round in 0..10 {
        let (from, to) = if round % 2 == 0 { ("0", "renamed") } else { ("renamed", "0") };
        fs::rename(site.path("content/parts").join(from), site.path("content/parts").join(to)).unwrap();
        let cold = crate::listed(&careguide::disk::read(&site.root()).unwrap());
        while crate::listed(site.watch.inputs()) != cold {
            site.wait(Duration::from_millis(3));
            assert_eq!(files(&site), all, "neither both folders nor none, in round {round}");
        }
    }
}

#[test]
fn what_is_saved_while_nobody_listens_is_seen_afterwards() {
    let mut site = Site::new(How::Events);
    for round in 0..20 {
        // As during a build: the watch belongs to whoever builds.
        for number in 0..10 {
            fs::write(site.path(FILE), format!("Round {round}, {number}.\n")).unwrap();
        }
        site.settle("the last of ten saves");
        assert_eq!(site.has(FILE).unwrap(), format!("Round {round}, 9.\n"));
    }
}

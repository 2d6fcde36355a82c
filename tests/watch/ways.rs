//! Each way in which programs save, as their system calls are.

use std::fs::{self, File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::{Duration, SystemTime};

use careguide::disk::How;

use crate::{Site, fill, put, run};

/// Writes a text over a file in one of the ways.
pub(crate) type Way = fn(&Path, &str);

/// Ways of saving one file: name, and what it does.
pub(crate) const WAYS: &[(&str, Way)] = &[
    ("in place, emptied first", |path, text| fs::write(path, text).unwrap()),
    ("in place, cut at the end", |path, text| {
        let mut file = OpenOptions::new().write(true).open(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.set_len(text.len() as u64).unwrap();
    }),
    ("in place, in pieces", |path, text| {
        let mut file = File::create(path).unwrap();
        text.as_bytes().chunks(7).for_each(|piece| file.write_all(piece).unwrap());
        file.sync_all().unwrap();
    }),
    ("appended", |path, text| OpenOptions::new().append(true).open(path).unwrap().write_all(text.as_bytes()).unwrap()),
    ("vim, a backup in place of the file", |path, text| {
        let probe = path.with_file_name("4913");
        fs::write(&probe, "").unwrap();
        fs::remove_file(&probe).unwrap();
        fs::rename(path, with(path, "~")).unwrap();
        let mut file = File::create(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.sync_all().unwrap();
        fs::remove_file(with(path, "~")).unwrap();
    }),
    ("vim, a backup beside the file", |path, text| {
        let swap = path.with_file_name(format!(".{}.swp", path.file_name().unwrap().to_str().unwrap()));
        fs::write(&swap, "b0VIM").unwrap();
        fs::copy(path, with(path, "~")).unwrap();
        fs::write(path, text).unwrap();
        fs::remove_file(with(path, "~")).unwrap();
        fs::remove_file(&swap).unwrap();
    }),
    ("emacs, with its lock and its backup", |path, text| {
        let name = path.file_name().unwrap().to_str().unwrap();
        let lock = path.with_file_name(format!(".#{name}"));
        symlink("me@nowhere.1234:5678", &lock).unwrap();
        fs::write(path.with_file_name(format!("#{name}#")), text).unwrap();
        fs::rename(path, with(path, "~")).unwrap();
        fs::write(path, text).unwrap();
        fs::remove_file(path.with_file_name(format!("#{name}#"))).unwrap();
        fs::remove_file(&lock).unwrap();
    }),
    ("JetBrains, two renames", |path, text| {
        fs::write(with(path, "___jb_tmp___"), text).unwrap();
        fs::rename(path, with(path, "___jb_old___")).unwrap();
        fs::rename(with(path, "___jb_tmp___"), path).unwrap();
        fs::remove_file(with(path, "___jb_old___")).unwrap();
    }),
    ("VS Code, one rename", |path, text| {
        fs::write(with(path, ".vsctmp"), text).unwrap();
        fs::rename(with(path, ".vsctmp"), path).unwrap();
    }),
    ("GNOME, one rename", |path, text| {
        let half = path.with_file_name(".goutputstream-A1B2C3");
        fs::write(&half, text).unwrap();
        fs::rename(&half, path).unwrap();
    }),
    ("sed -i and rsync, a temporary file that no list knows", |path, text| {
        let half = path.with_file_name("sedA1b2C3");
        fs::write(&half, text).unwrap();
        fs::rename(&half, path).unwrap();
    }),
    ("moved in from elsewhere", |path, text| {
        let other = tempfile::NamedTempFile::new_in(path.ancestors().nth(4).unwrap()).unwrap();
        fs::write(other.path(), text).unwrap();
        other.persist(path).unwrap();
    }),
    ("taken away, put anew", |path, text| {
        fs::remove_file(path).unwrap();
        fs::write(path, text).unwrap();
    }),
    ("same size, same time", |path, _| {
        let time = fs::metadata(path).unwrap().modified().unwrap();
        fs::write(path, turned(path)).unwrap();
        File::open(path).unwrap().set_modified(time).unwrap();
    }),
    ("same size, same time, another file", |path, _| {
        let time = fs::metadata(path).unwrap().modified().unwrap();
        fs::write(with(path, ".tmp"), turned(path)).unwrap();
        File::open(with(path, ".tmp")).unwrap().set_modified(time).unwrap();
        fs::rename(with(path, ".tmp"), path).unwrap();
    }),
    ("an old time", |path, text| {
        fs::write(path, text).unwrap();
        File::open(path).unwrap().set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)).unwrap();
    }),
    ("a time to come", |path, text| {
        fs::write(path, text).unwrap();
        File::open(path).unwrap().set_modified(SystemTime::now() + Duration::from_secs(100_000)).unwrap();
    }),
    ("one letter", |path, _| {
        let mut file = OpenOptions::new().read(true).write(true).open(path).unwrap();
        let byte = *fs::read(path).unwrap().iter().rev().nth(1).unwrap();
        file.seek(SeekFrom::End(-2)).unwrap();
        file.write_all(&[byte ^ 1]).unwrap();
    }),
];

/// A path with something at its end.
pub(crate) fn with(path: &Path, end: &str) -> std::path::PathBuf {
    let mut path = path.as_os_str().to_owned();
    path.push(end);
    path.into()
}

/// The text of a file, as long, but another one.
fn turned(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap().iter().map(|byte| if byte.is_ascii_lowercase() { byte ^ 1 } else { *byte }).collect()
}

fn each_way_is_seen(how: How) {
    let mut site = Site::new(how);
    for (name, way) in WAYS {
        let path = site.path("content/articles/knee.md");
        for round in 0..2 {
            let before = fs::read(&path).unwrap();
            way(&path, &format!("---\ntitle: Knee\n---\n\nSaved the way of {name}, {round}.\n"));
            assert_ne!(fs::read(&path).unwrap(), before, "{name} changes nothing");
            site.settle(name);
        }
    }
    for file in ["site.toml", "themes/own/page.html", "content/parts/1/1.md"] {
        let path = site.path(file);
        fs::write(&path, format!("Another text in {file}\n")).unwrap();
        site.settle(file);
    }
    assert_eq!(site.notices, Vec::<String>::new());
}

#[test]
fn each_way_of_saving_is_seen() {
    each_way_is_seen(How::Events);
}

#[test]
fn each_way_of_saving_is_seen_where_no_system_tells_of_it() {
    each_way_is_seen(How::Poll);
}

#[test]
fn the_path_of_a_save_is_told_and_no_other() {
    let mut site = Site::new(How::Events);
    for (name, way) in WAYS {
        way(&site.path("content/articles/hip.md"), &format!("By {name}\n"));
        let mut told = Vec::new();
        while site.has("content/articles/hip.md").unwrap().as_bytes()
            != fs::read(site.path("content/articles/hip.md")).unwrap()
        {
            told.extend(site.next(std::time::Instant::now() + crate::LIMIT));
        }
        assert!(told.iter().all(|path| path == "content/articles/hip.md") && !told.is_empty(), "{name}: {told:?}");
    }
}

/// Changes something in the folder of a site.
type Move = fn(&Path);

/// Changes of more than one file, each after those above it: name, and what it does.
const MOVES: &[(&str, Move)] = &[
    ("a file renamed", |root| {
        fs::rename(root.join("content/articles/hand.md"), root.join("content/articles/wrist.md")).unwrap();
    }),
    ("a file moved into another folder", |root| {
        fs::rename(root.join("content/articles/wrist.md"), root.join("content/parts/0/hand.md")).unwrap();
    }),
    ("a file taken away", |root| fs::remove_file(root.join("content/parts/0/hand.md")).unwrap()),
    ("a new folder and a file at once", |root| put(root, "content/new/and/deep/file.md", "New.\n")),
    ("a file in the new folder", |root| put(root, "content/new/and/deep/second.md", "Second.\n")),
    ("a folder renamed", |root| fs::rename(root.join("content/new"), root.join("content/newer")).unwrap()),
    ("a file in the renamed folder", |root| put(root, "content/newer/and/deep/second.md", "Second, edited.\n")),
    ("a folder renamed, and another one put in its place", |root| {
        fs::rename(root.join("content/parts/1"), root.join("content/parts/4")).unwrap();
        put(root, "content/parts/1/1.md", "In place of another.\n");
    }),
    ("a file in each of both", |root| {
        put(root, "content/parts/1/1.md", "In place of another, edited.\n");
        put(root, "content/parts/4/1.md", "Moved, edited.\n");
    }),
    ("two folders exchanged", |root| {
        fs::rename(root.join("content/parts/1"), root.join("content/parts/x")).unwrap();
        fs::rename(root.join("content/parts/4"), root.join("content/parts/1")).unwrap();
        fs::rename(root.join("content/parts/x"), root.join("content/parts/4")).unwrap();
    }),
    ("a file in each of both, exchanged", |root| {
        put(root, "content/parts/1/1.md", "Exchanged, edited.\n");
        put(root, "content/parts/4/1.md", "Exchanged, edited twice.\n");
    }),
    ("a folder moved out", |root| {
        fs::rename(root.join("content/parts/4"), root.parent().unwrap().join("elsewhere")).unwrap();
    }),
    ("a folder moved in", |root| {
        fs::rename(root.parent().unwrap().join("elsewhere"), root.join("content/back")).unwrap();
    }),
    ("a file in the folder moved in", |root| put(root, "content/back/1.md", "Back again.\n")),
    ("a folder taken away and made anew", |root| {
        fs::remove_dir_all(root.join("content/back")).unwrap();
        put(root, "content/back/1.md", "Anew.\n");
    }),
    ("a file in the folder made anew", |root| put(root, "content/back/1.md", "Anew, edited.\n")),
    ("a folder taken away", |root| fs::remove_dir_all(root.join("content/back")).unwrap()),
    ("a folder in place of a file", |root| {
        fs::remove_file(root.join("content/articles/back.md")).unwrap();
        put(root, "content/articles/back.md/inside.md", "Inside.\n");
    }),
    ("a file in place of a folder", |root| {
        fs::remove_dir_all(root.join("content/articles/back.md")).unwrap();
        put(root, "content/articles/back.md", "A file again.\n");
    }),
    ("the themes taken away", |root| fs::remove_dir_all(root.join("themes")).unwrap()),
    ("the themes made anew", |root| put(root, "themes/own/page.html", "<p>anew")),
    ("a file in the themes made anew", |root| put(root, "themes/own/page.html", "<p>anew, edited")),
    ("litter, and an output beside the content", |root| {
        put(root, "content/.git/config", "x");
        put(root, "public/index.html", "x");
        put(root, ".public.lock", "x");
        put(root, "content/articles/knee.md~", "x");
        symlink("nowhere", root.join("content/articles/.#knee.md")).unwrap();
    }),
];

fn each_move_is_seen(how: How) {
    let mut site = Site::new(how);
    for (name, change) in MOVES {
        change(&site.root());
        site.settle(name);
    }
    assert_eq!(site.notices, Vec::<String>::new());
}

#[test]
fn files_and_folders_that_come_go_and_move_are_seen() {
    each_move_is_seen(How::Events);
}

#[test]
fn files_and_folders_that_come_go_and_move_are_seen_where_no_system_tells_of_it() {
    each_move_is_seen(How::Poll);
}

#[test]
fn another_branch_is_seen() {
    let mut site = Site::new(How::Events);
    let root = site.root();
    let git =
        |words: &[&str]| run(&root, "git", &[&["-c", "user.name=A", "-c", "user.email=a@example.org"], words].concat());
    git(&["init", "-q", "-b", "one"]);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "one"]);
    git(&["checkout", "-q", "-b", "two"]);
    fs::rename(root.join("content/parts/0"), root.join("content/parts/7")).unwrap();
    for number in 0..200 {
        put(&root, &format!("content/many/{}/{number}.md", number % 9), "Of the other branch.\n");
    }
    fs::remove_file(root.join("content/articles/hip.md")).unwrap();
    fs::write(root.join("content/articles/knee.md"), "Of the other branch.\n").unwrap();
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "two"]);
    site.settle("a commit");
    for round in 0..6 {
        git(&["checkout", "-q", if round % 2 == 0 { "one" } else { "two" }]);
        site.settle("a checkout");
        put(&root, "content/parts/2/2.md", &format!("After checkout {round}.\n"));
        site.settle("an edit after a checkout");
        git(&["checkout", "-q", "."]);
        site.settle("the edit undone");
    }
}

#[test]
fn five_hundred_files_unpacked_are_seen() {
    let mut site = Site::new(How::Events);
    let packed = site.beside("packed");
    for number in 0..500 {
        put(
            &packed,
            &format!("content/unpacked/{}/{}/{number}.md", number % 5, number % 7),
            &format!("File {number}.\n"),
        );
    }
    run(&packed, "zip", &["-q", "-r", "../all.zip", "content"]);
    run(&site.root(), "unzip", &["-q", "-o", "../all.zip"]);
    site.settle("unzip");
    assert_eq!(site.has("content/unpacked/4/2/499.md").unwrap(), "File 499.\n");
    put(&site.root(), "content/unpacked/4/2/499.md", "Edited.\n");
    site.settle("an edit of what was unpacked");
}

#[test]
fn nothing_is_told_where_no_byte_changes() {
    for how in [How::Events, How::Poll] {
        let mut site = Site::new(how);
        let knee = site.path("content/articles/knee.md");
        let text = fs::read(&knee).unwrap();
        fs::write(&knee, &text).unwrap();
        File::open(&knee).unwrap().set_modified(SystemTime::now()).unwrap();
        fs::write(with(&knee, ".tmp"), &text).unwrap();
        fs::rename(with(&knee, ".tmp"), &knee).unwrap();
        put(&site.root(), "public/index.html", "published");
        put(&site.root(), "content/articles/.knee.md.swp", "swap");
        fill(&site.root());
        site.wait(Duration::from_millis(1500));
        assert_eq!(site.looks, 0, "{how:?}");
    }
}

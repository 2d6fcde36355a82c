//! The same guide gives the same bytes, whoever builds it, where and when; and nothing of an older one stays.
//!
//! The program builds copies of this repository's guide that differ in everything but what the files say.

#![expect(clippy::unwrap_used, reason = "tests may stop at a surprise, in their helpers too")]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, UNIX_EPOCH};

use tempfile::TempDir;
use walkdir::WalkDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_careguide");

/// What an author's machine may have, and another's may not.
struct Machine {
    /// Where the guide lies, below a folder of its own.
    folder: &'static str,
    umask: &'static str,
    environment: &'static [(&'static str, &'static str)],
    /// Whether the files are made in the order of their names, or in reverse.
    reversed: bool,
    /// When they were last changed, in seconds since 1970.
    changed: u64,
    arguments: &'static [&'static str],
}

const HERE: Machine = Machine {
    folder: "a",
    umask: "077",
    environment: &[("TZ", "Pacific/Kiritimati"), ("LC_ALL", "C"), ("HOME", "/"), ("RAYON_NUM_THREADS", "1")],
    reversed: false,
    changed: 1,
    arguments: &["--today", "1999-12-31"],
};

const THERE: Machine = Machine {
    folder: "a folder/of another user/with a much longer path and ünusual letters/guide",
    umask: "000",
    environment: &[
        ("TZ", "America/Los_Angeles"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("LANG", "de_AT.UTF-8"),
        ("LANGUAGE", "de"),
        ("HOME", "/nonexistent"),
        ("USER", "somebody"),
        ("SOURCE_DATE_EPOCH", "4000000000"),
        ("RAYON_NUM_THREADS", "8"),
    ],
    reversed: true,
    changed: 4_000_000_000,
    arguments: &[],
};

/// The files of the guide, sorted: their paths below the repository's top folder, and their bytes.
fn guide() -> Vec<(PathBuf, Vec<u8>)> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![(PathBuf::from("site.toml"), fs::read(top.join("site.toml")).unwrap())];
    for entry in WalkDir::new(top.join("content")).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(top).unwrap().to_owned();
            files.push((path, fs::read(entry.path()).unwrap()));
        }
    }
    assert!(files.len() > 30, "{}", files.len());
    files
}

/// A copy of a guide on a machine.
struct Copy {
    folder: TempDir,
    machine: &'static Machine,
}

/// All that lies in a folder: of each thing whether it is a folder, its bytes and its mode.
type Seen = BTreeMap<String, (bool, Vec<u8>, u32)>;

impl Copy {
    fn new(machine: &'static Machine, files: &[(PathBuf, Vec<u8>)]) -> Copy {
        let copy = Copy { folder: tempfile::tempdir().unwrap(), machine };
        let mut files: Vec<_> = files.iter().collect();
        if machine.reversed {
            files.reverse();
        }
        for (path, bytes) in files {
            copy.put(path, bytes);
        }
        copy
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join(self.machine.folder)
    }

    fn put(&self, path: &Path, bytes: &[u8]) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        let time = UNIX_EPOCH + Duration::from_secs(self.machine.changed);
        File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    }

    /// Builds it, and says what was published.
    fn build(&self, more: &[&str]) -> Seen {
        let mut command = Command::new("sh");
        command.args(["-c", "umask \"$1\"; shift; exec \"$@\"", "sh", self.machine.umask, PROGRAM, "build", "--quiet"]);
        command.args(self.machine.arguments).args(more);
        command.current_dir(self.root()).stdin(Stdio::null()).env_clear().env("PATH", "/usr/bin:/bin");
        let ran = command.envs(self.machine.environment.iter().copied()).output().unwrap();
        assert!(
            ran.status.success(),
            "{}{}",
            String::from_utf8_lossy(&ran.stdout),
            String::from_utf8_lossy(&ran.stderr)
        );
        seen(&self.root().join("public"))
    }
}

fn seen(folder: &Path) -> Seen {
    let mut all = BTreeMap::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.unwrap();
        let data = entry.metadata().unwrap();
        let bytes = if data.is_file() { fs::read(entry.path()).unwrap() } else { Vec::new() };
        let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        all.insert(name, (data.is_dir(), bytes, data.mode() & 0o7777));
    }
    all
}

/// Names what differs, before a comparison of megabytes is printed.
#[track_caller]
fn same(one: &Seen, other: &Seen) {
    let names = one.keys().chain(other.keys().filter(|name| !one.contains_key(*name)));
    let differ: Vec<&String> = names.filter(|name| one.get(*name) != other.get(*name)).collect();
    assert!(differ.is_empty(), "these differ: {differ:#?}");
}

#[test]
fn two_machines_publish_the_same_bytes_and_modes() {
    let files = guide();
    for form in [&[][..], &["--portable"], &["--drafts", "-u", "https://guide.example.org/a/b/"]] {
        let (here, there) = (Copy::new(&HERE, &files).build(form), Copy::new(&THERE, &files).build(form));
        same(&here, &there);
        assert!(here.len() > 40, "{}", here.len());
        for (name, (is_folder, _, mode)) in &here {
            assert_eq!(*mode, if *is_folder { 0o755 } else { 0o644 }, "{name}");
        }
    }
}

#[test]
fn of_an_article_that_is_deleted_nothing_stays() {
    let files = guide();
    let copy = Copy::new(&HERE, &files);
    let never = copy.build(&[]);
    let article = Path::new("content/articles/added-for-a-day.md");
    let text = "---\ntitle: Added for a day\nsummary: It will be gone.\naliases: [/added/]\n---\n\nWords.\n";
    copy.put(article, text.as_bytes());
    let with = copy.build(&[]);
    assert!(with.contains_key("articles/added-for-a-day/index.html") && with.contains_key("added/index.html"));
    assert!(with != never);
    fs::remove_file(copy.root().join(article)).unwrap();
    let after = copy.build(&[]);
    same(&after, &never);
    assert!(!after.keys().any(|name| name.contains("added")));
}

#[test]
fn content_decides_not_the_date_of_a_file() {
    let files = guide();
    let copy = Copy::new(&THERE, &files);
    let before = copy.build(&[]);
    // As long as before, and as old: only the bytes tell.
    let (path, bytes) = files.iter().find(|(path, _)| path.ends_with("site.toml")).unwrap();
    let changed = String::from_utf8(bytes.clone()).unwrap().replacen("title = \"S", "title = \"Z", 1);
    assert_ne!(changed.as_bytes(), bytes);
    copy.put(path, changed.as_bytes());
    let after = copy.build(&[]);
    assert_ne!(before.get("index.html"), after.get("index.html"));
    copy.put(path, bytes);
    same(&copy.build(&[]), &before);
}

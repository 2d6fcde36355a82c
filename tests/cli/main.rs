//! The program as an author runs it: what it prints and where, its exit status, and what it leaves.
//!
//! Each test has a folder of its own. `Guide::new` is the smallest guide; a test adds what it is about.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "tests may stop at a surprise, in their helpers too")]

mod build;
mod check;
mod diff;
mod explain;
mod options;
mod published;
mod report;
mod serve;
mod signals;
mod streams;
mod usage;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;
use walkdir::WalkDir;

/// The program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_careguide");

/// The settings of a site of which there is nothing to note.
pub(crate) const SETTINGS: &str = "title = \"Knees\"\nlang = \"en\"\npublisher = \"The knee club\"\n\
                                   contact = \"mailto:knees@example.org\"\nfunding = \"none\"\n\
                                   disclaimer = \"Ask somebody who knows your knee.\"\nemergency = \"Call for help.\"\n";

/// A guide in a folder of its own.
pub(crate) struct Guide {
    folder: TempDir,
}

impl Guide {
    /// The smallest guide: settings, an article, a scenario.
    pub(crate) fn new() -> Guide {
        let guide = Guide { folder: tempfile::tempdir().unwrap() };
        guide.put("site.toml", SETTINGS);
        guide.put("content/articles/rest.md", &article("Rest your knee", "Put your leg up."));
        guide.put("content/scenarios/fell.md", "---\ntitle: I fell\nsummary: Your knee hurts.\n---\n\nYou fell.\n");
        guide
    }

    /// A guide with an error in its article.
    pub(crate) fn broken() -> Guide {
        let guide = Guide::new();
        guide.break_it();
        guide
    }

    /// Adds an error: a link that leads nowhere.
    pub(crate) fn break_it(&self) {
        self.put("content/articles/rest.md", &article("Rest your knee", "See [the ice](ice.md)."));
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    pub(crate) fn put(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// A call of the program in this folder, with nothing in the environment that could matter.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.args(arguments);
        self.at_home(&mut command);
        command
    }

    /// Has a command run in this folder, with nothing in the environment that could matter.
    pub(crate) fn at_home(&self, command: &mut Command) {
        command.current_dir(self.root()).stdin(Stdio::null()).env_clear().env("PATH", "/usr/bin:/bin");
    }

    /// Runs the program in this folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).output().unwrap())
    }

    /// All that lies in the folder: of each thing its bytes, its mode and the time of its last change.
    pub(crate) fn seen(&self) -> BTreeMap<String, (Vec<u8>, u32, i64, i64)> {
        seen(self.root())
    }

    /// What lies in the top folder, beside what the author wrote.
    pub(crate) fn beside(&self) -> Vec<String> {
        let names = fs::read_dir(self.root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| !["site.toml", "content"].contains(&name.as_str())).collect();
        names.sort();
        names
    }
}

/// An article for everybody, with one item.
pub(crate) fn article(title: &str, text: &str) -> String {
    format!("---\ntitle: {title}\nsummary: What helps.\n---\n\n## At home\n\n{text}\n\n- [ ] Rest for a day.\n")
}

/// All that lies in a folder.
pub(crate) fn seen(folder: &Path) -> BTreeMap<String, (Vec<u8>, u32, i64, i64)> {
    let mut all = BTreeMap::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.unwrap();
        let data = entry.metadata().unwrap();
        let bytes = if data.is_file() { fs::read(entry.path()).unwrap() } else { Vec::new() };
        let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        all.insert(name, (bytes, data.mode(), data.mtime(), data.mtime_nsec()));
    }
    all
}

/// How a run ended, and what it printed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    /// Its exit status; `None` if a signal ended it.
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn of(output: Output) -> Ran {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let ran = Ran { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) };
        assert!(!ran.err.contains("panicked"), "{}", ran.err);
        ran
    }

    /// Demands a status, and shows all that was printed if it is another.
    #[track_caller]
    pub(crate) fn ends_with(self, status: i32) -> Ran {
        assert_eq!(self.status, Some(status), "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }

    /// Demands that stdout and stderr hold exactly this.
    #[track_caller]
    pub(crate) fn prints(self, out: &str, err: &str) -> Ran {
        assert_eq!((self.out.as_str(), self.err.as_str()), (out, err));
        self
    }
}

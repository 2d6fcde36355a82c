//! Watching a site's folder: real files, real events, and whatever editors and other programs do when they save.
//!
//! What is asked is always the same: soon after the last change, a watch has what a cold start would read.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may stop at a surprise, in their helpers too")]
#![expect(clippy::print_stdout, reason = "what could not be tested on a machine is said there")]

#[path = "../shared/dice.rs"]
mod dice;
mod faults;
mod many;
#[path = "../shared/sizes.rs"]
mod sizes;
mod torn;
mod ways;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use careguide::disk::{self, How, Watch};
use careguide::input::Inputs;
use tempfile::TempDir;

/// Nothing here takes so long, and it is less than the time after which everything is looked at anyway.
pub(crate) const LIMIT: Duration = Duration::from_secs(8);

/// A site in a folder of its own, watched.
pub(crate) struct Site {
    folder: TempDir,
    watch: Watch,
    /// What was told beside changes.
    notices: Vec<String>,
    /// How often something was different.
    looks: usize,
}

impl Site {
    /// A site of a few articles.
    pub(crate) fn new(how: How) -> Site {
        let folder = tempfile::tempdir().unwrap();
        fill(&folder.path().join("guide"));
        let watch = Watch::start(&folder.path().join("guide"), how).unwrap();
        assert_eq!(watch.how(), how);
        Site { folder, watch, notices: Vec::new(), looks: 0 }
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("guide")
    }

    /// A file or folder of the site.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    /// Something beside the site.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What the watch has of a file now.
    pub(crate) fn has(&self, name: &str) -> Option<String> {
        let files = listed(self.watch.inputs());
        files.get(name).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }

    /// Lets time pass, and takes in what is different until then.
    pub(crate) fn wait(&mut self, time: Duration) {
        let until = Instant::now() + time;
        while Instant::now() < until {
            self.next(until);
        }
    }

    /// Waits for the next difference.
    pub(crate) fn next(&mut self, until: Instant) -> Vec<String> {
        let look = self.watch.next(Some(until));
        self.looks += usize::from(!look.is_empty());
        self.notices.extend(look.notices);
        look.changed.iter().map(ToString::to_string).collect()
    }

    /// Waits until the watch has what a cold start reads, and stays so.
    pub(crate) fn settle(&mut self, what: &str) {
        let start = Instant::now();
        let cold = listed(&disk::read(&self.root()).unwrap());
        while self.watch.trouble().is_some() || listed(self.watch.inputs()) != cold {
            if start.elapsed() > LIMIT {
                let warm = listed(self.watch.inputs());
                let differ = |name: &&String| warm.get(*name) != cold.get(*name);
                let names: Vec<&String> = warm.keys().chain(cold.keys()).filter(differ).collect();
                panic!("{what}: missed {names:?}, {:?}", self.watch.trouble());
            }
            self.next(Instant::now() + Duration::from_millis(20));
        }
    }

    /// Waits until the watch says that the files cannot be read, and why.
    pub(crate) fn trouble(&mut self) -> String {
        let start = Instant::now();
        while self.watch.trouble().is_none() {
            assert!(start.elapsed() < LIMIT, "nothing is told");
            self.next(Instant::now() + Duration::from_millis(20));
        }
        let told = self.watch.trouble().unwrap().to_string();
        told.replace(self.root().to_str().unwrap(), "ROOT")
    }
}

/// Writes the site that all these tests begin with.
pub(crate) fn fill(root: &Path) {
    put(root, "site.toml", "title = \"Knees\"\n");
    for name in ["knee", "hip", "back", "hand"] {
        put(root, &format!("content/articles/{name}.md"), &format!("---\ntitle: {name}\n---\n\nAbout the {name}.\n"));
    }
    for number in 0..20 {
        put(root, &format!("content/parts/{}/{number}.md", number % 3), &format!("# Number {number}\n\nText.\n"));
    }
    put(root, "themes/own/page.html", "<p>");
}

pub(crate) fn put(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// All files with their bytes, to be compared.
pub(crate) fn listed(inputs: &Inputs) -> BTreeMap<String, Vec<u8>> {
    inputs.iter().map(|(path, bytes)| (path.to_string(), bytes.to_vec())).collect()
}

/// Runs another program; its failure is one of the test.
pub(crate) fn run(folder: &Path, program: &str, words: &[&str]) {
    let done = Command::new(program).args(words).current_dir(folder).output();
    let done = done.unwrap_or_else(|error| panic!("{program}: {error}; `tests/run install` installs it"));
    assert!(done.status.success(), "{program} {words:?}: {}", String::from_utf8_lossy(&done.stderr));
}

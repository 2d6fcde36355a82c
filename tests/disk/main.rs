//! Reading a site's folder and publishing one, in real folders: each refusal with its exact words.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may stop at a surprise, in their helpers too")]

mod again;
mod previous;
mod publish;
mod read;
mod refuse;
mod verify;

#[path = "../shared/sizes.rs"]
mod sizes;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use careguide::base::Artifact;
use careguide::disk::Published;
use tempfile::TempDir;

/// A small site in a folder of its own.
pub(crate) struct Site {
    pub(crate) folder: TempDir,
}

impl Site {
    pub(crate) fn new() -> Site {
        let site = Site { folder: tempfile::tempdir().unwrap() };
        site.put("site.toml", "title = \"Knees\"\n");
        site.put("content/articles/knee.md", "# Knee\n");
        site.put("themes/own/page.html", "<p>");
        site
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("guide")
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    pub(crate) fn put(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The paths of all inputs, or what went wrong, with the root's path cut out.
    pub(crate) fn read(&self) -> Result<Vec<String>, String> {
        let inputs = careguide::disk::read(&self.root()).map_err(|error| self.cut(&error.to_string()))?;
        Ok(inputs.iter().map(|(path, _)| path.as_str().to_owned()).collect())
    }

    pub(crate) fn publish(&self, artifacts: &[Artifact]) -> Result<Published, String> {
        self.publish_into("public", artifacts)
    }

    pub(crate) fn publish_into(&self, output: &str, artifacts: &[Artifact]) -> Result<Published, String> {
        careguide::disk::publish(&self.root(), &self.path(output), artifacts)
            .map_err(|error| self.cut(&error.to_string()))
    }

    pub(crate) fn rollback(&self) -> Result<Published, String> {
        careguide::disk::rollback(&self.root(), &self.path("public")).map_err(|error| self.cut(&error.to_string()))
    }

    pub(crate) fn refusal(&self, output: &str) -> String {
        self.publish_into(output, &small()).unwrap_err()
    }

    pub(crate) fn cut(&self, text: &str) -> String {
        text.replace(&format!("{}/", self.root().display()), "").replace(self.root().to_str().unwrap(), "ROOT")
    }

    /// What lies beside the output, by name.
    pub(crate) fn beside(&self) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(self.root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| !["site.toml", "content", "themes"].contains(&name.as_str()));
        names.sort();
        names
    }
}

pub(crate) fn artifact(path: &str, text: &str) -> Artifact {
    Artifact { path: path.to_owned(), bytes: text.as_bytes().into() }
}

pub(crate) fn small() -> Vec<Artifact> {
    vec![artifact("articles/knee/index.html", "<h1>Knee"), artifact("index.html", "<h1>Home")]
}

/// All that is in a folder: of each thing its bytes, mode, inode and the time of its last change.
pub(crate) fn seen(folder: &Path) -> BTreeMap<String, (Vec<u8>, u32, u64, i64, i64)> {
    let mut all = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.unwrap();
        let data = entry.metadata().unwrap();
        let bytes = if data.is_file() { fs::read(entry.path()).unwrap() } else { Vec::new() };
        let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        all.insert(name, (bytes, data.mode() & 0o7777, data.ino(), data.mtime(), data.mtime_nsec()));
    }
    all
}

//! Puts a finished site in its place, whole or not at all.
//!
//! [`publish`] is the order of work; each step stands in its own file. Until the swap, the old site is
//! not touched; no step cleans anything: the output is what the artifacts say.

use std::collections::BTreeSet;
use std::path::Path;

use super::lock::{Lock, PATIENCE};
use super::present::{folders_of, look};
use super::stage::{Stage, collect};
use super::target::Target;
use super::{DiskError, MANIFEST, manifest};
use crate::base::Artifact;

/// What was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// How many files, the manifest not counted.
    pub files: usize,
    /// How many bytes are in them.
    pub bytes: u64,
    /// The beginning of the manifest's SHA-256: equal for equal sites.
    pub manifest: String,
    /// `false` if this very site lay there already, and nothing was touched.
    pub changed: bool,
}

/// Publishes the artifacts of the site at `root` into the folder `output`.
///
/// If it fails, the site that lay there is still there, byte for byte.
pub fn publish(root: &Path, output: &Path, artifacts: &[Artifact]) -> Result<Published, DiskError> {
    let target = Target::resolve(root, output)?;
    let site = Site::plan(&target, artifacts)?;
    target.make_parent()?;
    let _lock = Lock::take(&target, PATIENCE)?;
    let present = look(&target)?;
    collect(&target)?;
    if present.is(&target, &site) {
        return Ok(site.published(false));
    }
    let stage = Stage::new(&target)?;
    stage.write(&site)?;
    stage.sync()?;
    // Once more: somebody may have put a file there while the stage was written.
    let present = look(&target)?;
    stage.swap(&present)?;
    Ok(site.published(true))
}

/// A site about to be published: what goes where.
pub(super) struct Site<'a> {
    /// Sorted by path, each path once, none of them also a folder.
    pub(super) artifacts: Vec<&'a Artifact>,
    /// All folders, each before those in it.
    pub(super) folders: BTreeSet<&'a str>,
    /// The manifest's bytes.
    pub(super) manifest: Vec<u8>,
}

impl<'a> Site<'a> {
    fn plan(target: &Target, artifacts: &'a [Artifact]) -> Result<Site<'a>, DiskError> {
        let mut artifacts: Vec<&Artifact> = artifacts.iter().collect();
        artifacts.sort_by(|a, b| a.path.cmp(&b.path));
        let folders: BTreeSet<&str> = artifacts.iter().flat_map(|artifact| folders_of(&artifact.path)).collect();
        let mut before = None;
        for path in artifacts.iter().map(|artifact| artifact.path.as_str()) {
            let wrong = match () {
                () if !is_plain(path) => "it is not a plain path below the output",
                () if path == MANIFEST => "that is the name of the manifest",
                () if before == Some(path) => "two files of the site have this path",
                () if folders.contains(path) => "the site also has a folder of this path",
                () => "",
            };
            if !wrong.is_empty() {
                return Err(DiskError::new("cannot write", target.shown(path), wrong));
            }
            before = Some(path);
        }
        let manifest = manifest::write(&artifacts);
        Ok(Site { artifacts, folders, manifest })
    }

    fn published(&self, changed: bool) -> Published {
        Published {
            files: self.artifacts.len(),
            bytes: self.artifacts.iter().map(|artifact| artifact.bytes.len() as u64).sum(),
            manifest: manifest::short(&self.manifest),
            changed,
        }
    }
}

/// Whether a path stays below the folder it is joined to, and means the same on every system.
fn is_plain(path: &str) -> bool {
    !path.contains(['\\', '\0']) && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

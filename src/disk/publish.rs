//! Puts a finished site in its place, whole or not at all.
//!
//! [`publish`] is the order of work; each step stands in its own file. Until the swap, the old site is
//! not touched; no step cleans anything: the output is what the artifacts say.

use std::path::{Path, PathBuf};

use super::lock::{Lock, PATIENCE};
use super::present::{Present, look};
use super::site::Site;
use super::stage::{Stage, collect};
use super::target::Target;
use super::{DiskError, manifest};
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
    /// Where the site is kept that it took the place of.
    pub previous: Option<PathBuf>,
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
    let before = look(&target.previous())?;
    collect(&target)?;
    if present.is(&target, &site) {
        return Ok(published(&site, false));
    }
    let stage = Stage::new(&target)?;
    stage.write(&site, &present)?;
    stage.sync()?;
    // Once more: somebody may have put a file there while the stage was written.
    let present = look(&target)?;
    stage.swap(&present, &before)?;
    let kept = matches!(present, Present::Site(_)).then(|| target.previous().shown);
    Ok(Published { previous: kept, ..published(&site, true) })
}

fn published(site: &Site<'_>, changed: bool) -> Published {
    Published {
        files: site.artifacts.len(),
        bytes: site.artifacts.iter().map(|artifact| artifact.bytes.len() as u64).sum(),
        manifest: manifest::short(&site.manifest),
        changed,
        previous: None,
    }
}

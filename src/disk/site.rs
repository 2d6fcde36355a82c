//! A site about to be published: what goes where, and with which modes.

use std::collections::BTreeSet;

use super::target::Target;
use super::{DiskError, MANIFEST, manifest};
use crate::base::Artifact;

/// The mode of every published file, whatever the umask.
pub(super) const FILE_MODE: u32 = 0o644;
/// The mode of every published folder, whatever the umask.
pub(super) const FOLDER_MODE: u32 = 0o755;

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
    pub(super) fn plan(target: &Target, artifacts: &'a [Artifact]) -> Result<Site<'a>, DiskError> {
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
}

/// Whether a path stays below the folder it is joined to, and means the same on every system.
fn is_plain(path: &str) -> bool {
    !path.contains(['\\', '\0']) && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// The folders that a path below the output lies in: of `a/b/c`, `a` and `a/b`.
pub(super) fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').filter_map(|(at, _)| path.get(..at))
}

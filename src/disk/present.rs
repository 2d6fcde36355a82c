//! What lies in the output folder now, and whether it is ours to replace.
//!
//! Reads only. A folder that the program did not make is refused, never emptied.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use rayon::prelude::*;

use super::read::regular;
use super::site::{FILE_MODE, FOLDER_MODE, Site, folders_of};
use super::target::Target;
use super::walk::{Entry, Kind, kind, walk};
use super::{DiskError, MANIFEST, kernel, manifest};

/// Names that systems and hosts put into folders. Let pass, and not carried over.
pub(super) const LET_PASS: &[&str] = &[".DS_Store", "Thumbs.db", "desktop.ini", ".nojekyll"];

/// What makes a folder the top of a repository.
pub(super) const REPOSITORIES: &[&str] = &[".git", ".hg", ".jj", ".svn"];

/// How many strangers are named.
const NAMED: usize = 3;

const UNKNOWN: &str = "name another folder with --output-dir, or move what is in this one elsewhere";

/// What lies at the output's path, and may be replaced.
pub(super) enum Present {
    /// Nothing at all.
    Nothing,
    /// A folder without a site in it.
    Empty,
    /// A site that we made, by its manifest.
    Site(Vec<u8>),
}

/// Looks at the output folder; an error if it is not ours to replace.
pub(super) fn look(target: &Target) -> Result<Present, DiskError> {
    let data = match fs::symlink_metadata(&target.folder) {
        Ok(data) => data,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Present::Nothing),
        Err(error) => return Err(DiskError::io("cannot publish into", &target.shown, &error)),
    };
    match kind(data.file_type()) {
        Kind::Folder => {}
        Kind::Other("a symlink") => {
            return Err(target.refused("it is a symlink").help("name the folder that it leads to with --output-dir"));
        }
        Kind::Other(what) => return Err(target.refused(format!("it is {what}, not a folder"))),
        Kind::File => return Err(target.refused("it is a file, not a folder")),
    }
    for name in REPOSITORIES {
        if fs::symlink_metadata(target.folder.join(name)).is_ok() {
            let reason = format!("it is the top folder of a repository: it holds {name:?}");
            return Err(target
                .refused(reason)
                .help("name a folder inside the repository, or outside, with --output-dir"));
        }
    }
    let entries = walk(&target.folder, |name| LET_PASS.contains(&name))?;
    match entries.iter().find(|entry| entry.below.as_deref() == Some(MANIFEST)) {
        None if entries.is_empty() => Ok(Present::Empty),
        None => {
            let strangers: Vec<&Entry> = entries.iter().filter(|entry| entry.kind != Kind::Folder).collect();
            let shown = if strangers.is_empty() { entries.iter().collect() } else { strangers };
            let reason = format!("it holds {}, and no {MANIFEST}: careguide did not make it", names(&shown));
            Err(target.refused(reason).help(UNKNOWN))
        }
        Some(entry) => ours(target, entry, &entries),
    }
}

/// The site that lies there, if its manifest can be trusted and knows everything else.
fn ours(target: &Target, manifest: &Entry, entries: &[Entry]) -> Result<Present, DiskError> {
    let again = format!("if careguide made it, delete the folder and build again; if not, {UNKNOWN}");
    let distrusted = |reason: &str| target.refused(format!("its {MANIFEST} {reason}")).help(again.as_str());
    if let Kind::Other(what) = manifest.kind {
        return Err(distrusted(&format!("is {what}")));
    }
    let bytes = regular(&manifest.path)
        .map_err(|error| DiskError::io("cannot read", target.shown(MANIFEST), &error))?
        .ok_or_else(|| distrusted("changes all the time"))?
        .bytes;
    let known = manifest::read(&bytes).map_err(|reason| distrusted(&reason))?;
    let folders: BTreeSet<&str> = known.keys().flat_map(|path| folders_of(path)).collect();
    let stranger = |entry: &&Entry| match (entry.below.as_deref(), entry.kind) {
        (None, _) | (_, Kind::Other(_)) => true,
        (Some(path), Kind::File) => path != MANIFEST && !known.contains_key(path),
        (Some(path), Kind::Folder) => !folders.contains(path),
    };
    let strangers: Vec<&Entry> = entries.iter().filter(stranger).collect();
    if strangers.is_empty() {
        return Ok(Present::Site(bytes));
    }
    let reason = format!("it holds {}, which careguide did not make", names(&strangers));
    let help = "move that elsewhere; a file that belongs to the site goes into content/files/";
    Err(target.refused(reason).help(help))
}

impl Present {
    /// Whether what lies there is this site, byte for byte and mode for mode.
    pub(super) fn is(&self, target: &Target, site: &Site<'_>) -> bool {
        let manifest = match self {
            Present::Site(manifest) => manifest,
            Present::Nothing | Present::Empty => return false,
        };
        let folder = |path: &&str| kernel::mode(&target.folder.join(path)).is_none_or(|mode| mode == FOLDER_MODE);
        *manifest == site.manifest
            && [""].iter().chain(&site.folders).all(folder)
            && holds(&target.folder.join(MANIFEST), &site.manifest)
            && site.artifacts.par_iter().all(|artifact| holds(&target.folder.join(&artifact.path), &artifact.bytes))
    }
}

/// Whether a file of ours has these bytes. What cannot be read is not what we made.
pub(super) fn holds(path: &Path, bytes: &[u8]) -> bool {
    let size = fs::symlink_metadata(path).map(|data| data.len()).ok();
    size == Some(bytes.len() as u64)
        && kernel::mode(path).is_none_or(|mode| mode == FILE_MODE)
        && matches!(regular(path), Ok(Some(found)) if found.bytes == bytes)
}

/// The first few, in quotes, and how many more there are.
fn names(entries: &[&Entry]) -> String {
    let name = |entry: &&Entry| match &entry.below {
        Some(path) if entry.kind == Kind::Folder => format!("{:?}", format!("{path}/")),
        Some(path) => format!("{path:?}"),
        None => format!("{:?}", entry.path.file_name().unwrap_or_default()),
    };
    let mut text = entries.iter().take(NAMED).map(name).collect::<Vec<_>>().join(", ");
    if entries.len() > NAMED {
        text.push_str(&format!(" and {} more", entries.len() - NAMED));
    }
    text
}

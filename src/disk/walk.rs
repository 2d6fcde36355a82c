//! Everything in a folder and its folders. The only file that names `walkdir`.
//!
//! Follows no link. Judges nothing: whoever asks says what is passed over and refuses what it must.

use std::fs::FileType;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{DiskError, kernel};

/// Something in a folder.
pub(super) struct Entry {
    /// Its path, beginning with the folder's as that was given.
    pub(super) path: PathBuf,
    /// Its path below the folder, with `/` between the parts; `None` if that is not valid UTF-8.
    pub(super) below: Option<String>,
    /// What it is.
    pub(super) kind: Kind,
}

/// What something in a folder is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// Anything else, in words: `a symlink`.
    Other(&'static str),
}

/// All that is in `folder`, each folder before what is in it, but for names that `skip` says to pass over.
///
/// If `folder` itself is something else, that is the one entry.
pub(super) fn walk(folder: &Path, skip: fn(&str) -> bool) -> Result<Vec<Entry>, DiskError> {
    // Sorted, so that of several things in the way the same one is named on every machine.
    let walk = WalkDir::new(folder).follow_links(false).follow_root_links(false).sort_by_file_name();
    let wanted = |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().to_str().is_some_and(skip);
    let mut entries = Vec::new();
    for entry in walk.into_iter().filter_entry(wanted) {
        let entry = entry.map_err(|error| failed(folder, error))?;
        let kind = kind(entry.file_type());
        if entry.depth() == 0 && kind == Kind::Folder {
            continue;
        }
        let below = entry.path().strip_prefix(folder).ok().and_then(slashed);
        entries.push(Entry { path: entry.into_path(), below, kind });
    }
    Ok(entries)
}

/// What a thing of this type is.
pub(super) fn kind(file_type: FileType) -> Kind {
    match () {
        () if file_type.is_file() => Kind::File,
        () if file_type.is_dir() => Kind::Folder,
        () if file_type.is_symlink() => Kind::Other("a symlink"),
        () => Kind::Other(kernel::oddity(file_type)),
    }
}

/// A path with `/` between its parts on every system.
fn slashed(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.components().map(|part| part.as_os_str().to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

fn failed(folder: &Path, error: walkdir::Error) -> DiskError {
    let path = error.path().unwrap_or(folder).to_path_buf();
    match error.into_io_error() {
        Some(error) => DiskError::io("cannot read the folder", path, &error),
        None => DiskError::new("cannot read the folder", path, "it leads back to itself"),
    }
}

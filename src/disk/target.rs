//! Where a site is published: the output folder, and the names beside it that belong to it.
//!
//! Refuses places by their path alone, before anything there is touched. What lies in the folder is
//! `present`'s to judge.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::DiskError;

/// What any refused place is answered with.
const HELP: &str = "name another folder with --output-dir: one that is new, empty, or made by careguide";

/// An output folder that no rule of paths speaks against.
pub(super) struct Target {
    /// As the author named it: for messages.
    pub(super) shown: PathBuf,
    /// The folder itself: every folder above it resolved, its own name as given.
    pub(super) folder: PathBuf,
    /// The folder that it lies in.
    pub(super) parent: PathBuf,
    name: OsString,
}

impl Target {
    /// The target `output` of a site whose folder is `root`.
    pub(super) fn resolve(root: &Path, output: &Path) -> Result<Target, DiskError> {
        let folder = resolved(output).map_err(|error| DiskError::io("cannot publish into", output, &error))?;
        let root =
            fs::canonicalize(root).map_err(|error| DiskError::io("cannot read the site's folder", root, &error))?;
        if let Some(reason) = forbidden(&root, &folder) {
            return Err(refused(output, reason).help(HELP));
        }
        match (folder.parent(), folder.file_name()) {
            (Some(parent), Some(name)) => {
                let (parent, name) = (parent.to_path_buf(), name.to_owned());
                Ok(Target { shown: output.to_path_buf(), folder, parent, name })
            }
            _ => Err(refused(output, "it is the top of the file system").help(HELP)),
        }
    }

    /// Where the site that was there before is kept, beside the output.
    pub(super) fn previous(&self) -> Target {
        let name = self.name_beside(".previous");
        Target {
            shown: self.shown.with_file_name(&name),
            folder: self.parent.join(&name),
            parent: self.parent.clone(),
            name,
        }
    }

    /// Refuses the output folder.
    pub(super) fn refused(&self, reason: impl Into<String>) -> DiskError {
        refused(&self.shown, reason)
    }

    /// The path of something in the output, as the author would name it.
    pub(super) fn shown(&self, path: &str) -> PathBuf {
        self.shown.join(path)
    }

    /// The name `.<out><suffix>`.
    pub(super) fn name_beside(&self, suffix: &str) -> OsString {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(suffix);
        name
    }

    /// Makes the folder that the output lies in, if it is not there.
    pub(super) fn make_parent(&self) -> Result<(), DiskError> {
        fs::create_dir_all(&self.parent).map_err(|error| DiskError::io("cannot make the folder", &self.parent, &error))
    }
}

fn refused(output: &Path, reason: impl Into<String>) -> DiskError {
    DiskError::new("refused to publish into", output, reason)
}

/// The path with all folders resolved but the last name, which may be a link that has to be seen.
fn resolved(output: &Path) -> io::Result<PathBuf> {
    // Taking the parts anew drops a slash at the end: behind it, a link would look like a folder.
    let clean: PathBuf = output.components().collect();
    match clean.file_name() {
        Some(name) => in_parent(&clean, name),
        None if clean.as_os_str().is_empty() => fs::canonicalize("."),
        None => fs::canonicalize(&clean),
    }
}

/// `name` in the resolved parent of `path`.
fn in_parent(path: &Path, name: &OsStr) -> io::Result<PathBuf> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let parent = match (fs::canonicalize(parent), parent.file_name()) {
        (Err(error), Some(above)) if error.kind() == ErrorKind::NotFound => in_parent(parent, above)?,
        (parent, _) => parent?,
    };
    Ok(parent.join(name))
}

/// Why nothing may be published at this path.
fn forbidden(root: &Path, folder: &Path) -> Option<String> {
    if folder.parent().is_none() {
        return Some("it is the top of the file system".to_owned());
    }
    if env::home_dir().and_then(|home| fs::canonicalize(home).ok()).is_some_and(|home| home == folder) {
        return Some("it is your home folder".to_owned());
    }
    if folder == root {
        return Some("it is the site's own folder".to_owned());
    }
    if root.starts_with(folder) {
        return Some(format!("the site's own folder {root:?} lies in it"));
    }
    ["content", "themes"].into_iter().find_map(|name| {
        let source = fs::canonicalize(root.join(name)).unwrap_or_else(|_| root.join(name));
        match () {
            () if folder == source => Some(format!("it is the site's {name} folder")),
            () if folder.starts_with(&source) => Some(format!("it lies in the site's {name} folder")),
            () if source.starts_with(folder) => Some(format!("the site's {name} folder lies in it")),
            () => None,
        }
    })
}

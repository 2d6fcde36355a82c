//! Reads a site's folder: `site.toml`, `content/` and `themes/`, all of it, once.
//!
//! Regular files only. What is not one is refused by name: nothing is followed, nothing skipped in
//! silence but litter. What the files say is not looked at.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::litter::is_litter;
use super::walk::{Entry, Kind, kind, walk};
use super::{DiskError, kernel};
use crate::base::InputPath;
use crate::input::Inputs;

/// How often a file is read anew that changes while it is read.
const TRIES: usize = 5;

/// All inputs of the site whose folder is `root`, as they are now.
pub fn read(root: &Path) -> Result<Inputs, DiskError> {
    let found = find(root)?.files;
    // The first failure in the order of paths is told, whichever thread met one first.
    let bytes = |(path, _): &(PathBuf, InputPath)| whole(path).map(|file| Arc::from(file.bytes));
    let contents: Vec<Result<Arc<[u8]>, DiskError>> = found.par_iter().map(bytes).collect();
    let mut inputs = Inputs::default();
    for ((_, name), bytes) in found.into_iter().zip(contents) {
        inputs.insert(name, bytes?);
    }
    Ok(inputs)
}

/// What a site's folder holds, not yet read.
pub(super) struct Found {
    /// All files to read: where each lies, and its name as an input.
    pub(super) files: Vec<(PathBuf, InputPath)>,
    /// All folders that files were looked for in, each before those in it.
    pub(super) folders: Vec<PathBuf>,
}

/// All files to read, and the folders that they lie in.
pub(super) fn find(root: &Path) -> Result<Found, DiskError> {
    let data = fs::metadata(root).map_err(|error| DiskError::io("cannot read the site's folder", root, &error))?;
    if !data.is_dir() {
        return Err(DiskError::new("cannot read the site's folder", root, "it is not a folder"));
    }
    let mut found = Found { files: vec![settings(root)?], folders: vec![root.to_path_buf()] };
    let content = below(root, "content");
    if missing(&content) {
        let help = "make a folder named content beside site.toml: the guide's texts go there";
        return Err(DiskError::new("cannot read the guide's texts in", content, "it is not there").help(help));
    }
    files(&content, "content", &mut found)?;
    let themes = below(root, "themes");
    if !missing(&themes) {
        files(&themes, "themes", &mut found)?;
    }
    Ok(found)
}

fn settings(root: &Path) -> Result<(PathBuf, InputPath), DiskError> {
    let path = below(root, "site.toml");
    let data = fs::symlink_metadata(&path).map_err(|error| {
        let failure = DiskError::io("cannot read the settings in", &path, &error);
        let help = "run it in the folder that holds site.toml, or name that folder with --root";
        if error.kind() == ErrorKind::NotFound { failure.help(help) } else { failure }
    })?;
    match kind(data.file_type()) {
        Kind::File => Ok((path, InputPath::new("site.toml"))),
        Kind::Folder => Err(refused(&path, "a folder")),
        Kind::Other(what) => Err(refused(&path, what)),
    }
}

/// Adds what lies in one of the site's folders.
fn files(folder: &Path, name: &str, found: &mut Found) -> Result<(), DiskError> {
    found.folders.push(folder.to_path_buf());
    for Entry { path, below, kind } in walk(folder, is_litter)? {
        let Some(below) = below else {
            let help = "rename it: letters, digits and hyphens are safe everywhere";
            return Err(DiskError::new("cannot read", path, "its name is not valid UTF-8").help(help));
        };
        match kind {
            Kind::Folder => found.folders.push(path),
            // The walk began at a file: there is nothing below it.
            Kind::File if below.is_empty() => {
                return Err(DiskError::new("cannot read the folder", path, "it is a file, not a folder"));
            }
            Kind::File => found.files.push((path, InputPath::new(format!("{name}/{below}")))),
            Kind::Other(what) => return Err(refused(&path, what)),
        }
    }
    Ok(())
}

/// Refuses what is not a regular file.
fn refused(path: &Path, what: &str) -> DiskError {
    let reason = format!("it is {what}, and only regular files are read");
    DiskError::new("refused to read", path, reason).help("put a copy of the file itself there, or remove it")
}

/// `root/name`, and just `name` where the root is the folder we are in.
fn below(root: &Path, name: &str) -> PathBuf {
    if root == Path::new(".") { PathBuf::from(name) } else { root.join(name) }
}

fn missing(path: &Path) -> bool {
    fs::symlink_metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

/// A file as it was at one moment.
pub(super) struct Whole {
    /// All its bytes.
    pub(super) bytes: Vec<u8>,
    /// What the system said of it then.
    pub(super) data: Metadata,
}

/// All bytes of a file, as they were at one moment.
pub(super) fn whole(path: &Path) -> Result<Whole, DiskError> {
    for _ in 0..TRIES {
        match regular(path) {
            Ok(Some(file)) => return Ok(file),
            Ok(None) => {}
            Err(error) => return Err(DiskError::io("cannot read", path, &error)),
        }
    }
    let failure = DiskError::new("cannot read", path, "it changes all the time");
    Err(failure.help("wait until it is saved, then build again").passing())
}

/// A regular file, or `None` if it changed while it was read.
pub(super) fn regular(path: &Path) -> io::Result<Option<Whole>> {
    let mut file = kernel::open(path)?;
    let before = file.metadata()?;
    // Between listing and opening, something else may have taken the file's place.
    if !before.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let unchanged = same(&before, &File::metadata(&file)?) && before.len() == bytes.len() as u64;
    Ok(unchanged.then_some(Whole { bytes, data: before }))
}

fn same(before: &Metadata, after: &Metadata) -> bool {
    before.len() == after.len() && before.modified().ok() == after.modified().ok()
}

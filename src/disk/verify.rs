//! Holds a published folder against its manifest: every file there, every byte right, nothing extra.
//!
//! For a folder of our own and for a copy fetched back from a host. Reads only.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

use rayon::prelude::*;

use super::manifest::Sum;
use super::present::{LET_PASS, REPOSITORIES};
use super::read::regular;
use super::site::folders_of;
use super::walk::{Entry, Kind, walk};
use super::{DiskError, MANIFEST, kernel, manifest};

/// Modes that let a web server read.
const READABLE: u32 = 0o444;

/// What a published folder was found to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many files the manifest names.
    pub files: usize,
    /// How many bytes it says are in them.
    pub bytes: u64,
    /// The beginning of the manifest's SHA-256: equal for equal sites.
    pub manifest: String,
    /// All that is wrong, sorted by path.
    pub findings: Vec<Finding>,
}

/// One thing that is wrong in a published folder. Printed as `index.html: it is not there`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The path below the folder.
    pub path: String,
    /// What is wrong with it, as one lower-case phrase.
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A line break or an escape sequence in a name stays visible.
        write!(f, "{}: {}", self.path.escape_debug(), self.what)
    }
}

/// Holds `folder` against its manifest. An error if there is no manifest that can be read.
pub fn verify(folder: &Path) -> Result<Verified, DiskError> {
    let entries = walk(folder, |name| LET_PASS.contains(&name) || REPOSITORIES.contains(&name))?;
    let bytes = manifest_of(folder)?;
    let known = manifest::read(&bytes).map_err(|reason| {
        DiskError::new("cannot trust", folder.join(MANIFEST), format!("it {reason}"))
            .help("build the site again, and upload it again")
    })?;
    let found: BTreeMap<&str, &Entry> =
        entries.iter().filter_map(|entry| entry.below.as_deref().map(|below| (below, entry))).collect();
    let missing = |path: &&String| !found.contains_key(path.as_str());
    let mut findings: Vec<Finding> =
        known.keys().filter(missing).map(|path| finding(path, "it is not there")).collect();
    let folders: BTreeSet<&str> = known.keys().flat_map(|path| folders_of(path)).collect();
    findings.extend(entries.par_iter().filter_map(|entry| judge(entry, &known, &folders)).collect::<Vec<_>>());
    findings.sort();
    Ok(Verified {
        files: known.len(),
        bytes: known.values().map(|sum| sum.size).sum(),
        manifest: manifest::short(&bytes),
        findings,
    })
}

fn manifest_of(folder: &Path) -> Result<Vec<u8>, DiskError> {
    let path = folder.join(MANIFEST);
    let failed = |error| {
        DiskError::io("cannot read", &path, &error)
            .help("name the folder of a published site: `careguide build` puts the manifest there")
    };
    let whole = regular(&path).map_err(failed)?;
    Ok(whole.ok_or_else(|| DiskError::new("cannot read", &path, "it changes all the time"))?.bytes)
}

/// What is wrong with something that lies there.
fn judge(entry: &Entry, known: &BTreeMap<String, Sum>, folders: &BTreeSet<&str>) -> Option<Finding> {
    let Some(path) = entry.below.as_deref() else {
        return Some(finding(&entry.path.display().to_string(), "careguide did not make it"));
    };
    if path == MANIFEST {
        return None;
    }
    match (entry.kind, known.get(path)) {
        (Kind::Folder, _) if folders.contains(path) => {
            readable(entry, path, READABLE | 0o111, "a web server cannot look into it")
        }
        (Kind::Other(what), Some(_)) => Some(finding(path, &format!("it is {what}, not a file"))),
        (Kind::File, Some(sum)) => file(entry, path, sum),
        (Kind::Folder, Some(_)) => Some(finding(path, "it is a folder, not a file")),
        (Kind::File | Kind::Folder | Kind::Other(_), None) => Some(finding(path, "careguide did not make it")),
    }
}

fn file(entry: &Entry, path: &str, sum: &Sum) -> Option<Finding> {
    match regular(&entry.path).map(|whole| whole.map(|whole| whole.bytes)) {
        Ok(Some(bytes)) if sum.is_of(&bytes) => readable(entry, path, READABLE, "a web server cannot read it"),
        Ok(Some(bytes)) if bytes.len() as u64 != sum.size => {
            let what = format!("it has {} bytes, and {} were published", bytes.len(), sum.size);
            Some(finding(path, &what))
        }
        Ok(Some(_)) => Some(finding(path, "it has other bytes than were published")),
        Ok(None) => Some(finding(path, "it changes while it is read")),
        Err(error) => Some(finding(path, &format!("it cannot be read ({error})"))),
    }
}

/// Wrong if the mode lacks one of the bits.
fn readable(entry: &Entry, path: &str, bits: u32, what: &str) -> Option<Finding> {
    let mode = kernel::mode(&entry.path).filter(|mode| mode & bits != bits)?;
    Some(finding(path, &format!("{what}: its mode is {mode:04o}")))
}

fn finding(path: &str, what: &str) -> Finding {
    Finding { path: path.to_owned(), what: what.to_owned() }
}

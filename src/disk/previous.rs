//! The site that was there before: kept beside the output until the next build, and the way back.
//!
//! Unchanged files are the same file in both folders, so it takes little room. What lies at its path
//! and is not ours is refused before anything is done.

use std::path::Path;

use super::lock::{Lock, PATIENCE};
use super::present::{Present, look};
use super::publish::Published;
use super::target::Target;
use super::verify::{self, Verified};
use super::{DiskError, kernel, manifest};

/// Puts the site that was there before back in its place, in one step; the two change places.
///
/// Proved first: of a site that is not whole any more, nothing is put back.
pub fn rollback(root: &Path, output: &Path) -> Result<Published, DiskError> {
    let target = Target::resolve(root, output)?;
    let previous = target.previous();
    let _lock = Lock::take(&target, PATIENCE)?;
    let manifest = match look(&previous)? {
        Present::Site(manifest) => manifest,
        Present::Nothing | Present::Empty => {
            return Err(DiskError::new("cannot go back from", &target.shown, "no site from before is kept beside it")
                .help(
                    "only the last build can be taken back; publish an older copy of the guide with `careguide build`",
                ));
        }
    };
    let Verified { files, bytes, findings, .. } = verify::verify(&previous.folder)?;
    if let Some(finding) = findings.first() {
        let reason = format!("it is not whole any more: {finding}");
        return Err(DiskError::new("cannot go back to", &previous.shown, reason)
            .help("publish an older copy of the guide with `careguide build`"));
    }
    let swapped = match look(&target)? {
        Present::Nothing => kernel::put(&previous.folder, &target.folder),
        Present::Empty | Present::Site(_) => kernel::exchange(&previous.folder, &target.folder),
    };
    let done = swapped.and_then(|()| kernel::sync_folder(&target.parent));
    done.map_err(|error| DiskError::io("cannot put the site from before into", &target.shown, &error))?;
    Ok(Published { files, bytes, manifest: manifest::short(&manifest), changed: true, previous: None })
}

/// Keeps the old site, which lies at `old` since the exchange. What was kept before it then lies there.
pub(super) fn keep(target: &Target, old: &Path, before: &Present) -> Result<(), DiskError> {
    let previous = target.previous();
    let kept = match before {
        Present::Nothing => kernel::put(old, &previous.folder),
        Present::Empty | Present::Site(_) => kernel::exchange(old, &previous.folder),
    };
    kept.map_err(|error| {
        DiskError::io("the new site is in place, but the one before it cannot be kept in", &previous.shown, &error)
    })
}

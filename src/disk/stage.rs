//! The stage: the new site as a folder beside the output, until it takes the output's place.
//!
//! The only file that names `tempfile`. A stage that is dropped is removed, so a failure leaves nothing;
//! what a killed build left is collected by the next one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use rayon::prelude::*;
use tempfile::TempDir;

use super::present::{Present, holds};
use super::previous;
use super::site::{FILE_MODE, FOLDER_MODE, Site};
use super::target::Target;
use super::{DiskError, MANIFEST, kernel};

/// The mode of a stage while it is written: nobody else looks into half a site.
const STAGE_MODE: u32 = 0o700;

/// A stage's name is `.<out>.stage-` and this many letters and digits; no other folder is collected.
const RANDOM: usize = 12;

/// The new site, not yet in its place.
pub(super) struct Stage<'a> {
    target: &'a Target,
    folder: TempDir,
    /// Opened before anything is written: what `sync` reports are failures since then.
    handle: File,
}

impl<'a> Stage<'a> {
    /// An empty stage beside the output.
    pub(super) fn new(target: &'a Target) -> Result<Stage<'a>, DiskError> {
        let prefix = target.name_beside(".stage-");
        let made = tempfile::Builder::new().prefix(&prefix).rand_bytes(RANDOM).tempdir_in(&target.parent);
        let failed = |error| DiskError::io("cannot make a folder for the new site in", &target.parent, &error);
        let folder = made.map_err(failed)?;
        kernel::set_mode(folder.path(), STAGE_MODE).map_err(failed)?;
        let handle = File::open(folder.path()).map_err(failed)?;
        Ok(Stage { target, folder, handle })
    }

    /// Writes the whole site, the manifest last. A file that lies in the output just so is not written anew: it
    /// gets a second name here, and so keeps its time of change, by which copies and caches know it.
    pub(super) fn write(&self, site: &Site<'_>, present: &Present) -> Result<(), DiskError> {
        let failed = |path: &str, error| DiskError::io("cannot write", self.target.shown(path), &error);
        for folder in &site.folders {
            let path = self.folder.path().join(folder);
            let made = fs::create_dir(&path).and_then(|()| kernel::set_mode(&path, FOLDER_MODE));
            made.map_err(|error| failed(folder, error))?;
        }
        let known = matches!(present, Present::Site(_));
        let write = |path: &str, bytes: &[u8]| {
            let (old, new) = (self.target.folder.join(path), self.folder.path().join(path));
            // Where a second name is not to be had, another file does as well.
            let linked = known && holds(&old, bytes) && fs::hard_link(&old, &new).is_ok();
            if linked { Ok(()) } else { file(&new, bytes) }
        };
        let written: Vec<io::Result<()>> =
            site.artifacts.par_iter().map(|artifact| write(&artifact.path, &artifact.bytes)).collect();
        for (artifact, written) in site.artifacts.iter().zip(written) {
            written.map_err(|error| failed(&artifact.path, error))?;
        }
        write(MANIFEST, &site.manifest).map_err(|error| failed(MANIFEST, error))?;
        kernel::set_mode(self.folder.path(), FOLDER_MODE).map_err(|error| failed("", error))
    }

    /// The stage is on the disk. A failure ends the build: after one, a second try may claim success wrongly.
    pub(super) fn sync(&self) -> Result<(), DiskError> {
        kernel::sync_all_below(&self.handle).map_err(|error| {
            DiskError::io("cannot bring the new site safely onto the disk below", &self.target.parent, &error)
        })
    }

    /// The stage takes the output's place, in one step; the site that lay there is kept in the place of `before`.
    pub(super) fn swap(self, present: &Present, before: &Present) -> Result<(), DiskError> {
        let Stage { target, folder, handle: _ } = self;
        let swapped = match present {
            Present::Nothing => kernel::put(folder.path(), &target.folder),
            Present::Empty | Present::Site(_) => kernel::exchange(folder.path(), &target.folder),
        };
        swapped.map_err(|error| not_swapped(target, &error))?;
        // What lies at the stage's path now is not the new site: nothing removes it unasked any more.
        let old = folder.keep();
        if let Present::Site(_) = present {
            previous::keep(target, &old, before)?;
        }
        kernel::sync_folder(&target.parent).map_err(|error| {
            DiskError::io("the new site is in place, but cannot be made to last in", &target.parent, &error)
        })?;
        match (present, before) {
            (Present::Nothing, _) | (Present::Site(_), Present::Nothing) => Ok(()),
            (Present::Empty, _) | (Present::Site(_), Present::Empty | Present::Site(_)) => remove(&old),
        }
    }
}

/// Removes the stages that killed builds left. Only for the holder of the lock: then no stage is in use.
pub(super) fn collect(target: &Target) -> Result<(), DiskError> {
    let failed = |error| DiskError::io("cannot read the folder", &target.parent, &error);
    let prefix = target.name_beside(".stage-");
    for entry in fs::read_dir(&target.parent).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let random = name.as_encoded_bytes().strip_prefix(prefix.as_encoded_bytes()).unwrap_or_default();
        let ours = random.len() == RANDOM && random.iter().all(u8::is_ascii_alphanumeric);
        if ours && entry.file_type().map_err(failed)?.is_dir() {
            remove(&entry.path())?;
        }
    }
    Ok(())
}

/// Makes a file. Never writes into one that is there: two artifacts would share it.
fn file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)?;
    kernel::set_mode(path, FILE_MODE)
}

fn remove(folder: &Path) -> Result<(), DiskError> {
    fs::remove_dir_all(folder).map_err(|error| {
        DiskError::io("cannot remove the old folder", folder, &error)
            .help("remove it by hand; no page is served from it")
    })
}

fn not_swapped(target: &Target, error: &io::Error) -> DiskError {
    let unable = [ErrorKind::CrossesDevices, ErrorKind::InvalidInput, ErrorKind::Unsupported].contains(&error.kind());
    match () {
        () if unable => target
            .refused(format!("two folders cannot be exchanged in one step there ({error})"))
            .help("publish with --output-dir into a folder on a file system that can: ext4, xfs, btrfs, tmpfs"),
        () if error.kind() == ErrorKind::ResourceBusy => target
            .refused("it is in use as a mount point")
            .help("mount the folder above it instead, so that the folder itself can be replaced"),
        () => DiskError::io("cannot put the new site in its place", &target.shown, error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_system_that_cannot_exchange_is_named_with_the_way_out() {
        let folder = tempfile::tempdir().unwrap();
        let mut target = Target::resolve(folder.path(), &folder.path().join("public")).unwrap();
        target.shown = "public".into();
        for (code, name) in
            [(18, "Invalid cross-device link"), (22, "Invalid argument"), (38, "Function not implemented")]
        {
            let told = not_swapped(&target, &io::Error::from_raw_os_error(code)).to_string();
            let wanted = format!(
                "refused to publish into \"public\": two folders cannot be exchanged in one step there ({name} (os error {code}))\n  \
                 = help: publish with --output-dir into a folder on a file system that can: ext4, xfs, btrfs, tmpfs"
            );
            assert_eq!(told, wanted);
        }
    }
}

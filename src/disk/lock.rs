//! Keeps two builds of one output apart.
//!
//! The kernel holds the lock, so a killed build leaves none behind. The file stays: removing it would
//! let a third build lock a file that the second one no longer sees.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};
use std::{fs, process};

use super::DiskError;
use super::target::Target;

/// How long a build waits for another one.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

const PAUSE: Duration = Duration::from_millis(50);

/// The lock, held as long as this value lives.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the lock of an output, `patience` long.
    pub(super) fn take(target: &Target, patience: Duration) -> Result<Lock, DiskError> {
        let path = target.parent.join(target.name_beside(".lock"));
        let failed = |error| DiskError::io("cannot lock the output by", &path, &error);
        let mut file = open(&path, target)?;
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if start.elapsed() < patience => thread::sleep(PAUSE),
                Err(TryLockError::WouldBlock) => return Err(held(&path, target)),
                Err(TryLockError::Error(error)) => return Err(failed(error)),
            }
        }
        // Only for the message of a build that waits in vain.
        let note = |file: &mut File| {
            file.set_len(0)?;
            file.seek(SeekFrom::Start(0))?;
            writeln!(file, "{}", process::id())
        };
        note(&mut file).map_err(failed)?;
        Ok(Lock { _file: file })
    }
}

fn open(path: &Path, target: &Target) -> Result<File, DiskError> {
    let refused = |reason| DiskError::new("refused to lock the output by", path, reason).help("remove it");
    match fs::symlink_metadata(path) {
        Ok(data) if !data.is_file() => return Err(refused("it is not a regular file")),
        _ => {}
    }
    let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
    opened.map_err(|error| {
        // What denied it is the file if there is one, else the folder that will not take one.
        let denied = if path.exists() { path } else { &target.parent };
        DiskError::io("cannot make the lock of the output in", denied, &error)
    })
}

fn held(path: &Path, target: &Target) -> DiskError {
    let holder = fs::read_to_string(path).unwrap_or_default();
    let by = match holder.trim().parse::<u32>() {
        Ok(process) => format!("another build is running (process {process})"),
        Err(_) => "another build is running".to_owned(),
    };
    target.refused(by).help("wait until it has ended, then build again")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_that_waits_in_vain_names_the_other() {
        let folder = tempfile::tempdir().unwrap();
        let target = Target::resolve(folder.path(), &folder.path().join("public")).unwrap();
        let first = Lock::take(&target, Duration::ZERO).unwrap();
        let told = Lock::take(&target, Duration::from_millis(120)).unwrap_err().to_string();
        let wanted = format!(
            "refused to publish into {:?}: another build is running (process {})\n  \
             = help: wait until it has ended, then build again",
            folder.path().join("public"),
            process::id()
        );
        assert_eq!(told, wanted);
        drop(first);
        Lock::take(&target, Duration::ZERO).unwrap();
    }
}

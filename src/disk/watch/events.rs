//! What the system tells of changes. The only file that names `notify`.
//!
//! Folders are watched, never files: a file that is saved by putting another one in its place would be
//! watched no more. It is not believed, either: it says where to look first.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Instant;

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RenameMode};
use notify::{Error, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::super::kernel::{self, TELLS_OF_CLOSING};

/// How many changes may wait to be heard. When more come, everything is looked at, so none is missed.
const QUEUE: usize = 16_384;

/// Something has happened to the file or folder at `path`.
pub(super) struct Told {
    pub(super) path: PathBuf,
    pub(super) what: What,
}

/// What has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A program writes into a file, and may not have come to its end.
    Writing,
    /// A file is as the program that wrote it wants it.
    Written,
    /// Something is there, perhaps a folder.
    Here,
    /// Nothing of that name is there any more.
    Gone,
}

/// Why the system does not tell of changes.
pub(super) enum Deaf {
    /// It watches as many folders as it may.
    Limit,
    /// It watches for as many programs as it may.
    Programs,
    /// Something else, as the system says it.
    Other(String),
}

/// What the system tells of a set of folders.
pub(super) struct Events {
    watcher: RecommendedWatcher,
    queue: Receiver<Told>,
    lost: Arc<AtomicBool>,
    /// The folders that are watched, and which they were when that began.
    watched: BTreeMap<PathBuf, Option<(u64, u64)>>,
}

impl Events {
    /// Watches nothing yet.
    pub(super) fn start() -> Result<Events, Deaf> {
        let (sender, queue) = sync_channel(QUEUE);
        let lost = Arc::new(AtomicBool::new(false));
        let flag = lost.clone();
        let watcher = notify::recommended_watcher(move |event| hand_on(event, &sender, &flag)).map_err(deaf)?;
        Ok(Events { watcher, queue, lost, watched: BTreeMap::new() })
    }

    /// Watches a folder, but not those in it. What is wrong with the folder itself is for a look to say.
    pub(super) fn watch(&mut self, folder: &Path) -> Result<(), Deaf> {
        match self.watcher.watch(folder, RecursiveMode::NonRecursive) {
            Ok(()) => {
                self.watched.insert(folder.to_path_buf(), node(folder));
                Ok(())
            }
            Err(error) if is_of_the_folder(&error) => Ok(()),
            Err(error) => Err(deaf(error)),
        }
    }

    /// Whether a folder is watched.
    pub(super) fn watches(&self, folder: &Path) -> bool {
        self.watched.contains_key(folder)
    }

    /// Those of a site's folders that are not watched. `None` if some are watched that are not among them, or
    /// were replaced: whoever gets that starts anew.
    pub(super) fn unwatched(&self, folders: &[PathBuf]) -> Option<Vec<PathBuf>> {
        let mut missing = Vec::new();
        for folder in folders {
            match self.watched.get(folder) {
                None => missing.push(folder.clone()),
                Some(known) if *known == node(folder) => {}
                Some(_) => return None,
            }
        }
        (folders.len() - missing.len() == self.watched.len()).then_some(missing)
    }

    /// A folder is gone, and all those in it.
    pub(super) fn forget(&mut self, folder: &Path) {
        self.watched.retain(|path, _| !path.starts_with(folder));
    }

    /// Whether something was not told since this was asked last, because there was too much of it.
    pub(super) fn lost_some(&self) -> bool {
        self.lost.swap(false, Ordering::AcqRel)
    }

    /// What was told and not yet heard; waits for something until then.
    pub(super) fn hear(&self, until: Instant) -> Vec<Told> {
        match self.queue.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(first) => std::iter::once(first).chain(self.queue.try_iter()).collect(),
            Err(RecvTimeoutError::Timeout) => Vec::new(),
            // The watcher's thread has died. Full looks go on.
            Err(RecvTimeoutError::Disconnected) => {
                thread::sleep(until.saturating_duration_since(Instant::now()));
                Vec::new()
            }
        }
    }
}

/// Puts into the queue what an event says; runs in the watcher's thread, so it never waits.
fn hand_on(event: Result<Event, Error>, queue: &SyncSender<Told>, lost: &AtomicBool) {
    let Ok(event) = event else {
        lost.store(true, Ordering::Release);
        // Wakes who waits for the queue.
        let _ = queue.try_send(Told { path: PathBuf::new(), what: What::Here });
        return;
    };
    if event.need_rescan() {
        lost.store(true, Ordering::Release);
        let _ = queue.try_send(Told { path: PathBuf::new(), what: What::Here });
    }
    let Some(what) = what(event.kind) else { return };
    for path in event.paths {
        if queue.try_send(Told { path, what }).is_err() {
            lost.store(true, Ordering::Release);
        }
    }
}

fn what(kind: EventKind) -> Option<What> {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Some(What::Written),
        // Reading what has changed is an access, too: whoever listens to those wakes himself for ever.
        EventKind::Access(_) => None,
        EventKind::Create(CreateKind::File) | EventKind::Modify(ModifyKind::Data(_)) if TELLS_OF_CLOSING => {
            Some(What::Writing)
        }
        EventKind::Modify(ModifyKind::Name(RenameMode::From)) | EventKind::Remove(_) => Some(What::Gone),
        // Both halves have been told one by one.
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => None,
        EventKind::Any | EventKind::Other | EventKind::Create(_) | EventKind::Modify(_) => Some(What::Here),
    }
}

fn node(folder: &Path) -> Option<(u64, u64)> {
    fs::symlink_metadata(folder).ok().and_then(|data| kernel::node(&data))
}

/// Whether the folder is gone, or may not be read.
fn is_of_the_folder(error: &Error) -> bool {
    use std::io::ErrorKind::{NotADirectory, NotFound, PermissionDenied};
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => [NotADirectory, NotFound, PermissionDenied].contains(&error.kind()),
        ErrorKind::Generic(_) | ErrorKind::WatchNotFound | ErrorKind::InvalidConfig(_) | ErrorKind::MaxFilesWatch => {
            false
        }
    }
}

fn deaf(error: Error) -> Deaf {
    match &error.kind {
        ErrorKind::MaxFilesWatch => Deaf::Limit,
        ErrorKind::Io(error) if kernel::is_too_many(error) => Deaf::Programs,
        ErrorKind::Io(error) => Deaf::Other(error.to_string()),
        ErrorKind::Generic(_) | ErrorKind::PathNotFound | ErrorKind::WatchNotFound | ErrorKind::InvalidConfig(_) => {
            Deaf::Other(error.to_string())
        }
    }
}

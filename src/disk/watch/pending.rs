//! What may have changed and is not believed yet.
//!
//! A program that saves may empty a file before it fills it, or take it away before it puts another in
//! its place. Nobody wants to read of that moment, so what looks like one is looked at again.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use super::super::kernel::{Stamp, TELLS_OF_CLOSING, stamp};
use super::super::read::{Whole, regular};
use super::super::walk::{Kind, kind};
use super::look::Known;
use crate::base::InputPath;

/// What is certain waits no longer than this for what is not: one save may be several changes.
const TOGETHER: Duration = Duration::from_millis(300);
/// How long nothing may happen to a file that is gone, or that nobody told of, until it is believed.
const QUIET: Duration = Duration::from_millis(60);
/// The same for a file that is empty now, or ends early.
const HALF: Duration = Duration::from_millis(400);
/// The same for a file that a program still has open.
const OPEN: Duration = Duration::from_secs(1);
/// A file that is written all the time is believed after this time.
const FOREVER: Duration = Duration::from_secs(10);
/// How soon a file is read again that was changed while it was read.
const AGAIN: Duration = Duration::from_millis(5);

/// What is known of the program that writes a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writer {
    /// It has not come to its end.
    Open,
    /// It has.
    Closed,
    /// Nothing.
    Unknown,
}

/// Files that may have changed.
#[derive(Default)]
pub(super) struct Pending {
    files: BTreeMap<InputPath, File>,
}

struct File {
    writer: Writer,
    /// When it was named first, and when something happened to it last.
    first: Instant,
    last: Instant,
    /// As it was found, with the time; `None` if something has happened to it since.
    found: Option<(Now, Instant)>,
    /// What the system said of it when it was found the last time.
    stamp: Option<Stamp>,
}

/// A file as it is now.
enum Now {
    /// It has other bytes than those that are known.
    Other(Stamp, Vec<u8>),
    /// No file of its name is known. Many programs write into a new file that gets another name in a moment.
    New(Stamp, Vec<u8>),
    /// The same, but it is empty, or only the beginning of what is known.
    Half(Stamp, Vec<u8>),
    /// It is not there.
    Gone,
    /// It was changed while it was read.
    Torn,
}

/// What is believed.
#[derive(Default)]
pub(super) struct Believed {
    /// Files that were added, changed or removed, sorted by path. They are known now.
    pub(super) changed: Vec<InputPath>,
    /// Whether something is there that cannot be read: for a full look to say.
    pub(super) odd: bool,
}

impl Pending {
    /// Something has happened to a file. Without a writer, that stays as it is known.
    pub(super) fn touch(&mut self, name: InputPath, writer: Option<Writer>) {
        let now = Instant::now();
        let unknown = if TELLS_OF_CLOSING { Writer::Closed } else { Writer::Unknown };
        let new = || File { writer: unknown, first: now, last: now, found: None, stamp: None };
        let file = self.files.entry(name).or_insert_with(new);
        file.writer = writer.unwrap_or(file.writer);
        file.last = now;
        file.found = None;
    }

    /// A file differs, and nobody told of it.
    pub(super) fn found(&mut self, name: InputPath) {
        if !self.files.contains_key(&name) {
            self.touch(name, Some(Writer::Unknown));
        }
    }

    /// Looks at what has to be looked at, and lets go what can be believed: all of it at once, if that does not
    /// take long.
    pub(super) fn settle(&mut self, place: impl Fn(&InputPath) -> std::path::PathBuf, known: &mut Known) -> Believed {
        let mut believed = Believed::default();
        self.files.retain(|name, file| {
            if !file.is_due() {
                return true;
            }
            match look(&place(name), name, known) {
                Looked::Same(stamp) => {
                    if let Some(stamp) = stamp {
                        known.seen(name, stamp);
                    }
                    false
                }
                Looked::Odd => {
                    believed.odd = true;
                    false
                }
                Looked::Differs(now) => {
                    file.find(now);
                    true
                }
            }
        });
        let now = Instant::now();
        let wait = self.files.values().any(|file| !file.is_believed(now) && now < file.first + TOGETHER);
        let ready = |file: &File| file.is_believed(now) && !(wait && now < file.first + TOGETHER);
        for (name, file) in self.files.extract_if(.., |_, file| ready(file)) {
            match file.found {
                Some((Now::Other(stamp, bytes) | Now::New(stamp, bytes) | Now::Half(stamp, bytes), _)) => {
                    known.put(&name, stamp, bytes)
                }
                Some((Now::Gone, _)) => known.remove(&name),
                // Neither is ever believed.
                Some((Now::Torn, _)) | None => continue,
            }
            believed.changed.push(name);
        }
        believed
    }

    /// When something has to be done, if nothing happens until then.
    pub(super) fn due(&self) -> Option<Instant> {
        let now = Instant::now();
        let due = |file: &File| match file.found {
            None => now,
            Some(_) if file.is_believed(now) => file.first + TOGETHER,
            Some(_) => file.due(),
        };
        self.files.values().map(due).min()
    }
}

impl File {
    /// How long nothing may happen to it until it is believed.
    fn patience(&self) -> Duration {
        match (&self.found, self.writer) {
            (None, _) => Duration::ZERO,
            (Some((Now::Torn, _)), _) => AGAIN,
            (Some((Now::Gone, _)), _) => QUIET,
            // Who only sets the time of a file is told of as one who writes.
            (Some(_), Writer::Open) if self.stamp.is_none_or(|stamp| stamp.is_of_writing()) => OPEN,
            (Some((Now::New(..), _)), _) => QUIET,
            (Some((Now::Half(..), _)), _) => HALF,
            (Some((Now::Other(..), _)), Writer::Open | Writer::Unknown) => QUIET,
            (Some((Now::Other(..), _)), Writer::Closed) => Duration::ZERO,
        }
    }

    /// When it is to be looked at again.
    fn due(&self) -> Instant {
        let due = self.last + self.patience();
        if matches!(self.found, Some((Now::Torn, _))) { due } else { due.min(self.first + FOREVER) }
    }

    /// Whether it is to be looked at now.
    fn is_due(&self) -> bool {
        match &self.found {
            None => true,
            Some((_, when)) => *when < self.due() && self.due() <= Instant::now(),
        }
    }

    /// Whether it was looked at when nothing had happened to it for long enough.
    fn is_believed(&self, now: Instant) -> bool {
        match &self.found {
            None | Some((Now::Torn, _)) => false,
            Some((_, when)) => *when >= self.due() && now >= self.due(),
        }
    }

    fn find(&mut self, found: Now) {
        let now = Instant::now();
        let stamp = match &found {
            Now::Other(stamp, _) | Now::New(stamp, _) | Now::Half(stamp, _) => Some(*stamp),
            Now::Gone | Now::Torn => None,
        };
        // Where nobody tells, a stamp that is another one is all there is to hear.
        if self.writer == Writer::Unknown && self.stamp != stamp || matches!(found, Now::Torn) {
            self.last = now;
        }
        self.stamp = stamp;
        self.found = Some((found, now));
    }
}

enum Looked {
    /// As it is known.
    Same(Option<Stamp>),
    /// Not so.
    Differs(Now),
    /// It cannot be read, or is no regular file.
    Odd,
}

fn look(path: &Path, name: &InputPath, known: &Known) -> Looked {
    let gone = || if known.bytes(name).is_some() { Looked::Differs(Now::Gone) } else { Looked::Same(None) };
    match fs::symlink_metadata(path).map(|data| kind(data.file_type())) {
        Ok(Kind::File) => {}
        Ok(Kind::Folder) => return gone(),
        Ok(Kind::Other(_)) => return Looked::Odd,
        Err(error) if is_gone(&error) => return gone(),
        Err(_) => return Looked::Odd,
    }
    match regular(path) {
        Ok(None) => Looked::Differs(Now::Torn),
        Ok(Some(Whole { bytes, data })) if known.has(name, &bytes) => Looked::Same(Some(stamp(&data))),
        Ok(Some(Whole { bytes, data })) => {
            let stamp = stamp(&data);
            Looked::Differs(match known.bytes(name) {
                _ if bytes.is_empty() => Now::Half(stamp, bytes),
                None => Now::New(stamp, bytes),
                Some(known) if known.starts_with(&bytes) => Now::Half(stamp, bytes),
                Some(_) => Now::Other(stamp, bytes),
            })
        }
        Err(error) if is_gone(&error) => gone(),
        Err(_) => Looked::Odd,
    }
}

fn is_gone(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory)
}

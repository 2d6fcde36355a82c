//! The files of a site, kept up to date while editors work on them.
//!
//! A full look at the folder is what makes it right: soon after a burst of changes, and by the clock.
//! What the system tells of changes is a short cut: the files that it names are read at once.

mod events;
mod full;
mod look;
mod notices;
mod pending;
mod place;

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::litter::is_litter;
use super::read::find;
use super::walk::{Kind, walk};
use super::{DiskError, kernel};
use crate::base::InputPath;
use crate::input::Inputs;
use events::{Deaf, Events, Told, What};
use look::{Doubt, Known};
use pending::{Pending, Writer};
use place::{Place, Role};

/// How long after the last change of a burst everything is looked at.
const AFTER: Duration = Duration::from_millis(300);
/// How often everything is looked at, also when nothing is told.
const CLOCK: Duration = Duration::from_secs(10);
/// How soon a look that failed is done again.
const AGAIN: Duration = Duration::from_millis(40);
/// How often the set of watched folders may change while one look is done.
const TRIES: usize = 3;

/// How changes are noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The system tells of them; where it does not, as `Poll`.
    Events,
    /// By looking at all files again and again.
    Poll,
}

/// What is different since the last look.
#[derive(Debug, Default)]
pub struct Look {
    /// Files that were added, changed or removed, sorted by path.
    pub changed: Vec<InputPath>,
    /// Whether [`Watch::trouble`] says something else than before.
    pub trouble: bool,
    /// What to tell the author once, each in one sentence.
    pub notices: Vec<String>,
}

impl Look {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && !self.trouble && self.notices.is_empty()
    }
}

/// All files of a site, kept up to date.
pub struct Watch {
    place: Place,
    known: Known,
    pending: Pending,
    /// `None` where everything is looked at again and again.
    events: Option<Events>,
    /// What is wrong with the files, told or not yet.
    failing: Option<Failing>,
    last_look: Instant,
    next_look: Instant,
    /// When files are read again that seem to be as they were.
    next_round: Instant,
    doubt: Doubt,
    told_of_loss: bool,
    /// What the next look will tell.
    look: Look,
}

struct Failing {
    error: DiskError,
    since: Instant,
    told: bool,
}

impl Watch {
    /// Reads all files of the site whose folder is `root`, and watches them from then on.
    pub fn start(root: &Path, how: How) -> Result<Watch, DiskError> {
        let place = Place::new(root)?;
        let now = Instant::now();
        let mut watch = Watch {
            place,
            known: Known::default(),
            pending: Pending::default(),
            events: None,
            failing: None,
            last_look: now,
            next_look: now,
            next_round: now + CLOCK,
            doubt: Doubt::None,
            told_of_loss: false,
            look: Look::default(),
        };
        if how == How::Events {
            watch.listen();
        }
        // Before anything is read, so that no change is missed; what is wrong with the folders is told by the look.
        if let Ok(found) = find(&watch.place.root) {
            watch.watch_just(&found.folders);
        }
        let fresh = watch.fresh().map_err(|error| watch.place.told(error))?;
        watch.known.take(fresh);
        watch.looked(now);
        Ok(watch)
    }

    /// All files as they were when every one of them could be read last.
    pub fn inputs(&self) -> &Inputs {
        &self.known.inputs
    }

    /// Why the files cannot be read now, if so: a build would stop at this.
    pub fn trouble(&self) -> Option<&DiskError> {
        self.failing.as_ref().filter(|failing| failing.told).map(|failing| &failing.error)
    }

    /// How changes are noticed now.
    pub fn how(&self) -> How {
        if self.events.is_some() { How::Events } else { How::Poll }
    }

    /// Waits until something is different, or until a point in time; without one, as long as it takes.
    pub fn next(&mut self, until: Option<Instant>) -> Look {
        let mut wait = Instant::now();
        loop {
            self.hear(wait);
            if Instant::now() >= self.next_look {
                self.look_at_all();
            }
            // While something cannot be read, the rest may be half a change.
            if self.failing.is_none() {
                let believed = self.pending.settle(|name| self.place.path(name), &mut self.known);
                self.look.changed.extend(believed.changed);
                if believed.odd {
                    self.next_look = Instant::now();
                    wait = self.next_look;
                    if self.look.is_empty() {
                        continue;
                    }
                }
            }
            if !self.look.is_empty() || until.is_some_and(|until| Instant::now() >= until) {
                return std::mem::take(&mut self.look);
            }
            let due = if self.failing.is_none() { self.pending.due() } else { None };
            wait = [until, due].into_iter().flatten().fold(self.next_look, Instant::min);
        }
    }

    /// Takes in what was told; waits for something until then.
    fn hear(&mut self, until: Instant) {
        let Some(events) = &mut self.events else {
            thread::sleep(until.saturating_duration_since(Instant::now()));
            return;
        };
        let told = events.hear(until);
        if events.lost_some() {
            self.doubt = Doubt::All;
            self.next_look = Instant::now();
            if !std::mem::replace(&mut self.told_of_loss, true) {
                self.look.notices.push(notices::LOST.to_owned());
            }
        }
        for Told { path, what } in told {
            self.heard(&path, what);
        }
    }

    /// Something has happened at a path.
    fn heard(&mut self, path: &Path, what: What) {
        let name = match self.place.role(path) {
            Role::Foreign => return,
            Role::Root => return self.look_soon(Duration::ZERO),
            Role::Input(name) => name,
        };
        self.look_soon(if self.failing.is_some() { AGAIN } else { AFTER });
        match what {
            What::Writing => self.pending.touch(name, Some(Writer::Open)),
            What::Written => self.pending.touch(name, Some(Writer::Closed)),
            What::Here => match fs::symlink_metadata(path) {
                Ok(data) if data.is_dir() => self.enter(path),
                _ => self.pending.touch(name, None),
            },
            What::Gone => {
                if let Some(events) = &mut self.events {
                    events.forget(path);
                }
                // Without it there is no guide, and not one whose texts were all deleted: a full look says so.
                if name.as_str() == "content" {
                    return self.look_soon(Duration::ZERO);
                }
                for file in self.known.below(&name) {
                    self.pending.touch(file, None);
                }
                // What is there again by now has been told of, too, or will be.
                match fs::symlink_metadata(path) {
                    Ok(data) if data.is_dir() => self.enter(path),
                    _ => self.pending.touch(name, None),
                }
            }
        }
    }

    /// A folder is there: watches it and all those in it, and then looks what is in them.
    fn enter(&mut self, folder: &Path) {
        let Some(events) = &mut self.events else { return };
        if events.watches(folder) {
            // Its mode has changed, or the like.
            return self.look_soon(Duration::ZERO);
        }
        let mut files = Vec::new();
        for _ in 0..TRIES {
            // What cannot be listed now is for a full look to say.
            let Ok(entries) = walk(folder, is_litter) else { return self.look_soon(Duration::ZERO) };
            let folders = entries.iter().filter(|entry| entry.kind == Kind::Folder).map(|entry| entry.path.as_path());
            let unwatched: Vec<&Path> =
                std::iter::once(folder).chain(folders).filter(|path| !events.watches(path)).collect();
            let complete = unwatched.is_empty();
            if let Err(deaf) = unwatched.into_iter().try_for_each(|folder| events.watch(folder)) {
                return self.give_up(deaf);
            }
            files = entries.into_iter().filter(|entry| entry.kind != Kind::Folder).map(|entry| entry.path).collect();
            if complete {
                break;
            }
        }
        for file in files {
            match self.place.role(&file) {
                Role::Input(name) => self.pending.found(name),
                Role::Root => self.look_soon(Duration::ZERO),
                Role::Foreign => {}
            }
        }
    }

    /// Everything is looked at after this time, or sooner.
    fn look_soon(&mut self, after: Duration) {
        let at = Instant::now() + after;
        self.next_look = match after {
            // Each change of a burst puts it off, but not for ever.
            AFTER => at.min(self.last_look + CLOCK),
            _ => at.min(self.next_look),
        };
    }

    /// Asks the system to tell of changes.
    fn listen(&mut self) {
        let root = &self.place.root;
        let folders = [root.clone(), root.join("content"), root.join("themes")];
        if let Some(silent) = folders.iter().find_map(|folder| kernel::silent(folder)) {
            self.look.notices.push(notices::silent(silent));
            return;
        }
        match Events::start() {
            Ok(events) => self.events = Some(events),
            Err(deaf) => self.give_up(deaf),
        }
    }

    /// The system does not tell of changes: they are looked for.
    fn give_up(&mut self, deaf: Deaf) {
        self.events = None;
        self.look.notices.push(notices::deaf(&deaf));
        self.next_look = Instant::now();
    }
}

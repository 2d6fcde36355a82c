//! When everything is looked at, and what comes of it.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::super::DiskError;
use super::events::Events;
use super::look::{self, Doubt};
use super::{AGAIN, CLOCK, Failing, TRIES, Watch};

/// How often everything is looked at where nothing can be told: a part of the time that a look takes, within these.
const POLL: (Duration, Duration) = (Duration::from_millis(500), Duration::from_secs(2));
const POLL_SHARE: u32 = 100;
/// How often everything is looked at while it cannot be read.
const TROUBLED: Duration = Duration::from_millis(500);
/// For how long a look has to fail until that is told.
const BELIEVED: Duration = Duration::from_millis(150);
/// The same for what goes by itself: another program holds a file.
const PASSING: Duration = Duration::from_secs(2);

impl Watch {
    /// Looks at everything. What differs is looked at once more before it is believed.
    pub(super) fn look_at_all(&mut self) {
        let start = Instant::now();
        match self.fresh() {
            Ok(fresh) => {
                if self.failing.take().is_some_and(|failing| failing.told) {
                    self.look.trouble = true;
                }
                for name in fresh.different(&mut self.known) {
                    self.pending.found(name);
                }
                self.looked(start);
            }
            Err(error) => self.fail(self.place.told(error)),
        }
    }

    /// A full look that finds all folders watched: what happens after it is told.
    pub(super) fn fresh(&mut self) -> Result<look::Fresh, DiskError> {
        let now = Instant::now();
        let by_the_clock = now >= self.next_round;
        let doubt = if self.doubt == Doubt::None && by_the_clock { Doubt::Some } else { self.doubt };
        let mut fresh = self.known.look(&self.place.root, doubt)?;
        for _ in 0..TRIES {
            if self.watch_just(&fresh.folders) {
                break;
            }
            fresh = self.known.look(&self.place.root, doubt)?;
        }
        self.doubt = Doubt::None;
        if by_the_clock {
            self.next_round = now + CLOCK;
        }
        Ok(fresh)
    }

    /// Watches these folders and no others. Whether it did so already.
    pub(super) fn watch_just(&mut self, folders: &[PathBuf]) -> bool {
        let Some(events) = &mut self.events else { return true };
        let unwatched = events.unwatched(folders);
        if unwatched.as_ref().is_some_and(Vec::is_empty) {
            return true;
        }
        let watched = match unwatched {
            Some(unwatched) => unwatched.iter().try_for_each(|folder| events.watch(folder)),
            None => Events::start().and_then(|new| {
                *events = new;
                folders.iter().try_for_each(|folder| events.watch(folder))
            }),
        };
        if let Err(deaf) = watched {
            self.give_up(deaf);
        }
        false
    }

    /// A full look has gone well.
    pub(super) fn looked(&mut self, start: Instant) {
        let now = Instant::now();
        self.last_look = now;
        let pause = match self.events {
            Some(_) => CLOCK,
            None => ((now - start) * POLL_SHARE).clamp(POLL.0, POLL.1),
        };
        self.next_look = now + pause;
    }

    /// A full look has failed, which is told if it goes on.
    fn fail(&mut self, error: DiskError) {
        let now = Instant::now();
        let since = self.failing.as_ref().map_or(now, |failing| failing.since);
        let told = self.failing.as_ref().filter(|failing| failing.told).map(|failing| failing.error.to_string());
        let is_told = told.is_some();
        self.look.trouble |= told.is_some_and(|told| told != error.to_string());
        let failing = self.failing.insert(Failing { error, since, told: is_told });
        let patience = if failing.error.is_passing() { PASSING } else { BELIEVED };
        if !failing.told && now >= failing.since + patience {
            failing.told = true;
            self.look.trouble = true;
        }
        self.next_look = now + if failing.told { TROUBLED } else { AGAIN };
    }
}

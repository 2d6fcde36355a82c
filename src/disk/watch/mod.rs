//! The files of a site, kept up to date while editors work on them.
//!
//! A full look at the folder is what makes it right. Whatever the system tells of changes is only a short cut.

mod look;

use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::DiskError;
use crate::base::InputPath;
use crate::input::Inputs;
use look::Known;

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
    /// The site's folder, wherever the program is.
    root: PathBuf,
    /// The same as the author named it.
    shown: PathBuf,
    known: Known,
    trouble: Option<DiskError>,
    next_look: Instant,
}

/// How long after one look the next one comes.
const POLL: Duration = Duration::from_millis(500);

impl Watch {
    /// Reads all files of the site whose folder is `root`, and watches them from then on.
    pub fn start(root: &Path, _how: How) -> Result<Watch, DiskError> {
        let real =
            std::path::absolute(root).map_err(|error| DiskError::io("cannot read the site's folder", root, &error))?;
        let mut known = Known::default();
        let fresh = look::look(&real, &known).map_err(|error| error.shown_below(&real, root))?;
        known.take(fresh);
        let next_look = Instant::now() + POLL;
        Ok(Watch { root: real, shown: root.to_path_buf(), known, trouble: None, next_look })
    }

    /// All files as they were at the last look that could read every one of them.
    pub fn inputs(&self) -> &Inputs {
        &self.known.inputs
    }

    /// Why the files cannot be read now, if so: a build would stop at this.
    pub fn trouble(&self) -> Option<&DiskError> {
        self.trouble.as_ref()
    }

    /// Waits until something is different, or until a point in time; without one, as long as it takes.
    pub fn next(&mut self, until: Option<Instant>) -> Look {
        loop {
            let now = Instant::now();
            if now >= self.next_look {
                let look = self.look();
                self.next_look = Instant::now() + POLL;
                if !look.is_empty() {
                    return look;
                }
            }
            if until.is_some_and(|until| now >= until) {
                return Look::default();
            }
            let wake = until.map_or(self.next_look, |until| until.min(self.next_look));
            thread::sleep(wake.saturating_duration_since(Instant::now()));
        }
    }

    fn look(&mut self) -> Look {
        let mut look = Look::default();
        let trouble = match look::look(&self.root, &self.known) {
            Ok(fresh) => {
                look.changed = self.known.take(fresh);
                None
            }
            Err(error) => Some(error.shown_below(&self.root, &self.shown)),
        };
        let words = |trouble: &Option<DiskError>| trouble.as_ref().map(ToString::to_string);
        look.trouble = words(&trouble) != words(&self.trouble);
        self.trouble = trouble;
        look
    }
}

//! A full look at a site's folder: what makes a watch right, whatever was told of changes or not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::super::DiskError;
use super::super::kernel::{Stamp, stamp};
use super::super::read::{Found, Whole, find, whole};
use super::super::walk::{Kind, kind};
use crate::base::InputPath;
use crate::input::Inputs;

/// Within this time of a change, another one may leave the same stamp: clocks of file systems tick
/// slowly, those of FAT every two seconds.
const TICK: Duration = Duration::from_secs(2);

/// So many files whose stamp is as it was are read all the same, at each look that comes by the clock.
const ROUND: usize = 256;

/// All files of a site as they were read last.
#[derive(Default)]
pub(super) struct Known {
    pub(super) inputs: Inputs,
    /// What the system said of each file then.
    stamps: BTreeMap<InputPath, Stamp>,
    /// Files that were read so soon after a change that another one would not show in their stamp.
    young: BTreeMap<InputPath, Instant>,
    /// Where the round of files that are read by the clock goes on.
    round: Option<InputPath>,
}

/// What is read although its stamp is as it was.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Nothing.
    None,
    /// What changed lately, and some others in turn: by and by everything.
    Some,
    /// Everything.
    All,
}

/// What a look found.
pub(super) struct Fresh {
    /// Files that were read because they may differ.
    read: Vec<(InputPath, Stamp, Arc<[u8]>)>,
    gone: Vec<InputPath>,
    /// All folders that files were looked for in.
    pub(super) folders: Vec<PathBuf>,
}

impl Fresh {
    /// The files that are not as they were known.
    pub(super) fn different(self, known: &mut Known) -> Vec<InputPath> {
        let mut different = self.gone;
        for (name, stamp, bytes) in self.read {
            match known.has(&name, &bytes) {
                true => known.seen(&name, stamp),
                false => different.push(name),
            }
        }
        different
    }
}

impl Known {
    /// Looks at all files, and reads those that may differ.
    pub(super) fn look(&mut self, root: &Path, doubt: Doubt) -> Result<Fresh, DiskError> {
        let Found { files, folders } = find(root)?;
        let doubted = if doubt == Doubt::Some { self.doubted() } else { BTreeSet::new() };
        let read = |(path, name): &(PathBuf, InputPath)| {
            // What cannot be looked at cannot be read either, which then says why.
            if doubt != Doubt::All
                && !doubted.contains(name)
                && let (Some(last), Ok(data)) = (self.stamps.get(name), fs::symlink_metadata(path))
                && kind(data.file_type()) == Kind::File
                && *last == stamp(&data)
            {
                return None;
            }
            // Made one by one, or all files would stand in memory twice.
            Some(whole(path).map(|Whole { bytes, data }| (name.clone(), stamp(&data), bytes.into())))
        };
        let read: Vec<_> = files.par_iter().map(read).collect();
        let read = read.into_iter().flatten().collect::<Result<_, _>>()?;
        let there: BTreeSet<&InputPath> = files.iter().map(|(_, name)| name).collect();
        let gone = self.stamps.keys().filter(|name| !there.contains(name)).cloned().collect();
        Ok(Fresh { read, gone, folders })
    }

    /// Takes in all that a look found.
    pub(super) fn take(&mut self, fresh: Fresh) {
        for name in &fresh.gone {
            self.remove(name);
        }
        for (name, stamp, bytes) in fresh.read {
            self.stamps.insert(name.clone(), stamp);
            self.inputs.insert(name, bytes);
        }
    }

    /// The bytes of a file.
    pub(super) fn bytes(&self, name: &InputPath) -> Option<&Arc<[u8]>> {
        self.inputs.bytes(name)
    }

    /// Whether a file has these bytes.
    pub(super) fn has(&self, name: &InputPath, bytes: &[u8]) -> bool {
        self.bytes(name).is_some_and(|known| **known == *bytes)
    }

    /// A file was read again, and its bytes are the same.
    pub(super) fn seen(&mut self, name: &InputPath, stamp: Stamp) {
        self.stamps.insert(name.clone(), stamp);
    }

    /// A file has other bytes, or is new.
    pub(super) fn put(&mut self, name: &InputPath, stamp: Stamp, bytes: Vec<u8>) {
        self.stamps.insert(name.clone(), stamp);
        self.young.insert(name.clone(), Instant::now());
        self.inputs.insert(name.clone(), bytes);
    }

    /// A file is gone.
    pub(super) fn remove(&mut self, name: &InputPath) {
        self.stamps.remove(name);
        self.young.remove(name);
        self.inputs.remove(name);
    }

    /// All files in a folder and in its folders.
    pub(super) fn below(&self, folder: &InputPath) -> Vec<InputPath> {
        let start = InputPath::new(format!("{folder}/"));
        let from = self.stamps.range(start.clone()..);
        from.map(|(name, _)| name).take_while(|name| name.as_str().starts_with(start.as_str())).cloned().collect()
    }

    /// What to read although its stamp is as it was; the next call names others.
    fn doubted(&mut self) -> BTreeSet<InputPath> {
        let old = |since: &Instant| since.elapsed() > TICK;
        let mut doubted: BTreeSet<InputPath> =
            self.young.iter().filter(|(_, since)| old(since)).map(|(name, _)| name.clone()).collect();
        self.young.retain(|_, since| !old(since));
        let from = self.round.take().map_or(Bound::Unbounded, Bound::Excluded);
        let round = self.stamps.range((from, Bound::Unbounded)).map(|(name, _)| name).take(ROUND);
        let round: Vec<InputPath> = round.cloned().collect();
        // Past the end, the next round begins anew.
        self.round = round.last().cloned();
        doubted.extend(round);
        doubted
    }
}

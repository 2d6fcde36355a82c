//! A full look at a site's folder: what differs from what is known of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::super::kernel::{Stamp, stamp};
use super::super::read::{Found, Whole, find, whole};
use super::super::{DiskError, walk};
use crate::base::InputPath;
use crate::input::Inputs;

/// All files of a site as they were read last, and how they looked to the system then.
#[derive(Default)]
pub(super) struct Known {
    pub(super) inputs: Inputs,
    pub(super) stamps: BTreeMap<InputPath, Stamp>,
}

/// What a look found: files that were read because they may differ, and files that are gone.
pub(super) struct Fresh {
    pub(super) read: Vec<(InputPath, Stamp, Vec<u8>)>,
    pub(super) gone: Vec<InputPath>,
}

/// Looks at all files, and reads those that may differ.
pub(super) fn look(root: &Path, known: &Known) -> Result<Fresh, DiskError> {
    let Found { files, .. } = find(root)?;
    let read = |(path, name): &(std::path::PathBuf, InputPath)| {
        let last = known.stamps.get(name);
        // What cannot be looked at cannot be read either, which then says why.
        if let (Some(last), Ok(data)) = (last, fs::symlink_metadata(path))
            && walk::kind(data.file_type()) == walk::Kind::File
            && *last == stamp(&data)
        {
            return None;
        }
        let read = whole(path).map(|Whole { bytes, data }| (name.clone(), stamp(&data), bytes));
        Some(read)
    };
    let read = files.par_iter().map(read).collect::<Vec<_>>().into_iter().flatten().collect::<Result<Vec<_>, _>>()?;
    let there: std::collections::BTreeSet<&InputPath> = files.iter().map(|(_, name)| name).collect();
    let gone = known.stamps.keys().filter(|name| !there.contains(name)).cloned().collect();
    Ok(Fresh { read, gone })
}

impl Known {
    /// Takes in what is fresh; the paths whose bytes differ, sorted.
    pub(super) fn take(&mut self, fresh: Fresh) -> Vec<InputPath> {
        let mut changed = Vec::new();
        for (name, stamp, bytes) in fresh.read {
            self.stamps.insert(name.clone(), stamp);
            if self.inputs.bytes(&name).is_none_or(|known| **known != *bytes) {
                self.inputs.insert(name.clone(), bytes);
                changed.push(name);
            }
        }
        for name in fresh.gone {
            self.stamps.remove(&name);
            self.inputs.remove(&name);
            changed.push(name);
        }
        changed.sort();
        changed
    }
}

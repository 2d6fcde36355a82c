//! What the author gave: all files of a site as data, read once.
//!
//! [`Inputs::from_pairs`] is all a test needs; the program fills it in `disk`.

use std::sync::Arc;

use crate::base::InputPath;

/// So many files stand together at most; where one changes, so many are copied.
const CHUNK: usize = 128;

/// All input files of a site, by path; iterated in the order of their paths.
///
/// A copy costs nothing and shares what is the same, so that two of them are quickly told apart: [`Inputs::changes`].
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// Sorted by path, none of them empty.
    chunks: Arc<Vec<Arc<Chunk>>>,
}

/// Files that stand together, sorted by path.
type Chunk = Vec<(InputPath, Arc<[u8]>)>;

impl Inputs {
    /// Inputs made of paths (`content/articles/knee.md`) and their bytes.
    pub fn from_pairs<P: AsRef<str>, B: AsRef<[u8]>>(pairs: impl IntoIterator<Item = (P, B)>) -> Inputs {
        let mut inputs = Inputs::default();
        for (path, bytes) in pairs {
            inputs.insert(InputPath::new(path.as_ref()), bytes.as_ref());
        }
        inputs
    }

    /// Adds a file; a second one of the same path takes the first one's place.
    pub fn insert(&mut self, path: InputPath, bytes: impl Into<Arc<[u8]>>) {
        let chunks = Arc::make_mut(&mut self.chunks);
        let count = chunks.len();
        // The last chunk that begins at or before the path; what comes before all of them goes to the first.
        let at = chunks.partition_point(|chunk| first(chunk) <= Some(&path)).saturating_sub(1);
        let Some(chunk) = chunks.get_mut(at) else {
            chunks.push(Arc::new(vec![(path, bytes.into())]));
            return;
        };
        let chunk = Arc::make_mut(chunk);
        match chunk.binary_search_by(|(known, _)| known.cmp(&path)) {
            Ok(place) => {
                if let Some(file) = chunk.get_mut(place) {
                    file.1 = bytes.into();
                }
            }
            Err(place) => chunk.insert(place, (path, bytes.into())),
        }
        if chunk.len() > CHUNK {
            // Files mostly come in the order of their paths: then chunks are filled up.
            let rest = chunk.split_off(if at + 1 == count { CHUNK } else { CHUNK / 2 });
            chunks.insert(at + 1, Arc::new(rest));
        }
    }

    /// Takes a file away, and gives its bytes.
    pub fn remove(&mut self, path: &InputPath) -> Option<Arc<[u8]>> {
        let (at, place) = self.place(path)?;
        let chunks = Arc::make_mut(&mut self.chunks);
        let chunk = Arc::make_mut(chunks.get_mut(at)?);
        let (_, bytes) = chunk.remove(place);
        if chunk.is_empty() {
            chunks.remove(at);
        }
        Some(bytes)
    }

    /// The bytes of a file.
    pub fn bytes(&self, path: &InputPath) -> Option<&Arc<[u8]>> {
        let (at, place) = self.place(path)?;
        Some(&self.chunks.get(at)?.get(place)?.1)
    }

    /// The text of a file, if it is valid UTF-8.
    pub fn text(&self, path: &InputPath) -> Option<&str> {
        self.bytes(path).and_then(|bytes| std::str::from_utf8(bytes).ok())
    }

    /// All files, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&InputPath, &Arc<[u8]>)> {
        self.chunks.iter().flat_map(|chunk| chunk.iter()).map(|(path, bytes)| (path, bytes))
    }

    /// The files whose paths begin so, sorted by path.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a InputPath, &'a Arc<[u8]>)> {
        let is_before = |chunk: &Arc<Chunk>| chunk.last().is_some_and(|(path, _)| path.as_str() < folder);
        let chunks = self.chunks.get(self.chunks.partition_point(is_before)..).unwrap_or(&[]);
        let files = chunks.iter().flat_map(|chunk| chunk.iter()).map(|(path, bytes)| (path, bytes));
        files
            .skip_while(move |(path, _)| path.as_str() < folder)
            .take_while(move |(path, _)| path.as_str().starts_with(folder))
    }

    /// The files that are not in `older`, or have other bytes there, and those that only `older` has; sorted by path.
    pub fn changes(&self, older: &Inputs) -> Vec<InputPath> {
        let mut changes = Vec::new();
        let (mut new, mut old) = (Walk::of(self), Walk::of(older));
        loop {
            if new.skip_shared(&mut old) {
                continue;
            }
            match (new.file(), old.file()) {
                (None, None) => return changes,
                (Some((path, bytes)), Some((known, before))) if path == known => {
                    if !Arc::ptr_eq(bytes, before) && bytes != before {
                        changes.push(path.clone());
                    }
                    new.step();
                    old.step();
                }
                (Some((path, _)), known) if known.is_none_or(|(known, _)| path < known) => {
                    changes.push(path.clone());
                    new.step();
                }
                (_, Some((gone, _))) => {
                    changes.push(gone.clone());
                    old.step();
                }
                // The arm before the last takes each new file that no old one stands before.
                (Some(_), None) => new.step(),
            }
        }
    }

    /// The chunk that a file stands in, and its place there.
    fn place(&self, path: &InputPath) -> Option<(usize, usize)> {
        let at = self.chunks.partition_point(|chunk| first(chunk) <= Some(path)).checked_sub(1)?;
        let place = self.chunks.get(at)?.binary_search_by(|(known, _)| known.cmp(path)).ok()?;
        Some((at, place))
    }
}

fn first(chunk: &Arc<Chunk>) -> Option<&InputPath> {
    chunk.first().map(|(path, _)| path)
}

/// A walk through all files, chunk by chunk.
struct Walk<'a> {
    chunks: &'a [Arc<Chunk>],
    place: usize,
}

impl<'a> Walk<'a> {
    fn of(inputs: &'a Inputs) -> Walk<'a> {
        Walk { chunks: &inputs.chunks, place: 0 }
    }

    fn file(&self) -> Option<&'a (InputPath, Arc<[u8]>)> {
        self.chunks.first()?.get(self.place)
    }

    fn step(&mut self) {
        self.place += 1;
        if self.chunks.first().is_some_and(|chunk| self.place >= chunk.len()) {
            self.chunks = self.chunks.get(1..).unwrap_or(&[]);
            self.place = 0;
        }
    }

    /// Goes past a chunk that both have, if both stand before it.
    fn skip_shared(&mut self, other: &mut Walk<'a>) -> bool {
        let (Some(mine), Some(theirs)) = (self.chunks.first(), other.chunks.first()) else { return false };
        let is_shared = self.place == 0 && other.place == 0 && Arc::ptr_eq(mine, theirs);
        if is_shared {
            self.chunks = self.chunks.get(1..).unwrap_or(&[]);
            other.chunks = other.chunks.get(1..).unwrap_or(&[]);
        }
        is_shared
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Numbers that look random.
    fn roll(state: &mut u64) -> usize {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(*state >> 40).unwrap_or(0)
    }

    #[test]
    fn files_are_found_and_changes_told_as_by_two_plain_maps() {
        let mut state = 1;
        let (mut inputs, mut plain) = (Inputs::default(), BTreeMap::new());
        for round in 0..40 {
            let (old, old_plain) = (inputs.clone(), plain.clone());
            for _ in 0..if round < 10 { 100 } else { 7 } {
                let path = InputPath::new(format!("content/{}.md", roll(&mut state) % 700));
                if roll(&mut state).is_multiple_of(4) {
                    assert_eq!(inputs.remove(&path), plain.remove(&path));
                } else {
                    let bytes: Arc<[u8]> = Arc::from(&[u8::from(roll(&mut state).is_multiple_of(2))][..]);
                    inputs.insert(path.clone(), bytes.clone());
                    plain.insert(path, bytes);
                }
            }
            assert!(inputs.iter().eq(plain.iter()));
            assert!(plain.iter().all(|(path, bytes)| inputs.bytes(path) == Some(bytes)));
            let paths: std::collections::BTreeSet<_> = plain.keys().chain(old_plain.keys()).collect();
            let changed = paths.into_iter().filter(|path| plain.get(*path) != old_plain.get(*path)).cloned();
            let below = plain.iter().filter(|(path, _)| path.as_str().starts_with("content/3"));
            assert!(inputs.below("content/3").eq(below));
            assert_eq!(inputs.changes(&old), changed.collect::<Vec<_>>());
        }
    }
}

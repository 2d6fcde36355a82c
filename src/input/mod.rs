//! What the author gave: all files of a site as data, read once.
//!
//! [`Inputs::from_pairs`] is all a test needs; the program fills it in `disk`.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::InputPath;

/// All input files of a site, by path; iterated in the order of their paths.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    files: BTreeMap<InputPath, Arc<[u8]>>,
}

impl Inputs {
    /// Inputs made of paths (`content/articles/knee.md`) and their bytes.
    pub fn from_pairs<P: AsRef<str>, B: AsRef<[u8]>>(pairs: impl IntoIterator<Item = (P, B)>) -> Inputs {
        let file = |(path, bytes): (P, B)| (InputPath::new(path.as_ref()), Arc::from(bytes.as_ref()));
        Inputs { files: pairs.into_iter().map(file).collect() }
    }

    /// Adds a file; a second one of the same path takes the first one's place.
    pub fn insert(&mut self, path: InputPath, bytes: impl Into<Arc<[u8]>>) {
        self.files.insert(path, bytes.into());
    }

    /// Takes a file away, and gives its bytes.
    pub fn remove(&mut self, path: &InputPath) -> Option<Arc<[u8]>> {
        self.files.remove(path)
    }

    /// The bytes of a file.
    pub fn bytes(&self, path: &InputPath) -> Option<&Arc<[u8]>> {
        self.files.get(path)
    }

    /// The text of a file, if it is valid UTF-8.
    pub fn text(&self, path: &InputPath) -> Option<&str> {
        self.files.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok())
    }

    /// All files, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&InputPath, &Arc<[u8]>)> {
        self.files.iter()
    }
}

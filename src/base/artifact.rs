//! Bytes and where they go.

use std::sync::Arc;

/// A finished file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Where it goes, below the output folder: `articles/knee/index.html`.
    pub path: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

//! The path of an input file below the site's root, with `/` on every system.

use std::fmt;
use std::sync::Arc;

/// The path of an input, relative to the site's root: `content/articles/knee.md`.
///
/// Cheap to clone. Compared byte by byte, so every list of paths has one order everywhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InputPath(Arc<str>);

impl InputPath {
    /// The path as given; the caller has put `/` between its parts.
    pub fn new(path: impl Into<Arc<str>>) -> InputPath {
        InputPath(path.into())
    }

    /// The whole path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file's name, without its folders.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The file's name without its ending: `knee` of `content/articles/knee.md`.
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The ending without its dot, `""` if there is none.
    pub fn extension(&self) -> &str {
        self.file_name().rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// The folder's path, `""` for a file at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The path that a relative reference in this file means, or `None` if it leaves the root.
    pub fn join(&self, reference: &str) -> Option<InputPath> {
        let mut parts: Vec<&str> = self.folder().split('/').filter(|part| !part.is_empty()).collect();
        for part in reference.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                part => parts.push(part),
            }
        }
        Some(InputPath::new(parts.join("/")))
    }
}

impl fmt::Display for InputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

//! Where a site lies, and which of the paths below it are its inputs.

use std::path::{Path, PathBuf};

use super::super::DiskError;
use super::super::litter::is_litter;
use crate::base::InputPath;

/// A site's folder.
pub(super) struct Place {
    /// Wherever the program is, and whatever else has the folder's place.
    pub(super) root: PathBuf,
    /// As the author named it.
    shown: PathBuf,
}

/// What a path is to a site.
pub(super) enum Role {
    /// The site's own folder.
    Root,
    /// An input, or a folder with inputs.
    Input(InputPath),
    /// Litter, the output, and whatever else lies beside the inputs.
    Foreign,
}

impl Place {
    pub(super) fn new(shown: &Path) -> Result<Place, DiskError> {
        let root = std::path::absolute(shown)
            .map_err(|error| DiskError::io("cannot read the site's folder", shown, &error))?;
        Ok(Place { root, shown: shown.to_path_buf() })
    }

    /// Where an input lies.
    pub(super) fn path(&self, name: &InputPath) -> PathBuf {
        self.root.join(name.as_str())
    }

    /// What a path is to this site.
    pub(super) fn role(&self, path: &Path) -> Role {
        let Ok(rest) = path.strip_prefix(&self.root) else { return Role::Root };
        // A name that is not UTF-8 is nobody's litter: a full look says what is wrong with it.
        let Some(parts) = rest.iter().map(|part| part.to_str()).collect::<Option<Vec<&str>>>() else {
            return Role::Root;
        };
        match parts.as_slice() {
            [] => Role::Root,
            ["site.toml"] => Role::Input(InputPath::new("site.toml")),
            ["content" | "themes", below @ ..] if !below.iter().any(|name| is_litter(name)) => {
                Role::Input(InputPath::new(parts.join("/")))
            }
            _ => Role::Foreign,
        }
    }

    /// An error with the paths that the author knows.
    pub(super) fn told(&self, error: DiskError) -> DiskError {
        error.shown_below(&self.root, &self.shown)
    }
}

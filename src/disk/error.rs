//! What to say when something outside could not be done.
//!
//! Mistakes in the content are never told here: they are problems, with a place in a text.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::kernel;

/// Something outside could not be done: what, where, why, and what to do about it. Exit status 2.
///
/// Printed as `cannot read "site.toml": it is not there`, then a help line if there is one.
#[derive(Debug)]
pub struct DiskError {
    what: String,
    path: PathBuf,
    reason: String,
    help: Option<String>,
    passing: bool,
}

/// The reasons that people meet most, in words; all others are told as the system tells them.
const REASONS: &[(ErrorKind, &str)] = &[
    (ErrorKind::NotFound, "it is not there"),
    (ErrorKind::PermissionDenied, "permission denied"),
    (ErrorKind::AlreadyExists, "something of that name is already there"),
    (ErrorKind::NotADirectory, "it is not a folder"),
    (ErrorKind::StorageFull, "the disk is full"),
    (ErrorKind::ReadOnlyFilesystem, "the file system is read-only"),
    (ErrorKind::InvalidFilename, "the name is too long, or not one that the file system takes"),
];

/// What is over as soon as another program is done.
const PASSING: &[ErrorKind] = &[
    ErrorKind::ExecutableFileBusy,
    ErrorKind::Interrupted,
    ErrorKind::ResourceBusy,
    ErrorKind::StaleNetworkFileHandle,
    ErrorKind::TimedOut,
    ErrorKind::WouldBlock,
];

impl DiskError {
    /// `what` could not be done with `path`, and the reason, each one lower-case phrase.
    pub(super) fn new(what: impl Into<String>, path: impl Into<PathBuf>, reason: impl Into<String>) -> DiskError {
        DiskError { what: what.into(), path: path.into(), reason: reason.into(), help: None, passing: false }
    }

    /// The same, where the system gave the reason. `path` is what the system refused.
    pub(super) fn io(what: impl Into<String>, path: impl Into<PathBuf>, error: &io::Error) -> DiskError {
        let path = path.into();
        let reason = reason(&path, error);
        let passing = PASSING.contains(&error.kind());
        DiskError { passing, ..DiskError::new(what, path, reason) }
    }

    /// The same, where another program is at work that will soon be done.
    #[must_use]
    pub(super) fn passing(self) -> DiskError {
        DiskError { passing: true, ..self }
    }

    /// Whether the same may well go in a moment, with nobody doing anything about it.
    pub(super) fn is_passing(&self) -> bool {
        self.passing
    }

    /// The same, with a path below `real` told as it is below `shown`.
    #[must_use]
    pub(super) fn shown_below(mut self, real: &Path, shown: &Path) -> DiskError {
        if let Ok(rest) = self.path.strip_prefix(real) {
            self.path = match () {
                () if rest.as_os_str().is_empty() => shown.to_path_buf(),
                () if shown == Path::new(".") => rest.to_path_buf(),
                () => shown.join(rest),
            };
        }
        self
    }

    /// Says what to do about it.
    #[must_use]
    pub(super) fn help(mut self, help: impl Into<String>) -> DiskError {
        self.help = Some(help.into());
        self
    }
}

fn reason(path: &Path, error: &io::Error) -> String {
    let known = REASONS.iter().find(|(kind, _)| *kind == error.kind());
    let words = known.map_or_else(|| error.to_string(), |(_, words)| (*words).to_owned());
    match kernel::mode(path) {
        Some(mode) if error.kind() == ErrorKind::PermissionDenied => format!("{words} (its mode is {mode:04o})"),
        _ => words,
    }
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Quoted as Rust quotes: a line break or an escape sequence in a name stays visible.
        write!(f, "{} {:?}: {}", self.what, self.path, self.reason)?;
        match &self.help {
            Some(help) => write!(f, "\n  = help: {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for DiskError {}

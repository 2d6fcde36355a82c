//! What people see: problems on stderr, results on stdout.
//!
//! Printing can fail (a full disk behind a redirection, a reader that has gone): that is told by the
//! exit status, never by a panic, so nothing here uses `println!`.

use std::io::{self, Write};
use std::process::{Command, Stdio};

use super::terminal;
use crate::disk::DiskError;
use crate::report::human::Style;

/// Why the program could not do its work.
#[derive(Debug)]
pub(super) struct Failure(String);

impl Failure {
    /// What could not be done, and what to do about it.
    pub(super) fn new(what: impl std::fmt::Display, help: &str) -> Failure {
        Failure(format!("{what}\n  = help: {help}"))
    }
}

impl From<DiskError> for Failure {
    fn from(error: DiskError) -> Failure {
        Failure(error.to_string())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure(format!("cannot print: {error}"))
    }
}

/// Prints why the program could not do its work.
pub(super) fn failure(failure: &Failure) {
    // If even that cannot be printed, the exit status still tells.
    let _ = writeln!(io::stderr(), "error: {}", failure.0);
}

/// How problems are drawn for who reads them, and in how many columns; `None`: in a file or a pipe.
pub(super) fn page() -> (Style, Option<usize>) {
    let stream = io::stderr();
    (terminal::style(&stream), terminal::columns(&stream))
}

/// How a result for people is drawn, and in how many columns; `None`: in a file or a pipe.
pub(super) fn result_page() -> (Style, Option<usize>) {
    let stream = io::stdout();
    (terminal::style(&stream), terminal::columns(&stream))
}

/// Prints text beside the result, as it is.
pub(super) fn beside(text: &str) -> io::Result<()> {
    io::stderr().write_all(text.as_bytes())
}

/// "1 page", "2 pages"
pub(super) fn many(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

/// Prints lines that are the result.
pub(super) fn results(lines: &str) -> io::Result<()> {
    io::stdout().write_all(lines.as_bytes())?;
    io::stdout().flush()
}

/// Prints a result.
pub(super) fn result(line: &str) -> io::Result<()> {
    writeln!(io::stdout(), "{line}")
}

/// Prints a note beside the result.
pub(super) fn note(line: &str) -> io::Result<()> {
    writeln!(io::stderr(), "note: {line}")
}

/// Prints what to be careful with.
pub(super) fn warning(line: &str) -> io::Result<()> {
    writeln!(io::stderr(), "warning: {line}")
}

/// Shows a page in the browser of whoever uses this computer; whether there is one.
pub(super) fn in_browser(url: &str) -> bool {
    let mut opener = Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" });
    opener.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
}

//! What people see: problems on stderr, results on stdout.
//!
//! Printing can fail (a full disk behind a redirection, a reader that has gone): that is told by the
//! exit status, never by a panic, so nothing here uses `println!`.

use std::io::{self, IsTerminal, Write};

use crate::base::InputPath;
use crate::disk::DiskError;
use crate::input::Inputs;
use crate::report::human::{self, Style};
use crate::report::{Problems, Severity};

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

/// Prints all problems but notes with their pictures, and a line that counts them.
pub(super) fn problems(problems: &Problems, inputs: &Inputs) -> io::Result<()> {
    let problems = &problems.clone().without_notes();
    if problems.is_empty() {
        return Ok(());
    }
    let mut stderr = io::stderr().lock();
    let colour = std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty()) && stderr.is_terminal();
    let style = if colour { Style::Coloured } else { Style::Plain };
    let source_of = |path: &InputPath| inputs.text(path);
    stderr.write_all(human::render(problems, style, &source_of).as_bytes())?;
    writeln!(stderr, "{}", count(problems))
}

/// "2 errors and 1 warning"
fn count(problems: &Problems) -> String {
    let words = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")];
    let counts = words.map(|(severity, word)| (problems.count(severity), word));
    let counts = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| many(count, word));
    counts.collect::<Vec<_>>().join(" and ")
}

/// "1 page", "2 pages"
pub(super) fn many(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

/// Prints a result.
pub(super) fn result(line: &str) -> io::Result<()> {
    writeln!(io::stdout(), "{line}")
}

/// Prints a note beside the result.
pub(super) fn note(line: &str) -> io::Result<()> {
    writeln!(io::stderr(), "note: {line}")
}

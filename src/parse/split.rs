//! Finds the front matter of a document: the lines between the first `---` and the next.
//!
//! Works on the bytes as they are, with or without a byte-order mark, whatever the line ends, so
//! that every span counts in the file itself.

use super::rules;
use crate::base::{InputPath, Span};
use crate::report::Diagnostic;

/// The two halves of a document.
pub(super) struct Halves {
    /// The first fence: where missing keys are reported.
    pub(super) fence: Span,
    /// The metadata, without the fences.
    pub(super) front: Span,
    /// The text.
    pub(super) body: Span,
}

/// The two halves of `source`, or what is wrong with its fences.
pub(super) fn split(path: &InputPath, source: &str) -> Result<Halves, Box<Diagnostic>> {
    let start = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = Lines { source, at: start };
    let first = lines.next().unwrap_or(Span::new(start, start));
    if !is_fence(source, first) {
        let example = "begin the file with a line `---`, then `title: …`, then another line `---`";
        return Err(Box::new(
            Diagnostic::new(&rules::FRONT_MATTER_MISSING, first.in_file(path), "the metadata is missing")
                .label("a document begins with `---`")
                .help(example),
        ));
    }
    let front_start = lines.at;
    while let Some(line) = lines.next() {
        if is_fence(source, line) {
            let front = Span::new(front_start, line.start);
            return Ok(Halves { fence: first, front, body: Span::new(lines.at, source.len()) });
        }
    }
    Err(Box::new(
        Diagnostic::new(&rules::FRONT_MATTER_NOT_CLOSED, first.in_file(path), "the metadata is never closed")
            .label("opened here")
            .help("put a line `---` between the metadata and the text"),
    ))
}

fn is_fence(source: &str, line: Span) -> bool {
    source.get(line.start..line.end).is_some_and(|line| line.trim_end() == "---")
}

/// The lines of a text, without their line ends.
struct Lines<'a> {
    source: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let rest = self.source.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let line = Span::new(self.at, self.at + length);
        let end = rest.get(length..).unwrap_or("");
        let end = if end.starts_with("\r\n") { 2 } else { usize::from(!end.is_empty()) };
        self.at = line.end + end;
        Some(line)
    }
}

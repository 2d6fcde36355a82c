//! Line ends made one, and the way back to places in the file.
//!
//! The reader sees LF only, so CRLF and lone CR give the same tree as their LF twin; spans are
//! counted in the file as it is.

use std::borrow::Cow;
use std::ops::Range;

use crate::base::Span;

/// The part of a file that is read, with LF for every line end.
pub(super) struct Lines<'a> {
    text: Cow<'a, str>,
    /// Where the text begins in the file.
    start: usize,
    /// The places in `text` where a CR was left out before the LF. Sorted: `offset` searches in it.
    joined: Vec<usize>,
    /// The places of all LF. Sorted: `line_end` searches in it.
    ends: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The text `source`, which begins at byte `start` of its file.
    pub(super) fn new(source: &'a str, start: usize) -> Lines<'a> {
        if !source.contains('\r') {
            return Lines { ends: line_ends(source), text: Cow::Borrowed(source), start, joined: Vec::new() };
        }
        let mut text = String::with_capacity(source.len());
        let mut joined = Vec::new();
        let mut characters = source.chars().peekable();
        while let Some(character) = characters.next() {
            if character != '\r' {
                text.push(character);
            } else if characters.peek() == Some(&'\n') {
                joined.push(text.len());
            } else {
                text.push('\n');
            }
        }
        Lines { ends: line_ends(&text), text: Cow::Owned(text), start, joined }
    }

    /// The text, with LF for every line end.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The end of the line that holds `at`, without its line end.
    pub(super) fn line_end(&self, at: usize) -> usize {
        self.ends.get(self.ends.partition_point(|end| *end < at)).copied().unwrap_or(self.text.len())
    }

    /// The place in the file of a range of the text.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let start = self.border(range.start);
        let end = self.border(range.end).max(start);
        Span::new(self.offset(start), self.offset(end))
    }

    fn offset(&self, at: usize) -> usize {
        self.start + at + self.joined.partition_point(|place| *place < at)
    }

    /// The nearest character border at or before `at`.
    fn border(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        (0..=at).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0)
    }
}

fn line_ends(text: &str) -> Vec<usize> {
    text.match_indices('\n').map(|(at, _)| at).collect()
}

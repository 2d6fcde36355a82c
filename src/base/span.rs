//! Where something stands in a file: a byte range, and a value or a file that goes with it.

use super::InputPath;

/// A range of bytes in one file. `start <= end`, both on character borders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The range from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end);
        Span { start, end: end.max(start) }
    }

    /// The same range, counted from a place `offset` bytes earlier.
    #[must_use]
    pub fn shifted(self, offset: usize) -> Span {
        Span::new(self.start + offset, self.end + offset)
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The place of this range in a file.
    pub fn in_file(self, path: &InputPath) -> Place {
        Place { path: path.clone(), span: Some(self) }
    }
}

/// A value and where its author wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands in its file.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// `value`, written at `span`.
    pub fn new(value: T, span: Span) -> Spanned<T> {
        Spanned { value, span }
    }

    /// Another value at the same place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}

/// A range in a named file, or, without a range, the file as a whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub path: InputPath,
    /// The range in it; `None` where the file itself is meant.
    pub span: Option<Span>,
}

impl Place {
    /// A file as a whole: its name, not something in it.
    pub fn file(path: &InputPath) -> Place {
        Place { path: path.clone(), span: None }
    }
}

//! Markdown → a tree with spans → HTML. The only place that names `pulldown-cmark`.
//!
//! [`body`] reads the prose of one document and reports all that is wrong with it;
//! [`html::Writer`] writes the HTML of one page. In between stands the tree ([`Body`]), in which
//! nothing is resolved: a link still says what its author wrote.
//!
//! Raw HTML is refused, not cleaned, and the writer knows a closed set of elements and
//! attributes: no text of an author can become markup of a page.

pub mod address;
pub mod html;
pub mod model;
pub mod passages;
mod read;
pub mod rules;
pub mod sections;
pub mod terms;
pub mod text;
pub mod visit;

pub use model::*;

use crate::base::{InputPath, Span};
use crate::report::Reported;

/// Which Markdown a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// What authors write: CommonMark and our extensions.
    Guide,
    /// CommonMark alone, for the specification's examples.
    CommonMark,
}

/// Where task-list lines may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boxes {
    /// Articles and scenarios: each line is a checklist item.
    Allowed,
    /// Pages, the home page, parts, the glossary: there is no checklist.
    Refused,
}

/// Reads the Markdown of `source[range.start..range.end]`; all spans are counted in the whole file.
///
/// Never fails: what is wrong is reported, and the tree holds what could be read.
pub fn body(path: &InputPath, source: &str, range: Span, dialect: Dialect, boxes: Boxes) -> Reported<Body> {
    read::body(path, source, range, dialect, boxes)
}

#[cfg(test)]
mod tests;

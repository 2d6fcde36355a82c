//! The words around the finder: finder.md.

use super::shared::{ALLOW, Allowance, SUMMARY, TITLE, allowances};
use crate::base::{Span, Spanned};
use crate::parse::fields::{Key, Reader, Schema};
use crate::parse::node::Node;
use crate::report::Severity;

static OTHERWISE: Key = Key {
    name: "otherwise",
    example: "page/talk-to-us",
    doc: "Where a reader is led whom no situation fits: an article, a scenario, a decision, a page or a section.",
};

/// The keys of finder.md.
pub static FINDER: Schema = Schema { what: "finder.md", keys: &[&TITLE, &SUMMARY, &OTHERWISE, &ALLOW] };

/// The metadata of finder.md.
#[derive(Clone, Debug, PartialEq)]
pub struct Finder {
    /// The title of the finder's first page.
    pub title: Spanned<String>,
    /// What it gives.
    pub summary: Option<String>,
    /// Where a reader is led whom no scenario fits.
    pub otherwise: Option<Spanned<String>>,
    /// Findings that are right as they are.
    pub allow: Vec<Allowance>,
}

/// The metadata of finder.md, `None` if anything in it was reported: without its `otherwise`, the finder
/// would seem to lead nowhere.
pub(in crate::parse) fn finder(reader: &mut Reader<'_>, node: &Spanned<Node>, fence: Span) -> Option<Finder> {
    let before = reader.problems.count(Severity::Error);
    let fields = reader.fields(&FINDER, node, fence);
    let title = fields.required(reader, &TITLE, Reader::words);
    let summary = fields.optional(reader, &SUMMARY, Reader::words).map(|summary| summary.value);
    let otherwise = fields.optional(reader, &OTHERWISE, Reader::reference);
    let allow = allowances(reader, &fields);
    let finder = Finder { title: title?, summary, otherwise, allow };
    (reader.problems.count(Severity::Error) == before).then_some(finder)
}

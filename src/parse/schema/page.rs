//! The metadata of the home page, of parts and of plain pages.

use super::shared::{self, *};
use crate::base::{Date, Span, Spanned};
use crate::parse::fields::{Reader, Schema};
use crate::parse::node::Node;

/// The keys of a plain page.
pub static PAGE: Schema =
    Schema { what: "a page", keys: &[&TITLE, &SUMMARY, &ORDER, &UPDATED, &ALIASES, &DRAFT, &UNLISTED, &ALLOW] };
/// The keys of a part.
pub static PART: Schema = Schema { what: "a part", keys: &[&TITLE, &SUMMARY, &ORDER, &ALIASES, &DRAFT, &ALLOW] };
/// The keys of the home page.
pub static HOME: Schema = Schema { what: "the home page", keys: &[&TITLE, &SUMMARY, &ALLOW] };

/// The metadata of a plain page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its title.
    pub title: Spanned<String>,
    /// What it gives.
    pub summary: Option<String>,
    /// Its place among the pages.
    pub order: i64,
    /// When its words last changed in substance.
    pub updated: Option<Date>,
    /// Old names and addresses.
    pub aliases: Vec<Spanned<String>>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Whether it is in no list.
    pub unlisted: bool,
    /// Findings that are right as they are.
    pub allow: Vec<Allowance>,
}

/// The metadata of a part.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its title.
    pub title: Spanned<String>,
    /// What it gives.
    pub summary: Option<String>,
    /// Its place among the parts.
    pub order: i64,
    /// Old names and addresses.
    pub aliases: Vec<Spanned<String>>,
    /// Whether it, with all its articles, is a draft.
    pub draft: bool,
    /// Findings that are right as they are.
    pub allow: Vec<Allowance>,
}

/// The metadata of the home page.
#[derive(Clone, Debug, PartialEq)]
pub struct Home {
    /// Its heading: the promise of the guide.
    pub title: Spanned<String>,
    /// What the guide gives, for search engines.
    pub summary: Option<String>,
    /// Findings that are right as they are.
    pub allow: Vec<Allowance>,
}

/// The metadata of a plain page; where a key that has to be there is not, the rest is read all the same.
pub(in crate::parse) fn page(reader: &mut Reader<'_>, node: &Spanned<Node>, fence: Span) -> Option<Page> {
    let fields = reader.fields(&PAGE, node, fence);
    let title = fields.required(reader, &TITLE, Reader::words);
    Some(Page {
        title: title.unwrap_or_else(|| missing_words(fence)),
        summary: fields.optional(reader, &SUMMARY, Reader::words).map(|summary| summary.value),
        order: fields.optional(reader, &ORDER, Reader::integer).unwrap_or(0),
        updated: fields.optional(reader, &UPDATED, Reader::date).map(|date| date.value),
        aliases: shared::aliases(reader, &fields),
        draft: flag(reader, &fields, &DRAFT),
        unlisted: flag(reader, &fields, &UNLISTED),
        allow: allowances(reader, &fields),
    })
}

/// The metadata of a part; where a key that has to be there is not, the rest is read all the same.
pub(in crate::parse) fn part(reader: &mut Reader<'_>, node: &Spanned<Node>, fence: Span) -> Option<Part> {
    let fields = reader.fields(&PART, node, fence);
    let title = fields.required(reader, &TITLE, Reader::words);
    Some(Part {
        title: title.unwrap_or_else(|| missing_words(fence)),
        summary: fields.optional(reader, &SUMMARY, Reader::words).map(|summary| summary.value),
        order: fields.optional(reader, &ORDER, Reader::integer).unwrap_or(0),
        aliases: shared::aliases(reader, &fields),
        draft: flag(reader, &fields, &DRAFT),
        allow: allowances(reader, &fields),
    })
}

/// The metadata of the home page; where a key that has to be there is not, the rest is read all the same.
pub(in crate::parse) fn home(reader: &mut Reader<'_>, node: &Spanned<Node>, fence: Span) -> Option<Home> {
    let fields = reader.fields(&HOME, node, fence);
    let title = fields.required(reader, &TITLE, Reader::words)?;
    let summary = fields.optional(reader, &SUMMARY, Reader::words).map(|summary| summary.value);
    Some(Home { title, summary, allow: allowances(reader, &fields) })
}

//! HTML of the prose on one page: a closed set of elements and attributes, everything escaped.
//!
//! [`Writer`] keeps what counts through a page: which terms have been linked, the numbers of
//! citations, footnotes and callouts. It resolves nothing: a [`Scope`] says what names mean.

mod blocks;
mod decision;
mod escape;
mod inlines;
mod notes;

use std::collections::{BTreeMap, BTreeSet};

use super::{Block, Footnote, Inline, Item, terms::Terms};
use crate::base::Name;

pub use decision::RouteTable;
pub use escape::escaped;

/// The interface words that the HTML of a body needs, already in the language of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// Read out before the number of a citation: "Source".
    pub source: String,
    /// Read out before the letter of a footnote: "Footnote".
    pub footnote: String,
    /// Names the footnotes: "Footnotes".
    pub footnotes: String,
    /// From a footnote back to its mark: "Back to the text".
    pub back_to_text: String,
    /// Stands over a note.
    pub note: String,
    /// Stands over a tip.
    pub tip: String,
    /// Stands over what is important.
    pub important: String,
    /// Stands over a warning.
    pub warning: String,
    /// Stands over a caution.
    pub caution: String,
    /// Names a table that can be scrolled: "Table".
    pub table: String,
    /// Stands before an item that must be done: "Key step".
    pub key_step: String,
}

/// What the names in one document mean as seen from the page being written.
pub struct Scope<'a> {
    /// The `href` of an internal target as written; `None`: it was not found, which was reported, and
    /// only the words are printed. External targets, which have a scheme, never come here.
    pub link: &'a dyn Fn(&str) -> Option<String>,
    /// Where the page finds a picture; `None`: its words are printed.
    pub picture: &'a dyn Fn(&str) -> Option<PictureSource>,
    /// How an item is shown.
    pub item: &'a dyn Fn(&Item) -> ItemLine,
    /// What stands over so many items: "Four steps for your checklist".
    pub items_caption: &'a dyn Fn(usize) -> String,
}

/// A picture as the page loads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureSource {
    /// Its address.
    pub src: String,
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
}

/// What a page says of an item beside its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemLine {
    /// Its name; `item-` is put before it.
    pub name: String,
    /// "Ask your contact", if it says so.
    pub who: Option<String>,
    /// Whether it is a key step.
    pub key: bool,
    /// "Do not", to be put before its words.
    pub refrain: Option<String>,
}

/// A source that the page cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The source's name.
    pub name: String,
    /// Its number on the page, from 1. Its note has the id `cg-source-` and this number.
    pub number: usize,
    /// The ids of all places that cite it, in order.
    pub places: Vec<String>,
}

/// Writes the HTML of one page, in the order in which the page shows it.
pub struct Writer<'a> {
    labels: &'a Labels,
    terms: &'a Terms,
    term_href: &'a dyn Fn(&Name) -> String,
    linked: BTreeSet<Name>,
    cited: Vec<Cited>,
    /// Where each source stands in `cited`.
    numbers: BTreeMap<String, usize>,
    citations: usize,
    callouts: usize,
    tables: usize,
    /// The footnotes referred to since the last were written.
    pending: Vec<notes::Pending>,
    /// Where each of the body's footnotes stands in `pending`.
    marked: BTreeMap<usize, usize>,
    footnotes: usize,
    shift: i8,
}

impl<'a> Writer<'a> {
    /// A page on which nothing has been written yet.
    pub fn new(labels: &'a Labels, terms: &'a Terms, term_href: &'a dyn Fn(&Name) -> String) -> Writer<'a> {
        Writer {
            labels,
            terms,
            term_href,
            linked: BTreeSet::new(),
            cited: Vec::new(),
            numbers: BTreeMap::new(),
            citations: 0,
            callouts: 0,
            tables: 0,
            pending: Vec::new(),
            marked: BTreeMap::new(),
            footnotes: 0,
            shift: 0,
        }
    }

    /// Writes headings so many levels deeper than their authors did, from now on.
    pub fn shift_headings(&mut self, by: i8) {
        self.shift = by;
    }

    /// Links no more to this term on this page: its own entry, or a place that explains it.
    pub fn already_linked(&mut self, term: &Name) {
        self.linked.insert(term.clone());
    }

    /// Links terms again that were linked before: what follows is read by itself.
    pub fn link_terms_anew(&mut self) {
        self.linked.clear();
    }

    /// The HTML of blocks.
    pub fn blocks(&mut self, blocks: &[Block], scope: &Scope<'_>) -> String {
        let mut html = String::new();
        self.write_blocks(&mut html, blocks, scope);
        html
    }

    /// The HTML of a line, with all that can stand in it.
    pub fn inlines(&mut self, inlines: &[Inline], scope: &Scope<'_>) -> String {
        let mut html = String::new();
        self.write_inlines(&mut html, inlines, inlines::Links::WithTerms, scope);
        html
    }

    /// The HTML of a line without any link, term, citation or picture: for labels and lists of contents.
    pub fn plain_inlines(&mut self, inlines: &[Inline]) -> String {
        let mut html = String::new();
        inlines::write_plain(&mut html, inlines);
        html
    }

    /// The HTML of the footnotes that were referred to since the last call; empty if none was.
    ///
    /// `footnotes` are those of the body written since then.
    pub fn footnotes(&mut self, footnotes: &[Footnote], scope: &Scope<'_>) -> String {
        self.write_footnotes(footnotes, scope)
    }

    /// The sources cited so far, in the order of their numbers.
    pub fn cited(&self) -> Vec<Cited> {
        self.cited.clone()
    }
}

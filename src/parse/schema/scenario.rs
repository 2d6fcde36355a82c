//! The metadata of a scenario: a situation a reader can be in.

use super::article::{ITEMS, items};
use super::expr::{When, when};
use super::item::ItemRules;
use super::personas::{Persona, TESTS, personas};
use super::shared::{self, *};
use crate::base::{Date, Name, Span, Spanned};
use crate::parse::fields::{Key, Reader, Schema};
use crate::parse::node::Node;

static READ: Key = Key {
    name: "read",
    example: "[first-article, second-article]",
    doc: "Articles to read, in this order; without it, all that are for this scenario.",
};
static INCLUDES: Key =
    Key { name: "includes", example: "[starting-out]", doc: "Scenarios whose items belong to this one, too." };
static WHEN: Key = Key {
    name: "when",
    example: "{travel: hard}",
    doc: "Which answers lead here: facts, and their values. Without it, the scenario is not in the finder.",
};

/// The keys of a scenario.
pub static SCENARIO: Schema = Schema {
    what: "a scenario",
    keys: &[
        &TITLE,
        &SUMMARY,
        &ORDER,
        &WHEN,
        &READ,
        &INCLUDES,
        &ITEMS,
        &TESTS,
        &UPDATED,
        &REVIEWS,
        &CORRECTIONS,
        &ALIASES,
        &DRAFT,
        &UNLISTED,
        &ALLOW,
    ],
};

/// The metadata of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Its title, in the reader's own voice.
    pub title: Spanned<String>,
    /// What it is about.
    pub summary: String,
    /// Its place among the scenarios.
    pub order: i64,
    /// Which answers lead here.
    pub when: Option<Spanned<When>>,
    /// Articles to read, in order.
    pub read: Option<Vec<Spanned<Name>>>,
    /// Scenarios whose items it takes in.
    pub includes: Vec<Spanned<Name>>,
    /// Rules of the items in its own text.
    pub items: Vec<(Spanned<Name>, ItemRules)>,
    /// Readers to try.
    pub tests: Vec<Spanned<Persona>>,
    /// When its words last changed in substance.
    pub updated: Option<Date>,
    /// Reviews of the whole page.
    pub reviews: Vec<Review>,
    /// Mistakes that were mended.
    pub corrections: Vec<Correction>,
    /// Old names and addresses.
    pub aliases: Vec<Spanned<String>>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Whether it is in no list.
    pub unlisted: bool,
    /// Findings that are right as they are.
    pub allow: Vec<Allowance>,
    /// Whether the name of a phase could not be read: then no item is said to have none.
    pub lost_phase: bool,
}

/// The metadata of a scenario; where a key that has to be there is not, the rest is read all the same.
pub(in crate::parse) fn scenario(reader: &mut Reader<'_>, node: &Spanned<Node>, fence: Span) -> Option<Scenario> {
    let fields = reader.fields(&SCENARIO, node, fence);
    let title = fields.required(reader, &TITLE, Reader::words);
    let summary = fields.required(reader, &SUMMARY, Reader::words);
    let read = fields.optional(reader, &READ, |reader, key, node| reader.list(key, node, |r, k, n| r.name(k, n)));
    Some(Scenario {
        title: title.unwrap_or_else(|| missing_words(fence)),
        summary: summary.unwrap_or_else(|| missing_words(fence)).value,
        order: fields.optional(reader, &ORDER, Reader::integer).unwrap_or(0),
        when: fields.value(&WHEN).and_then(|node| when(reader, &WHEN, node)),
        read: read.map(|read| read.value),
        includes: names(reader, &fields, &INCLUDES),
        items: items(reader, &fields),
        tests: personas(reader, &fields),
        updated: fields.optional(reader, &UPDATED, Reader::date).map(|date| date.value),
        reviews: reviews(reader, &fields),
        corrections: corrections(reader, &fields),
        aliases: shared::aliases(reader, &fields),
        draft: flag(reader, &fields, &DRAFT),
        unlisted: flag(reader, &fields, &UNLISTED),
        allow: allowances(reader, &fields),
        lost_phase: reader.lost_phase,
    })
}

//! The metadata of an article: its rules for decisions, sections and items.

use super::audience::{Audience, FOR, PHASE, audience, phase};
use super::item::{ItemRules, item};
use super::route::{Route, route};
use super::shared::{self, *};
use crate::base::{Date, Name, Span, Spanned};
use crate::parse::fields::{Fields, Key, Reader, Schema};
use crate::parse::node::{Entry, Node};
use crate::parse::rules;
use crate::report::{Diagnostic, Severity};

static RELATED: Key = Key { name: "related", example: "[other-article]", doc: "Pages to read next." };
static DECISIONS: Key =
    Key { name: "decisions", example: "{go-or-stay: {…}}", doc: "Sections that are decisions, by their names." };
static CHECKLISTS: Key = Key {
    name: "checklists",
    example: "{to-ask: {phase: before}}",
    doc: "Sections with items, by their names: who gets their items, and when.",
};
pub(super) static ITEMS: Key = Key {
    name: "items",
    example: "{q-why: {ask: [contact]}}",
    doc: "What the items of this document are, by their names.",
};
static WITHDRAWN_KEY: Key = Key {
    name: "withdrawn",
    example: "{date: 2026-11-20, instead: other-article}",
    doc: "Taken back: the address stays and says so.",
};
static FURTHER_READING: Key = Key {
    name: "further-reading",
    example: "[agency-overview]",
    doc: "Sources worth reading, by their names in sources.yaml.",
};
static OPTIONS: Key = Key {
    name: "options",
    example: "[go, stay]",
    doc: "The options: the names of the next level of headings, in order.",
};
static STATUS_QUO: Key = Key { name: "status-quo", example: "stay", doc: "The option of changing nothing." };
static THEN: Key = Key {
    name: "then",
    example: "{go: other-article}",
    doc: "Where each option leads: an article, a scenario, a decision, a page or a section.",
};
static ENDS: Key = Key { name: "ends", example: "[stay]", doc: "Options after which nothing more has to be done." };
static ROUTE: Key = Key {
    name: "route",
    example: "{hit: unique, rows: […]}",
    doc: "A table: which answers lead to whom, or to which option.",
};
static WITHDRAWN_DATE: Key = Key { name: "date", example: "2026-11-20", doc: "The day it was withdrawn." };
static INSTEAD: Key = Key { name: "instead", example: "other-article", doc: "What to read instead." };

/// The keys of an article.
pub static ARTICLE: Schema = Schema {
    what: "an article",
    keys: &[
        &TITLE,
        &SUMMARY,
        &ORDER,
        &FOR,
        &PHASE,
        &RELATED,
        &DECISIONS,
        &CHECKLISTS,
        &ITEMS,
        &AUTHORS,
        &UPDATED,
        &REVIEWS,
        &CORRECTIONS,
        &FURTHER_READING,
        &ALIASES,
        &DRAFT,
        &UNLISTED,
        &WITHDRAWN_KEY,
        &ALLOW,
    ],
};
/// The keys of a decision.
pub static DECISION: Schema = Schema { what: "a decision", keys: &[&OPTIONS, &STATUS_QUO, &THEN, &ENDS, &ROUTE] };
/// The keys of a section with items.
pub static SECTION: Schema = Schema { what: "a section", keys: &[&PHASE, &FOR] };
/// The keys of a withdrawal.
pub static WITHDRAWN: Schema = Schema { what: "a withdrawal", keys: &[&WITHDRAWN_DATE, &INSTEAD] };

/// The metadata of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Its title.
    pub title: Spanned<String>,
    /// What it gives.
    pub summary: String,
    /// Its place in its part.
    pub order: i64,
    /// Who gets its items.
    pub audience: Option<Spanned<Audience>>,
    /// When its items are done.
    pub phase: Option<Spanned<Name>>,
    /// Pages to read next.
    pub related: Vec<Spanned<String>>,
    /// Sections that are decisions.
    pub decisions: Vec<(Spanned<Name>, DecisionRules)>,
    /// Sections with rules for their items.
    pub sections: Vec<(Spanned<Name>, SectionRules)>,
    /// Rules of items.
    pub items: Vec<(Spanned<Name>, ItemRules)>,
    /// Who wrote it.
    pub authors: Vec<Spanned<Name>>,
    /// When its words last changed in substance.
    pub updated: Option<Date>,
    /// Reviews of the whole page.
    pub reviews: Vec<Review>,
    /// Mistakes that were mended.
    pub corrections: Vec<Correction>,
    /// Sources worth reading.
    pub further_reading: Vec<Spanned<Name>>,
    /// Old names and addresses.
    pub aliases: Vec<Spanned<String>>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Whether it is in no list.
    pub unlisted: bool,
    /// Whether it was taken back.
    pub withdrawn: Option<Withdrawal>,
    /// Findings that are right as they are.
    pub allow: Vec<Allowance>,
    /// Whether the name of a phase could not be read: then no item is said to have none.
    pub lost_phase: bool,
}

/// What an author says of a decision.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecisionRules {
    /// The options' names, in order; `None` if they could not be read, which was reported.
    pub options: Option<Spanned<Vec<Spanned<Name>>>>,
    /// The option of changing nothing.
    pub status_quo: Option<Spanned<Name>>,
    /// Where options lead.
    pub then: Vec<(Spanned<Name>, Spanned<String>)>,
    /// Options after which nothing more has to be done.
    pub ends: Vec<Spanned<Name>>,
    /// Its table.
    pub route: Option<Spanned<Route>>,
    /// Whether all of it could be read; if not, that was reported, and nothing is said to be missing.
    pub is_whole: bool,
}

/// What an author says of a section with items.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionRules {
    /// When its items are done.
    pub phase: Option<Spanned<Name>>,
    /// Who gets its items.
    pub audience: Option<Spanned<Audience>>,
}

/// That a page was taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Withdrawal {
    /// The day.
    pub date: Date,
    /// What to read instead.
    pub instead: Option<Spanned<String>>,
}

/// The metadata of an article; where a key that has to be there is not, the rest is read all the same.
pub(in crate::parse) fn article(reader: &mut Reader<'_>, node: &Spanned<Node>, fence: Span) -> Option<Article> {
    let fields = reader.fields(&ARTICLE, node, fence);
    let title = fields.required(reader, &TITLE, Reader::words);
    let summary = fields.required(reader, &SUMMARY, Reader::words);
    Some(Article {
        title: title.unwrap_or_else(|| missing_words(fence)),
        summary: summary.unwrap_or_else(|| missing_words(fence)).value,
        order: fields.optional(reader, &ORDER, Reader::integer).unwrap_or(0),
        audience: fields.optional(reader, &FOR, audience),
        phase: phase(reader, &fields),
        related: list(reader, &fields, &RELATED, Reader::reference),
        decisions: decisions(reader, &fields),
        sections: named(reader, &fields, &CHECKLISTS, section),
        items: items(reader, &fields),
        authors: names(reader, &fields, &AUTHORS),
        updated: fields.optional(reader, &UPDATED, Reader::date).map(|date| date.value),
        reviews: reviews(reader, &fields),
        corrections: corrections(reader, &fields),
        further_reading: names(reader, &fields, &FURTHER_READING),
        aliases: shared::aliases(reader, &fields),
        draft: flag(reader, &fields, &DRAFT),
        unlisted: flag(reader, &fields, &UNLISTED),
        withdrawn: fields.optional(reader, &WITHDRAWN_KEY, withdrawal),
        allow: allowances(reader, &fields),
        lost_phase: reader.lost_phase,
    })
}

/// The rules of items under `items:`.
pub(super) fn items(reader: &mut Reader<'_>, fields: &Fields) -> Vec<(Spanned<Name>, ItemRules)> {
    named(reader, fields, &ITEMS, |reader, _, node| Some(item(reader, node)))
}

/// The decisions. Keys that stand beside them and belong to the one above are reported, one at most for each.
fn decisions(reader: &mut Reader<'_>, fields: &Fields) -> Vec<(Spanned<Name>, DecisionRules)> {
    let mut strays: Vec<Span> = Vec::new();
    // What belongs to these stands beside them.
    let mut robbed: Vec<Span> = Vec::new();
    if let Some(Node::Map(entries)) = fields.value(&DECISIONS).map(|node| &node.value) {
        let has_options =
            |node: &Node| matches!(node, Node::Map(map) if map.iter().any(|(key, _)| key.value == "options"));
        let is_stray = |(key, node): &&Entry| {
            DECISION.keys.iter().any(|known| known.name == key.value) && !has_options(&node.value)
        };
        let mut above: Option<&Entry> = None;
        for entry in entries {
            match (is_stray(&entry), above) {
                (false, _) => above = Some(entry),
                (true, Some((owner, _))) if robbed.contains(&owner.span) => strays.push(entry.0.span),
                (true, owner) => {
                    strays.push(entry.0.span);
                    robbed.extend(owner.map(|(owner, _)| owner.span));
                    reader.problems.push(stray(reader, &entry.0, owner.map(|(owner, _)| owner.value.as_str())));
                }
            }
        }
    }
    named(reader, fields, &DECISIONS, |reader, name, node| match () {
        () if strays.contains(&name) => None,
        () if robbed.contains(&name) && node.value == Node::Empty => Some(DecisionRules::default()),
        () => decision(reader, name, node),
    })
}

/// That a key of a decision stands beside it.
fn stray(reader: &Reader<'_>, key: &Spanned<String>, owner: Option<&str>) -> Diagnostic {
    let help = match owner {
        Some(owner) => format!("put two spaces before it, and before all below it that belongs to `{owner}`"),
        None => {
            "write the name of the decision's section above it, and two spaces before each key below that".to_owned()
        }
    };
    let message = format!("`{}` stands beside the decisions", key.value);
    Diagnostic::new(&rules::UNKNOWN_KEY, key.span.in_file(reader.path), message)
        .label("not a decision, but a key of one")
        .help(help)
}

/// The entries under `key`, each named by the author.
fn named<'r, T>(
    reader: &mut Reader<'r>,
    fields: &Fields,
    key: &'static Key,
    read: impl Fn(&mut Reader<'r>, Span, &Spanned<Node>) -> Option<T>,
) -> Vec<(Spanned<Name>, T)> {
    let Some(node) = fields.value(key) else { return Vec::new() };
    let entries = reader.named_entries(&format!("names with rules, such as `{}`", key.example), node);
    let read = |(name, node): (Spanned<Name>, Spanned<Node>)| {
        let value = read(reader, name.span, &node)?;
        Some((name, value))
    };
    entries.into_iter().filter_map(read).collect()
}

fn decision(reader: &mut Reader<'_>, name: Span, node: &Spanned<Node>) -> Option<DecisionRules> {
    let before = reader.problems.count(Severity::Error);
    let fields = reader.fields(&DECISION, node, name);
    let options = fields.required(reader, &OPTIONS, distinct_names);
    let then = match fields.value(&THEN) {
        None => Vec::new(),
        Some(node) => {
            let entries = reader.named_entries("options and where they lead", node);
            let read = |(name, node): (Spanned<Name>, Spanned<Node>)| Some((name, reader.reference(&THEN, &node)?));
            entries.into_iter().filter_map(read).collect()
        }
    };
    let status_quo = fields.optional(reader, &STATUS_QUO, Reader::name);
    let ends = names(reader, &fields, &ENDS);
    // What is wrong in the table makes no option seem to lead nowhere.
    let is_whole = reader.problems.count(Severity::Error) == before;
    let route = fields.optional(reader, &ROUTE, route);
    Some(DecisionRules { options, status_quo, then, ends, route, is_whole })
}

#[expect(clippy::unnecessary_wraps, reason = "one of several readers of named entries")]
fn section(reader: &mut Reader<'_>, name: Span, node: &Spanned<Node>) -> Option<SectionRules> {
    let fields = reader.fields(&SECTION, node, name);
    Some(SectionRules { phase: phase(reader, &fields), audience: fields.optional(reader, &FOR, audience) })
}

fn withdrawal(reader: &mut Reader<'_>, _: &'static Key, node: &Spanned<Node>) -> Option<Withdrawal> {
    let fields = reader.fields(&WITHDRAWN, node, node.span);
    let date = fields.required(reader, &WITHDRAWN_DATE, Reader::date);
    let instead = fields.optional(reader, &INSTEAD, Reader::reference);
    Some(Withdrawal { date: date?.value, instead })
}

//! Keys that several kinds of documents have in common.

use crate::base::{Date, Name, Span, Spanned};
use crate::markup;
use crate::parse::fields::{Fields, Key, Reader, Schema};
use crate::parse::node::Node;
use crate::parse::rules;
use crate::report::Diagnostic;

pub(super) static TITLE: Key =
    Key { name: "title", example: "The title of the page", doc: "The title, as it stands on the page and in lists." };
pub(super) static SUMMARY: Key = Key {
    name: "summary",
    example: "\"One or two sentences that say what the page gives.\"",
    doc: "What the page gives, in one or two sentences: the lead under its title, and the line in lists.",
};
pub(super) static ORDER: Key =
    Key { name: "order", example: "40", doc: "Its place among its neighbours: small numbers first, then by title." };
pub(super) static ALIASES: Key = Key {
    name: "aliases",
    example: "[old-name]",
    doc: "Old names, or old addresses such as `/old/path/`, that lead here.",
};
pub(super) static DRAFT: Key = Key { name: "draft", example: "true", doc: "Not there unless drafts are asked for." };
pub(super) static UNLISTED: Key =
    Key { name: "unlisted", example: "true", doc: "There, but in no list and not in the sitemap." };
pub(super) static UPDATED: Key =
    Key { name: "updated", example: "2026-11-20", doc: "When the words last changed in substance." };
pub(super) static REVIEWS: Key = Key {
    name: "reviews",
    example: "[{date: 2026-11-20, by: jane-doe, role: clinician, next: 2027-11-20}]",
    doc: "Who reviewed the whole page, and when the next review is due.",
};
pub(super) static CORRECTIONS: Key = Key {
    name: "corrections",
    example: "[{date: 2026-11-20, what: \"What was wrong.\"}]",
    doc: "Mistakes that were mended, for readers who saw them.",
};
pub(super) static AUTHORS: Key =
    Key { name: "authors", example: "[jane-doe]", doc: "Who wrote it, by their names in people.yaml." };
pub(super) static ALLOW: Key = Key {
    name: "allow",
    example: "[{rule: vague-link, because: \"Why this is right here.\", until: 2027-03-01}]",
    doc: "Findings that are right as they are, with the reason and an end date.",
};

static DATE: Key = Key { name: "date", example: "2026-11-20", doc: "The day." };
static BY: Key = Key { name: "by", example: "jane-doe", doc: "Who reviewed, by the name in people.yaml." };
static REVIEW_ROLE: Key =
    Key { name: "role", example: "clinician", doc: "As what: `clinician`, `patient` or `editor`." };
static NEXT: Key = Key { name: "next", example: "2027-11-20", doc: "When the next review is due." };
static WHAT: Key = Key { name: "what", example: "\"A number was wrong.\"", doc: "What was mended." };
static RULE: Key = Key { name: "rule", example: "vague-link", doc: "The rule, as the report names it." };
static BECAUSE: Key = Key { name: "because", example: "\"Why this is right here.\"", doc: "The reason." };
static UNTIL: Key = Key { name: "until", example: "2027-03-01", doc: "The day after which the finding comes back." };

/// The keys of a review.
pub static REVIEW: Schema = Schema { what: "a review", keys: &[&DATE, &BY, &REVIEW_ROLE, &NEXT] };
/// The keys of a correction.
pub static CORRECTION: Schema = Schema { what: "a correction", keys: &[&DATE, &WHAT] };
/// The keys of an allowance.
pub static ALLOWANCE: Schema = Schema { what: "an allowance", keys: &[&RULE, &BECAUSE, &UNTIL] };

/// A review of a whole page.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The day of the review.
    pub date: Date,
    /// The reviewer's name in people.yaml.
    pub by: Spanned<Name>,
    /// As what the reviewer read it.
    pub role: ReviewRole,
    /// When the next one is due.
    pub next: Spanned<Date>,
}

/// As what somebody reviewed a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewRole {
    /// Somebody who treats patients.
    Clinician,
    /// Somebody who is, or was, in the reader's place.
    Patient,
    /// Somebody who judged the words.
    Editor,
}

/// A mistake that was mended.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// The day it was mended.
    pub date: Date,
    /// What was wrong.
    pub what: String,
}

/// A finding that is right as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Allowance {
    /// The rule's name.
    pub rule: Spanned<String>,
    /// The reason.
    pub because: String,
    /// The day after which the finding comes back.
    pub until: Option<Spanned<Date>>,
    /// Where in its file it counts; everywhere if it says nothing.
    pub scope: Option<Span>,
}

/// The reviews of a page.
pub(super) fn reviews(reader: &mut Reader<'_>, fields: &Fields) -> Vec<Review> {
    let read = |reader: &mut Reader<'_>, _: &Key, node: &Spanned<Node>| {
        let fields = reader.fields(&REVIEW, node, node.span);
        let date = fields.required(reader, &DATE, Reader::date);
        let by = fields.required(reader, &BY, Reader::name);
        let roles =
            [("clinician", ReviewRole::Clinician), ("patient", ReviewRole::Patient), ("editor", ReviewRole::Editor)];
        let role = fields.required(reader, &REVIEW_ROLE, |reader, key, node| reader.one_of(key, node, &roles));
        let next = fields.required(reader, &NEXT, Reader::date);
        let (date, by, role, next) = (date?, by?, role?, next?);
        if next.value <= date.value {
            reader.problems.push(
                Diagnostic::new(
                    &rules::IMPOSSIBLE_DATE,
                    next.span.in_file(reader.path),
                    "the next review is not after this one",
                )
                .label("not later than the review itself")
                .also(date.span.in_file(reader.path), "the review")
                .help("write the day on which the next review is due"),
            );
        }
        Some(Review { date: date.value, by, role, next })
    };
    list(reader, fields, &REVIEWS, read)
}

/// The corrections of a page.
pub(super) fn corrections(reader: &mut Reader<'_>, fields: &Fields) -> Vec<Correction> {
    let read = |reader: &mut Reader<'_>, _: &Key, node: &Spanned<Node>| {
        let fields = reader.fields(&CORRECTION, node, node.span);
        let date = fields.required(reader, &DATE, Reader::date);
        let what = fields.required(reader, &WHAT, Reader::words);
        Some(Correction { date: date?.value, what: what?.value })
    };
    list(reader, fields, &CORRECTIONS, read)
}

/// The allowances of a document.
pub(super) fn allowances(reader: &mut Reader<'_>, fields: &Fields) -> Vec<Allowance> {
    let read = |reader: &mut Reader<'_>, _: &Key, node: &Spanned<Node>| {
        let fields = reader.fields(&ALLOWANCE, node, node.span);
        let rule = fields.required(reader, &RULE, Reader::name);
        let because = fields.required(reader, &BECAUSE, Reader::words);
        let until = fields.optional(reader, &UNTIL, Reader::date);
        Some(Allowance {
            rule: rule?.map(|name| name.as_str().to_owned()),
            because: because?.value,
            until,
            scope: None,
        })
    };
    list(reader, fields, &ALLOW, read)
}

/// A list under `key`; empty if the key is not there.
pub(super) fn list<'r, T>(
    reader: &mut Reader<'r>,
    fields: &Fields,
    key: &'static Key,
    mut read: impl FnMut(&mut Reader<'r>, &'static Key, &Spanned<Node>) -> Option<T>,
) -> Vec<T> {
    let values = fields.optional(reader, key, |reader, key, node| reader.list(key, node, |r, k, n| read(r, k, n)));
    values.map(|values| values.value).unwrap_or_default()
}

/// Names under `key`; empty if the key is not there.
pub(super) fn names(reader: &mut Reader<'_>, fields: &Fields, key: &'static Key) -> Vec<Spanned<Name>> {
    fields.optional(reader, key, distinct_names).map(|names| names.value).unwrap_or_default()
}

/// A list of names; one that stands twice is reported, and counts once.
pub(super) fn distinct_names(
    reader: &mut Reader<'_>,
    key: &'static Key,
    node: &Spanned<Node>,
) -> Option<Spanned<Vec<Spanned<Name>>>> {
    let names = reader.list(key, node, |r, k, n| r.name(k, n))?;
    let mut distinct: Vec<Spanned<Name>> = Vec::new();
    for name in names.value {
        match distinct.iter().find(|first| first.value == name.value) {
            None => distinct.push(name),
            Some(first) => reader.problems.push(
                Diagnostic::new(
                    &rules::DUPLICATE_KEY,
                    name.span.in_file(reader.path),
                    format!("`{}` stands twice in `{}`", name.value, key.name),
                )
                .label("for the second time here")
                .also(first.span.in_file(reader.path), "first here")
                .help("keep one of the two"),
            ),
        }
    }
    Some(Spanned::new(distinct, names.span))
}

/// `true` under `key`; `false` if the key is not there.
pub(super) fn flag(reader: &mut Reader<'_>, fields: &Fields, key: &'static Key) -> bool {
    fields.optional(reader, key, Reader::boolean).unwrap_or(false)
}

/// Old names and old addresses: names, or paths of names between slashes.
pub(super) fn aliases(reader: &mut Reader<'_>, fields: &Fields) -> Vec<Spanned<String>> {
    list(reader, fields, &ALIASES, |reader, key, node| {
        let alias = reader.reference(key, node)?;
        let is_path = alias.value.starts_with('/');
        let folders = !alias.value.contains('#') && !alias.value.contains("//");
        if folders
            && is_path == alias.value.contains('/')
            && (!is_path || alias.value.ends_with('/'))
            && alias.value != "/"
        {
            return Some(alias);
        }
        reader.problems.push(
            Diagnostic::new(
                &markup::rules::NAME_INVALID,
                alias.span.in_file(reader.path),
                format!("\"{}\" is not an alias", alias.value),
            )
            .label("neither a name nor an address")
            .help("write an old name, such as `old-name`, or an old address, such as `/old/path/`"),
        );
        None
    })
}

/// Stands for words that have to be there and are not, which was reported: the rest of the file is judged with it.
pub(super) fn missing_words(place: Span) -> Spanned<String> {
    Spanned::new("…".to_owned(), place)
}

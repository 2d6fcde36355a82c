//! A decision's table: which answers of a reader lead to whom, or to which option.

use super::expr::{When, when};
use super::shared::distinct_names;
use crate::base::{Name, Spanned};
use crate::logic::Hit;
use crate::parse::fields::{Fields, Key, Reader, Schema};
use crate::parse::node::Node;
use crate::parse::rules;
use crate::report::{Diagnostic, Severity};

static HIT: Key = Key {
    name: "hit",
    example: "unique",
    doc: "Which rows count: `unique`, never two at once; `first`, the first that fits; `collect`, all that fit.",
};
static ROWS: Key = Key {
    name: "rows",
    example: "[{when: {travel: hard}, option: stay}, {when: {travel: easy}, option: go}]",
    doc: "The rows, each a condition and what it leads to.",
};
static OTHERWISE: Key =
    Key { name: "otherwise", example: "{option: stay}", doc: "What all those are led to whom no row takes." };
static WHEN: Key = Key { name: "when", example: "{travel: hard}", doc: "The condition: facts, and their values." };
static SEE: Key = Key { name: "see", example: "[contact]", doc: "Whom to see, by their names in roles.yaml." };
static OPTION: Key = Key { name: "option", example: "stay", doc: "The option to take, by its name." };

/// The keys of a table.
pub static ROUTE: Schema = Schema { what: "a route", keys: &[&HIT, &ROWS, &OTHERWISE] };
/// The keys of a row.
pub static ROW: Schema = Schema { what: "a row", keys: &[&WHEN, &SEE, &OPTION] };
/// The keys of what no row takes.
pub static OTHER: Schema = Schema { what: "`otherwise`", keys: &[&SEE, &OPTION] };

/// A decision's table.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// Which rows count.
    pub hit: Hit,
    /// The rows, in the author's order.
    pub rows: Vec<Spanned<Row>>,
    /// What no row takes.
    pub otherwise: Option<Spanned<Outcome>>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// When it fits.
    pub when: Spanned<When>,
    /// What it leads to.
    pub then: Outcome,
}

/// What a row leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// These roles.
    See(Vec<Spanned<Name>>),
    /// This option of the decision.
    Option(Spanned<Name>),
}

/// The table; `None` if anything in it was reported.
pub(super) fn route(reader: &mut Reader<'_>, _: &'static Key, node: &Spanned<Node>) -> Option<Spanned<Route>> {
    let before = reader.problems.count(Severity::Error);
    if let Node::List(_) = &node.value {
        let help = "write `hit: unique`, and below it `rows:` with this list below that, two spaces in";
        reader.wrong_type(node, "the keys of a route", help);
        return None;
    }
    let fields = reader.fields(&ROUTE, node, node.span);
    let hits = [("unique", Hit::Unique), ("first", Hit::First), ("collect", Hit::Collect)];
    let hit = fields.required(reader, &HIT, |reader, key, node| reader.one_of(key, node, &hits));
    let rows = fields.required(reader, &ROWS, |reader, key, node| {
        let rows = reader.list(key, node, |reader, _, node| Some(row(reader, node)))?.value;
        if rows.is_empty() {
            let help = reader.example(key);
            reader.empty(key, node.span, help);
        }
        rows.into_iter().collect::<Option<Vec<_>>>()
    });
    let otherwise = fields.optional(reader, &OTHERWISE, |reader, _, node| {
        if let Node::Scalar(scalar) = &node.value {
            let name = scalar.text.as_str();
            let help = format!(
                "write `otherwise: {{see: [{name}]}}` for a role, `otherwise: {{option: {name}}}` for an option"
            );
            reader.wrong_type(node, "`see` or `option`", help);
            return None;
        }
        let before = reader.problems.count(Severity::Error);
        let fields = reader.fields(&OTHER, node, node.span);
        let is_clean = reader.problems.count(Severity::Error) == before;
        outcome(reader, &fields, node, &OTHER, is_clean).map(|outcome| Spanned::new(outcome, node.span))
    });
    let route = Route { hit: hit?, rows: rows?, otherwise };
    (reader.problems.count(Severity::Error) == before).then_some(Spanned::new(route, node.span))
}

fn row(reader: &mut Reader<'_>, node: &Spanned<Node>) -> Option<Spanned<Row>> {
    let before = reader.problems.count(Severity::Error);
    let fields = reader.fields(&ROW, node, node.span);
    // A key that was mistyped is not missing as well.
    let is_clean = reader.problems.count(Severity::Error) == before;
    let when = fields.required(reader, &WHEN, when);
    let then = outcome(reader, &fields, node, &ROW, is_clean);
    Some(Spanned::new(Row { when: when?, then: then? }, node.span))
}

/// Either `see` or `option`; that both are missing is told only if all keys were `clean`.
fn outcome(
    reader: &mut Reader<'_>,
    fields: &Fields,
    node: &Spanned<Node>,
    schema: &Schema,
    clean: bool,
) -> Option<Outcome> {
    match (fields.key_span(&SEE), fields.key_span(&OPTION)) {
        (Some(see), Some(option)) => {
            reader.problems.push(
                Diagnostic::new(
                    &rules::CONFLICTING_KEYS,
                    option.in_file(reader.path),
                    "`see` and `option` exclude each other",
                )
                .label("one of the two is enough")
                .also(see.in_file(reader.path), "already said here")
                .help("keep one, or make two rows of it"),
            );
            None
        }
        (Some(_), None) => {
            let names = fields.optional(reader, &SEE, distinct_names)?;
            if let Some(Node::List(written)) = fields.value(&SEE).map(|node| &node.value)
                && written.is_empty()
            {
                let help = reader.example(&SEE);
                reader.empty(&SEE, names.span, help);
            }
            (!names.value.is_empty()).then_some(Outcome::See(names.value))
        }
        (None, Some(_)) => fields.optional(reader, &OPTION, Reader::name).map(Outcome::Option),
        (None, None) if !clean || !matches!(node.value, Node::Map(_)) => None,
        (None, None) => {
            let message = "`see` or `option` is missing";
            reader.problems.push(
                Diagnostic::new(&rules::MISSING_KEY, node.span.in_file(reader.path), message)
                    .label(format!("{} leads somewhere", schema.what))
                    .help("add `see: […]` with names of roles.yaml, or `option: …` with an option of this decision"),
            );
            None
        }
    }
}

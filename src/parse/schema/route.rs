//! A decision's table: which answers of a reader lead to whom, or to which option.

use super::expr::{When, when};
use super::shared::distinct_names;
use crate::base::suggest::did_you_mean;
use crate::base::{Name, Span, Spanned};
use crate::logic::Hit;
use crate::parse::fields::{Fields, Key, Reader, Schema};
use crate::parse::node::{Entry, Node};
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
    /// Whether all of it could be read; if not, that was reported, and only the names in the rest are looked up.
    pub is_whole: bool,
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

/// The table.
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
        Some(rows.into_iter().flatten().collect::<Vec<_>>())
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
    let is_whole = reader.problems.count(Severity::Error) == before;
    let route = Route { hit: hit.unwrap_or(Hit::Unique), rows: rows.unwrap_or_default(), otherwise, is_whole };
    Some(Spanned::new(route, node.span))
}

fn row(reader: &mut Reader<'_>, node: &Spanned<Node>) -> Option<Spanned<Row>> {
    let before = reader.problems.count(Severity::Error);
    if let Some(problem) = not_a_row(reader, node) {
        reader.problems.push(problem);
        return None;
    }
    let fields = reader.fields(&ROW, node, node.span);
    // A key that was mistyped is not missing as well.
    let is_clean = reader.problems.count(Severity::Error) == before;
    let when = if is_clean { fields.required(reader, &WHEN, when) } else { fields.optional(reader, &WHEN, when) };
    let then = outcome(reader, &fields, node, &ROW, is_clean);
    Some(Spanned::new(Row { when: when?, then: then? }, node.span))
}

/// What people type for where a row leads.
const LEADS: [&str; 9] = ["then", "options", "go-to", "goto", "action", "result", "roles", "to", "status-quo"];

/// A row that is written in another way, told as one mistake, with the row as it should be.
fn not_a_row(reader: &Reader<'_>, node: &Spanned<Node>) -> Option<Diagnostic> {
    let Node::Map(entries) = &node.value else { return None };
    let find = |names: &[&str]| entries.iter().find(|(key, _)| names.contains(&key.value.as_str()));
    let typed = |entry: &Entry| reader.source.get(entry.1.span.start..entry.1.span.end).unwrap_or("…").trim();
    let told = |rule, span: Span, message: &str, label: &str, help: String| {
        Some(Diagnostic::new(rule, span.in_file(reader.path), message).label(label).help(help))
    };
    let outcome = find(&["see", "option"]).map(|entry| format!("{}: {}", entry.0.value, typed(entry)));
    // `- otherwise: …` belongs below the rows.
    if let Some(entry) = find(&["otherwise", "else", "default", "others"]) {
        let then = match (&entry.1.value, &outcome) {
            (Node::Map(_), _) if typed(entry).starts_with('{') => typed(entry).to_owned(),
            (Node::Scalar(scalar), _) => format!("{{option: {}}}", scalar.text),
            (_, Some(outcome)) => format!("{{{outcome}}}"),
            (_, None) => "{option: …}".to_owned(),
        };
        let help = format!("take it out of `rows`, and write `otherwise: {then}` below `rows`, as far in as `rows`");
        let message = format!("`{}` stands among the rows", entry.0.value);
        return told(&rules::UNKNOWN_KEY, entry.0.span, &message, "no row, but what no row takes", help);
    }
    let condition = find(&["when", "if", "only-if", "condition"]);
    // `{if: …, then: …}`, `{when: …, then: …}`, `{when: …, options: […]}`
    if let (Some(condition), None, Some(then)) = (condition, &outcome, find(&LEADS)) {
        let when = typed(condition);
        let name = match &then.1.value {
            Node::Scalar(scalar) => Some(scalar.text.clone()),
            Node::List(values) => match values.as_slice() {
                [Spanned { value: Node::Scalar(scalar), .. }] => Some(scalar.text.clone()),
                _ => None,
            },
            Node::Map(inner) => match inner.as_slice() {
                [(key, value)] if key.value == "option" => Some(typed(&(key.clone(), value.clone())).to_owned()),
                _ => None,
            },
            Node::Empty => None,
        };
        let name = name.unwrap_or_else(|| "…".to_owned());
        let help = match then.0.value.as_str() {
            _ if when.contains('\n') => format!("write `option: {name}` for an option, `see: [{name}]` for a role"),
            "options" => format!("write `- {{when: {when}, option: {name}}}`"),
            _ => format!(
                "write `- {{when: {when}, option: {name}}}`, or for a role `see: [{name}]` in place of `option`"
            ),
        };
        let message = format!("unknown key `{}`", then.0.value);
        let label = "a row leads to an `option`, or to people with `see`";
        return told(&rules::UNKNOWN_KEY, then.0.span, &message, label, help);
    }
    if condition.is_some() {
        return None;
    }
    // `{travel: hard, option: stay}`
    let is_answer = |(key, value): &&Entry| {
        let is_name = |text: &str| Name::new(text).is_some();
        let is_known =
            ROW.keys.iter().any(|known| known.name == key.value || did_you_mean(&key.value, [known.name]).is_some());
        let is_value = match &value.value {
            Node::Scalar(scalar) => is_name(&scalar.text),
            Node::List(_) => true,
            Node::Map(_) | Node::Empty => false,
        };
        !is_known && is_name(&key.value) && is_value && !LEADS.contains(&key.value.as_str())
    };
    let answers: Vec<&Entry> = entries.iter().filter(is_answer).collect();
    if let (Some(first), Some(outcome)) = (answers.first(), &outcome) {
        let facts: Vec<String> = answers.iter().map(|entry| format!("{}: {}", entry.0.value, typed(entry))).collect();
        let help = format!("write `- {{when: {{{}}}, {outcome}}}`", facts.join(", "));
        let message = "a row without `when`";
        return told(&rules::MISSING_KEY, first.0.span, message, "the facts of a row stand in `when`", help);
    }
    match outcome {
        Some(outcome) if entries.len() == 1 => {
            let help =
                format!("add `when: {{…}}`, or write `otherwise: {{{outcome}}}` below `rows` if it is for all others");
            told(&rules::MISSING_KEY, node.span, "`when` is missing", "a row needs `when`", help)
        }
        _ => None,
    }
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

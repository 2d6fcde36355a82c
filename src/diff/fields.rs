//! Views, field by field: what is told nowhere else is told by the name of its field.
//!
//! So whatever a view shows, and whatever one will be taught to show, a change of it is told.

use serde::Serialize;
use serde_json::Value;

use super::html;
use super::model::{Change, Kind};
use super::order;
use crate::pages::view::ReviewView;

/// Fields whose change follows from another one that is told: by the page that a link leads to, by
/// the words that are counted, by the order of pages.
const TOLD_ELSEWHERE: &[&str] = &[
    "before",
    "breadcrumbs",
    "canonical",
    "checklists",
    "contents",
    "count",
    "current",
    "description",
    "dont",
    "href",
    "kind",
    "minutes",
    "next",
    "number",
    "back",
    "sourced",
];

/// What the table of a decision is called.
pub(super) const TABLE: &str = "the table";

/// What people call a field; others are called by their own name.
const NAMES: &[(&str, &str)] = &[
    ("authors", "written by"),
    ("body_html", "words"),
    ("by", "reviewed by"),
    ("corrections", "corrections"),
    ("date", "reviewed on"),
    ("further", "further reading"),
    ("lang", "language"),
    ("next", "next review"),
    ("noindex", "hidden from lists and search engines"),
    ("others", "list"),
    ("articles", "list"),
    ("parts", "list"),
    ("scenarios", "list"),
    ("published", "published"),
    ("reading", "reading list"),
    ("related", "read next"),
    ("sources", "source"),
    ("state", "review"),
    ("updated", "last changed"),
    ("withdrawn", "taken back"),
];

/// The changes between two views of a kind, but for the fields that are `claimed`: those are told by who asks.
pub(super) fn changes<T: Serialize>(old: &T, new: &T, claimed: &[&str]) -> Vec<Change> {
    let (Ok(Value::Object(old)), Ok(Value::Object(new))) = (serde_json::to_value(old), serde_json::to_value(new))
    else {
        return Vec::new();
    };
    let mut names: Vec<&String> = old.keys().chain(new.keys()).collect();
    names.sort();
    names.dedup();
    let mut changes = Vec::new();
    for name in names {
        let (from, to) = (old.get(name).unwrap_or(&Value::Null), new.get(name).unwrap_or(&Value::Null));
        if from != to && !claimed.contains(&name.as_str()) && !TOLD_ELSEWHERE.contains(&name.as_str()) {
            changes.extend(field(name, from, to));
        }
    }
    // Where a page has no summary, its description is made of its first words, which are told.
    let (from, to) = (old.get("description"), new.get("description"));
    if from != to && changes.iter().all(|change| !["summary", "section"].contains(&change.what.as_str())) {
        let (from, to) = (from.and_then(shown), to.and_then(shown));
        changes.push(Change::part("description for search engines", "", "", from.as_deref(), to.as_deref()));
    }
    changes
}

/// A field that holds words.
pub(super) fn text<T: Serialize>(view: &T, name: &str) -> Option<String> {
    serde_json::to_value(view).ok()?.get(name)?.as_str().map(str::to_owned)
}

fn field(name: &str, old: &Value, new: &Value) -> Vec<Change> {
    let known = NAMES.iter().find(|(field, _)| *field == name).map(|(_, name)| (*name).to_owned());
    let called = known.unwrap_or_else(|| name.replace('_', " "));
    if name == "route_html" {
        return vec![Change::part(TABLE, "", "words", None, None)];
    }
    if name.ends_with("_html") || name == "sections" || name == "slip" {
        return html::prose(&prose(old), &prose(new));
    }
    if name == "review" {
        return review_fields(old, new);
    }
    match (old, new) {
        (Value::Array(old), Value::Array(new)) => list(&called, old, new),
        (old, new) => match (shown(old), shown(new)) {
            (from, to) if from == to => Vec::new(),
            (from, to) => vec![Change::part(&called, "", "", from.as_deref(), to.as_deref())],
        },
    }
}

/// Who wrote and reviewed a page, and when: one change for each.
pub(super) fn review(old: &ReviewView, new: &ReviewView) -> Vec<Change> {
    match (serde_json::to_value(old), serde_json::to_value(new)) {
        (Ok(old), Ok(new)) => review_fields(&old, &new),
        _ => Vec::new(),
    }
}

fn review_fields(old: &Value, new: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    for name in ["authors", "by", "date", "next", "updated"] {
        let (from, to) = (old.get(name).unwrap_or(&Value::Null), new.get(name).unwrap_or(&Value::Null));
        if from != to {
            changes.extend(field(name, from, to));
        }
    }
    changes
}

/// Lists of pages, of sources, of words. What a row says of a page is told where that page is.
fn list(called: &str, old: &[Value], new: &[Value]) -> Vec<Change> {
    let keys = |list: &[Value]| list.iter().map(key).collect::<Vec<_>>();
    let (before, after) = (keys(old), keys(new));
    let lists = order::compare(&before, &after);
    let title = |list: &[Value], at: usize| list.get(at).and_then(shown).unwrap_or_default();
    let mut changes = Vec::new();
    changes.extend(lists.new.iter().map(|at| Change::new(Kind::New, called, &title(new, *at))));
    changes.extend(lists.gone.iter().map(|at| Change::new(Kind::Gone, called, &title(old, *at))));
    // Numbered as they are cited: their order says nothing.
    if called != "source" {
        changes.extend(lists.moved.iter().map(|at| {
            let place = at.checked_sub(1).map(|before| title(new, before));
            Change::new(Kind::Moved, called, &title(new, *at)).is(place.as_deref())
        }));
    }
    changes
}

/// What tells the rows of a list apart.
fn key(row: &Value) -> String {
    let named = ["id", "name", "url", "href", "what"].into_iter().find_map(|name| row.get(name)?.as_str());
    named.map_or_else(|| row.to_string(), str::to_owned)
}

/// The HTML of a field, with that of the sections in it.
fn prose(value: &Value) -> String {
    match value {
        Value::String(html) => html.clone(),
        Value::Array(sections) => sections.iter().map(prose).collect(),
        Value::Object(section) => {
            let text = |name: &str| section.get(name).and_then(Value::as_str).unwrap_or_default();
            format!("<h2 id=\"{}\">{}</h2>{}", text("id"), text("title_html"), text("body_html"))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => String::new(),
    }
}

/// A value as readers see it; `None`: nothing.
fn shown(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(value) => Some(if *value { "yes" } else { "no" }.to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(words) => Some(words.clone()),
        Value::Array(values) => {
            let values: Vec<String> = values.iter().filter_map(shown).collect();
            (!values.is_empty()).then(|| values.join(", "))
        }
        Value::Object(fields) => {
            let names = ["title", "text", "label", "what", "date", "href"];
            Some(names.into_iter().find_map(|name| shown(fields.get(name)?)).unwrap_or_else(|| value.to_string()))
        }
    }
}

//! site.toml to a [`Node`] tree. The only file that names `toml`.

use toml::de::{DeTable, DeValue};

use super::node::{Look, Node, Scalar, Setting, look};
use super::rules;
use crate::base::{InputPath, Span, Spanned};
use crate::report::{Diagnostic, Problems, Reported};

/// Reads the TOML of `source`; `None` if it cannot be read, and then a problem says why.
pub(crate) fn read(path: &InputPath, source: &str) -> Reported<Option<Spanned<Node>>> {
    let mut problems = Problems::new();
    let node = match DeTable::parse(source) {
        Ok(table) => Some(Spanned::new(map(table.get_ref()), Span::new(0, source.len()))),
        Err(error) => {
            let span = error.span().unwrap_or(0..0);
            let place = Span::new(span.start, span.end).in_file(path);
            problems.push(
                Diagnostic::new(&rules::SETTINGS_INVALID, place, "site.toml cannot be read")
                    .label(error.message().lines().next().unwrap_or("here").to_owned())
                    .help("write `key = \"value\"`, one a line, words always in double quotes"),
            );
            None
        }
    };
    Reported::new(node, problems)
}

fn map(table: &DeTable<'_>) -> Node {
    let mut entries: Vec<_> = table
        .iter()
        .map(|(key, value)| {
            let key_span = Span::new(key.span().start, key.span().end);
            (Spanned::new(key.get_ref().to_string(), key_span), node(value))
        })
        .collect();
    // The crate sorts by key; the author's order is that of the places.
    entries.sort_by_key(|(key, _)| key.span);
    Node::Map(entries)
}

fn node(value: &toml::Spanned<DeValue<'_>>) -> Spanned<Node> {
    let span = Span::new(value.span().start, value.span().end);
    let scalar = |text: String, look: Look| Node::Scalar(Scalar { text, look, setting: Setting::Quoted });
    let node = match value.get_ref() {
        DeValue::String(text) => scalar(text.to_string(), Look::Words),
        DeValue::Integer(number) => scalar(number.to_string(), Look::Integer),
        DeValue::Float(number) => scalar(number.to_string(), Look::Number),
        DeValue::Boolean(value) => scalar(value.to_string(), Look::Boolean),
        DeValue::Datetime(date) => {
            let text = date.to_string();
            let look = look(&text);
            scalar(text, look)
        }
        DeValue::Array(values) => Node::List(values.iter().map(node).collect()),
        DeValue::Table(table) => map(table),
    };
    Spanned::new(node, span)
}

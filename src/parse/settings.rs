//! site.toml to a [`Node`] tree. The only file that names `toml`.

use toml::de::{DeTable, DeValue};

use super::advice::{self, Cause};
use super::node::{Look, Node, Scalar, Setting, look};
use super::{rules, scan};
use crate::base::{InputPath, Span, Spanned};
use crate::report::{Diagnostic, Problems, Reported};

/// Reads the TOML of `source`; `None` if it cannot be read, and then a problem says why.
pub(crate) fn read(path: &InputPath, source: &str) -> Reported<Option<Spanned<Node>>> {
    let whole = Span::new(0, source.len());
    let mut problems = Problems::new();
    if let Some(problem) = advice::before_reading(path, source, whole) {
        problems.push(problem);
        return Reported::new(None, problems);
    }
    let node = match DeTable::parse(source) {
        Ok(table) => Some(Spanned::new(map(table.get_ref()), whole)),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start.min(source.len()));
            problems.push(match error.message().contains("duplicate key") {
                true => duplicate(path, source, at),
                false => cause(path, source, at).told(path),
            });
            None
        }
    };
    Reported::new(node, problems)
}

/// That the key at `at` stands twice.
fn duplicate(path: &InputPath, source: &str, at: usize) -> Diagnostic {
    let line = scan::line_at(source, Span::new(0, source.len()), at);
    let name = scan::text(source, line).split('=').next().unwrap_or("").trim();
    let key =
        Span::new(at, at + if source.get(at..).is_some_and(|rest| rest.starts_with(name)) { name.len() } else { 0 });
    let diagnostic = Diagnostic::new(&rules::DUPLICATE_KEY, key.in_file(path), format!("`{name}` stands twice"))
        .label("for the second time here")
        .help("keep one of the two");
    let above = scan::lines(source, Span::new(0, line.start));
    let first = above.filter(|line| scan::text(source, *line).split('=').next().is_some_and(|key| key.trim() == name));
    match first.last() {
        Some(first) => diagnostic.also(first.in_file(path), "first here"),
        None => diagnostic,
    }
}

/// The likely cause of what the parser found at `at`: its own words are for programmers.
fn cause(path: &InputPath, source: &str, at: usize) -> Cause {
    let line = scan::line_at(source, Span::new(0, source.len()), at);
    let text = scan::text(source, line);
    let cause = |from: usize, to: usize, message: &str, label: &str, help: String| Cause {
        rule: &rules::SETTINGS_INVALID,
        span: Span::new(line.start + from, line.start + to),
        message: message.to_owned(),
        label: label.to_owned(),
        help,
    };
    if let Some(key) = scan::key(text) {
        let (name, value) = (text.get(key.clone()).unwrap_or(""), text.get(key.end + 1..).unwrap_or(""));
        let help = format!("write `{name} = {}`", advice::quote(value));
        return cause(key.end, key.end + 1, "colon in place of an equal sign", "an equal sign belongs here", help);
    }
    let value = text.find('=').map_or(0, |at| at + 1 + scan::indent(text.get(at + 1..).unwrap_or("")));
    let words = text.get(value..).unwrap_or("").trim_end();
    let first = words.chars().next().filter(|_| value > 0);
    let key = text.split('=').next().unwrap_or("").trim();
    match first {
        Some('"') if words.matches('"').count() == 1 => {
            let help = format!("write `{key} = {}`", advice::quote(words.trim_start_matches('"')));
            cause(value, value + 1, "quote is never closed", "opened here", help)
        }
        Some(c) if c.is_alphabetic() || matches!(c, '“' | '„' | '‘' | '«') => {
            let help = format!("write `{key} = {}`", advice::quote(words));
            cause(value, value + words.len(), "words without quotes", "words stand in straight double quotes", help)
        }
        _ => {
            let at = at.clamp(line.start, line.end) - line.start;
            let help = "write `key = \"value\"`, one a line, words always in double quotes".to_owned();
            cause(at, at, &format!("{} cannot be read", path.file_name()), "it stops making sense here", help)
        }
    }
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

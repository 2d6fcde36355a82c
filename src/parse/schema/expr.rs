//! Conditions: what an author says of a reader's answers, such as `{travel: hard}`.

use crate::base::suggest::did_you_mean;
use crate::base::{Name, Span, Spanned};
use crate::markup::rules::NAME_INVALID;
use crate::parse::fields::{Key, Reader, Schema};
use crate::parse::node::{Entry, Node, Scalar};
use crate::parse::rules;
use crate::parse::values::meant_name;
use crate::report::Diagnostic;

static ALL: Key = Key {
    name: "all",
    example: "[{travel: hard}, {not: {payer: state}}]",
    doc: "All of these conditions hold; so do several facts in one map.",
};
static ANY: Key =
    Key { name: "any", example: "[{travel: hard}, {payer: state}]", doc: "At least one of these conditions holds." };
static NOT: Key = Key { name: "not", example: "{travel: hard}", doc: "This condition does not hold." };

/// The keys of a condition, beside the names of facts.
pub static CONDITION: Schema = Schema { what: "a condition", keys: &[&ALL, &ANY, &NOT] };

/// A condition as its author wrote it. The names are facts, and values of facts.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// The answer is one of these values.
    Has {
        /// The fact.
        fact: Spanned<Name>,
        /// The values that make it true.
        values: Vec<Spanned<Name>>,
    },
    /// All of these hold.
    All(Vec<When>),
    /// At least one of these holds.
    Any(Vec<When>),
    /// This one does not hold.
    Not(Box<When>),
    /// It could not be read, and that was reported.
    Broken,
}

/// A condition; one of which any part was reported is [`When::Broken`]: what could not be read is not
/// the same as nothing.
#[expect(clippy::unnecessary_wraps, reason = "one of several readers of values")]
pub(super) fn when(reader: &mut Reader<'_>, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<When>> {
    Some(Spanned::new(read(reader, key, node).unwrap_or(When::Broken), node.span))
}

fn read(reader: &mut Reader<'_>, key: &'static Key, node: &Spanned<Node>) -> Option<When> {
    match &node.value {
        Node::Map(_) if let Some(meant) = with_colons(node) => {
            let help = reader.write(key, &meant);
            reader.problems.push(without_colons(reader, node.span, help));
            None
        }
        Node::Map(entries) if !entries.is_empty() => map(reader, entries),
        Node::Map(_) | Node::Empty => {
            let help = reader.example(key);
            reader.empty(key, node.span, help);
            None
        }
        Node::Scalar(scalar) => {
            let help = meant_by_words(reader, key, scalar);
            reader.wrong_type(node, "a condition", help);
            None
        }
        Node::List(values) => {
            let help = meant_by_list(reader, key, values);
            reader.wrong_type(node, "a condition", help);
            None
        }
    }
}

/// Several entries in one map all have to hold.
fn map(reader: &mut Reader<'_>, entries: &[Entry]) -> Option<When> {
    let mut parts: Vec<Option<When>> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let (key, value) = entry;
        let before = entries.get(..at).unwrap_or(&[]);
        parts.push(match before.iter().find(|(known, _)| known.value == key.value) {
            Some((first, _)) => {
                reader.problems.push(twice(reader, key, first.span));
                None
            }
            None => match key.value.as_str() {
                "all" => group(reader, &ALL, value).map(When::All),
                "any" => group(reader, &ANY, value).map(When::Any),
                "not" => read(reader, &NOT, value).map(|when| When::Not(Box::new(when))),
                _ => comparison(reader, before.last(), entry),
            },
        });
    }
    let mut parts = parts.into_iter().collect::<Option<Vec<When>>>()?;
    match parts.len() {
        1 => parts.pop(),
        _ => Some(When::All(parts)),
    }
}

/// The conditions under `all` or `any`.
fn group(reader: &mut Reader<'_>, key: &'static Key, node: &Spanned<Node>) -> Option<Vec<When>> {
    let parts = reader.list(key, node, |reader, key, node| Some(read(reader, key, node)))?.value;
    if parts.is_empty() {
        let help = reader.example(key);
        reader.empty(key, node.span, help);
        return None;
    }
    parts.into_iter().collect()
}

/// A fact, and the value or the values that make it true. `above` is the entry before it.
fn comparison(reader: &mut Reader<'_>, above: Option<&Entry>, (key, value): &Entry) -> Option<When> {
    let is_nested = match &value.value {
        Node::Map(_) => true,
        Node::List(values) => values.iter().any(|value| matches!(value.value, Node::Map(_) | Node::List(_))),
        Node::Empty | Node::Scalar(_) => false,
    };
    if is_nested {
        reader.problems.push(unknown_word(reader, key, value));
        return None;
    }
    if value.value == Node::Empty {
        reader.problems.push(without_value(reader, above, key));
        return None;
    }
    let fact = reader.valid_name(&key.value, key.span);
    let values = values(reader, key, value);
    Some(When::Has { fact: Spanned::new(fact?, key.span), values: values? })
}

/// One value, or a list of them; at least one.
pub(super) fn values(
    reader: &mut Reader<'_>,
    key: &Spanned<String>,
    node: &Spanned<Node>,
) -> Option<Vec<Spanned<Name>>> {
    let written: Vec<&Spanned<Node>> = match &node.value {
        Node::List(values) => values.iter().collect(),
        Node::Scalar(_) | Node::Map(_) | Node::Empty => vec![node],
    };
    if written.is_empty() {
        reader.problems.push(
            Diagnostic::new(&rules::EMPTY_VALUE, node.span.in_file(reader.path), format!("`{}` is empty", key.value))
                .label("no value is named, so this would never hold")
                .help(format!("write the values that it may have: `{}: [one, other]`", key.value)),
        );
        return None;
    }
    let mut values: Vec<Spanned<Name>> = Vec::new();
    let mut is_whole = true;
    for one in written {
        let Node::Scalar(scalar) = &one.value else {
            reader.wrong_type(one, "the name of a value", "take it out, or write the name of a value");
            is_whole = false;
            continue;
        };
        let text = scalar.text.clone();
        let Some(name) = Name::new(&text) else {
            reader.problems.push(not_a_value(reader, &key.value, &text, one.span));
            is_whole = false;
            continue;
        };
        match values.iter().find(|first| first.value == name) {
            None => values.push(Spanned::new(name, one.span)),
            Some(first) => {
                let message = format!("`{name}` stands twice in `{}`", key.value);
                reader.problems.push(
                    Diagnostic::new(&rules::DUPLICATE_KEY, one.span.in_file(reader.path), message)
                        .label("for the second time here")
                        .also(first.span.in_file(reader.path), "first here")
                        .help("keep one of the two"),
                );
                is_whole = false;
            }
        }
    }
    is_whole.then_some(values)
}

/// That words stand where the name of a value should: its label, or a condition as people say it.
fn not_a_value(reader: &Reader<'_>, fact: &str, text: &str, span: Span) -> Diagnostic {
    let either: Option<Vec<Name>> = text.split(" or ").map(Name::new).collect();
    let both: Option<Vec<Name>> = text.split(" and ").map(Name::new).collect();
    let all = |names: Vec<Name>, before: &str, after: &str| {
        let names: Vec<String> = names.iter().map(|name| format!("{before}{name}{after}")).collect();
        names.join(", ")
    };
    let help = match (text.strip_prefix("not ").and_then(Name::new), either, both) {
        (Some(name), _, _) => format!("write `not: {{{fact}: {name}}}`"),
        (None, Some(names), _) => format!("write `{fact}: [{}]`", all(names, "", "")),
        (None, None, Some(names)) => format!("write `all: [{}]`", all(names, &format!("{{{fact}: "), "}")),
        (None, None, None) if text.trim().contains(' ') => {
            format!("write the name that stands before these words at `{fact}` in content/facts.yaml")
        }
        (None, None, None) => meant_name(text),
    };
    Diagnostic::new(&NAME_INVALID, span.in_file(reader.path), format!("\"{text}\" is not a name"))
        .label("a name has only a-z, 0-9 and -")
        .help(help)
}

/// That a key stands twice in one map.
fn twice(reader: &Reader<'_>, key: &Spanned<String>, first: Span) -> Diagnostic {
    let name = key.value.as_str();
    let help = match name {
        "all" | "any" | "not" => format!("put each in braces of its own: `all: [{{{name}: …}}, {{{name}: …}}]`"),
        _ => format!(
            "write `{name}: [one, other]` if either will do, `all: [{{{name}: one}}, {{{name}: other}}]` if both have to hold"
        ),
    };
    Diagnostic::new(&rules::DUPLICATE_KEY, key.span.in_file(reader.path), format!("`{name}` stands twice"))
        .label("for the second time here")
        .also(first.in_file(reader.path), "first here")
        .help(help)
}

/// That conditions stand below a key which is none of `all`, `any` and `not`.
fn unknown_word(reader: &Reader<'_>, key: &Spanned<String>, value: &Spanned<Node>) -> Diagnostic {
    let text = key.value.as_str();
    let help = match text.to_ascii_lowercase().as_str() {
        _ if let Some(meant) = inside_out(reader, text, value) => format!("write `{meant}`"),
        "and" | "both" | "every" => "write `all` in its place".to_owned(),
        "or" | "either" | "some" | "one-of" => "write `any` in its place".to_owned(),
        "no" | "none" | "never" | "unless" => "write `not` in its place".to_owned(),
        lower => match did_you_mean(lower, ["all", "any", "not"]) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                format!("if `{text}` is a fact, write a value or a list of values after it: `{text}: [one, other]`")
            }
        },
    };
    Diagnostic::new(&rules::UNKNOWN_KEY, key.span.in_file(reader.path), format!("unknown key `{text}`"))
        .label("conditions stand only below `all`, `any` and `not`")
        .help(help)
}

/// What `fact: {not: value}` and `fact: {any: [one, other]}` mean.
fn inside_out(reader: &Reader<'_>, fact: &str, value: &Spanned<Node>) -> Option<String> {
    let Node::Map(entries) = &value.value else { return None };
    let [(word, inner)] = entries.as_slice() else { return None };
    let is_plain = match &inner.value {
        Node::Scalar(_) => true,
        Node::List(values) => values.iter().all(|value| matches!(value.value, Node::Scalar(_))),
        Node::Empty | Node::Map(_) => false,
    };
    let inner = reader.source.get(inner.span.start..inner.span.end).filter(|text| is_plain && !text.contains('\n'))?;
    match word.value.as_str() {
        "not" => Some(format!("not: {{{fact}: {inner}}}")),
        "any" => Some(format!("{fact}: {inner}")),
        _ => None,
    }
}

/// That a fact has no value: most likely brackets or a space are missing.
fn without_value(reader: &Reader<'_>, above: Option<&Entry>, key: &Spanned<String>) -> Diagnostic {
    let text = key.value.as_str();
    let first = above.and_then(|(above, value)| match &value.value {
        Node::Scalar(scalar) => Some((above.value.as_str(), scalar.text.as_str())),
        Node::Empty | Node::List(_) | Node::Map(_) => None,
    });
    let help = match (text.split_once(':'), first) {
        (Some((fact, value)), _) => format!("put a space after the colon: `{fact}: {value}`"),
        (None, Some((fact, value))) => {
            format!("write `{fact}: [{value}, {text}]` if both are values of `{fact}`, else `{text}: …`")
        }
        (None, None) => format!("write the value that it has to have: `{text}: …`"),
    };
    Diagnostic::new(&rules::EMPTY_VALUE, key.span.in_file(reader.path), format!("`{text}` has no value"))
        .label("a fact, and nothing to hold it against")
        .help(help)
}

/// What to type where somebody wrote a condition as words: `travel = hard`.
pub(super) fn meant_by_words(reader: &Reader<'_>, key: &'static Key, scalar: &Scalar) -> String {
    let text = scalar.text.trim();
    let signs = ["!=", " is not ", "==", "=", " is ", ":"];
    let two = signs.iter().find_map(|sign| {
        let (fact, value) = text.split_once(sign)?;
        let name = |text: &str| Name::new(text.trim().trim_matches(['"', '\'']));
        Some((name(fact)?, name(value)?, ["!=", " is not "].contains(sign)))
    });
    match (two, Name::new(text)) {
        (Some((fact, value, false)), _) => reader.write(key, &format!("{{{fact}: {value}}}")),
        (Some((fact, value, true)), _) => reader.write(key, &format!("{{not: {{{fact}: {value}}}}}")),
        (None, Some(name)) => {
            format!("write the fact and its value: `{}: {{fact: value}}`, where `{name}` is one of the two", key.name)
        }
        (None, None) => format!("{}: a fact, and the value that it has to have", reader.example(key)),
    }
}

/// Facts and values as they should be written, where each has another sign in place of its colon: `{travel = hard}`.
pub(super) fn with_colons(node: &Spanned<Node>) -> Option<String> {
    let Node::Map(entries) = &node.value else { return None };
    let one = |(key, value): &Entry| {
        let (fact, wanted) = key.value.split_once('=').filter(|_| value.value == Node::Empty)?;
        Some(format!("{}: {}", Name::new(fact.trim())?, Name::new(wanted.trim())?))
    };
    let all: Vec<String> = entries.iter().map(one).collect::<Option<Vec<String>>>()?;
    (!all.is_empty()).then(|| format!("{{{}}}", all.join(", ")))
}

/// That names have no colon after them.
pub(super) fn without_colons(reader: &Reader<'_>, span: Span, help: String) -> Diagnostic {
    Diagnostic::new(&rules::WRONG_TYPE, span.in_file(reader.path), "names without their colons")
        .label("a colon and a space stand between a name and what belongs to it")
        .help(help)
}

/// What to type where somebody wrote a list.
fn meant_by_list(reader: &Reader<'_>, key: &'static Key, values: &[Spanned<Node>]) -> String {
    if let [one] = values
        && let Node::Map(_) = &one.value
    {
        let written = reader.source.get(one.span.start..one.span.end).unwrap_or("").trim();
        let inner = written.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')).unwrap_or(written);
        if !inner.contains('\n') {
            return reader.write(key, &format!("{{{inner}}}"));
        }
    }
    let names = values.iter().map(|value| match &value.value {
        Node::Scalar(scalar) => Name::new(&scalar.text).map(|name| name.to_string()),
        Node::Empty | Node::List(_) | Node::Map(_) => None,
    });
    match names.collect::<Option<Vec<String>>>() {
        Some(names) if !names.is_empty() => {
            format!("write the fact before its values: `{}: {{fact: [{}]}}`", key.name, names.join(", "))
        }
        _ => format!(
            "write `{}: {{all: [{{…}}, {{…}}]}}` if all of them have to hold, `any` in place of `all` if one is enough",
            key.name
        ),
    }
}

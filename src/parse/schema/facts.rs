//! What a guide may ask its reader: facts.yaml.

use super::expr::{When, when, without_colons};
use super::lists::named;
use super::shared::{ALLOW, Allowance, allowances, flag};
use crate::base::{Name, Spanned};
use crate::markup;
use crate::parse::fields::{Fields, Key, Reader, Schema};
use crate::parse::node::{Entry, Node};
use crate::parse::rules;
use crate::report::{Diagnostic, Severity};

static ASK: Key =
    Key { name: "ask", example: "\"How do you get there?\"", doc: "The question, as the reader is asked it." };
static VALUES: Key = Key {
    name: "values",
    example: "{easy: \"It is easy\", hard: \"It is hard\"}",
    doc: "The answers, in order: a name for each, and the words that the reader picks.",
};
static ASKED_WHEN: Key = Key {
    name: "asked-when",
    example: "{first-time: yes}",
    doc: "Asked only if this holds; names only facts above this one.",
};
static MANY: Key = Key { name: "many", example: "true", doc: "The reader can pick several answers." };
static NONE: Key = Key {
    name: "none",
    example: "unsure",
    doc: "With `many`: the answer that excludes all others, such as \"none of these\" or \"I do not know yet\".",
};
static IF: Key = Key {
    name: "if",
    example: "\"getting there is {value}\"",
    doc: "How a step's condition is told, after \"Only if\"; `{value}` stands for the answer.",
};
static LABEL: Key = Key { name: "label", example: "\"It is hard\"", doc: "The words that the reader picks." };
static IN_WORDS: Key =
    Key { name: "in-words", example: "\"hard for you\"", doc: "The answer's words in the `if` of the fact." };

/// The keys of a fact.
pub static FACT: Schema = Schema { what: "a fact", keys: &[&ASK, &VALUES, &ASKED_WHEN, &MANY, &NONE, &IF, &ALLOW] };
/// The keys of a value, where it has more than a label.
pub static VALUE: Schema = Schema { what: "a value", keys: &[&LABEL, &IN_WORDS] };

/// Words that conditions need for themselves.
const RESERVED: [&str; 3] = ["all", "any", "not"];

/// Something that the guide may ask its reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The question.
    pub ask: String,
    /// The answers, at least two, in the author's order.
    pub values: Vec<FactValue>,
    /// When it is asked.
    pub asked_when: Option<Spanned<When>>,
    /// Whether a reader can pick several answers.
    pub many: bool,
    /// The answer that excludes all others.
    pub none: Option<Spanned<Name>>,
    /// How a condition on it is told; has `{value}` in it.
    pub in_words: Option<String>,
    /// Findings in this fact that are right as they are.
    pub allow: Vec<Allowance>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub struct FactValue {
    /// Its name.
    pub name: Spanned<Name>,
    /// The words that the reader picks.
    pub label: String,
    /// Its words in the fact's `if`.
    pub in_words: Option<String>,
}

/// The facts of facts.yaml; `None` for one of which anything was reported.
pub(in crate::parse) fn facts(reader: &mut Reader<'_>, node: &Spanned<Node>) -> Vec<(Spanned<Name>, Option<Fact>)> {
    let node = without_heading(reader, node);
    named(reader, "facts by their names", &without_strays(&node), |reader, name, node| {
        let before = reader.problems.count(Severity::Error);
        if RESERVED.contains(&name.value.as_str()) {
            reader.problems.push(reserved(reader, name));
        }
        if node.value == Node::Empty {
            reader.problems.push(empty_fact(reader, name));
            return None;
        }
        let fields = reader.fields(&FACT, node, name.span);
        let ask = fields.required(reader, &ASK, Reader::words);
        let values = fields.required(reader, &VALUES, values);
        let many = flag(reader, &fields, &MANY);
        let mut allow = allowances(reader, &fields);
        allow.iter_mut().for_each(|allowance| allowance.scope = Some(name.span.to(node.span)));
        let fact = Fact {
            asked_when: fields.optional(reader, &ASKED_WHEN, when),
            none: fields.optional(reader, &NONE, Reader::name),
            in_words: fields.optional(reader, &IF, told),
            ask: ask?.value,
            values: values?,
            many,
            allow,
        };
        // A key that was mistyped may have been the `many`.
        if reader.problems.count(Severity::Error) == before {
            check_none(reader, &fields, &fact);
        }
        (reader.problems.count(Severity::Error) == before).then_some(fact)
    })
}

/// That nothing belongs to a fact: most likely its keys do not stand far enough to the right.
fn empty_fact(reader: &Reader<'_>, name: &Spanned<Name>) -> Diagnostic {
    let message = format!("the fact `{}` is empty", name.value);
    Diagnostic::new(&rules::EMPTY_VALUE, name.span.in_file(reader.path), message)
        .label("nothing stands below it that belongs to it")
        .help("put two spaces before each line that belongs to it: `ask`, `values` …")
}

/// The facts, without a word above all of them, which is reported.
fn without_heading(reader: &mut Reader<'_>, node: &Spanned<Node>) -> Spanned<Node> {
    let Node::Map(entries) = &node.value else { return node.clone() };
    let [(key, below)] = entries.as_slice() else { return node.clone() };
    let Node::Map(facts) = &below.value else { return node.clone() };
    let is_fact = |(key, value): &Entry| {
        matches!(value.value, Node::Map(_)) && !FACT.keys.iter().any(|known| known.name == key.value)
    };
    if facts.is_empty() || !facts.iter().all(is_fact) {
        return node.clone();
    }
    reader.problems.push(
        Diagnostic::new(
            &rules::UNKNOWN_KEY,
            key.span.in_file(reader.path),
            format!("`{}` stands above the facts", key.value),
        )
        .label("facts stand in no other key")
        .help("take this line out, and two spaces at the beginning of each line below it"),
    );
    below.clone()
}

/// The facts, without the keys that were meant for an empty one above them.
fn without_strays(node: &Spanned<Node>) -> Spanned<Node> {
    let mut node = node.clone();
    if let Node::Map(entries) = &mut node.value {
        let mut is_below_empty = false;
        entries.retain(|(key, value)| {
            let is_stray = is_below_empty && FACT.keys.iter().any(|known| known.name == key.value);
            is_below_empty = is_stray || value.value == Node::Empty;
            !is_stray
        });
    }
    node
}

/// That a fact has a name that conditions need.
fn reserved(reader: &Reader<'_>, name: &Spanned<Name>) -> Diagnostic {
    let message = format!("a fact cannot be called `{}`", name.value);
    Diagnostic::new(&markup::rules::RESERVED_NAME, name.span.in_file(reader.path), message)
        .label("means something else in a condition")
        .note(format!("`{}` puts conditions together: nobody could ask for this fact", name.value))
        .help("give it a name that says what it asks")
}

/// `none` means something only where several answers can be picked.
fn check_none(reader: &mut Reader<'_>, fields: &Fields, fact: &Fact) {
    let Some(key) = fields.key_span(&NONE).filter(|_| !fact.many && fields.value(&MANY).is_none()) else { return };
    reader.problems.push(
        Diagnostic::new(&rules::NONE_WITHOUT_MANY, key.in_file(reader.path), "`none` without `many`")
            .label("one answer always excludes all others")
            .help("add `many: true` if a reader can pick several answers, else take `none` out"),
    );
}

/// The answers of a fact: a name with a label, or with a label and other words.
fn values(reader: &mut Reader<'_>, key: &'static Key, node: &Spanned<Node>) -> Option<Vec<FactValue>> {
    if let Node::List(values) = &node.value {
        let help = labels_for(key, values);
        reader.wrong_type(node, "values with their labels", help);
        return None;
    }
    if node.value == Node::Empty {
        let help = reader.example(key);
        reader.empty(key, node.span, help);
        return None;
    }
    if let Some(meant) = with_colons(node) {
        let help = reader.write(key, &meant);
        reader.problems.push(without_colons(reader, node.span, help));
        return None;
    }
    // In brackets, a comma ends a label: the rest of it looks like a value without one.
    let mut node = node.clone();
    if let Node::Map(entries) = &mut node.value {
        let is_cut = |(name, value): &Entry| value.value == Node::Empty && name.value.contains(' ');
        let cut: Vec<Entry> = entries.iter().filter(|entry| is_cut(entry)).cloned().collect();
        entries.retain(|entry| !is_cut(entry));
        for (name, _) in &cut {
            reader.problems.push(cut_label(reader, name));
        }
    }
    let entries = reader.named_entries("values with their labels", &node);
    let values: Vec<FactValue> = entries.into_iter().filter_map(|(name, node)| value(reader, name, &node)).collect();
    let written = match &node.value {
        Node::Map(entries) => entries.len(),
        Node::Empty | Node::Scalar(_) | Node::List(_) => return None,
    };
    if written < 2 {
        reader.problems.push(
            Diagnostic::new(
                &rules::TOO_FEW_VALUES,
                node.span.in_file(reader.path),
                "a fact with fewer than two values",
            )
            .label("with one answer there is nothing to ask")
            .help("add a value, or take the fact out"),
        );
    }
    Some(values)
}

fn value(reader: &mut Reader<'_>, name: Spanned<Name>, node: &Spanned<Node>) -> Option<FactValue> {
    let (label, in_words) = match &node.value {
        Node::Map(_) if let Some(meant) = two_wordings(node) => {
            let help = format!("write `{}: {meant}`", name.value);
            reader.problems.push(
                Diagnostic::new(
                    &rules::WRONG_TYPE,
                    node.span.in_file(reader.path),
                    "words in braces without their keys",
                )
                .label("braces hold keys and their values")
                .help(help),
            );
            return None;
        }
        Node::Map(_) => {
            let fields = reader.fields(&VALUE, node, name.span);
            let label = fields.required(reader, &LABEL, Reader::label);
            (label, fields.optional(reader, &IN_WORDS, Reader::label))
        }
        Node::Empty => {
            let message = format!("the value `{}` has no label", name.value);
            reader.problems.push(
                Diagnostic::new(&rules::EMPTY_VALUE, name.span.in_file(reader.path), message)
                    .label("what does a reader pick here?")
                    .help(format!("write its words after it: `{}: \"…\"`", name.value)),
            );
            return None;
        }
        Node::Scalar(_) | Node::List(_) => (reader.label(&LABEL, node), None),
    };
    Some(FactValue { name, label: label?.value, in_words: in_words.map(|words| words.value) })
}

/// The words of a condition, which have a place for the answer.
fn told(reader: &mut Reader<'_>, key: &'static Key, node: &Spanned<Node>) -> Option<String> {
    let words = reader.words(key, node)?;
    if words.value.contains("{value}") {
        return Some(words.value);
    }
    let braces = words.value.split_once('{').and_then(|(before, rest)| {
        let (inside, after) = rest.split_once('}')?;
        Some(format!("{before}{{value}}{after}")).filter(|_| inside.len() < "{value}".len() * 2)
    });
    let help = match braces {
        Some(meant) => reader.write(key, &format!("\"{meant}\"")),
        None => format!("put `{{value}}` where the answer belongs, such as `{}: {}`", key.name, key.example),
    };
    reader.problems.push(
        Diagnostic::new(&rules::IF_WITHOUT_VALUE, words.span.in_file(reader.path), "`if` has no `{value}` in it")
            .label("the answer would not be told")
            .note("a reader would not see which answer the step is for")
            .help(help),
    );
    None
}

/// The answers as they should be written, where each has another sign in place of its colon: `{yes = "Yes"}`.
fn with_colons(node: &Spanned<Node>) -> Option<String> {
    let Node::Map(entries) = &node.value else { return None };
    let one = |(key, value): &Entry| {
        let two = [" = ", "=", " -> ", " - "].iter().find_map(|sign| key.value.split_once(sign));
        let (name, label) = two.filter(|_| value.value == Node::Empty)?;
        Some(format!("{}: \"{}\"", Name::new(name.trim())?, label.trim().trim_matches(['"', '\''])))
    };
    let all: Vec<String> = entries.iter().map(one).collect::<Option<Vec<String>>>()?;
    (!all.is_empty()).then(|| format!("{{{}}}", all.join(", ")))
}

/// Two pieces of words in braces: the label, and the words for sentences.
fn two_wordings(node: &Spanned<Node>) -> Option<String> {
    let pieces: Vec<&str> = match &node.value {
        Node::Map(entries) => {
            let is_words = |(_, value): &Entry| value.value == Node::Empty;
            entries.iter().all(is_words).then(|| entries.iter().map(|(key, _)| key.value.as_str()).collect())?
        }
        Node::Empty | Node::Scalar(_) | Node::List(_) => return None,
    };
    let is_key = |piece: &&str| VALUE.keys.iter().any(|key| key.name == *piece);
    match pieces.as_slice() {
        pieces if pieces.iter().any(is_key) => None,
        [label] => Some(format!("\"{label}\"")),
        [label, in_words] => Some(format!("{{label: \"{label}\", in-words: \"{in_words}\"}}")),
        _ => None,
    }
}

/// That a label ended at a comma.
fn cut_label(reader: &Reader<'_>, rest: &Spanned<String>) -> Diagnostic {
    let message = format!("\"{}\" stands as a value of its own", rest.value);
    Diagnostic::new(&markup::rules::NAME_INVALID, rest.span.in_file(reader.path), message)
        .label("most likely the end of the label before it")
        .help("put the label before it in double quotes: in brackets, a comma ends a value")
}

/// What to type where values stand in a list, without labels.
fn labels_for(key: &Key, values: &[Spanned<Node>]) -> String {
    let names = values.iter().map(|value| match &value.value {
        Node::Scalar(scalar) => {
            let name = Name::new(&scalar.text).or_else(|| Name::nearest(&scalar.text))?;
            let label = if Name::new(&scalar.text).is_some() { "…" } else { scalar.text.as_str() };
            Some(format!("{name}: \"{label}\""))
        }
        Node::Empty | Node::List(_) | Node::Map(_) => None,
    });
    match names.collect::<Option<Vec<String>>>() {
        None if values.iter().all(|value| matches!(&value.value, Node::Map(map) if map.len() == 1)) => {
            "take the `- ` before each of them away".to_owned()
        }
        Some(all) if !all.is_empty() => format!("write `{}: {{{}}}`", key.name, all.join(", ")),
        _ => format!("write `{}: {}`", key.name, key.example),
    }
}

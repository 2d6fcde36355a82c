//! Tests of a scenario: readers that its author thought of, and what their checklists have to show.

use super::expr::{meant_by_words, values, with_colons, without_colons};
use super::shared::{list, names};
use crate::base::{Name, Span, Spanned};
use crate::parse::fields::{Fields, Key, Reader, Schema};
use crate::parse::node::Node;
use crate::parse::rules;
use crate::report::{Diagnostic, Severity};

pub(super) static TESTS: Key = Key {
    name: "tests",
    example: "[{given: {travel: hard}, expect: {has: [q-bus], lacks: [q-parking]}}]",
    doc: "Readers to try: what they answer, and which items are then on the checklist.",
};
static GIVEN: Key = Key {
    name: "given",
    example: "{travel: hard}",
    doc: "What the reader answers, by facts; a fact that is left out can have any answer.",
};
static EXPECT: Key =
    Key { name: "expect", example: "{has: [q-bus], lacks: [q-parking]}", doc: "What the checklist has to show." };
static HAS: Key = Key { name: "has", example: "[q-bus]", doc: "Items that are on it, for every answer that is left." };
static LACKS: Key =
    Key { name: "lacks", example: "[q-parking]", doc: "Items that are not on it, whatever answer is left." };

/// The keys of a test.
pub static TEST: Schema = Schema { what: "a test", keys: &[&GIVEN, &EXPECT] };
/// The keys of what a test expects.
pub static EXPECTED: Schema = Schema { what: "`expect`", keys: &[&HAS, &LACKS] };

/// A reader that the author thought of.
#[derive(Clone, Debug, PartialEq)]
pub struct Persona {
    /// The answers: facts, and all values that the reader has of each.
    pub given: Vec<Given>,
    /// Items that have to be on the checklist.
    pub has: Vec<Spanned<Name>>,
    /// Items that must not be on it.
    pub lacks: Vec<Spanned<Name>>,
}

/// A fact, and all values that a reader has of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The fact.
    pub fact: Spanned<Name>,
    /// The values.
    pub values: Spanned<Vec<Spanned<Name>>>,
}

/// The tests of a scenario; one of which anything was reported is left out.
pub(super) fn personas(reader: &mut Reader<'_>, fields: &Fields) -> Vec<Spanned<Persona>> {
    let halves = halves(reader, fields);
    list(reader, fields, &TESTS, |reader, _, node| {
        if halves.contains(&node.span) {
            return None;
        }
        if let Some(problem) = without_expect(reader, node) {
            reader.problems.push(problem);
            return None;
        }
        let before = reader.problems.count(Severity::Error);
        let fields = reader.fields(&TEST, node, node.span);
        let given = fields.required(reader, &GIVEN, given);
        let expected = fields.required(reader, &EXPECT, |reader, _, node| {
            if let Node::List(_) = &node.value {
                let list = reader.source.get(node.span.start..node.span.end).filter(|list| !list.contains('\n'));
                let help = format!("write `expect: {{has: {}}}`", list.unwrap_or("[…]"));
                reader.wrong_type(node, "`has` and `lacks`", help);
                return None;
            }
            let before = reader.problems.count(Severity::Error);
            let fields = reader.fields(&EXPECTED, node, node.span);
            let (has, lacks) = (names(reader, &fields, &HAS), names(reader, &fields, &LACKS));
            for item in &lacks {
                if let Some(first) = has.iter().find(|one| one.value == item.value) {
                    reader.problems.push(in_both(reader, item, first.span));
                }
            }
            if has.is_empty() && lacks.is_empty() && reader.problems.count(Severity::Error) == before {
                reader.problems.push(nothing_expected(reader, node));
            }
            Some((has, lacks))
        });
        let (has, lacks) = expected?;
        let persona = Persona { given: given?, has, lacks };
        (reader.problems.count(Severity::Error) == before).then_some(Spanned::new(persona, node.span))
    })
}

/// Tests that were cut in two by a `- ` before `expect`: each is reported, and neither half is read.
fn halves(reader: &mut Reader<'_>, fields: &Fields) -> Vec<Span> {
    let Some(Node::List(tests)) = fields.value(&TESTS).map(|node| &node.value) else { return Vec::new() };
    let only = |node: &Spanned<Node>, name: &str| match &node.value {
        Node::Map(entries) => match entries.as_slice() {
            [(key, _)] if key.value == name => Some(key.span),
            _ => None,
        },
        Node::Empty | Node::Scalar(_) | Node::List(_) => None,
    };
    let mut found = Vec::new();
    for (first, second) in tests.iter().zip(tests.iter().skip(1)) {
        let (Some(_), Some(expect)) = (only(first, GIVEN.name), only(second, EXPECT.name)) else { continue };
        found.extend([first.span, second.span]);
        reader.problems.push(
            Diagnostic::new(&rules::MISSING_KEY, expect.in_file(reader.path), "a test is cut in two")
                .label("the `- ` before it begins another test")
                .help("write two spaces in place of the `- ` before `expect`"),
        );
    }
    found
}

/// That `has` and `lacks` stand in the test itself.
fn without_expect(reader: &Reader<'_>, node: &Spanned<Node>) -> Option<Diagnostic> {
    let Node::Map(entries) = &node.value else { return None };
    let stands = |key: &&Key| entries.iter().any(|(written, _)| written.value == key.name);
    let is_inside = |name: &str| name == HAS.name || name == LACKS.name;
    let (first, _) = entries.iter().find(|(key, _)| is_inside(&key.value))?;
    let written = entries.iter().filter(|(key, _)| is_inside(&key.value)).map(|(key, value)| {
        let value = reader.source.get(value.span.start..value.span.end).filter(|value| !value.contains('\n'));
        format!("{}: {}", key.value, value.unwrap_or("[…]").trim())
    });
    let written: Vec<String> = written.collect();
    (!stands(&&EXPECT)).then(|| {
        Diagnostic::new(&rules::UNKNOWN_KEY, first.span.in_file(reader.path), format!("unknown key `{}`", first.value))
            .label("not a key of a test, but of `expect`")
            .help(format!("write `expect: {{{}}}`", written.join(", ")))
    })
}

/// That an item shall be on the checklist and not on it.
fn in_both(reader: &Reader<'_>, item: &Spanned<Name>, first: Span) -> Diagnostic {
    let message = format!("`{}` stands in `has` and in `lacks`", item.value);
    Diagnostic::new(&rules::CONFLICTING_KEYS, item.span.in_file(reader.path), message)
        .label("no checklist can show it and not show it")
        .also(first.in_file(reader.path), "in `has` here")
        .help("keep one of the two")
}

fn nothing_expected(reader: &Reader<'_>, node: &Spanned<Node>) -> Diagnostic {
    Diagnostic::new(&rules::EMPTY_VALUE, node.span.in_file(reader.path), "`expect` is empty")
        .label("this test would always hold")
        .help("write `expect: {has: […], lacks: […]}` with names of items, or one of the two")
}

/// Facts, and the value or the values that the reader has of each.
fn given(reader: &mut Reader<'_>, key: &'static Key, node: &Spanned<Node>) -> Option<Vec<Given>> {
    if let Node::Scalar(scalar) = &node.value {
        let help = meant_by_words(reader, key, scalar);
        reader.wrong_type(node, "facts and the reader's answers", help);
        return None;
    }
    if let Some(meant) = with_colons(node) {
        let help = reader.write(key, &meant);
        reader.problems.push(without_colons(reader, node.span, help));
        return None;
    }
    let entries = reader.named_entries("facts and the reader's answers", node);
    let mut all = Vec::new();
    for (fact, node) in entries {
        let key = Spanned::new(fact.value.to_string(), fact.span);
        let is_none = matches!(&node.value, Node::List(values) if values.is_empty());
        let values = match &node.value {
            _ if is_none => Some(Vec::new()),
            Node::Empty => {
                reader.problems.push(
                    Diagnostic::new(
                        &rules::EMPTY_VALUE,
                        fact.span.in_file(reader.path),
                        format!("`{}` is empty", fact.value),
                    )
                    .label("which answer?")
                    .help(format!("write the answer, `{}: …`, or leave it out if any answer will do", fact.value)),
                );
                None
            }
            Node::Scalar(_) | Node::List(_) | Node::Map(_) => values(reader, &key, &node),
        };
        all.push(values.map(|values| Given { fact, values: Spanned::new(values, node.span) }));
    }
    all.into_iter().collect()
}

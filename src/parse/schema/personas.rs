//! Tests of a scenario: readers that its author thought of, and what their checklists have to show.

use super::expr::{meant_by_words, values};
use super::shared::{list, names};
use crate::base::{Name, Spanned};
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
    list(reader, fields, &TESTS, |reader, _, node| {
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

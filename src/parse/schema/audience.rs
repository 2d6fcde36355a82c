//! Who gets an item, and when: keys that articles, sections and items have in common.

use super::shared::names;
use crate::base::{Name, Spanned};
use crate::parse::fields::{Fields, Key, Reader, Schema};
use crate::parse::node::Node;
use crate::parse::rules;
use crate::report::Diagnostic;

pub(super) static FOR: Key = Key {
    name: "for",
    example: "[starting-out]",
    doc: "Who gets it: `all`, a list of scenarios, or `{all-but: [...]}`.",
};
pub(super) static PHASE: Key =
    Key { name: "phase", example: "before", doc: "When it is done, by the phase's name in site.toml." };
static ALL_BUT: Key = Key { name: "all-but", example: "[starting-out]", doc: "All scenarios but these." };

/// The long form of `for`.
pub static AUDIENCE: Schema = Schema { what: "`for`", keys: &[&ALL_BUT] };

/// Who gets an item. The names are scenarios.
#[derive(Clone, Debug, PartialEq)]
pub enum Audience {
    /// Everybody.
    All,
    /// The readers in one of these scenarios.
    Only(Vec<Spanned<Name>>),
    /// Everybody but the readers in these scenarios.
    AllBut(Vec<Spanned<Name>>),
}

/// The phase, by its name.
pub(super) fn phase(reader: &mut Reader<'_>, fields: &Fields) -> Option<Spanned<Name>> {
    let phase = fields.optional(reader, &PHASE, Reader::name);
    reader.lost_phase |= phase.is_none() && fields.value(&PHASE).is_some();
    phase
}

/// `all`, a list of scenarios, or `{all-but: [...]}`.
pub(super) fn audience(reader: &mut Reader<'_>, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<Audience>> {
    let value = match &node.value {
        Node::Scalar(scalar) if scalar.text == "all" => Audience::All,
        Node::Map(_) => {
            let before = reader.problems.iter().count();
            let fields = reader.fields(&AUDIENCE, node, node.span);
            let names = names(reader, &fields, &ALL_BUT);
            // That an unreadable list is empty is its echo.
            if names.is_empty() && reader.problems.iter().count() > before {
                return None;
            }
            Audience::AllBut(names)
        }
        Node::Scalar(_) | Node::List(_) | Node::Empty => {
            let names = reader.list(key, node, |r, k, n| r.name(k, n))?.value;
            if let Some(all) = names.iter().find(|name| name.value.as_str() == "all") {
                reader.problems.push(
                    Diagnostic::new(&rules::UNKNOWN_VALUE, all.span.in_file(reader.path), "`all` stands in a list")
                        .label("no scenario's name")
                        .help("write `for: all`, without brackets"),
                );
                return None;
            }
            // A name that could not be read was reported: the list is not empty because of it.
            let is_whole = matches!(&node.value, Node::List(values) if values.len() == names.len());
            if is_whole { Audience::Only(names) } else { return None }
        }
    };
    Some(Spanned::new(value, node.span))
}

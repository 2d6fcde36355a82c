//! The rules of one checklist item, under `items:` in an article or a scenario.

use super::audience::{Audience, FOR, PHASE, audience, phase};
use super::expr::{When, when};
use super::shared::{flag, list, names};
use crate::base::{Name, Spanned};
use crate::parse::fields::{Key, Reader, Schema};
use crate::parse::node::{Entry, Look, Node, Scalar, Setting};
use crate::parse::rules;
use crate::report::Diagnostic;

static ASK: Key =
    Key { name: "ask", example: "[contact]", doc: "A question to ask these people, by their names in roles.yaml." };
static CALL: Key =
    Key { name: "call", example: "[contact]", doc: "A call to these people, by their names in roles.yaml." };
static BRING: Key = Key { name: "bring", example: "true", doc: "Something to bring along." };
static GET_FROM: Key =
    Key { name: "get-from", example: "contact", doc: "Something to get from this person, by the name in roles.yaml." };
static DONT: Key = Key { name: "dont", example: "true", doc: "Something not to do; its words begin with \"Do not\"." };
static AFTER: Key =
    Key { name: "after", example: "[q-why]", doc: "Items that come before this one, where both are on a checklist." };
static DUE: Key =
    Key { name: "due", example: "P7D", doc: "Days or weeks after (`P7D`, `P2W`) or before (`-P1W`) the visit." };
static MUST: Key = Key { name: "must", example: "true", doc: "A key step." };
static RECORD: Key = Key {
    name: "record",
    example: "[name, phone, date, answer]",
    doc: "Room to write: any of name, phone, date, answer.",
};
static WHEN: Key = Key {
    name: "when",
    example: "{travel: hard}",
    doc: "Only for readers whose answers fit: facts, and their values.",
};

/// The keys of an item.
pub static ITEM: Schema = Schema {
    what: "an item",
    keys: &[&ASK, &CALL, &BRING, &GET_FROM, &DONT, &PHASE, &AFTER, &DUE, &MUST, &RECORD, &WHEN, &FOR],
};

/// What an author says of an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemRules {
    /// What it is.
    pub kind: ItemKind,
    /// When it is done.
    pub phase: Option<Spanned<Name>>,
    /// Items that come before it.
    pub after: Vec<Spanned<Name>>,
    /// Days from the visit.
    pub due: Option<Spanned<i32>>,
    /// Whether it is a key step.
    pub must: bool,
    /// Room to write.
    pub record: Vec<Record>,
    /// For which answers.
    pub when: Option<Spanned<When>>,
    /// Who gets it.
    pub audience: Option<Spanned<Audience>>,
}

/// What an item is. The names are roles.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ItemKind {
    /// Something to do.
    #[default]
    Do,
    /// A question.
    Ask(Vec<Spanned<Name>>),
    /// A call.
    Call(Vec<Spanned<Name>>),
    /// Something to bring.
    Bring,
    /// Something to get.
    GetFrom(Spanned<Name>),
    /// Something not to do.
    Dont,
}

/// What there is room to write down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Record {
    /// A name.
    Name,
    /// A phone number.
    Phone,
    /// A date.
    Date,
    /// An answer.
    Answer,
}

/// The keys of an item; of `{bring, must}`, which is reported, as if `true` stood at each.
fn with_flags(reader: &mut Reader<'_>, node: &Spanned<Node>) -> Spanned<Node> {
    let mut node = node.clone();
    let Node::Map(entries) = &mut node.value else { return node };
    let is_flag = |(key, value): &&mut Entry| {
        value.value == Node::Empty && [BRING.name, DONT.name, MUST.name].contains(&key.value.as_str())
    };
    let mut flags: Vec<&mut Entry> = entries.iter_mut().filter(is_flag).collect();
    if flags.len() < 2 {
        return node;
    }
    let written: Vec<String> = flags.iter().map(|(key, _)| format!("{}: true", key.value)).collect();
    if let Some((key, _)) = flags.first() {
        reader.problems.push(
            Diagnostic::new(&rules::EMPTY_VALUE, key.span.in_file(reader.path), format!("`{}` is empty", key.value))
                .label("nothing is written here")
                .help(format!("write `{{{}}}`", written.join(", "))),
        );
    }
    for (_, value) in &mut flags {
        value.value = Node::Scalar(Scalar { text: "true".to_owned(), look: Look::Boolean, setting: Setting::Bare });
    }
    node
}

/// The rules of the item that `node` describes.
pub(super) fn item(reader: &mut Reader<'_>, node: &Spanned<Node>) -> ItemRules {
    let node = with_flags(reader, node);
    let fields = reader.fields(&ITEM, &node, node.span);
    let kinds: Vec<&Key> =
        [&ASK, &CALL, &BRING, &GET_FROM, &DONT].into_iter().filter(|key| fields.value(key).is_some()).collect();
    if let [first, second, ..] = kinds.as_slice() {
        let spans = (fields.key_span(first), fields.key_span(second));
        if let (Some(first_span), Some(second_span)) = spans {
            let message = format!("`{}` and `{}` exclude each other", first.name, second.name);
            reader.problems.push(
                Diagnostic::new(&rules::CONFLICTING_KEYS, second_span.in_file(reader.path), message)
                    .label("an item is one thing only")
                    .also(first_span.in_file(reader.path), "already said here")
                    .help("keep one, or make two items of it"),
            );
        }
    }
    let ask = names(reader, &fields, &ASK);
    let call = names(reader, &fields, &CALL);
    for key in [&ASK, &CALL] {
        let list = fields.value(key).filter(|node| matches!(&node.value, Node::List(list) if list.is_empty()));
        if let Some(node) = list {
            // A question for nobody would turn into something to do.
            let help = reader.example(key);
            reader.empty(key, node.span, help);
        }
    }
    let bring = flag(reader, &fields, &BRING);
    let get_from = fields.optional(reader, &GET_FROM, Reader::name);
    let dont = flag(reader, &fields, &DONT);
    let kind = match get_from {
        _ if !ask.is_empty() => ItemKind::Ask(ask),
        _ if !call.is_empty() => ItemKind::Call(call),
        _ if bring => ItemKind::Bring,
        Some(role) => ItemKind::GetFrom(role),
        None if dont => ItemKind::Dont,
        None => ItemKind::Do,
    };
    let records =
        [("name", Record::Name), ("phone", Record::Phone), ("date", Record::Date), ("answer", Record::Answer)];
    ItemRules {
        kind,
        phase: phase(reader, &fields),
        after: names(reader, &fields, &AFTER),
        due: fields.optional(reader, &DUE, Reader::days),
        must: flag(reader, &fields, &MUST),
        record: list(reader, &fields, &RECORD, |reader, key, node| reader.one_of(key, node, &records)),
        when: fields.value(&WHEN).and_then(|node| when(reader, &WHEN, node)),
        audience: fields.optional(reader, &FOR, audience),
    }
}

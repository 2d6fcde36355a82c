//! Takes the keys of a document out of a [`Node`] tree, and collects all that is wrong with them.
//!
//! A [`Key`] is declared once; it is what is read, what is suggested, and what is documented.

use std::collections::BTreeMap;

use super::meant;
use super::node::{Entry, Node};
use super::rules;
use super::schema::SCHEMAS;
use super::schema::item::ITEM;
use super::schema::site::SITE;
use crate::base::suggest::did_you_mean;
use crate::base::{InputPath, Name, Span, Spanned};
use crate::report::{Diagnostic, Problems};

/// A key that authors may write.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// A value as an author would type it.
    pub example: &'static str,
    /// What it does, in one sentence.
    pub doc: &'static str,
}

/// The keys that may stand together.
#[derive(Debug)]
pub struct Schema {
    /// What they describe, for messages: "an article".
    pub what: &'static str,
    /// The keys.
    pub keys: &'static [&'static Key],
}

/// Reads values; keeps what was wrong.
pub(super) struct Reader<'a> {
    pub(super) path: &'a InputPath,
    pub(super) source: &'a str,
    /// What stands between a key and its value in this file: `: ` or ` = `.
    pub(super) assign: &'static str,
    pub(super) problems: Problems,
    /// Keys that were found, and reported, where they mean nothing: they are not missing as well.
    strayed: Vec<String>,
    /// Whether the name of a phase could not be read, so that items may seem to have none.
    pub(super) lost_phase: bool,
}

/// The entries of one map, known keys only.
pub(super) struct Fields {
    schema: &'static Schema,
    /// Where a missing key is reported.
    place: Span,
    /// Whether there were keys at all, or something else that was reported.
    is_map: bool,
    entries: BTreeMap<&'static str, Entry>,
    /// Keys whose values stand below them, too far to the left, and were reported there.
    fed: Vec<&'static str>,
}

impl Fields {
    /// The entry's value, if the key is there.
    pub(super) fn value(&self, key: &Key) -> Option<&Spanned<Node>> {
        self.entries.get(key.name).map(|(_, value)| value)
    }

    /// Where the key stands, if it is there.
    pub(super) fn key_span(&self, key: &Key) -> Option<Span> {
        self.entries.get(key.name).map(|(key, _)| key.span)
    }

    /// The value as `read` understands it; `None` if the key is not there or the value was reported.
    pub(super) fn optional<'r, T>(
        &self,
        reader: &mut Reader<'r>,
        key: &'static Key,
        read: impl FnOnce(&mut Reader<'r>, &'static Key, &Spanned<Node>) -> Option<T>,
    ) -> Option<T> {
        let value = self.value(key)?;
        if value.value == Node::Empty {
            let help = format!("{}, or take the line out", reader.example(key));
            reader.empty(key, value.span, help);
            return None;
        }
        read(reader, key, value)
    }

    /// The same; a key that is not there is reported.
    pub(super) fn required<'r, T>(
        &self,
        reader: &mut Reader<'r>,
        key: &'static Key,
        read: impl FnOnce(&mut Reader<'r>, &'static Key, &Spanned<Node>) -> Option<T>,
    ) -> Option<T> {
        let Some(value) = self.value(key) else {
            if !self.is_map || self.fed.contains(&key.name) || reader.strayed.iter().any(|strayed| strayed == key.name)
            {
                return None;
            }
            reader.problems.push(
                Diagnostic::new(
                    &rules::MISSING_KEY,
                    self.place.in_file(reader.path),
                    format!("`{}` is missing", key.name),
                )
                .label(format!("{} needs `{}`", self.schema.what, key.name))
                .help(format!("add `{}{}{}`", key.name, reader.assign, key.example)),
            );
            return None;
        };
        read(reader, key, value)
    }
}

impl<'a> Reader<'a> {
    /// A reader of the file's metadata.
    pub(super) fn new(path: &'a InputPath, source: &'a str) -> Reader<'a> {
        Reader { path, source, assign: ": ", problems: Problems::new(), strayed: Vec::new(), lost_phase: false }
    }

    /// The entries of `node`, which stands for what `schema` says. Unknown keys and keys that stand
    /// twice are reported; of the latter the first counts. Missing keys will be reported at `place`.
    pub(super) fn fields(&mut self, schema: &'static Schema, node: &Spanned<Node>, place: Span) -> Fields {
        let is_map = matches!(node.value, Node::Map(_) | Node::Empty);
        let mut fields = Fields { schema, place, is_map, entries: BTreeMap::new(), fed: Vec::new() };
        let Node::Map(entries) = &node.value else {
            if node.value != Node::Empty {
                let key = schema.keys.first().map_or(("key", "value"), |key| (key.name, key.example));
                let help = format!("write `{}{}{}`, and the other keys below it", key.0, self.assign, key.1);
                self.wrong_type(node, &format!("the keys of {}", schema.what), help);
            }
            return fields;
        };
        let mut misspelt: Vec<(&'static str, &Entry)> = Vec::new();
        // A key without a value: what stands below it may have been meant for it.
        let mut hungry: Option<&'static str> = None;
        let is_known = |entry: &Entry| schema.keys.iter().any(|known| known.name == entry.0.value);
        for (at, entry) in entries.iter().enumerate() {
            let (key, value) = entry;
            match schema.keys.iter().find(|known| known.name == key.value) {
                None => {
                    let before = entries.get(..at).unwrap_or(&[]);
                    // Lines in one block are one slip: the first of them is told.
                    let is_told = hungry.is_some() && before.last().is_some_and(|above| !is_known(above));
                    let block = entries.iter().skip(at).take_while(|entry| !is_known(entry)).count();
                    let near = self.near_key(schema, entries, entry);
                    match near {
                        None if is_told && is_plain(entry) => {}
                        _ => self.unknown_key(schema, hungry.map(|key| (key, block)), near, entry),
                    }
                    match near {
                        Some(meant) => misspelt.push((meant, entry)),
                        None => fields.fed.extend(hungry),
                    }
                }
                Some(known) => {
                    hungry = (value.value == Node::Empty).then_some(known.name);
                    match fields.entries.get(known.name) {
                        Some((first, _)) => self.duplicate_key(first.span, key),
                        None => {
                            fields.entries.insert(known.name, entry.clone());
                        }
                    }
                }
            }
        }
        let fed = &fields.fed;
        fields.entries.retain(|key, (_, value)| value.value != Node::Empty || !fed.contains(key));
        // Read as what was meant: one slip of the pen shall not make a key missing as well.
        for (meant, entry) in misspelt {
            fields.entries.entry(meant).or_insert_with(|| entry.clone());
        }
        fields
    }

    /// The entries of a map whose keys the author chose, such as the names of items.
    pub(super) fn named_entries(&mut self, what: &str, node: &Spanned<Node>) -> Vec<(Spanned<Name>, Spanned<Node>)> {
        let Node::Map(entries) = &node.value else {
            if node.value != Node::Empty {
                let help =
                    "write each name on a line of its own with a colon after it, and its keys below it, two spaces in";
                self.wrong_type(node, what, help);
            }
            return Vec::new();
        };
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        let mut named = Vec::new();
        for (key, value) in entries {
            if let Some(first) = seen.get(key.value.as_str()) {
                self.duplicate_key(*first, key);
                continue;
            }
            seen.insert(&key.value, key.span);
            if let Some(name) = self.valid_name(&key.value, key.span) {
                named.push((Spanned::new(name, key.span), value.clone()));
            }
        }
        named
    }

    fn duplicate_key(&mut self, first: Span, key: &Spanned<String>) {
        let message = format!("`{}` stands twice", key.value);
        self.problems.push(
            Diagnostic::new(&rules::DUPLICATE_KEY, key.span.in_file(self.path), message)
                .label("for the second time here")
                .also(first.in_file(self.path), "first here")
                .help("keep one of the two"),
        );
    }

    /// The key that was likely meant by one that means nothing here.
    fn near_key(&self, schema: &'static Schema, all: &[Entry], entry: &Entry) -> Option<&'static str> {
        let names = || schema.keys.iter().map(|known| known.name);
        let text = entry.0.value.as_str();
        let condition = names().find(|name| *name == "when" && matches!(text, "if" | "only-if" | "condition"));
        let is_there = |meant: &&str| all.iter().any(|(key, _)| key.value == **meant);
        let another = || meant::key(schema.what, text).filter(|meant| !is_there(meant));
        let near = condition.or_else(another).or_else(|| did_you_mean(text, names()));
        near.filter(|_| is_plain(entry) && joined(schema, text).is_none())
    }

    /// Reports a key that means nothing here, and `near`, the one that was likely meant. `hungry` is a key
    /// above it that has no value, and how many lines may belong to that one.
    fn unknown_key(
        &mut self,
        schema: &'static Schema,
        hungry: Option<(&'static str, usize)>,
        near: Option<&'static str>,
        entry: &Entry,
    ) {
        let names = || schema.keys.iter().map(|known| known.name);
        let text = entry.0.value.as_str();
        let is_cut = !is_plain(entry);
        let mut owners = SCHEMAS.iter().filter(|other| other.keys.iter().any(|known| known.name == text));
        // Of all that have `when`, an item is what people know.
        let elsewhere =
            owners.clone().find(|other| text == "when" && other.what == ITEM.what).or_else(|| owners.next());
        let is_setting = self.assign == " = " && elsewhere.is_some_and(|other| other.what == SITE.what);
        let help = match (joined(schema, text), near, hungry) {
            _ if is_setting => {
                self.strayed.push(text.to_owned());
                "move the line up, above the first line in square brackets".to_owned()
            }
            _ if is_cut => "put the value before it in double quotes: in brackets, a comma ends a value".to_owned(),
            (Some((before, after)), _, _) => format!("put a space after the colon: `{before}: {after}`"),
            (None, Some(near), _) => format!("did you mean `{near}`?"),
            (None, None, Some((above, 1))) => format!("put two spaces before it if it belongs to `{above}`"),
            (None, None, Some((above, _))) => {
                format!("put two spaces before it, and before each line below it that belongs to `{above}`")
            }
            (None, None, None) => {
                let all: Vec<String> = names().map(|name| format!("`{name}`")).collect();
                format!("{} can have {}", schema.what, all.join(", "))
            }
        };
        let label = match elsewhere {
            Some(other) => format!("not a key of {}, but of {}", schema.what, other.what),
            None => format!("not a key of {}", schema.what),
        };
        self.problems.push(
            Diagnostic::new(&rules::UNKNOWN_KEY, entry.0.span.in_file(self.path), format!("unknown key `{text}`"))
                .label(label)
                .help(help),
        );
    }
}

/// Whether it is a key, and not the end of words that a comma cut.
fn is_plain((key, value): &Entry) -> bool {
    value.value != Node::Empty || !key.value.contains(' ')
}

/// A key of `schema` and its value, written without a space between them.
fn joined<'t>(schema: &Schema, text: &'t str) -> Option<(&'t str, &'t str)> {
    text.split_once(':').filter(|(before, _)| schema.keys.iter().any(|known| known.name == *before))
}

//! Takes the keys of a document out of a [`Node`] tree, and collects all that is wrong with them.
//!
//! A [`Key`] is declared once; it is what is read, what is suggested, and what is documented.

use std::collections::BTreeMap;

use super::node::{Entry, Look, Node, Scalar, Setting};
use super::rules;
use crate::base::date::{Date, parse_days};
use crate::base::suggest::did_you_mean;
use crate::base::{InputPath, Name, Span, Spanned};
use crate::report::{Diagnostic, Problems};

/// From how many words on a value in brackets is prose, in which a comma is likely.
const PROSE_FROM: usize = 5;

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
}

/// The entries of one map, known keys only.
pub(super) struct Fields {
    schema: &'static Schema,
    /// Where a missing key is reported.
    place: Span,
    entries: BTreeMap<&'static str, Entry>,
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
        self.value(key).and_then(|value| read(reader, key, value))
    }

    /// The same; a key that is not there is reported.
    pub(super) fn required<'r, T>(
        &self,
        reader: &mut Reader<'r>,
        key: &'static Key,
        read: impl FnOnce(&mut Reader<'r>, &'static Key, &Spanned<Node>) -> Option<T>,
    ) -> Option<T> {
        if self.value(key).is_none() {
            reader.problems.push(
                Diagnostic::new(
                    &rules::MISSING_KEY,
                    self.place.in_file(reader.path),
                    format!("`{}` is missing", key.name),
                )
                .label(format!("{} needs a `{}`", self.schema.what, key.name))
                .help(format!("add `{}{}{}`", key.name, reader.assign, key.example)),
            );
        }
        self.optional(reader, key, read)
    }
}

impl<'a> Reader<'a> {
    /// A reader of the file's metadata.
    pub(super) fn new(path: &'a InputPath, source: &'a str) -> Reader<'a> {
        Reader { path, source, assign: ": ", problems: Problems::new() }
    }

    /// The entries of `node`, which stands for what `schema` says. Unknown keys and keys that stand
    /// twice are reported; of the latter the first counts. Missing keys will be reported at `place`.
    pub(super) fn fields(&mut self, schema: &'static Schema, node: &Spanned<Node>, place: Span) -> Fields {
        let mut fields = Fields { schema, place, entries: BTreeMap::new() };
        let Node::Map(entries) = &node.value else {
            if node.value != Node::Empty {
                self.wrong_type(node, &format!("the keys of {}", schema.what), None);
            }
            return fields;
        };
        let mut misspelt: Vec<(&'static str, &Entry)> = Vec::new();
        for entry in entries {
            let (key, _) = entry;
            match schema.keys.iter().find(|known| known.name == key.value) {
                None => misspelt.extend(self.unknown_key(schema, entry).map(|meant| (meant, entry))),
                Some(known) => match fields.entries.get(known.name) {
                    Some((first, _)) => self.duplicate_key(first.span, key),
                    None => {
                        fields.entries.insert(known.name, entry.clone());
                    }
                },
            }
        }
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
                self.wrong_type(node, what, None);
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

    /// Words that a reader will read; not empty, not a number, not a yes.
    pub(super) fn words(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<String>> {
        let scalar = self.scalar(key, node, "words")?;
        if scalar.look != Look::Words {
            let quoted = format!("`{}: \"{}\"`", key.name, scalar.text);
            self.wrong_type(
                node,
                "words",
                Some(format!("if these are the words you mean, put them in quotes: {quoted}")),
            );
            return None;
        }
        self.warn_of_cut(key, scalar, node.span);
        let text = scalar.text.trim();
        if text.is_empty() {
            self.empty(key, node.span);
            return None;
        }
        Some(Spanned::new(text.to_owned(), node.span))
    }

    /// A name.
    pub(super) fn name(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<Name>> {
        let scalar = self.scalar(key, node, "a name")?;
        let text = scalar.text.clone();
        self.valid_name(&text, node.span).map(|name| Spanned::new(name, node.span))
    }

    /// A name, a name with its kind (`scenario/starting-out`), or a section (`other-article#costs`, `#costs`).
    pub(super) fn reference(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<String>> {
        let scalar = self.scalar(key, node, "a name")?;
        let text = scalar.text.clone();
        let parts = text.split(['/', '#']).filter(|part| !part.is_empty());
        for part in parts {
            self.valid_name(part, node.span)?;
        }
        if text.is_empty() {
            self.empty(key, node.span);
            return None;
        }
        Some(Spanned::new(text, node.span))
    }

    /// A list, each value as `read` understands it.
    pub(super) fn list<T>(
        &mut self,
        key: &'static Key,
        node: &Spanned<Node>,
        mut read: impl FnMut(&mut Self, &'static Key, &Spanned<Node>) -> Option<T>,
    ) -> Option<Spanned<Vec<T>>> {
        match &node.value {
            Node::List(values) => {
                let values = values.iter().filter_map(|value| read(self, key, value)).collect();
                Some(Spanned::new(values, node.span))
            }
            Node::Empty => {
                self.empty(key, node.span);
                None
            }
            Node::Scalar(scalar) => {
                let help = format!("put brackets around it: `{}: [{}]`", key.name, scalar.text);
                self.wrong_type(node, "a list", Some(help));
                None
            }
            Node::Map(_) => {
                let help = Some(self.example(key));
                self.wrong_type(node, "a list", help);
                None
            }
        }
    }

    /// `true` or `false`.
    pub(super) fn boolean(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<bool> {
        let scalar = self.scalar(key, node, "`true` or `false`")?;
        match (scalar.look, scalar.text.as_str()) {
            (Look::Boolean, text) => Some(text.eq_ignore_ascii_case("true")),
            (Look::NearBoolean, text) => {
                let value = matches!(text.to_ascii_lowercase().as_str(), "yes" | "on" | "y");
                self.wrong_type(node, "`true` or `false`", Some(format!("write `{}: {value}`", key.name)));
                None
            }
            _ => {
                self.wrong_type(node, "`true` or `false`", Some(self.example(key)));
                None
            }
        }
    }

    /// A whole number.
    pub(super) fn integer(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<i64> {
        let scalar = self.scalar(key, node, "a whole number")?;
        let octal = scalar.text.len() > 1 && scalar.text.starts_with('0');
        match scalar.text.parse() {
            Ok(number) if scalar.look == Look::Integer && !octal => Some(number),
            _ => {
                self.wrong_type(node, "a whole number", Some(self.example(key)));
                None
            }
        }
    }

    /// A date, `YYYY-MM-DD`.
    pub(super) fn date(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<Date>> {
        let scalar = self.scalar(key, node, "a date")?;
        match Date::parse(&scalar.text) {
            Some(date) => Some(Spanned::new(date, node.span)),
            None => {
                self.impossible_date(key, node.span, "not a date in the calendar, written year-month-day");
                None
            }
        }
    }

    /// A date as exact as a publisher gives it: `2026`, `2026-11` or `2026-11-20`.
    pub(super) fn rough_date(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<String>> {
        let scalar = self.scalar(key, node, "a date")?;
        let text = scalar.text.as_str();
        let whole = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.to_owned(),
        };
        if Date::parse(&whole).is_some() {
            return Some(Spanned::new(text.to_owned(), node.span));
        }
        self.impossible_date(key, node.span, "not a year, a month or a date in the calendar");
        None
    }

    /// Whole days or weeks from the visit: `P7D`, `-P2W`.
    pub(super) fn days(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<i32>> {
        let scalar = self.scalar(key, node, "a number of days or weeks")?;
        match parse_days(&scalar.text) {
            Some(days) => Some(Spanned::new(days, node.span)),
            None => {
                self.impossible_date(key, node.span, "not a number of days or weeks from the visit");
                None
            }
        }
    }

    /// One of a few words; the help names them all.
    pub(super) fn one_of<T: Copy>(
        &mut self,
        key: &'static Key,
        node: &Spanned<Node>,
        values: &[(&str, T)],
    ) -> Option<T> {
        let scalar = self.scalar(key, node, "one of a few words")?;
        if let Some((_, value)) = values.iter().find(|(word, _)| *word == scalar.text) {
            return Some(*value);
        }
        let text = scalar.text.clone();
        let all: Vec<String> = values.iter().map(|(word, _)| format!("`{word}`")).collect();
        let help = match did_you_mean(&text, values.iter().map(|(word, _)| *word)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write one of {}", all.join(", ")),
        };
        let message = format!("`{}` cannot be \"{text}\"", key.name);
        self.problems.push(Diagnostic::new(&rules::UNKNOWN_VALUE, node.span.in_file(self.path), message).help(help));
        None
    }

    /// The words of a single value; anything else is reported.
    pub(super) fn scalar<'n>(
        &mut self,
        key: &'static Key,
        node: &'n Spanned<Node>,
        wanted: &str,
    ) -> Option<&'n Scalar> {
        match &node.value {
            Node::Scalar(scalar) => Some(scalar),
            Node::Empty => {
                self.empty(key, node.span);
                None
            }
            Node::List(_) | Node::Map(_) => {
                self.wrong_type(node, wanted, Some(self.example(key)));
                None
            }
        }
    }

    fn valid_name(&mut self, text: &str, span: Span) -> Option<Name> {
        let name = Name::new(text);
        if name.is_none() {
            let mut diagnostic =
                Diagnostic::new(&rules::INVALID_NAME, span.in_file(self.path), format!("\"{text}\" is not a name"))
                    .label("a name has only a-z, 0-9 and -");
            if let Some(near) = Name::nearest(text) {
                diagnostic = diagnostic.help(format!("write `{near}`"));
            }
            self.problems.push(diagnostic);
        }
        name
    }

    pub(super) fn wrong_type(&mut self, node: &Spanned<Node>, wanted: &str, help: Option<String>) {
        let found = node.value.what();
        let place = node.span.in_file(self.path);
        let mut diagnostic = Diagnostic::new(&rules::WRONG_TYPE, place, format!("{found} where {wanted} should be"))
            .label(format!("this is {found}"));
        if let Some(help) = help {
            diagnostic = diagnostic.help(help);
        }
        self.problems.push(diagnostic);
    }

    fn empty(&mut self, key: &'static Key, span: Span) {
        self.problems.push(
            Diagnostic::new(&rules::EMPTY_VALUE, span.in_file(self.path), format!("`{}` is empty", key.name))
                .label("nothing is written here")
                .help(format!("{}, or take the line out", self.example(key))),
        );
    }

    fn impossible_date(&mut self, key: &'static Key, span: Span, label: &str) {
        let text = self.source.get(span.start..span.end).unwrap_or("").to_owned();
        self.problems.push(
            Diagnostic::new(
                &rules::IMPOSSIBLE_DATE,
                span.in_file(self.path),
                format!("`{}` cannot be \"{text}\"", key.name),
            )
            .label(label)
            .help(self.example(key)),
        );
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

    /// Reports a key that means nothing here; gives the one that was likely meant.
    fn unknown_key(&mut self, schema: &'static Schema, (key, value): &Entry) -> Option<&'static str> {
        let names = || schema.keys.iter().map(|known| known.name);
        let cut = value.value == Node::Empty && key.value.contains(' ');
        let near = did_you_mean(&key.value, names()).filter(|_| !cut);
        let help = match near {
            _ if cut => "put the value before it in double quotes: in brackets, a comma ends a value".to_owned(),
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                let all: Vec<String> = names().map(|name| format!("`{name}`")).collect();
                format!("{} can have {}", schema.what, all.join(", "))
            }
        };
        let message = format!("unknown key `{}`", key.value);
        self.problems.push(
            Diagnostic::new(&rules::UNKNOWN_KEY, key.span.in_file(self.path), message)
                .label(format!("not a key of {}", schema.what))
                .help(help),
        );
        near
    }

    /// "write `key: example`".
    fn example(&self, key: &Key) -> String {
        format!("write `{}{}{}`", key.name, self.assign, key.example)
    }

    /// Prose that a comma or a `#` cuts without a word.
    fn warn_of_cut(&mut self, key: &'static Key, scalar: &Scalar, span: Span) {
        let text = &scalar.text;
        let rest = self.source.get(span.end..).unwrap_or("");
        let rest = rest.split('\n').next().unwrap_or("");
        let place = span.in_file(self.path);
        match scalar.setting {
            Setting::BareInBrackets if text.split_whitespace().count() >= PROSE_FROM => self.problems.push(
                Diagnostic::new(&rules::PROSE_IN_FLOW, place, "words without quotes inside brackets")
                    .label("the next comma would end them")
                    .help(format!("put them in quotes: `\"{text}\"`")),
            ),
            Setting::Bare if rest.trim_start().starts_with('#') && rest.starts_with([' ', '\t']) => {
                let whole = format!("{text}{}", rest.trim_end()).replace('"', "\\\"");
                self.problems.push(
                    Diagnostic::new(&rules::VALUE_CUT, place, "the value ends at ` #`")
                        .label("all after this is a comment that nobody will read")
                        .help(format!("if it belongs to the value, put it in quotes: `{}: \"{whole}\"`", key.name)),
                );
            }
            Setting::Quoted | Setting::Bare | Setting::BareInBrackets => {}
        }
    }
}

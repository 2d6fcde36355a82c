//! YAML to a [`Node`] tree. The only file that names the YAML crate.
//!
//! Strict where YAML is kind: no anchors, aliases, merge keys or tags. Every value keeps its place
//! in the file. Keys that stand twice are both kept: the reader of the fields reports them.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Budget, DuplicateKeyPolicy, MergeKeyPolicy, Options};

use super::node::{Look, Node, Scalar, Setting, look};
use super::{advice, rules};
use crate::base::{InputPath, Span, Spanned};
use crate::report::{Diagnostic, Problems, Reported};

/// How deep lists and maps may lie in each other.
pub(super) const MAX_DEPTH: usize = 32;
/// How long the metadata of one file may be, in bytes.
pub(super) const MAX_BYTES: usize = 64 * 1024;

/// Reads the YAML of `source[range]`. `None` if it cannot be read at all; then a problem says why.
pub(super) fn read(path: &InputPath, source: &str, range: Span) -> Reported<Option<Spanned<Node>>> {
    let mut problems = Problems::new();
    let text = source.get(range.start..range.end).unwrap_or("");
    if text.len() > MAX_BYTES {
        let place = Span::new(range.start, range.start).in_file(path);
        problems.push(
            Diagnostic::new(&rules::METADATA_TOO_LARGE, place, "the metadata is larger than 64 KiB")
                .label("begins here")
                .help("split the file into two, or move words into the text below the second `---`"),
        );
        return Reported::new(None, problems);
    }
    if let Some(problem) = advice::before_reading(path, source, range) {
        problems.push(problem);
        return Reported::new(None, problems);
    }
    let read: Result<serde_yaml::Spanned<Raw>, _> = serde_yaml::from_str_with_options(text, options());
    let node = match read {
        Ok(raw) => {
            let mut place = Placing { path, source, range, brackets: 0, problems: &mut problems };
            Some(place.node(&raw))
        }
        Err(error) => {
            problems.push(syntax_error(path, source, range, &error));
            None
        }
    };
    Reported::new(node, problems)
}

fn options() -> Options {
    let mut options = Options::default();
    options.strict_booleans = true;
    options.with_snippet = false;
    options.duplicate_keys = DuplicateKeyPolicy::LastWins;
    options.merge_keys = MergeKeyPolicy::AsOrdinary;
    options.reject_unsupported_tags = true;
    let mut budget = Budget::default();
    budget.max_depth = MAX_DEPTH;
    options.budget = Some(budget);
    options
}

fn syntax_error(path: &InputPath, source: &str, range: Span, error: &serde_yaml::Error) -> Diagnostic {
    let text = source.get(range.start..range.end).unwrap_or("");
    let (line, column) = error.location().map_or((1, 1), |at| (at.line(), at.column()));
    let offset = range.start + offset_of(text, line, column);
    let end = source.get(offset..).and_then(|rest| rest.chars().next()).map_or(offset, |c| offset + c.len_utf8());
    let is_line_end = matches!(source.get(offset..end), Some("\n" | "\r"));
    let span = Span::new(offset, if is_line_end { offset } else { end });
    if let serde_yaml::Error::Budget { .. } = error {
        return Diagnostic::new(&rules::METADATA_TOO_DEEP, span.in_file(path), "the metadata is nested too deep")
            .label("more than 32 lists or maps in each other, or far too many values")
            .help("write it flatter");
    }
    advice::cause(source, range, span, &error.to_string()).told(path)
}

/// The byte of a line and a column, both from 1, the column in characters.
fn offset_of(text: &str, line: u64, column: u64) -> usize {
    let (line, column) = (usize::try_from(line).unwrap_or(1), usize::try_from(column).unwrap_or(1));
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or("");
    let within = rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    (start + within).min(text.len())
}

/// What the YAML crate hands over, before spans are made to count in the whole file.
enum Raw {
    Empty,
    Scalar(String),
    List(Vec<serde_yaml::Spanned<Raw>>),
    Map(Vec<(serde_yaml::Spanned<String>, serde_yaml::Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Scalar(value.to_string()))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
        Ok(Raw::Scalar(value.to_string()))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
        Ok(Raw::Scalar(value.to_string()))
    }
    fn visit_i128<E>(self, value: i128) -> Result<Raw, E> {
        Ok(Raw::Scalar(value.to_string()))
    }
    fn visit_u128<E>(self, value: u128) -> Result<Raw, E> {
        Ok(Raw::Scalar(value.to_string()))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
        Ok(Raw::Scalar(value.to_string()))
    }
    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Scalar(value.to_owned()))
    }
    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }
    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = access.next_element()? {
            list.push(value);
        }
        Ok(Raw::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = access.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

/// Turns raw values into nodes whose spans count in the whole file.
struct Placing<'a> {
    path: &'a InputPath,
    source: &'a str,
    range: Span,
    /// How many lists and maps in brackets are open.
    brackets: usize,
    problems: &'a mut Problems,
}

impl Placing<'_> {
    fn node(&mut self, raw: &serde_yaml::Spanned<Raw>) -> Spanned<Node> {
        let span = self.span(&raw.referenced);
        self.refuse_extras(span);
        let bracket = matches!(self.source.as_bytes().get(span.start), Some(b'[' | b'{'))
            && matches!(raw.value, Raw::List(_) | Raw::Map(_));
        self.brackets += usize::from(bracket);
        let node = self.node_at(&raw.value, span);
        self.brackets -= usize::from(bracket);
        node
    }

    fn node_at(&mut self, raw: &Raw, span: Span) -> Spanned<Node> {
        match raw {
            Raw::Empty => Spanned::new(Node::Empty, span),
            Raw::Scalar(text) => self.scalar(text, span),
            Raw::List(list) => {
                let list: Vec<Spanned<Node>> = list.iter().map(|value| self.node(value)).collect();
                let end = list.last().map_or(span, |last| last.span);
                Spanned::new(Node::List(list), self.closed(span.to(end)))
            }
            Raw::Map(map) => {
                let mut entries = Vec::new();
                for (key, value) in map {
                    let key_span = self.span(&key.referenced);
                    if key.value == "<<" {
                        self.extra(key_span, "merge key");
                        continue;
                    }
                    let mut value = self.node(value);
                    if value.value == Node::Empty {
                        value.span = Span::new(key_span.end, key_span.end);
                    }
                    entries.push((Spanned::new(key.value.clone(), key_span), value));
                }
                let end = entries.last().map_or(span, |(key, value)| key.span.to(value.span));
                Spanned::new(Node::Map(entries), self.closed(span.to(end)))
            }
        }
    }

    fn span(&self, at: &serde_yaml::Location) -> Span {
        let number = |value: Option<u64>| value.and_then(|value| usize::try_from(value).ok()).unwrap_or(0);
        let start = self.range.start + number(at.span().byte_offset());
        let end = start + number(at.span().byte_len());
        // A block scalar's span takes in its line end.
        let text = self.source.get(start..end).unwrap_or("");
        Span::new(start, start + text.trim_end().len())
    }

    /// A flow list or map up to its closing bracket.
    fn closed(&self, span: Span) -> Span {
        let close = match self.source.as_bytes().get(span.start) {
            Some(b'[') => ']',
            Some(b'{') => '}',
            _ => return span,
        };
        let rest = self.source.get(span.end..self.range.end).unwrap_or("");
        rest.find(close).map_or(span, |at| Span::new(span.start, span.end + at + 1))
    }

    fn scalar(&self, text: &str, span: Span) -> Spanned<Node> {
        let written = self.source.get(span.start..span.end).unwrap_or("");
        let quoted = written.starts_with(['"', '\'', '|', '>']);
        let folded = written.contains('\n');
        // What an alias stands for is written elsewhere.
        let elsewhere = written.is_empty() || written.starts_with('*');
        // A number or a boolean comes as such: the author's own spelling is in the file.
        let text = if quoted || folded || elsewhere { text } else { written };
        let look = if quoted || folded { Look::Words } else { look(text) };
        let setting = match (quoted, self.brackets) {
            (true, _) => Setting::Quoted,
            (false, 0) => Setting::Bare,
            (false, _) => Setting::BareInBrackets,
        };
        Spanned::new(Node::Scalar(Scalar { text: text.to_owned(), look, setting }), span)
    }

    /// Anchors, tags and aliases stand right before, or in place of, a value.
    fn refuse_extras(&mut self, span: Span) {
        if self.source.get(span.start..).is_some_and(|rest| rest.starts_with('*')) {
            self.extra(span, "alias");
            return;
        }
        let before = self.source.get(self.range.start..span.start).unwrap_or("").trim_end();
        let word_start = before.rfind([' ', '\n', '\t', '[', '{', ',']).map_or(0, |at| at + 1);
        let word = before.get(word_start..).unwrap_or("");
        let line = before.rfind('\n').map_or(before, |at| before.get(at..).unwrap_or(""));
        if word.len() > 1 && word.starts_with(['&', '!']) && !line.contains(" #") {
            let start = self.range.start + word_start;
            let what = if word.starts_with('&') { "anchor" } else { "tag" };
            self.extra(Span::new(start, start + word.len()), what);
        }
    }

    fn extra(&mut self, span: Span, what: &str) {
        let written = self.source.get(span.start..span.end).unwrap_or("");
        self.problems.push(
            Diagnostic::new(&rules::YAML_ANCHOR_OR_TAG, span.in_file(self.path), format!("{what} `{written}`"))
                .label("not allowed here")
                .note("anchors, aliases, merge keys and tags make a file mean something else than it seems to say")
                .help("write the value out where it is used, or quote it if it is meant as words"),
        );
    }
}

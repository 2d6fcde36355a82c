//! `{#name .class}` at the end of a heading or of an item's first line, found in the source
//! itself: the parser would make a dash of the `--` in a name.

use std::ops::Range;

use crate::base::Name;

/// What a section can say of an option.
const ASPECTS: [&str; 3] = ["for", "against", "like"];

/// What stands between the braces, sorted by kind.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    /// The whole, with its braces.
    pub(super) range: Range<usize>,
    /// `#name`, without the `#`.
    pub(super) names: Vec<Token>,
    /// `.class`, without the dot.
    pub(super) classes: Vec<Token>,
    /// Everything else.
    pub(super) others: Vec<Token>,
}

/// A piece of an attribute and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) range: Range<usize>,
}

/// The attributes that close the text at `run`, if any do.
pub(super) fn trailing(text: &str, run: &Range<usize>) -> Option<Attributes> {
    let (open, content) = braces(text, run)?;
    is_attribute(content).then(|| parse(content, open))
}

/// A word in braces that closes the text at `run`: a class of ours, or a name, without its sign.
pub(super) fn bare(text: &str, run: &Range<usize>) -> Option<Attributes> {
    let (open, content) = braces(text, run)?;
    let word = content.trim();
    let name = Name::nearest(word)?;
    if !word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_')) {
        return None;
    }
    let range = open..open + content.len() + 2;
    let token = Token { text: name.as_str().to_owned(), range: range.clone() };
    Some(match ASPECTS.contains(&name.as_str()) {
        true => Attributes { range, classes: vec![token], ..Attributes::default() },
        // As if the sign stood in place of the brace.
        false => {
            Attributes { names: vec![Token { range: open..range.end - 1, ..token }], range, ..Attributes::default() }
        }
    })
}

/// What stands in the braces that close the text at `run`, and where they open.
fn braces<'a>(text: &'a str, run: &Range<usize>) -> Option<(usize, &'a str)> {
    let source = text.get(run.clone())?.trim_end();
    let before = source.strip_suffix('}')?;
    let at = before.rfind('{')?;
    let content = before.get(at + 1..)?;
    let slashes = before.get(..at)?.bytes().rev().take_while(|byte| *byte == b'\\').count();
    // The backslash of an escaped `{` stands just before the run when the run begins with it.
    let before_run = at == 0 && run.start > 0 && text.get(run.start - 1..run.start) == Some("\\");
    (slashes % 2 == 0 && !before_run).then_some((run.start + at, content))
}

/// Whether `content`, which stands after a `{`, is meant as an attribute and not as words.
pub(super) fn is_attribute(content: &str) -> bool {
    let content = content.trim_start();
    let kramdown = content.strip_prefix(':').map(str::trim_start);
    let inner = kramdown.unwrap_or(content);
    let mut characters = inner.chars();
    match characters.next() {
        Some('#') => true,
        Some('.') => characters.next().is_some_and(|c| c.is_ascii_alphabetic()),
        _ => {
            let key = inner.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
            key.len() < inner.len() && key.starts_with('=')
        }
    }
}

/// Reads what stands in the braces that open at `open`.
fn parse(content: &str, open: usize) -> Attributes {
    let mut found = Attributes { range: open..open + content.len() + 2, ..Attributes::default() };
    let mut at = open + 1;
    // `{#Bad Name}`: bare words after a name are the rest of it.
    let mut in_name = false;
    // `{key="two words"}`: a value in quotes is one.
    let mut in_quotes = false;
    for piece in content.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let range = at..at + word.len();
        at += piece.len();
        let token = |text: &str| Token { text: text.to_owned(), range: range.clone() };
        let continued = in_quotes;
        in_quotes ^= word.matches('"').count() % 2 == 1;
        if word.is_empty() {
            continue;
        } else if let (true, Some(value)) = (continued, found.others.last_mut()) {
            value.text = format!("{} {word}", value.text);
            value.range.end = range.end;
        } else if let Some(name) = word.strip_prefix('#') {
            found.names.push(token(name));
            in_name = true;
        } else if let Some(class) = word.strip_prefix('.') {
            found.classes.push(token(class));
            in_name = false;
        } else if let (true, false, Some(name)) = (in_name, word.contains('='), found.names.last_mut()) {
            name.text = format!("{} {word}", name.text);
            name.range.end = range.end;
        } else {
            found.others.push(token(word));
            in_name = false;
        }
    }
    found
}

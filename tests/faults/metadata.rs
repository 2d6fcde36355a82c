//! The words of a file's metadata, each with the keys above it.

use crate::source::File;

/// A word of the metadata.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) line: usize,
    /// Its first byte in the line, and the one after its last.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) text: String,
    /// Whether a colon follows.
    pub(crate) is_key: bool,
    /// The keys above it, the outermost first; of a key, without itself.
    pub(crate) path: Vec<String>,
}

impl Word {
    /// The nearest key above.
    pub(crate) fn below(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// Whether `key` is one of the keys above.
    pub(crate) fn is_in(&self, key: &str) -> bool {
        self.path.iter().any(|one| one == key)
    }
}

/// All words of the metadata: keys, and values that are one word.
pub(crate) fn words(file: &File) -> Vec<Word> {
    let mut found = Vec::new();
    let mut above: Vec<(usize, String)> = Vec::new();
    for line in file.front.clone() {
        let text = &file.lines[line];
        let mut indent = text.len() - text.trim_start().len();
        // A point of a list: what follows is as far in as if the dash were a space.
        if text[indent..].starts_with("- ") {
            indent += 2;
            if text[indent..].starts_with('{') {
                above.retain(|(other, _)| *other < indent - 2);
                flow(text, line, indent, &path(&above), &mut found);
                continue;
            }
        }
        let rest = &text[indent..];
        let Some((key, value)) = rest.split_once(':') else { continue };
        if key.is_empty() || !key.chars().all(is_name) || !(value.is_empty() || value.starts_with(' ')) {
            continue;
        }
        above.retain(|(other, _)| *other < indent);
        let end = indent + key.len();
        found.push(Word { line, start: indent, end, text: key.to_owned(), is_key: true, path: path(&above) });
        above.push((indent, key.to_owned()));
        flow(text, line, end + 1, &path(&above), &mut found);
    }
    found
}

fn path(above: &[(usize, String)]) -> Vec<String> {
    above.iter().map(|(_, key)| key.clone()).collect()
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '#' | '/')
}

/// What stands behind a key on its line: `word`, `[word, word]`, `{key: word}`, and so on.
fn flow(text: &str, line: usize, start: usize, above: &[String], found: &mut Vec<Word>) {
    let value = text[start..].trim_start();
    let begin = text.len() - value.len();
    let is_flow = value.starts_with(['{', '[']);
    if !is_flow {
        let (inner, at) = match value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(inner) => (inner, begin + 1),
            None => (value, begin),
        };
        if !inner.is_empty() && inner.chars().all(is_name) {
            let (end, path) = (at + inner.len(), above.to_vec());
            found.push(Word { line, start: at, end, text: inner.to_owned(), is_key: false, path });
        }
        return;
    }
    // For each open bracket, the key that stands before what is read now; none in a list.
    let mut open: Vec<Option<String>> = Vec::new();
    let mut at = begin;
    while at < text.len() {
        let rest = &text[at..];
        let first = rest.chars().next().unwrap();
        match first {
            '{' | '[' => open.push(None),
            '}' | ']' => drop(open.pop()),
            ',' => {
                if let Some(key) = open.last_mut() {
                    *key = None;
                }
            }
            '"' => {
                let inner = rest[1..].split('"').next().unwrap();
                if !inner.is_empty() && inner.chars().all(is_name) {
                    let path = above.iter().cloned().chain(open.iter().flatten().cloned()).collect();
                    let (start, end) = (at + 1, at + 1 + inner.len());
                    found.push(Word { line, start, end, text: inner.to_owned(), is_key: false, path });
                }
                at += inner.len() + 2;
                continue;
            }
            c if is_name(c) => {
                let word: String = rest.chars().take_while(|c| is_name(*c)).collect();
                let end = at + word.len();
                let path = above.iter().cloned().chain(open.iter().flatten().cloned()).collect();
                let is_key = text[end..].starts_with(": ");
                found.push(Word { line, start: at, end, text: word.clone(), is_key, path });
                if is_key && let Some(key) = open.last_mut() {
                    *key = Some(word);
                }
                at = end;
                continue;
            }
            _ => {}
        }
        at += first.len_utf8();
    }
}

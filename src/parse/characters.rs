//! Bytes to text: UTF-8 only, and no character that hides or turns around what is written.

use super::rules;
use crate::base::{InputPath, Span};
use crate::report::{Diagnostic, Problems};

/// The text of a file. `None` if it has none that can be read; the problems say why.
pub(super) fn text<'a>(path: &InputPath, bytes: &'a [u8], problems: &mut Problems) -> Option<&'a str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let before = problems.count(crate::report::Severity::Error);
            forbidden(path, text, problems);
            (problems.count(crate::report::Severity::Error) == before).then_some(text)
        }
        Err(error) => {
            problems.push(not_utf8(path, bytes, error.valid_up_to()));
            None
        }
    }
}

fn not_utf8(path: &InputPath, bytes: &[u8], at: usize) -> Diagnostic {
    let before = bytes.get(..at).unwrap_or(&[]);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let guess = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "it looks like UTF-16",
        _ => "it looks like Windows-1252",
    };
    let byte = bytes.get(at).copied().unwrap_or(0);
    let place = crate::base::Place::file(path);
    Diagnostic::new(&rules::NOT_UTF8, place, format!("line {line} is not UTF-8 (byte {at} is 0x{byte:02x})"))
        .note(guess)
        .help("save the file again with the encoding UTF-8")
}

/// Reports each kind of forbidden character once, at its first place.
fn forbidden(path: &InputPath, text: &str, problems: &mut Problems) {
    let mut seen = Vec::new();
    for (at, character) in text.char_indices() {
        let Some(what) = what_is_wrong(character) else { continue };
        if seen.contains(&character) {
            continue;
        }
        seen.push(character);
        let span = Span::new(at, at + character.len_utf8());
        let message = format!("{what} U+{:04X}", character as u32);
        problems.push(
            Diagnostic::new(&rules::FORBIDDEN_CHARACTER, span.in_file(path), message)
                .label("cannot be seen, and changes what is shown")
                .help("delete it and type the words around it again"),
        );
    }
}

fn what_is_wrong(character: char) -> Option<&'static str> {
    match character {
        '\t' | '\n' | '\r' => None,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Some("control character"),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some("character that turns the writing around,"),
        '\u{2028}' | '\u{2029}' => Some("line separator"),
        '\u{fffd}' => Some("replacement character"),
        _ => None,
    }
}

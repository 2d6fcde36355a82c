//! Finds words and phrases in a text, whatever their capitals.

use std::ops::Range;

/// The places of the first of `phrases` that fits at each place, in order; none inside a longer word.
///
/// A straight apostrophe in a phrase fits a curved one, and a space a hyphen.
pub fn find<'p>(text: &str, phrases: &[&'p str]) -> Vec<(Range<usize>, &'p str)> {
    let mut found = Vec::new();
    let mut free_from = 0;
    for (start, first) in text.char_indices() {
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        if start < free_from || !first.is_alphanumeric() || before.is_some_and(is_of_word) {
            continue;
        }
        let rest = text.get(start..).unwrap_or("");
        let fits = phrases.iter().filter_map(|phrase| Some((*phrase, length(rest, phrase)?)));
        if let Some((phrase, length)) = fits.max_by_key(|(_, length)| *length) {
            found.push((start..start + length, phrase));
            free_from = start + length;
        }
    }
    found
}

/// Whether one of `phrases` stands in the text.
pub fn has(text: &str, phrases: &[&str]) -> bool {
    !find(text, phrases).is_empty()
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’')
}

/// How many bytes of `text` the phrase takes up if the text begins with it.
fn length(text: &str, phrase: &str) -> Option<usize> {
    let mut signs = text.char_indices();
    for wanted in phrase.chars() {
        let (_, sign) = signs.next()?;
        let same = match (wanted, sign) {
            (' ', '-' | ' ' | '\n' | '\u{a0}') | ('\'', '\'' | '’') => true,
            _ => sign.to_lowercase().eq(wanted.to_lowercase()),
        };
        if !same {
            return None;
        }
    }
    match signs.next() {
        None => Some(text.len()),
        Some((_, next)) if next.is_alphanumeric() => None,
        Some((at, _)) => Some(at),
    }
}

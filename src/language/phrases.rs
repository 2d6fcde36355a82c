//! Finds words and phrases in a text, whatever their capitals.

use std::ops::Range;

/// Phrases to be found, sorted by what they begin with, so that most are never looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrases {
    /// Those that begin with each of the letters a to z.
    by_letter: [Vec<&'static str>; 26],
    /// All others.
    others: Vec<&'static str>,
}

impl Phrases {
    /// The phrases of a list.
    pub fn new(phrases: &[&'static str]) -> Phrases {
        let mut all = Phrases::default();
        for phrase in phrases {
            match phrase.chars().next().and_then(letter).and_then(|letter| all.by_letter.get_mut(letter)) {
                Some(list) => list.push(phrase),
                None => all.others.push(phrase),
            }
        }
        all
    }

    /// The places of the longest of them that fits at each place, in order; none inside a longer word.
    ///
    /// A straight apostrophe in a phrase fits a curved one, and a space a hyphen.
    pub fn find(&self, text: &str) -> Vec<(Range<usize>, &'static str)> {
        let mut found = Vec::new();
        let mut free_from = 0;
        let mut before = None;
        for (start, first) in text.char_indices() {
            let is_inside = before.replace(first).is_some_and(is_of_word);
            if is_inside || start < free_from || !first.is_alphanumeric() {
                continue;
            }
            let rest = text.get(start..).unwrap_or("");
            let known: &[&str] = letter(first).and_then(|letter| self.by_letter.get(letter)).map_or(&[], Vec::as_slice);
            // Few letters beyond ASCII are small or large forms of one in it, but some are.
            let any = self.by_letter.iter().filter(|_| !first.is_ascii()).flatten();
            let fits = known.iter().chain(&self.others).chain(any);
            let fits = fits.filter_map(|phrase| Some((*phrase, length(rest, phrase)?)));
            if let Some((phrase, length)) = fits.max_by_key(|(_, length)| *length) {
                found.push((start..start + length, phrase));
                free_from = start + length;
            }
        }
        found
    }
}

/// The place of a letter of English among all of them.
fn letter(c: char) -> Option<usize> {
    c.is_ascii_alphabetic().then(|| usize::from(c.to_ascii_lowercase() as u8 - b'a'))
}

/// The places of the longest of `phrases` that fits at each place, as [`Phrases::find`] tells them.
pub fn find(text: &str, phrases: &[&'static str]) -> Vec<(Range<usize>, &'static str)> {
    Phrases::new(phrases).find(text)
}

/// Whether one of `phrases` stands in the text.
pub fn has(text: &str, phrases: &[&'static str]) -> bool {
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
            _ if sign.is_ascii() && wanted.is_ascii() => sign.eq_ignore_ascii_case(&wanted),
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

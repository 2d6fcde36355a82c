//! Where sentences end.
//!
//! A sentence ends at `.`, `!`, `?` or `…` (and at the signs of other scripts) before a space, unless
//! what follows begins with a small letter, or the full stop belongs to an abbreviation or an initial. The end
//! of a text ends its last sentence, whatever stands there; so a point of a list is one without a full stop, too.

use std::ops::Range;

use super::Language;
use super::words::words;

/// The sentences of one paragraph, point or item; each holds a word.
pub fn sentences(text: &str, language: Language) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        if !is_end(sign) {
            continue;
        }
        // What closes with the sentence: more signs, quotes, brackets.
        let mut end = at + sign.len_utf8();
        while let Some((next, c)) = signs.next_if(|(_, c)| is_end(*c) || is_closing(*c)) {
            end = next + c.len_utf8();
        }
        let (before, after) = (text.get(start..at).unwrap_or(""), text.get(end..).unwrap_or(""));
        let is_wide = matches!(sign, '。' | '！' | '？');
        if is_wide || ends(before, sign, after, language) {
            found.push(start..end);
            start = end;
        }
    }
    found.push(start..text.len());
    let trimmed = found.into_iter().map(|range| {
        let words = text.get(range.clone()).unwrap_or("");
        let front = words.len() - words.trim_start().len();
        range.start + front..range.start + front.max(words.trim_end().len())
    });
    trimmed.filter(|range| !words(text.get(range.clone()).unwrap_or("")).is_empty()).collect()
}

fn is_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | '։')
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '"' | '\'' | '”' | '’' | '»' | '›' | '」')
}

/// Whether the sign after `before` ends a sentence, given what follows it.
fn ends(before: &str, sign: char, after: &str, language: Language) -> bool {
    if !after.starts_with(char::is_whitespace) {
        return after.is_empty();
    }
    let next = after.trim_start_matches(|c: char| !c.is_alphanumeric());
    if next.chars().next().is_none_or(char::is_lowercase) {
        // Nothing but signs follows, or the sentence goes on: "etc. and so on", "'Why?' she asked".
        return next.is_empty();
    }
    sign != '.' || !is_abbreviation(before, next, language)
}

/// Whether the last word of `before` keeps its full stop, so that `next` goes on with the sentence.
fn is_abbreviation(before: &str, next: &str, language: Language) -> bool {
    let mut last = before.rsplit(char::is_whitespace);
    let word = last.next().unwrap_or("").trim_start_matches(|c: char| !c.is_alphanumeric());
    let previous = last.next().unwrap_or("");
    if language.abbreviations().iter().any(|known| known.eq_ignore_ascii_case(word)) {
        return true;
    }
    // "U.S.", "a.m.", "Ph.D.": they may stand at the end, too; then a word follows that begins sentences.
    let is_dotted = word.contains('.')
        && word.split('.').all(|part| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic));
    if is_dotted {
        let next = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        return !language.openers().iter().any(|opener| opener.eq_ignore_ascii_case(next));
    }
    // "J. Smith", "Mary J. Smith": an initial stands first or after a name; the C of "vitamin C." does not.
    let mut letters = word.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && word != "I";
    is_initial && (previous.is_empty() || previous.starts_with(char::is_uppercase))
}

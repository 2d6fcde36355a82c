//! What the program knows of English: lists of words, each with what it is for.
//!
//! Nothing here knows a guide's subject. A list is an aid to an editor, not a rule of grammar: it holds what
//! is almost always what it seems, and leaves out what is often something else.

mod exceptions;
mod lists;

pub(crate) use exceptions::SYLLABLES;
pub use lists::*;

use std::ops::Range;

use super::phrases;

/// Abbreviations with a full stop that never end a sentence, without their last stop.
pub(crate) const ABBREVIATIONS: &[&str] = &[
    "Dr", "Drs", "Mr", "Mrs", "Ms", "Mx", "Prof", "St", "Sr", "Jr", "Rev", "Hon", "e.g", "i.e", "cf", "vs", "approx",
    "Fig", "Figs", "Nos", "Vol", "pp", "et al", "al", "ca", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "Mt",
    "Ft",
];

/// Words that often begin a sentence: after "U.S." or "a.m.", they begin the next one.
pub(crate) const OPENERS: &[&str] = &[
    "A", "After", "All", "An", "And", "Any", "As", "Ask", "At", "Before", "But", "By", "Call", "Do", "Each", "Every",
    "For", "From", "He", "Here", "How", "I", "If", "In", "It", "Its", "Many", "Most", "My", "No", "Nobody", "Not",
    "Of", "On", "Once", "One", "Or", "Others", "Our", "Please", "She", "So", "Some", "Take", "Tell", "That", "The",
    "Their", "Then", "There", "These", "They", "This", "Those", "To", "We", "What", "When", "Where", "Whether",
    "Which", "Who", "Why", "With", "You", "Your",
];

/// Words in capitals that are said as words, not letter by letter.
pub(crate) const SAID_AS_WORDS: &[&str] = &[
    "AIDS", "ALL", "ALSO", "AND", "ANY", "ARE", "ASK", "BEFORE", "BUT", "CALL", "CAN", "DO", "DONT", "EACH", "FAST",
    "HOW", "IF", "IN", "IS", "IT", "MUST", "NASA", "NATO", "NEVER", "NO", "NOT", "NOTE", "NOW", "OF", "ON", "ONE",
    "ONLY", "OR", "PIN", "SARS", "STOP", "THE", "TO", "TWO", "WHAT", "WHEN", "WHO", "WHY", "WILL", "YES", "YOU",
    "YOUR",
];

/// Whether one of `words` is this word, whatever its capitals.
pub fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Where somebody does not act but is acted on: "is read", "was not told", "are often moved".
pub fn passive(sentence: &str) -> Option<Range<usize>> {
    let mut be_at = None;
    for word in super::words(sentence) {
        let lower = word.text.to_lowercase();
        let participle = is_one_of(&lower, PARTICIPLES)
            || lower.len() > 4 && lower.ends_with("ed") && !is_one_of(&lower, NOT_PARTICIPLES);
        if let Some(start) = be_at.filter(|_| participle) {
            return Some(start..word.at + word.text.len());
        }
        be_at = match is_one_of(&lower, BE) {
            true => Some(word.at),
            false => be_at.filter(|_| is_one_of(&lower, BETWEEN)),
        };
    }
    None
}

/// Whether no request begins with this word: it is no verb, or one in `-ing`.
pub fn cannot_be_a_request(word: &str) -> bool {
    let lower = word.to_lowercase();
    let stem = lower.strip_suffix("ing").unwrap_or("");
    // "Bring" has no vowel before its ending; "reading" has.
    is_one_of(&lower, NO_VERB) || stem.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Whether a sentence has a word that turns it round.
pub fn is_negated(sentence: &str) -> bool {
    phrases::has(sentence, NEGATIONS)
}

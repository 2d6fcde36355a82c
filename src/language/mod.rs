//! Text in, counts out: sentences, words, syllables, and the formulas of reading levels.
//!
//! Knows no Markdown and no guide. What it needs to know of a language (abbreviations, syllables, telling
//! words) stands in a file of that language; for one without such a file, sentences and words are
//! counted by signs alone, and nothing is counted that only English rules can count.

mod counts;
pub mod english;
mod formula;
pub mod phrases;
mod sentences;
pub mod syllables;
mod words;

#[cfg(test)]
mod tests;

pub use counts::{Counts, count};
pub use formula::Formula;
pub use sentences::sentences;
pub use words::{Word, words};

/// A language, as far as the program knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English, of any country.
    English,
    /// Any other: nothing is known of its words.
    Other,
}

impl Language {
    /// The language of a tag such as `en`, `en-GB` or `de`.
    pub fn of(tag: &str) -> Language {
        match tag.split(['-', '_']).next() {
            Some(primary) if primary.eq_ignore_ascii_case("en") => Language::English,
            _ => Language::Other,
        }
    }

    /// The abbreviations that have a full stop and never end a sentence.
    pub(crate) fn abbreviations(self) -> &'static [&'static str] {
        match self {
            Language::English => english::ABBREVIATIONS,
            Language::Other => &[],
        }
    }

    /// Words that often begin a sentence: only before them does a dotted abbreviation end one.
    pub(crate) fn openers(self) -> &'static [&'static str] {
        match self {
            Language::English => english::OPENERS,
            Language::Other => &[],
        }
    }
}

//! All that the formulas need, counted in one go.

use std::ops::AddAssign;

use super::syllables::syllables;
use super::{Language, sentences, words};

/// What was counted in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sentences.
    pub sentences: usize,
    /// Words.
    pub words: usize,
    /// Syllables; 0 in a language whose syllables cannot be counted.
    pub syllables: usize,
    /// Letters and digits.
    pub letters: usize,
    /// Words of more than six letters.
    pub long_words: usize,
    /// Words of three and more syllables.
    pub hard_words: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.sentences += other.sentences;
        self.words += other.words;
        self.syllables += other.syllables;
        self.letters += other.letters;
        self.long_words += other.long_words;
        self.hard_words += other.hard_words;
    }
}

/// Counts one paragraph, point or item.
pub fn count(text: &str, language: Language) -> Counts {
    let mut counts = Counts { sentences: sentences(text, language).len(), ..Counts::default() };
    for word in words(text) {
        let letters = word.text.chars().filter(|c| c.is_alphanumeric()).count();
        let syllables = if language == Language::English { syllables(word.text) } else { 0 };
        counts.words += 1;
        counts.letters += letters;
        counts.syllables += syllables;
        counts.long_words += usize::from(letters > 6);
        counts.hard_words += usize::from(syllables >= 3);
    }
    counts
}

//! Formulas of reading levels: from counts to one number.
//!
//! Each is as its authors published it; none says more than how long sentences and words are.

use super::Counts;

/// A formula of reading levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// Flesch and Kincaid, 1975: a US school grade, from words a sentence and syllables a word.
    FleschKincaid,
    /// The automated readability index, 1967: a US school grade, from words a sentence and letters a word.
    Ari,
    /// `McLaughlin`'s SMOG, 1969: a US school grade, from words of three and more syllables.
    Smog,
    /// `Björnsson`'s LIX, 1968: from words a sentence and words of more than six letters. Not a grade.
    Lix,
}

impl Formula {
    /// All, as they are written in site.toml.
    pub const ALL: [(&'static str, Formula); 4] = [
        ("flesch-kincaid", Formula::FleschKincaid),
        ("ari", Formula::Ari),
        ("smog", Formula::Smog),
        ("lix", Formula::Lix),
    ];

    /// How people call it.
    pub fn name(self) -> &'static str {
        match self {
            Formula::FleschKincaid => "Flesch–Kincaid",
            Formula::Ari => "ARI",
            Formula::Smog => "SMOG",
            Formula::Lix => "LIX",
        }
    }

    /// Whether it is made for English alone: it needs syllables, and those are counted in English only.
    pub fn needs_syllables(self) -> bool {
        matches!(self, Formula::FleschKincaid | Formula::Smog)
    }

    /// The highest level that passes where the site sets none: grade 8, or 40, where LIX calls a text of medium difficulty.
    pub fn usual_target(self) -> u32 {
        match self {
            Formula::FleschKincaid | Formula::Ari | Formula::Smog => 8,
            Formula::Lix => 40,
        }
    }

    /// The level of a text with these counts; `None` where there is nothing to judge.
    pub fn level(self, counts: &Counts) -> Option<f64> {
        if counts.words == 0 || counts.sentences == 0 {
            return None;
        }
        let (words, sentences) = (counts.words as f64, counts.sentences as f64);
        let length = words / sentences;
        Some(match self {
            Formula::FleschKincaid => 0.39 * length + 11.8 * (counts.syllables as f64 / words) - 15.59,
            Formula::Ari => 4.71 * (counts.letters as f64 / words) + 0.5 * length - 21.43,
            Formula::Smog => 1.0430 * (counts.hard_words as f64 * 30.0 / sentences).sqrt() + 3.1291,
            Formula::Lix => length + 100.0 * counts.long_words as f64 / words,
        })
    }
}

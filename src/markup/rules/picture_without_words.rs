//! A picture without words that say what it shows.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("picture-without-words", include_str!("picture_without_words.md"));

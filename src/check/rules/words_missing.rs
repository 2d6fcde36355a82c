//! The theme lacks words of the interface in the site's language.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("words-missing", include_str!("words_missing.md"));

//! A file has a control character, or one that turns the direction of writing around.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("forbidden-character", include_str!("forbidden_character.md"));

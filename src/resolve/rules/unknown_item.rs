//! The metadata names an item that the text lacks.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("unknown-item", include_str!("unknown_item.md"));

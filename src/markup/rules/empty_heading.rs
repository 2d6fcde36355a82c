//! A heading without words.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("empty-heading", include_str!("empty_heading.md"));

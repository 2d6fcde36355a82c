//! A value that has to say something is empty.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("empty-value", include_str!("empty_value.md"));

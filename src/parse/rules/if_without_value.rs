//! How a condition is told, without a place for the answer.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("if-without-value", include_str!("if_without_value.md"));

//! A fact with fewer than two values.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("too-few-values", include_str!("too_few_values.md"));

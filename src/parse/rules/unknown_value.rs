//! A value is none of those its key takes.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("unknown-value", include_str!("unknown_value.md"));

//! The metadata names an option that the decision lacks.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("unknown-option", include_str!("unknown_option.md"));

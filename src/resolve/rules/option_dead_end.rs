//! An option without a next step, and not marked as an end.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("option-dead-end", include_str!("option_dead_end.md"));

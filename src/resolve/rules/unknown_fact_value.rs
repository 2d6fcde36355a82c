//! A value that its fact does not have.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("unknown-fact-value", include_str!("unknown_fact_value.md"));

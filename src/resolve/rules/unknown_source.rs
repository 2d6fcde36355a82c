//! A source is cited that sources.yaml lacks.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("unknown-source", include_str!("unknown_source.md"));

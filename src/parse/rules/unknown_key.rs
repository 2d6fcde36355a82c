//! A key that means nothing at its place.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("unknown-key", include_str!("unknown_key.md"));

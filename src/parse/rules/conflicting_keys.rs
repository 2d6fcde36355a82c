//! Two keys stand together that exclude each other.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("conflicting-keys", include_str!("conflicting_keys.md"));

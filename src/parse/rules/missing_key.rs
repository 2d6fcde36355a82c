//! A key that has to be there is missing.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("missing-key", include_str!("missing_key.md"));

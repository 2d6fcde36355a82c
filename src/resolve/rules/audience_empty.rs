//! A `for` that names nobody.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("audience-empty", include_str!("audience_empty.md"));

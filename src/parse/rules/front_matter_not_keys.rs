//! The metadata is not made of keys with values.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("front-matter-not-keys", include_str!("front_matter_not_keys.md"));

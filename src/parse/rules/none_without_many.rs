//! An answer that excludes the others, where only one can be picked.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("none-without-many", include_str!("none_without_many.md"));

//! A key stands twice in one map, or a name in one list.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("duplicate-key", include_str!("duplicate_key.md"));

//! A rule is named that does not exist.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("unknown-rule", include_str!("unknown_rule.md"));

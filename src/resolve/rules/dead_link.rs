//! A link inside the guide leads nowhere.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("dead-link", include_str!("dead_link.md"));

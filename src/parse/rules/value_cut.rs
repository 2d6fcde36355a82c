//! An unquoted value is cut off by ` #`, which begins a comment.

use crate::report::{Level, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("value-cut", Level::Warn, include_str!("value_cut.md"));

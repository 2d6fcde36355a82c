//! A footnote that no mark refers to.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("unused-footnote", include_str!("unused_footnote.md"));

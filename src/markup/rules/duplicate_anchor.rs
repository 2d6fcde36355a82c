//! Two headings of one file with the same name.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("duplicate-anchor", include_str!("duplicate_anchor.md"));

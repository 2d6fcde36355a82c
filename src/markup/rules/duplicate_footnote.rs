//! Two footnotes with the same label.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("duplicate-footnote", include_str!("duplicate_footnote.md"));

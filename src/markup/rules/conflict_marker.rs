//! Marks that an unfinished merge left in the text.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("conflict-marker", include_str!("conflict_marker.md"));

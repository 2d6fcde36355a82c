//! A heading more than one level below the last.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("heading-level-skipped", include_str!("heading_level_skipped.md"));

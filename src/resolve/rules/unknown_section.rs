//! The metadata names a section that the text lacks.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("unknown-section", include_str!("unknown_section.md"));

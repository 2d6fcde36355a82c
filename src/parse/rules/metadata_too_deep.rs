//! The metadata is nested deeper than 32 levels.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("metadata-too-deep", include_str!("metadata_too_deep.md"));

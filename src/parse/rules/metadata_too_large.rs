//! The metadata of a file is larger than 64 KiB.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("metadata-too-large", include_str!("metadata_too_large.md"));

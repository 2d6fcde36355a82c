//! White space that YAML does not know, in the metadata.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("odd-space", include_str!("odd_space.md"));

//! An address of a kind that no page may link to.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("link-scheme", include_str!("link_scheme.md"));

//! A link without words, or without an address.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("empty-link", include_str!("empty_link.md"));

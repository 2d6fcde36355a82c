//! A mark in braces that means nothing here.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("unknown-attribute", include_str!("unknown_attribute.md"));

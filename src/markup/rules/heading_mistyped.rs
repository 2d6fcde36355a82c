//! A line that looks like a heading but is not one.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("heading-mistyped", include_str!("heading_mistyped.md"));

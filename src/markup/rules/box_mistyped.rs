//! A line that looks like a box but is not one.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("box-mistyped", include_str!("box_mistyped.md"));

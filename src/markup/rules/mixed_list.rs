//! A list in which only some lines have a box.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("mixed-list", include_str!("mixed_list.md"));

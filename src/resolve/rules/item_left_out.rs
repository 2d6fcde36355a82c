//! An item whose condition keeps it off every checklist.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("item-left-out", include_str!("item_left_out.md"));

//! An item is on no checklist.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("item-for-nobody", include_str!("item_for_nobody.md"));

//! A fact is asked depending on one that comes later.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("asked-when-order", include_str!("asked_when_order.md"));

//! A scenario has an empty checklist.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("checklist-empty", include_str!("checklist_empty.md"));

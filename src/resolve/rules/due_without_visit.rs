//! A `due` in a site without a phase marked as the visit.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("due-without-visit", include_str!("due_without_visit.md"));

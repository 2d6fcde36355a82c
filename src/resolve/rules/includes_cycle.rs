//! Scenarios include each other in a circle.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("includes-cycle", include_str!("includes_cycle.md"));

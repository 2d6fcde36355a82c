//! Items come after each other in a circle.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("after-cycle", include_str!("after_cycle.md"));

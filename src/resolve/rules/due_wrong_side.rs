//! A `due` before the visit in a phase after it, or the other way round.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("due-wrong-side", include_str!("due_wrong_side.md"));

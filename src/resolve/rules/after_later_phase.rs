//! An item comes after one of a later phase.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("after-later-phase", include_str!("after_later_phase.md"));

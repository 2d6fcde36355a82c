//! A box where no checklist can take it up.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("box-misplaced", include_str!("box_misplaced.md"));

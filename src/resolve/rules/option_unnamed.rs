//! A heading at the level of the options that is none of them.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("option-unnamed", include_str!("option_unnamed.md"));

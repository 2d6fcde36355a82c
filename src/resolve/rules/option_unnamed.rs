//! A heading among the options that is none of them, or has no name.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("option-unnamed", include_str!("option_unnamed.md"));

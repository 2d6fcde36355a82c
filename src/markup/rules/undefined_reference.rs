//! A link by reference whose address is given nowhere.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("undefined-reference", include_str!("undefined_reference.md"));

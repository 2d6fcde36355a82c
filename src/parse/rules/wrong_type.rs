//! A value is of another type than its key takes.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("wrong-type", include_str!("wrong_type.md"));

//! Facts are used together in more ways than can be looked at.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("too-many-cases", include_str!("too_many_cases.md"));

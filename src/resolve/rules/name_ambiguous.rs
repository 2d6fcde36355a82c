//! A name could mean two things.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("name-ambiguous", include_str!("name_ambiguous.md"));

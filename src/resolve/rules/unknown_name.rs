//! A name that nothing has.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("unknown-name", include_str!("unknown_name.md"));

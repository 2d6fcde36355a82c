//! A name that the site, or the program, needs for itself.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("reserved-name", include_str!("reserved_name.md"));

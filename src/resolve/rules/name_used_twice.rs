//! Two things of one kind have the same name.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("name-used-twice", include_str!("name_used_twice.md"));

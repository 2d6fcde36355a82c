//! An allowance for something that is not found.

use crate::report::{Level, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("allowance-unused", Level::Warn, include_str!("allowance_unused.md"));

//! An allowance is past its last day, and what it allowed is back.

use crate::report::{Level, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("allowance-ended", Level::Warn, include_str!("allowance_ended.md"));

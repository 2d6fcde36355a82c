//! An allowance is past its last day, and what it allowed is back.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::dated("allowance-ended", include_str!("allowance_ended.md"));

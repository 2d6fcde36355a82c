//! A test gives answers that no reader can give.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("given-impossible", include_str!("given_impossible.md"));

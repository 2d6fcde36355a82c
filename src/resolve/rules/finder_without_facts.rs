//! Words for a finder that is not there.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("finder-without-facts", include_str!("finder_without_facts.md"));

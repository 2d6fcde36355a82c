//! The text of a term in terms.md has a heading of its own.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("heading-in-term", include_str!("heading_in_term.md"));

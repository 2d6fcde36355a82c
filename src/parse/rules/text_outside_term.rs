//! Words in terms.md that stand above the first term.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("text-outside-term", include_str!("text_outside_term.md"));

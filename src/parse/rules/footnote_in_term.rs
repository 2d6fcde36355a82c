//! A footnote in terms.md, where no page has room for it.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("footnote-in-term", include_str!("footnote_in_term.md"));

//! A footnote mark without a footnote.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("undefined-footnote", include_str!("undefined_footnote.md"));

//! A document has metadata but no text.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("no-text", include_str!("no_text.md"));

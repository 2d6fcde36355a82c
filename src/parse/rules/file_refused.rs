//! A file of a kind that could run in a reader's browser.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("file-refused", include_str!("file_refused.md"));

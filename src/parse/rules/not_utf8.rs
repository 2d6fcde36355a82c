//! A file is not saved as UTF-8.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("not-utf8", include_str!("not_utf8.md"));

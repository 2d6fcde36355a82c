//! HTML tags in a text.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("raw-html", include_str!("raw_html.md"));

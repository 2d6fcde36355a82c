//! Words and an address in brackets that did not become a link.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("mistyped-link", include_str!("mistyped_link.md"));

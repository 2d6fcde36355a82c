//! A comment that never ends, or does not begin as one.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("unclosed-comment", include_str!("unclosed_comment.md"));

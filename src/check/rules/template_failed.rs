//! A template fails on a page.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("template-failed", include_str!("template_failed.md"));

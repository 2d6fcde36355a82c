//! A template cannot be read.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("template-invalid", include_str!("template_invalid.md"));

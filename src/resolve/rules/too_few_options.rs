//! A decision with fewer than two options.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("too-few-options", include_str!("too_few_options.md"));

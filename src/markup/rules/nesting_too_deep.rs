//! Lists, quotations or emphasis nested too deep.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("nesting-too-deep", include_str!("nesting_too_deep.md"));

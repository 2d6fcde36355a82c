//! A picture is not where the text looks for it.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("missing-picture", include_str!("missing_picture.md"));

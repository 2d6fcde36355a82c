//! A picture that would be loaded from another site.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("picture-elsewhere", include_str!("picture_elsewhere.md"));

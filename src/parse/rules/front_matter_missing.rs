//! A document does not begin with its metadata between two lines `---`.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("front-matter-missing", include_str!("front_matter_missing.md"));

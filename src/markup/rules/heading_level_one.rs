//! A heading of the first level below the page's title.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("heading-level-one", include_str!("heading_level_one.md"));

//! A heading of the first level below the page's title.

use crate::report::{Level, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("heading-level-one", Level::Warn, include_str!("heading_level_one.md"));

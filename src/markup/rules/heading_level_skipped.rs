//! A heading more than one level below the last.

use crate::report::{Level, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("heading-level-skipped", Level::Warn, include_str!("heading_level_skipped.md"));

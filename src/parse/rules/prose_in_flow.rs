//! Unquoted prose inside a list or map in brackets, where a comma ends it.

use crate::report::{Level, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("prose-in-flow", Level::Warn, include_str!("prose_in_flow.md"));

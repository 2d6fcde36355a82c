//! Link words that do not say where the link leads.

use crate::report::{Level, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("vague-link", Level::Warn, include_str!("vague_link.md"));

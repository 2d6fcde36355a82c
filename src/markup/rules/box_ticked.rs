//! A box that is ticked in the file.

use crate::report::{Level, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("box-ticked", Level::Warn, include_str!("box_ticked.md"));

//! A file is not the picture its ending promises.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("broken-picture", include_str!("broken_picture.md"));

//! A file lies where nothing is looked for.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("file-misplaced", include_str!("file_misplaced.md"));

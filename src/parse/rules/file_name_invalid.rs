//! A file's name has other characters than a-z, 0-9 and -.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("file-name-invalid", include_str!("file_name_invalid.md"));

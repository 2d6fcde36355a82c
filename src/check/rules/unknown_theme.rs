//! A theme is named in site.toml that is not there.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("unknown-theme", include_str!("unknown_theme.md"));

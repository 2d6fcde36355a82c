//! The site has no site.toml.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("settings-missing", include_str!("settings_missing.md"));

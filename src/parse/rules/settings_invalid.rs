//! site.toml is not valid TOML.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("settings-invalid", include_str!("settings_invalid.md"));

//! The metadata is not valid YAML.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("yaml-invalid", include_str!("yaml_invalid.md"));

//! A decision does not say which option changes nothing.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("status-quo-missing", include_str!("status_quo_missing.md"));

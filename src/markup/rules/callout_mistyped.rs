//! A mark such as `[!WARNING]` that begins no callout.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("callout-mistyped", include_str!("callout_mistyped.md"));

//! The finder has more pages than the site allows.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("finder-too-large", include_str!("finder_too_large.md"));

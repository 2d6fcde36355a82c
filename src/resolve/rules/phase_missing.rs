//! An item has no phase, in a site with phases.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("phase-missing", include_str!("phase_missing.md"));

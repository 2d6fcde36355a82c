//! A decision stands inside another one.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("decision-in-decision", include_str!("decision_in_decision.md"));

//! A level or an allowance is given to a rule that is always on.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("rule-fixed", include_str!("rule_fixed.md"));

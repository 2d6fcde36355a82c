//! A date or a span of days is not in the calendar, or in the wrong order.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("impossible-date", include_str!("impossible_date.md"));

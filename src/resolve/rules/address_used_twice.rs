//! Two things want the same address.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("address-used-twice", include_str!("address_used_twice.md"));

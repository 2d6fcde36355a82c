//! `{#…}` or `{.…}` where it has no meaning.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("attribute-misplaced", include_str!("attribute_misplaced.md"));

//! `{.for}`, `{.against}` or `{.like}` outside an option.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("aspect-misplaced", include_str!("aspect_misplaced.md"));

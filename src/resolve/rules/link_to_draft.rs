//! Something published leads to a draft.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("link-to-draft", include_str!("link_to_draft.md"));

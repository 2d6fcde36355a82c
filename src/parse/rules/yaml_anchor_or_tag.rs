//! The metadata uses an anchor, an alias, a merge key or a tag.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("yaml-anchor-or-tag", include_str!("yaml_anchor_or_tag.md"));

//! A folder of articles has no index.md.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("part-without-index", include_str!("part_without_index.md"));

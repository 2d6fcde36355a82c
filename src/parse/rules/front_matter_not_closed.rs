//! The metadata has no closing line `---`.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("front-matter-not-closed", include_str!("front_matter_not_closed.md"));

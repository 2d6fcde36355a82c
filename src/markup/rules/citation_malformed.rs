//! A citation that does not name sources as `[@name]`.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("citation-malformed", include_str!("citation_malformed.md"));

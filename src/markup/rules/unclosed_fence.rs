//! A code fence that is never closed.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("unclosed-fence", include_str!("unclosed_fence.md"));

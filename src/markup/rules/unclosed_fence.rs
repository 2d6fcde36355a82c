//! Code that begins with three backquotes and never ends.

use crate::report::Rule;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::structural("unclosed-fence", include_str!("unclosed_fence.md"));

//! The rules of themes: `theme` finds what they say, a stage later. They are declared here because a
//! site's levels and allowances are held against every rule.

use crate::report::Rule;

/// Declares the rule.
pub static UNKNOWN_THEME: Rule = Rule::structural("unknown-theme", "A theme is named in site.toml that is not there.");
/// Declares the rule.
pub static TEMPLATE_INVALID: Rule = Rule::structural("template-invalid", "A template cannot be read.");
/// Declares the rule.
pub static TEMPLATE_FAILED: Rule = Rule::structural("template-failed", "A template fails on a page.");
/// Declares the rule.
pub static WORDS_MISSING: Rule =
    Rule::structural("words-missing", "The theme lacks words of the interface in the site's language.");

/// All rules of themes.
pub static RULES: &[&Rule] = &[&UNKNOWN_THEME, &TEMPLATE_INVALID, &TEMPLATE_FAILED, &WORDS_MISSING];

//! The rules of themes.

use crate::report::Rule;

pub use crate::check::rules::{TEMPLATE_FAILED, TEMPLATE_INVALID, UNKNOWN_THEME, WORDS_MISSING};

/// All of them.
pub static RULES: &[&Rule] = &[&TEMPLATE_FAILED, &TEMPLATE_INVALID, &UNKNOWN_THEME, &WORDS_MISSING];

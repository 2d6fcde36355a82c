//! The rules of themes.

pub use crate::check::rules::theme::{RULES, TEMPLATE_FAILED, TEMPLATE_INVALID, UNKNOWN_THEME, WORDS_MISSING};

//! An attribute in typographic quotes, which is printed as text.

use crate::report::{Level, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule =
    Rule::check("typographic-quotes-in-attribute", Level::Warn, include_str!("typographic_quotes_in_attribute.md"));

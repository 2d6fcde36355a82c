//! Guides that do not say who paid for them.

use crate::base::{InputPath, Place};
use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("funding-unsaid", Level::Note, include_str!("funding_unsaid.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds site.toml without `funding`.
fn run(context: &Context<'_>, problems: &mut Problems) {
    if context.guide.site.funding.is_none() {
        let place = Place::file(&InputPath::new("site.toml"));
        problems.push(
            Diagnostic::new(&RULE, place, "nothing says who paid for the guide")
                .note("readers ask who paid before they trust a guide")
                .help("write `funding = \"…\"` with who paid, or `funding = \"none\"`"),
        );
    }
}

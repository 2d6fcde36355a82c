//! Guides that do not say that they do not replace a care team.

use crate::base::{InputPath, Place};
use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::standard("disclaimer-missing", include_str!("disclaimer_missing.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds site.toml without `disclaimer`.
fn run(context: &Context<'_>, problems: &mut Problems) {
    if context.guide.site.disclaimer.is_none() {
        let place = Place::file(&InputPath::new("site.toml"));
        problems.push(
            Diagnostic::new(&RULE, place, "nothing says that the guide does not replace a care team")
                .note("readers could take the guide for the advice of somebody who knows them")
                .help("write `disclaimer = \"This guide does not replace your care team.\"`, in your own words"),
        );
    }
}

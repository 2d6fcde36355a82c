//! Guides that do not say what to do when it cannot wait.

use crate::base::{InputPath, Place};
use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::standard("emergency-missing", include_str!("emergency_missing.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds site.toml without `emergency`.
fn run(context: &Context<'_>, problems: &mut Problems) {
    if context.guide.site.emergency.is_none() {
        let place = Place::file(&InputPath::new("site.toml"));
        problems.push(
            Diagnostic::new(&RULE, place, "nothing says what to do in an emergency")
                .note("a reader in danger would go on reading")
                .help("write `emergency = \"If you feel very ill, call your local emergency number.\"`, in your own words"),
        );
    }
}

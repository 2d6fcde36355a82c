//! Key steps of which nothing says why.

use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("must-without-why", Level::Warn, include_str!("must_without_why.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check { rule: &RULE, judges: Judges::Whole, run };

/// Finds key steps without a line of reasons.
fn run(context: &Context<'_>, problems: &mut Problems) {
    for item in context.guide.items.iter().filter(|item| item.must && item.why.is_empty()) {
        problems.push(
            Diagnostic::new(&RULE, item.written.place(), format!("nothing says why `{}` is a key step", item.name))
                .label("marked with `must`, and no line below it")
                .note("people do what is hard if they know what it is good for")
                .help("write why in a line below it that begins with two spaces"),
        );
    }
}

//! Scenarios that the finder leads to and no test tries.

use crate::check::proof::prove;
use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("scenario-untested", Level::Warn, include_str!("scenario_untested.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds scenarios with a condition and without a reader to try them with.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    for scenario in guide.scenarios.iter().filter(|scenario| scenario.tests.is_empty()) {
        let Some(when) = &scenario.when else { continue };
        // One that nobody can come to has a problem of its own, and cannot be tried.
        if prove(context, problems, |solver| solver.is_possible(&when.expr)) == Some(false) {
            continue;
        }
        problems.push(
            Diagnostic::new(
                &RULE,
                when.written.span.in_file(&when.written.path),
                format!("no test tries the scenario `{}`", scenario.name),
            )
            .label("what its readers get is not held to anything")
            .note("a test names a reader, and what must and must not be on the checklist; each build holds to it")
            .help("add `tests: [{given: {FACT: VALUE}, expect: {has: [ITEM]}}]`"),
        );
    }
}

//! Scenarios whose condition no answers can meet.

use crate::check::proof::{never_asked, prove};
use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("scenario-out-of-reach", Level::Error, include_str!("scenario_out_of_reach.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds scenarios that no reader can be led to.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let never = never_asked(context);
    for scenario in &context.guide.scenarios {
        let Some(when) = &scenario.when else { continue };
        if when.expr.facts().iter().any(|fact| never.contains(fact)) {
            continue;
        }
        let possible = prove(context, problems, |solver| solver.is_possible(&when.expr));
        if possible == Some(false) {
            let place = when.written.span.in_file(&when.written.path);
            problems.push(
                Diagnostic::new(&RULE, place, format!("no answers lead to the scenario `{}`", scenario.name))
                    .label("can never hold")
                    .note("the finder would never show it to anybody")
                    .help("change the condition, or take `when` out: then the scenario is only in the lists"),
            );
        }
    }
}

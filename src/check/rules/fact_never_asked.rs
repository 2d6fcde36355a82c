//! Facts whose `asked-when` no answers can meet.

use crate::check::proof::prove;
use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("fact-never-asked", Level::Error, include_str!("fact_never_asked.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds questions that no reader can ever be asked.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let never = prove(context, problems, |solver| solver.never_asked()).unwrap_or_default();
    for fact in never.into_iter().map(|id| context.guide.fact(id)) {
        let Some(when) = &fact.asked_when else { continue };
        let place = when.written.span.in_file(&when.written.path);
        problems.push(
            Diagnostic::new(&RULE, place, format!("the fact `{}` is never asked", fact.name))
                .label("can never hold")
                .also(fact.written.span.in_file(&fact.written.path), "the question")
                .note("no answer to the questions above it leads to this one")
                .help("change `asked-when`, or take it out: then everybody is asked"),
        );
    }
}

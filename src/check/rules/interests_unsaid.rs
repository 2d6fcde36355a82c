//! People who wrote or reviewed, and say nothing of their ties.

use crate::check::makers;
use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("interests-unsaid", Level::Note, include_str!("interests_unsaid.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds authors and reviewers without `interests`.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    let makers = makers::authors(guide).chain(makers::reviewers(guide));
    for id in makers.collect::<std::collections::BTreeSet<_>>() {
        let person = guide.person(id);
        if person.value.interests.is_none() {
            let message = format!("nothing says what ties `{}` has", person.name);
            problems.push(
                Diagnostic::new(&RULE, person.written.place(), message)
                    .label("without `interests`")
                    .note("readers want to know who gains from what they are told")
                    .help("add `interests:` with them, or `interests: \"none\"`"),
            );
        }
    }
}

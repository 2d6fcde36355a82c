//! Authors of whom nothing says what they are.

use crate::check::makers;
use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("author-without-role", Level::Warn, include_str!("author_without_role.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds authors with neither `credentials` nor `role`.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    for id in makers::authors(guide).collect::<std::collections::BTreeSet<_>>() {
        let person = guide.person(id);
        if person.value.credentials.is_none() && person.value.role.is_none() {
            let message = format!("nothing says as what `{}` writes", person.name);
            problems.push(
                Diagnostic::new(&RULE, person.written.place(), message)
                    .label("an author with neither `credentials` nor `role`")
                    .note("readers weigh a page by who wrote it; somebody who was a patient counts, too")
                    .help("add `credentials:` with degrees and posts, or `role: \"writes as a patient\"`"),
            );
        }
    }
}

//! People who neither wrote nor reviewed a page.

use std::collections::BTreeSet;

use crate::check::unused::unused;
use crate::check::{Check, Context, Judges};
use crate::report::{Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("unused-person", Level::Warn, include_str!("unused_person.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds people who neither wrote nor reviewed a page.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    let makings = guide.articles.iter().map(|article| &article.making);
    let makings = makings.chain(guide.scenarios.iter().map(|scenario| &scenario.making));
    let ids =
        makings.flat_map(|making| making.authors.iter().copied().chain(making.reviews.iter().map(|one| one.by.value)));
    let used: BTreeSet<&str> = ids.map(|id| guide.person(id).name.as_str()).collect();
    let help = "name the person under `authors` or `reviews`";
    unused(&RULE, "no page names the person", &guide.people, &|name| used.contains(name), help, problems);
}

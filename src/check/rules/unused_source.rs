//! Sources that no page cites.

use std::collections::BTreeSet;

use crate::check::unused::unused;
use crate::check::{Check, Context, Judges};
use crate::report::{Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("unused-source", Level::Warn, include_str!("unused_source.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds sources that are neither cited nor recommended.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    let cited = context.mentions.iter().flat_map(|(_, mentions)| &mentions.sources);
    let mut used: BTreeSet<&str> = cited.map(String::as_str).collect();
    let further = guide.articles.iter().flat_map(|article| &article.further);
    used.extend(further.map(|id| guide.source(*id).name.as_str()));
    unused(
        &RULE,
        "no page cites the source",
        &guide.sources,
        &|name| used.contains(name),
        "cite it with `[@NAME]`",
        problems,
    );
}

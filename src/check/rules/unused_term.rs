//! Terms whose words no page uses.

use std::collections::BTreeSet;

use crate::check::unused::nobody_uses;
use crate::check::{Check, Context, Judges};
use crate::guide::NodeId;
use crate::report::{Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("unused-term", Level::Warn, include_str!("unused_term.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds terms whose words stand nowhere outside the glossary.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    let pages = context.mentions.iter().filter(|(node, _)| *node != NodeId::Glossary);
    let used: BTreeSet<&str> = pages.flat_map(|(_, mentions)| &mentions.all_terms).map(String::as_str).collect();
    for term in &guide.terms {
        if !used.contains(term.name.as_str()) {
            let help = "take it out, or add the spelling that the pages use under `forms`";
            problems.push(nobody_uses(&RULE, "no page uses the term", term.name.as_str(), &term.written, help));
        }
    }
}

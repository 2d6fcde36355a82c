//! Items that say the same on one checklist.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Check, Context, Judges};
use crate::guide::{Item, ItemId};
use crate::markup::text;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("item-said-twice", Level::Warn, include_str!("item_said_twice.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds two items with the same words for the same people on one checklist, each such pair once.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    let mut told: BTreeSet<ItemId> = BTreeSet::new();
    for scenario in &guide.scenarios {
        let mut seen: BTreeMap<String, Vec<ItemId>> = BTreeMap::new();
        let lines = scenario.checklist.iter().flat_map(|(_, lines)| lines);
        // With conditions, a reader may do the one or the other.
        for id in lines.filter(|line| line.only_if.is_none()).map(|line| &line.item) {
            let item = guide.item(*id);
            let same = seen.entry(words(item)).or_default();
            let first = same.iter().map(|id| guide.item(*id)).find(|first| first.kind == item.kind);
            if let Some(first) = first.filter(|_| told.insert(*id)) {
                problems.push(
                    Diagnostic::new(&RULE, item.written.place(), "two items of a checklist say the same")
                        .label(format!("`{}`, for the second time on the checklist of `{}`", item.name, scenario.name))
                        .also(first.written.place(), format!("`{}`, in the same words", first.name))
                        .note("a reader wonders whether it has to be done twice")
                        .help("take one of them out, or say in its words what is different about it"),
                );
            }
            same.push(*id);
        }
    }
}

/// What it says: without marks, and small letters only.
fn words(item: &Item) -> String {
    let plain = text::plain(&item.text).to_lowercase();
    let words = plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

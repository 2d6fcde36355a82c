//! Items that say the same on one checklist.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::check::{Check, Context, Judges};
use crate::guide::{Guide, Item, ItemId};
use crate::markup::text;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("item-said-twice", Level::Warn, include_str!("item_said_twice.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds two items with the same words for the same people on one checklist, each such pair once.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    let words = said_by_several(guide);
    let mut told: BTreeSet<ItemId> = BTreeSet::new();
    for scenario in guide.scenarios.iter().filter(|_| !words.is_empty()) {
        let mut seen: BTreeMap<&str, Vec<ItemId>> = BTreeMap::new();
        let lines = scenario.checklist.iter().flat_map(|(_, lines)| lines);
        // With conditions, a reader may do the one or the other.
        for id in lines.filter(|line| line.only_if.is_none()).map(|line| &line.item) {
            let (item, Some(words)) = (guide.item(*id), words.get(id)) else { continue };
            let same = seen.entry(words).or_default();
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

/// What items say that do not say it alone: most items do, and are never looked at again.
fn said_by_several(guide: &Guide) -> BTreeMap<ItemId, String> {
    let said: Vec<String> = (0..guide.items.len()).into_par_iter().map(|at| words(guide.item(ItemId(at)))).collect();
    let mut said: Vec<(String, ItemId)> = said.into_iter().enumerate().map(|(at, words)| (words, ItemId(at))).collect();
    said.par_sort();
    let groups = said.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1);
    groups.flatten().map(|(words, id)| (*id, words.clone())).collect()
}

/// What it says: without marks, and small letters only.
fn words(item: &Item) -> String {
    let mut words = String::new();
    for letter in text::plain(&item.text).chars() {
        if letter.is_alphanumeric() {
            words.extend(letter.to_lowercase());
        } else if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.truncate(words.trim_end().len());
    words
}

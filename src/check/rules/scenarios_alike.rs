//! Situations that lead to the same pages and items.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::base::Place;
use crate::check::{Check, Context, Judges};
use crate::guide::{ArticleId, ItemId, Scenario};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("scenarios-alike", Level::Warn, include_str!("scenarios_alike.md"));
/// Finds it where no check found an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Sound, run);

/// Finds scenarios with the articles and the items of an earlier one.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let mut seen: BTreeMap<Sets, &Scenario> = BTreeMap::new();
    for scenario in &context.guide.scenarios {
        let first = match seen.entry(sets(scenario)) {
            Entry::Occupied(first) => *first.get(),
            Entry::Vacant(place) => {
                place.insert(scenario);
                continue;
            }
        };
        let message = format!("`{}` leads to the same pages and items as `{}`", scenario.name, first.name);
        problems.push(
            Diagnostic::new(&RULE, Place::file(&scenario.prose.targets.path), message)
                .also(Place::file(&first.prose.targets.path), "")
                .note("readers would choose between two situations, and nothing would depend on it")
                .help(format!("name one of them in the `for` of an item or an article, or keep only `{}`", first.name)),
        );
    }
}

/// Articles, and items, those with a condition marked; sorted.
type Sets = (Vec<ArticleId>, Vec<(ItemId, bool)>);

/// Its articles and its items, in no order of their own.
fn sets(scenario: &Scenario) -> Sets {
    let lines = scenario.checklist.iter().flat_map(|(_, lines)| lines);
    let mut articles: Vec<ArticleId> = scenario.read.iter().chain(&scenario.more).copied().collect();
    let mut items: Vec<(ItemId, bool)> = lines.map(|line| (line.item, line.only_if.is_some())).collect();
    articles.sort();
    articles.dedup();
    items.sort();
    items.dedup();
    (articles, items)
}

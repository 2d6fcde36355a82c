//! Situations that lead to the same pages and items.

use std::collections::BTreeSet;

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
    let scenarios = &context.guide.scenarios;
    for (at, scenario) in scenarios.iter().enumerate() {
        let same = |one: &&Scenario| sets(one) == sets(scenario);
        let Some(first) = scenarios.iter().take(at).find(same) else { continue };
        let message = format!("`{}` leads to the same pages and items as `{}`", scenario.name, first.name);
        problems.push(
            Diagnostic::new(&RULE, Place::file(&scenario.prose.targets.path), message)
                .also(Place::file(&first.prose.targets.path), "")
                .note("readers would choose between two situations, and nothing would depend on it")
                .help(format!("name one of them in the `for` of an item or an article, or keep only `{}`", first.name)),
        );
    }
}

/// Its articles and its items, those with a condition marked, in no order.
fn sets(scenario: &Scenario) -> (BTreeSet<ArticleId>, BTreeSet<(ItemId, bool)>) {
    let articles = scenario.read.iter().chain(&scenario.more).copied();
    let lines = scenario.checklist.iter().flat_map(|(_, lines)| lines);
    (articles.collect(), lines.map(|line| (line.item, line.only_if.is_some())).collect())
}

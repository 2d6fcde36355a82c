//! The finder: whether there is one, and what it leads to.

use super::collect::Collected;
use super::names::Kind;
use super::rules;
use crate::guide::{ScenarioId, Written};
use crate::report::{Diagnostic, Problems};

/// The scenarios that the finder leads to, in order: those that are listed and have a condition.
pub(super) fn scenarios(collected: &Collected<'_>) -> Vec<ScenarioId> {
    let listed = collected.scenarios.iter().enumerate().filter(|(_, doc)| {
        let front = doc.front;
        front.when.is_some() && !front.unlisted && !front.draft
    });
    listed.map(|(at, _)| ScenarioId(at)).collect()
}

/// Whether the guide has a finder, as far as can be told: with facts that could not be read, too.
pub(super) fn is_there(collected: &Collected<'_>) -> bool {
    let has_facts = !collected.facts.is_empty() || collected.broken_lists.contains(&Kind::Fact);
    has_facts && !scenarios(collected).is_empty()
}

/// Where the finder is written: finder.md, or else the facts.
pub(super) fn written(collected: &Collected<'_>) -> Option<Written> {
    match (&collected.finder, collected.facts.first()) {
        (Some((path, front, _)), _) => Some(Written { path: (*path).clone(), span: front.title.span }),
        (None, Some(fact)) => Some(Written { path: fact.path.clone(), span: fact.name.span }),
        (None, None) => None,
    }
}

/// Words for a finder that is not there. With something that could not be read, it may be its echo.
pub(super) fn check(collected: &Collected<'_>, is_broken: bool, problems: &mut Problems) {
    let Some((path, front, _)) = &collected.finder else { return };
    if is_broken || is_there(collected) {
        return;
    }
    let (message, help) = match collected.facts.is_empty() {
        true => (
            "finder.md without facts",
            "write the questions in content/facts.yaml, and `when: {…}` in the scenarios that they lead to",
        ),
        false => (
            "finder.md, and no scenario with `when`",
            "write `when: {…}` in the scenarios that the finder shall lead to",
        ),
    };
    problems.push(
        Diagnostic::new(&rules::FINDER_WITHOUT_FACTS, front.title.span.in_file(path), message)
            .label("there is no finder that these words could stand on")
            .note("readers would never see this page")
            .help(help),
    );
}

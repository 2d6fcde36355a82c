//! The finder: whether there is one, and what it leads to.

use super::collect::Collected;
use super::names::Kind;
use super::nodes::ScenarioParts;
use super::rules;
use crate::guide::{Expr, Fact, ScenarioId, Written};
use crate::logic;
use crate::report::{Diagnostic, Problems};

/// How many facts are named in a finder that is too large.
const NAMED: usize = 3;

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

/// The conditions of its scenarios; `None` without a finder, and if one of them could not be read.
pub(super) fn conditions(collected: &Collected<'_>, parts: &[ScenarioParts]) -> Option<Vec<Expr>> {
    if !is_there(collected) {
        return None;
    }
    let condition = |id: &ScenarioId| parts.get(id.0)?.when.as_ref().map(|when| when.expr.clone());
    scenarios(collected).iter().map(condition).collect()
}

/// A finder with more pages than a site allows; the facts that most of them ask are named.
pub(super) fn check_size(diagram: &logic::Finder, facts: &[Fact], most: usize, problems: &mut Problems) {
    let pages = diagram.pages.len() + diagram.ends.len();
    if pages <= most {
        return;
    }
    let blamed = diagram.pages_by_fact().into_iter().filter_map(|(id, pages)| Some((facts.get(id.0)?, pages)));
    let mut blamed = blamed.take(NAMED);
    let Some((fact, asked)) = blamed.next() else { return };
    let place = |fact: &Fact| fact.written.span.in_file(&fact.written.path);
    let message = format!("the finder has {pages} pages, and at most {most} are allowed");
    let problem = Diagnostic::new(&rules::FINDER_TOO_LARGE, place(fact), message)
        .label(format!("asked on {asked} of them"))
        .note("answers that change the result multiply: nobody can look over so many pages")
        .help(format!(
            "give `{}` fewer values, use it in fewer scenarios, or set `finder_pages = {pages}` in site.toml",
            fact.name
        ));
    problems.push(
        blamed.fold(problem, |problem, (fact, asked)| problem.also(place(fact), format!("asked on {asked} of them"))),
    );
}

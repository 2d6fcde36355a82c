//! What is proved of the facts: which items the readers of a checklist can need, and the finder's pages.

use std::collections::BTreeSet;

use super::collect::Doc;
use super::facts::Facts;
use super::nodes::ScenarioParts;
use super::rules;
use crate::base::InputPath;
use crate::guide::{Condition, Expr, Fact, FactId, Item, ItemId};
use crate::logic::{self, Proved, Shown, Solver, TooLarge};
use crate::parse::schema::Scenario;
use crate::report::{Diagnostic, Problems};

/// Up to how many facts are named where there is too much to look at.
const NAMED: usize = 3;

/// Proves, and remembers if that was too much.
pub(super) struct Proofs<'a> {
    facts: &'a Facts,
    solver: Solver,
    too_large: Option<TooLarge>,
}

impl<'a> Proofs<'a> {
    /// Nothing is proved of facts with which something is wrong: it would be told twice.
    pub(super) fn new(facts: &'a Facts) -> Option<Proofs<'a>> {
        let solver = || Solver::new(&facts.domains);
        facts.is_whole.then(|| Proofs { facts, solver: solver(), too_large: None })
    }

    /// Leaves out of each checklist what none of its readers can need, and finds which conditions hold
    /// for all of them.
    pub(super) fn checklists(&mut self, scenarios: &mut [ScenarioParts]) {
        for scenario in scenarios {
            let own = scenario.when.as_ref().map(|when| &when.expr);
            // That a scenario has no readers is told there, and once.
            let has_readers = own.is_none_or(|own| self.prove(|solver| solver.is_possible(own)) != Some(false));
            let mut left_out: Vec<ItemId> = Vec::new();
            for (_, lines) in &mut scenario.checklist {
                lines.retain_mut(|line| {
                    let Some(when) = line.only_if.take() else { return true };
                    if !has_readers || self.needs_never_asked(&when) {
                        line.only_if = Some(when);
                        return true;
                    }
                    // What could not be proved stays as it is written; that is reported.
                    line.only_if = match self.prove(|solver| solver.shown(own, Some(&when))) {
                        Some(Shown::Never) => {
                            left_out.push(line.item);
                            return false;
                        }
                        Some(Shown::Plain) => None,
                        Some(Shown::If) => self.prove(|solver| solver.simpler(own, &when)).or(Some(when)),
                        None => Some(when),
                    };
                    true
                });
            }
            left_out.sort();
            scenario.checklist.retain(|(_, lines)| !lines.is_empty());
            scenario.left_out = left_out;
        }
    }

    /// The pages of a finder that leads to scenarios with these conditions.
    pub(super) fn finder(&mut self, scenarios: &[Expr]) -> Option<logic::Finder> {
        self.prove(|solver| solver.finder(scenarios))
    }

    /// Reports items that are left out everywhere, and checklists of which all is left out.
    pub(super) fn check(
        &mut self,
        docs: &[Doc<'_, Scenario>],
        scenarios: &[ScenarioParts],
        items: &[Item],
        is_draft: &dyn Fn(&InputPath) -> bool,
        problems: &mut Problems,
    ) {
        let lines = scenarios.iter().flat_map(|scenario| &scenario.checklist).flat_map(|(_, lines)| lines);
        let shown: BTreeSet<ItemId> = lines.map(|line| line.item).collect();
        let mut nowhere: BTreeSet<ItemId> = BTreeSet::new();
        for (at, item) in items.iter().enumerate() {
            let id = ItemId(at);
            let without: Vec<&ScenarioParts> =
                scenarios.iter().filter(|scenario| scenario.left_out.contains(&id)).collect();
            let Some(when) = item.when.as_ref().filter(|_| !shown.contains(&id) && !without.is_empty()) else {
                continue;
            };
            nowhere.insert(id);
            if is_draft(&item.written.path) {
                continue;
            }
            let possible = self.prove(|solver| solver.is_possible(&when.expr)) != Some(false);
            problems.push(left_out(item, when, &without, possible));
        }
        for (doc, scenario) in docs.iter().zip(scenarios) {
            let is_new = !scenario.left_out.is_empty() && scenario.left_out.iter().all(|item| !nowhere.contains(item));
            if scenario.checklist.is_empty() && is_new && !is_draft(doc.path) {
                problems.push(empty(doc, scenario.when.as_ref()));
            }
        }
    }

    /// Reports that there was too much to look at.
    pub(super) fn tell(self, problems: &mut Problems) {
        if let Some(too_large) = &self.too_large {
            problems.extend(too_many_cases(&self.facts.all, &too_large.facts));
        }
    }

    /// Whether a condition speaks of a fact that nobody is ever asked: that is told there, and once.
    fn needs_never_asked(&mut self, when: &Expr) -> bool {
        let never = self.prove(|solver| solver.never_asked()).unwrap_or_default();
        when.facts().iter().any(|fact| never.contains(fact))
    }

    fn prove<T>(&mut self, question: impl FnOnce(&mut Solver) -> Proved<T>) -> Option<T> {
        match question(&mut self.solver) {
            Ok(proved) => Some(proved),
            Err(too_large) => {
                self.too_large.get_or_insert(too_large);
                None
            }
        }
    }
}

/// That an item is for scenarios none of whose readers can need it.
fn left_out(item: &Item, when: &Condition, without: &[&ScenarioParts], possible: bool) -> Diagnostic {
    let place = when.written.span.in_file(&when.written.path);
    let problem =
        Diagnostic::new(&rules::ITEM_LEFT_OUT, place, format!("item `{}` is left out of every checklist", item.name));
    if !possible {
        return problem
            .label("nobody can give such answers")
            .help("change the condition, or take it out if the item is for everybody");
    }
    let conditions = without.iter().filter_map(|scenario| scenario.when.as_ref()).take(NAMED);
    conditions
        .fold(problem, |problem, condition| {
            let place = condition.written.span.in_file(&condition.written.path);
            problem.also(place, "the readers of this checklist")
        })
        .label("holds for no reader of the checklists that have the item")
        .note("nobody would ever see it")
        .help("change one of the conditions, or name another scenario in the item's `for`")
}

/// That all items of a scenario are left out.
fn empty(doc: &Doc<'_, Scenario>, when: Option<&Condition>) -> Diagnostic {
    let span = when.map_or(doc.front.title.span, |when| when.written.span);
    let message = format!("scenario `{}` has an empty checklist", doc.name);
    Diagnostic::new(&rules::CHECKLIST_EMPTY, span.in_file(doc.path), message)
        .label("every item that is for it has a condition that no reader here can meet")
        .note("a reader in this situation would find nothing to do")
        .help("change this condition, or add an item for these readers")
}

/// That a question about these facts has too many cases: what cannot be proved is not published.
pub fn too_many_cases(all: &[Fact], blamed: &[FactId]) -> Problems {
    let named: Vec<&Fact> = blamed.iter().filter_map(|id| all.get(id.0)).collect();
    let named = if named.is_empty() { all.iter().collect() } else { named };
    let mut problems = Problems::new();
    let Some((first, others)) = named.split_first() else { return problems };
    let mut names: Vec<String> = named.iter().take(NAMED).map(|fact| format!("`{}`", fact.name)).collect();
    match named.len().saturating_sub(NAMED) {
        0 => {}
        1 => names.push("and one more".to_owned()),
        more => names.push(format!("and {more} more")),
    }
    let place = |fact: &Fact| fact.written.span.in_file(&fact.written.path);
    let problem = Diagnostic::new(
        &rules::TOO_MANY_CASES,
        place(first),
        format!("the answers to {} make too many cases to look at", names.join(", ")),
    )
    .label("one of the facts that conditions use together")
    .note("what cannot be looked at cannot be proved: a reader might be led nowhere")
    .help("name fewer of these facts in one condition, or make one fact with several values of them");
    problems
        .push(others.iter().take(NAMED - 1).fold(problem, |problem, fact| problem.also(place(fact), "and this one")));
    problems
}

//! What a change does to questions, to the cases that lead to a scenario, and to tables of decisions.
//!
//! Decided over all cases, as everything about facts is: a condition that is written differently and
//! means the same is no change.

use super::joint::{Joint, Which};
use super::model::{Change, Kind};
use super::order;
use crate::guide::{Decision, Expr, Fact, Guide, Hit, Outcome, ScenarioId};
use crate::logic::Solver;

/// So many rows are looked at, and so many told.
const MOST: usize = 2000;
const TOLD: usize = 8;

/// Two guides and what is known of their cases.
pub(super) struct Logic<'a> {
    old: &'a Guide,
    new: &'a Guide,
    joint: Joint,
    solver: Solver,
}

impl<'a> Logic<'a> {
    pub(super) fn new(old: &'a Guide, new: &'a Guide) -> Logic<'a> {
        let joint = Joint::new(old, new);
        let solver = Solver::new(&joint.facts);
        Logic { old, new, joint, solver }
    }

    /// The cases that newly lead to a scenario, and those that no longer do.
    pub(super) fn scenario(&mut self, old: ScenarioId, new: ScenarioId) -> Vec<Change> {
        self.between(&led_to(self.old, old), &led_to(self.new, new), "leads here")
    }

    /// What changes of the questions that readers are asked, and of their answers.
    pub(super) fn questions(&mut self) -> Vec<Change> {
        let (old, new) = (self.old, self.new);
        let mut changes = questions(old, new);
        let always = || Expr::All(Vec::new());
        let asked = |fact: &Fact| fact.asked_when.as_ref().map_or_else(always, |when| when.expr.clone());
        for fact in &new.facts {
            if let Some(was) = old.facts.iter().find(|was| was.name == fact.name) {
                changes.extend(self.between(&asked(was), &asked(fact), &format!("asks \"{}\"", fact.ask)));
            }
        }
        changes
    }

    /// Whom, or to which option, the table of a decision leads in other cases than before.
    pub(super) fn decision(&mut self, old: &Decision, new: &Decision) -> Vec<Change> {
        let (before, after) = (ends(self.old, old), ends(self.new, new));
        let mut names: Vec<&String> = after.iter().chain(&before).map(|(name, _)| name).collect();
        let mut told: Vec<&String> = Vec::new();
        names.retain(|name| {
            let is_first = !told.contains(name);
            told.push(name);
            is_first
        });
        let mut changes = Vec::new();
        for name in names {
            let when = |ends: &[(String, Expr)]| {
                let own = ends.iter().filter(|(end, _)| end == name).map(|(_, when)| when.clone());
                Expr::Any(own.collect())
            };
            changes.extend(self.between(&when(&before), &when(&after), name));
        }
        changes
    }

    fn between(&mut self, old: &Expr, new: &Expr, what: &str) -> Vec<Change> {
        let (old, new) = (self.joint.told(Which::Old, old), self.joint.told(Which::New, new));
        if old == new {
            return Vec::new();
        }
        let but = |one: &Expr, other: &Expr| Expr::All(vec![one.clone(), Expr::Not(Box::new(other.clone()))]);
        let mut changes = self.cases(&but(&new, &old), Kind::New, what);
        changes.extend(self.cases(&but(&old, &new), Kind::Gone, what));
        changes
    }

    /// The cases in which a condition holds, a change for each.
    fn cases(&mut self, condition: &Expr, kind: Kind, what: &str) -> Vec<Change> {
        let Ok(outcomes) = self.solver.outcomes(std::slice::from_ref(condition), MOST) else {
            return vec![Change::part(what, "", "in which cases, is too much to compare", None, None)];
        };
        let rows: Vec<_> = outcomes.rows.iter().filter(|row| row.holding == [0]).collect();
        let case = |words: &str| Change { part: words.to_owned(), ..Change::new(kind, what, "") };
        let mut changes: Vec<Change> = rows.iter().take(TOLD).map(|row| case(&self.joint.words(&row.case))).collect();
        if rows.len() > TOLD || outcomes.more {
            changes.push(case("and in more cases"));
        }
        changes
    }
}

/// The cases in which the finder leads to a scenario: never to one that is not in the lists.
fn led_to(guide: &Guide, id: ScenarioId) -> Expr {
    let is_found = guide.finder.as_ref().is_some_and(|finder| finder.scenarios.contains(&id));
    let when = guide.scenario(id).when.as_ref().filter(|_| is_found);
    when.map_or_else(|| Expr::Any(Vec::new()), |when| when.expr.clone())
}

/// Where a table leads, and in which cases.
fn ends(guide: &Guide, decision: &Decision) -> Vec<(String, Expr)> {
    let Some(route) = &decision.route else { return Vec::new() };
    let mut ends = Vec::new();
    let mut before: Vec<Expr> = Vec::new();
    for row in &route.rows {
        let fits = row.when.expr.clone();
        let applies = match route.hit {
            Hit::First => Expr::All(vec![fits.clone(), Expr::Not(Box::new(Expr::Any(before.clone())))]),
            Hit::Unique | Hit::Collect => fits.clone(),
        };
        before.push(fits);
        ends.extend(names(guide, decision, &row.then).into_iter().map(|name| (name, applies.clone())));
    }
    let others = Expr::Not(Box::new(Expr::Any(before)));
    let otherwise = route.otherwise.iter().flat_map(|outcome| names(guide, decision, outcome));
    ends.extend(otherwise.map(|name| (name, others.clone())));
    ends
}

fn names(guide: &Guide, decision: &Decision, outcome: &Outcome) -> Vec<String> {
    match outcome {
        Outcome::See(roles) => roles.iter().map(|id| format!("leads to {}", guide.role(*id).value.one)).collect(),
        Outcome::Option(at) => {
            let title = decision.options.get(*at).map(|option| crate::markup::text::plain(&option.title));
            title.map(|title| format!("leads to the option \"{title}\"")).into_iter().collect()
        }
    }
}

/// Questions and answers that are new, gone, reworded or elsewhere.
fn questions(old: &Guide, new: &Guide) -> Vec<Change> {
    let names = |guide: &Guide| guide.facts.iter().map(|fact| fact.name.clone()).collect::<Vec<_>>();
    let ask = |guide: &Guide, at: usize| guide.facts.get(at).map_or_else(String::new, |fact| fact.ask.clone());
    let lists = order::compare(&names(old), &names(new));
    let mut changes = Vec::new();
    changes.extend(lists.new.iter().map(|at| Change::new(Kind::New, "question", &ask(new, *at))));
    changes.extend(lists.gone.iter().map(|at| Change::new(Kind::Gone, "question", &ask(old, *at))));
    for (was, is) in &lists.both {
        let (Some(before), Some(after)) = (old.facts.get(*was), new.facts.get(*is)) else { continue };
        if lists.moved.contains(is) {
            let above = is.checked_sub(1).map(|above| ask(new, above));
            changes.push(Change::new(Kind::Moved, "question", &after.ask).is(above.as_deref()));
        }
        changes.extend(question(before, after));
    }
    let end = |guide: &Guide| {
        guide
            .finder
            .as_ref()
            .and_then(|finder| finder.otherwise.as_ref())
            .map(|target| guide.address(target.node).to_string())
    };
    let (from, to) = (end(old), end(new));
    if from != to {
        changes.push(Change::part("readers whom nothing fits", "", "led to", from.as_deref(), to.as_deref()));
    }
    changes
}

fn question(old: &Fact, new: &Fact) -> Vec<Change> {
    let mut changes = Vec::new();
    if old.ask != new.ask {
        changes.push(Change::part("question", &old.ask, "", Some(&old.ask), Some(&new.ask)));
    }
    if old.many != new.many {
        let many = |fact: &Fact| Some(if fact.many { "yes" } else { "no" });
        changes.push(Change::part("question", &new.ask, "several answers", many(old), many(new)));
    }
    let none = |fact: &Fact| fact.none.and_then(|at| fact.values.get(at)).map(|value| value.label.clone());
    if old.many && new.many && none(old) != none(new) {
        let part = "the answer that excludes all others";
        changes.push(Change::part("question", &new.ask, part, none(old).as_deref(), none(new).as_deref()));
    }
    let names = |fact: &Fact| fact.values.iter().map(|value| value.name.clone()).collect::<Vec<_>>();
    let label = |fact: &Fact, at: usize| fact.values.get(at).map_or_else(String::new, |value| value.label.clone());
    let lists = order::compare(&names(old), &names(new));
    let of = |change: Change| change.is(Some(&new.ask)).was(Some(&new.ask));
    changes.extend(lists.new.iter().map(|at| of(Change::new(Kind::New, "answer", &label(new, *at)))));
    changes.extend(lists.gone.iter().map(|at| of(Change::new(Kind::Gone, "answer", &label(old, *at)))));
    for (was, is) in &lists.both {
        let (from, to) = (label(old, *was), label(new, *is));
        if from != to {
            changes.push(Change::part("answer", &from, "", Some(&from), Some(&to)));
        }
        if lists.moved.contains(is) {
            let above = is.checked_sub(1).map(|above| label(new, above));
            changes.push(Change::new(Kind::Moved, "answer", &to).is(above.as_deref()));
        }
    }
    changes
}

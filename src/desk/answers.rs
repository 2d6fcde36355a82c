//! Cases in the words of the facts' labels.

use std::collections::BTreeSet;

use crate::base::listed::listed;
use crate::guide::{Expr, Fact, FactId, Guide};
use crate::logic::{Answered, Case, Solver};

/// The facts that conditions name, in the author's order.
pub(super) fn facts_of<'a>(conditions: impl IntoIterator<Item = &'a Expr>) -> Vec<FactId> {
    let facts: BTreeSet<FactId> = conditions.into_iter().flat_map(Expr::facts).collect();
    facts.into_iter().collect()
}

/// The case with what it means for each of these facts: without answers that the others in it rule out, since who
/// answered what is asked only then cannot have answered otherwise before; and with those that it leaves no choice of.
pub(super) fn said(solver: &mut Solver, guide: &Guide, facts: &[FactId], case: &Case) -> Case {
    // What cannot be proved stays as it is.
    let mut can_be = |fact: FactId, value: usize| {
        let also = Expr::Has { fact, values: vec![value] };
        let condition = Expr::All(vec![solver.exact(case), also]);
        solver.is_possible(&condition) != Ok(false)
    };
    let mut said = case.clone();
    for id in facts {
        let fact = guide.fact(*id);
        let open = match case.facts.get(id) {
            None => (0..fact.values.len()).collect(),
            Some(Answered::OneOf(values)) => values.clone(),
            Some(Answered::NotAsked | Answered::Many { .. }) => continue,
        };
        let left: Vec<usize> = open.iter().copied().filter(|value| can_be(*id, *value)).collect();
        let is_asked = fact.asked_when.is_none();
        match case.facts.contains_key(id) {
            true => said.facts.insert(*id, Answered::OneOf(left)),
            false if left.is_empty() => said.facts.insert(*id, Answered::NotAsked),
            // Of those that are not always asked, it would say that this one is.
            false if left.len() < open.len() && is_asked && !fact.many => said.facts.insert(*id, Answered::OneOf(left)),
            false => None,
        };
    }
    said
}

/// What a case says of a fact: its words, or nothing where the fact does not matter.
pub(super) fn answer(guide: &Guide, fact: FactId, case: &Case) -> Option<String> {
    let known = guide.fact(fact);
    Some(match case.facts.get(&fact)? {
        Answered::NotAsked => "not asked".to_owned(),
        Answered::OneOf(values) if values.len() == known.values.len() => "any answer".to_owned(),
        Answered::OneOf(values) => either(known, values),
        Answered::Many { with, without } => many(known, with, without),
    })
}

/// "Yes or no"
pub(super) fn either(fact: &Fact, values: &[usize]) -> String {
    listed(&labels(fact, values), ", ", " or ")
}

fn many(fact: &Fact, with: &[usize], without: &[usize]) -> String {
    // With the answer that excludes the others, the others are out; with another one, it is.
    let none = fact.none;
    let is_none = none.is_some_and(|none| with.contains(&none));
    let without: Vec<usize> =
        without.iter().copied().filter(|value| !is_none && (with.is_empty() || Some(*value) != none)).collect();
    let with = labels(fact, with);
    let without = labels(fact, &without);
    match (with.is_empty(), without.is_empty()) {
        (true, true) => "any answers".to_owned(),
        (false, true) => listed(&with, ", ", " and "),
        (true, false) => format!("not {}", listed(&without, ", ", ", not ")),
        (false, false) => format!("{}, but not {}", listed(&with, ", ", " and "), listed(&without, ", ", ", not ")),
    }
}

fn labels(fact: &Fact, values: &[usize]) -> Vec<String> {
    let labels = values.iter().filter_map(|at| fact.values.get(*at));
    labels.map(|value| format!("“{}”", value.label)).collect()
}

//! The same questions answered by looking at every reader that there can be. Written to be plainly
//! right: no diagram, nothing shared with the solver but the form of its questions and answers.

use std::collections::BTreeSet;

use careguide::logic::{Answered, Answers, Case, Expr, Fact, FactId};

/// What a reader answered to each fact: the set of values, or nothing where it was not asked.
pub(crate) type Reader = Vec<Option<BTreeSet<usize>>>;

/// Every reader that there can be.
pub(crate) fn readers(facts: &[Fact]) -> Vec<Reader> {
    let mut readers: Vec<Reader> = vec![Vec::new()];
    for fact in facts {
        let mut longer = Vec::new();
        for reader in readers {
            let asked = fact.asked_when.as_ref().is_none_or(|asked| holds(asked, &reader));
            let answers = if asked { answers(fact).into_iter().map(Some).collect() } else { vec![None] };
            for answer in answers {
                let mut reader = reader.clone();
                reader.push(answer);
                longer.push(reader);
            }
        }
        readers = longer;
    }
    readers
}

/// Every answer to a fact that is asked.
fn answers(fact: &Fact) -> Vec<BTreeSet<usize>> {
    let sets = (0..1_u32 << fact.values).map(|bits| (0..fact.values).filter(|value| bits >> value & 1 == 1).collect());
    let fits = |set: &BTreeSet<usize>| match fact.answers {
        Answers::One => set.len() == 1,
        Answers::Many { none: None } => true,
        Answers::Many { none: Some(none) } => !set.is_empty() && (set.len() == 1 || !set.contains(&none)),
    };
    sets.filter(fits).collect()
}

pub(crate) fn holds(expr: &Expr, reader: &Reader) -> bool {
    match expr {
        Expr::Has { fact, values } => {
            reader[fact.0].as_ref().is_some_and(|answer| values.iter().any(|value| answer.contains(value)))
        }
        Expr::All(parts) => parts.iter().all(|part| holds(part, reader)),
        Expr::Any(parts) => parts.iter().any(|part| holds(part, reader)),
        Expr::Not(part) => !holds(part, reader),
    }
}

/// Whether a reader is meant by a case.
pub(crate) fn is_in(case: &Case, reader: &Reader) -> bool {
    case.facts.iter().all(|(fact, said)| match (said, &reader[fact.0]) {
        (Answered::NotAsked, answer) => answer.is_none(),
        (_, None) => false,
        (Answered::OneOf(values), Some(answer)) => answer.iter().all(|value| values.contains(value)),
        (Answered::Many { with, without }, Some(answer)) => {
            with.iter().all(|value| answer.contains(value)) && !without.iter().any(|value| answer.contains(value))
        }
    })
}

/// Whether two readers agree on every other fact that both are asked.
pub(crate) fn agree_but_for(fact: FactId, a: &Reader, b: &Reader) -> bool {
    let others = (0..a.len()).filter(|other| *other != fact.0);
    others.into_iter().all(|other| a[other].is_none() || b[other].is_none() || a[other] == b[other])
}

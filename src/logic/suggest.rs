//! Conditions to paste: cases said in the language of authors.

use super::case::{Answered, Case};
use super::diagram::{Diagram, Step};
use super::solver::Solver;
use super::table::Hit;
use super::{Answers, Expr, Fact, FactId};

impl Solver {
    /// Conditions of rows that close the gap of a table: one for each case, but none for what an
    /// earlier one closes along the way. Where rows may not overlap, the cases do not either, and
    /// neither do their conditions.
    pub(super) fn rows_for(&mut self, cases: &[Case], hit: Hit) -> Step<Vec<Expr>> {
        let mut rows = Vec::new();
        let mut taken = Diagram::NEVER;
        for case in cases {
            let (exact, plain) = (self.exact(case), self.plain(case));
            let needed = self.holds(&exact)?;
            if self.store.without(needed, taken)? == Diagram::NEVER {
                continue;
            }
            let fits = self.holds(&plain)?;
            let is_good = match hit {
                Hit::Unique => fits == needed,
                Hit::First | Hit::Collect => self.store.without(needed, fits)? == Diagram::NEVER,
            };
            let (row, fits) = if is_good { (plain, fits) } else { (exact, needed) };
            taken = self.store.or(taken, fits)?;
            rows.push(row);
        }
        Ok(rows)
    }

    /// A condition that holds in exactly these cases.
    pub fn exact(&self, case: &Case) -> Expr {
        self.condition(case, exact)
    }

    /// A condition as an author would write it: what is so, rather than what is not. It may hold in
    /// more cases, and, where a fact may have an empty answer, in fewer.
    fn plain(&self, case: &Case) -> Expr {
        self.condition(case, plain)
    }

    fn condition(&self, case: &Case, say: fn(FactId, &Fact, &Answered) -> Vec<Expr>) -> Expr {
        let known = case.facts.iter().filter_map(|(id, said)| Some((*id, self.facts.get(id.0)?, said)));
        let mut parts: Vec<Expr> = known.flat_map(|(id, fact, said)| say(id, fact, said)).collect();
        if parts.len() == 1
            && let Some(only) = parts.pop()
        {
            return only;
        }
        Expr::All(parts)
    }
}

fn has(fact: FactId, values: Vec<usize>) -> Expr {
    Expr::Has { fact, values }
}

fn has_not(fact: FactId, values: Vec<usize>) -> Expr {
    Expr::Not(Box::new(has(fact, values)))
}

/// Whether a reader who is asked may have no answer.
fn may_be_empty(fact: &Fact) -> bool {
    fact.answers == Answers::Many { none: None }
}

/// All but these values.
fn others(fact: &Fact, values: &[usize]) -> Vec<usize> {
    (0..fact.values).filter(|value| !values.contains(value)).collect()
}

fn plain(id: FactId, fact: &Fact, said: &Answered) -> Vec<Expr> {
    match said {
        Answered::Many { with, without } if with.is_empty() && !without.is_empty() => {
            vec![has(id, others(fact, without))]
        }
        Answered::Many { with, .. } if !with.is_empty() => with.iter().map(|value| has(id, vec![*value])).collect(),
        Answered::NotAsked => vec![has_not(id, others(fact, &[]))],
        Answered::OneOf(_) | Answered::Many { .. } => exact(id, fact, said),
    }
}

fn exact(id: FactId, fact: &Fact, said: &Answered) -> Vec<Expr> {
    let every = || others(fact, &[]);
    match (said, &fact.asked_when) {
        // Only an empty answer makes it a question of its own whether the fact is asked.
        (Answered::NotAsked, Some(asked)) if may_be_empty(fact) => vec![Expr::Not(Box::new(asked.clone()))],
        (Answered::NotAsked, _) => vec![has_not(id, every())],
        (Answered::OneOf(values), _) => vec![has(id, values.clone())],
        (Answered::Many { with, without }, asked) => {
            let mut parts: Vec<Expr> = with.iter().map(|value| has(id, vec![*value])).collect();
            match asked {
                Some(asked) if with.is_empty() && may_be_empty(fact) => parts.push(asked.clone()),
                Some(_) if with.is_empty() => parts.push(has(id, others(fact, without))),
                _ => {}
            }
            if !without.is_empty() {
                parts.push(has_not(id, without.clone()));
            }
            parts
        }
    }
}

//! Personas: readers of whom some answers are given, and the cases that leaves.

use super::diagram::{Diagram, Step};
use super::solver::{Cases, Proved, Solver};
use super::variables::{Answer, NO, YES};
use super::{Expr, FactId};

/// What is given of one fact. All of it holds: a set says also what is not among the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The fact.
    pub fact: FactId,
    /// Its one value, or exactly the set of its values.
    pub values: Vec<usize>,
}

/// The cases that a persona can be in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Persona {
    /// There are some.
    Possible(Cases),
    /// This fact is not asked, given the answers to the facts before it.
    NotAsked(FactId),
    /// The values given of this fact cannot stand together, or not alone.
    NoAnswer(FactId),
}

impl Solver {
    /// The cases left by some answers.
    pub fn persona(&mut self, given: &[Given]) -> Proved<Persona> {
        let mut given: Vec<&Given> = given.iter().collect();
        given.sort_by_key(|given| given.fact);
        let facts = given.iter().map(|given| given.fact).collect();
        self.about_facts(&facts, |solver| {
            let mut left = solver.all;
            for given in given {
                let asked = solver.asked.get(given.fact.0).copied().unwrap_or(Diagram::NEVER);
                let before = solver.store.and(left, asked)?;
                if before == Diagram::NEVER {
                    return Ok(Persona::NotAsked(given.fact));
                }
                let answer = solver.answer(given)?;
                left = solver.store.and(before, answer)?;
                if left == Diagram::NEVER {
                    return Ok(Persona::NoAnswer(given.fact));
                }
            }
            Ok(Persona::Possible(Cases(left)))
        })
    }

    /// Exactly this answer, where the fact is asked.
    fn answer(&mut self, given: &Given) -> Step<Diagram> {
        let Some(place) = self.variables.of(given.fact) else { return Ok(Diagram::NEVER) };
        match &place.answer {
            Answer::One(_) if given.values.len() != 1 => Ok(Diagram::NEVER),
            Answer::One(_) => self.holds(&Expr::Has { fact: given.fact, values: given.values.clone() }),
            Answer::Many { values, .. } => {
                values.iter().enumerate().try_fold(Diagram::ALWAYS, |all, (value, variable)| {
                    let wanted = if given.values.contains(&value) { YES } else { NO };
                    let is = self.store.test(*variable, |value| value == wanted)?;
                    self.store.and(all, is)
                })
            }
        }
    }
}

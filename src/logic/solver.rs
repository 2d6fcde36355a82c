//! The solver: conditions become sets of cases, and sets of cases are compared.
//!
//! A case is what one reader has answered to all facts that are asked. Two readers who differ only
//! in facts that neither was asked are one case: every condition is built so that such a fact cannot
//! change it. A set of cases never holds what `none` or `asked-when` rule out.

use std::collections::BTreeSet;

use super::diagram::{Diagram, Spent, Step, Store};
use super::variables::{Answer, NO, Variables, YES};
use super::{Expr, Fact, FactId};

/// How many steps one question may take: a second or so, and some hundred megabytes.
const STEPS: usize = 1_000_000;

/// After so many questions that were too large, no other is tried.
const MOST_FAILURES: usize = 3;

/// How many variables there may be; diagrams are walked as deep as that.
const MOST_VARIABLES: usize = 1_000;

/// A set of cases, by the [`Solver`] that made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cases(pub(super) Diagram);

impl Cases {
    /// Whether there is no such case.
    pub fn is_empty(self) -> bool {
        self.0 == Diagram::NEVER
    }
}

/// There are more cases than can be looked at. Other questions may have an answer; but after some that
/// were too large, all are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooLarge {
    /// The facts that the question was about, in the author's order.
    pub facts: Vec<FactId>,
}

/// What the solver was asked, or that it was too much.
pub type Proved<T> = Result<T, TooLarge>;

/// How an item stands on the page of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Left out: no reader of this page needs it.
    Never,
    /// Every reader of this page needs it.
    Plain,
    /// Some do: the page says who.
    If,
}

/// Proves things about one list of facts.
#[derive(Debug)]
pub struct Solver {
    pub(super) facts: Vec<Fact>,
    pub(super) variables: Variables,
    pub(super) store: Store,
    /// When each fact is asked, by the facts before it.
    pub(super) asked: Vec<Diagram>,
    /// All cases that there are.
    pub(super) all: Diagram,
    steps_per_question: usize,
    /// The questions that were too large.
    failures: Vec<TooLarge>,
}

/// How a condition says that a fact is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// By the facts that decide it.
    ByFacts,
    /// By the fact's own variable for it, for cases that are put into words.
    ByItself,
}

impl Solver {
    /// A solver for these facts, in the author's order.
    pub fn new(facts: &[Fact]) -> Solver {
        Solver::with_steps(facts, STEPS)
    }

    /// A solver that gives up on a question after so many steps.
    pub fn with_steps(facts: &[Fact], steps: usize) -> Solver {
        let variables = Variables::new(facts);
        let steps = if variables.widths().len() > MOST_VARIABLES { 0 } else { steps };
        let mut solver = Solver {
            facts: facts.to_vec(),
            store: Store::new(variables.widths().to_vec()),
            variables,
            asked: Vec::new(),
            all: Diagram::ALWAYS,
            steps_per_question: steps,
            failures: Vec::new(),
        };
        let every = (0..facts.len()).map(FactId).collect();
        if let Err(too_large) = solver.about_facts(&every, Solver::see_all_cases) {
            // Nothing can be said of any case.
            solver.failures = vec![too_large; MOST_FAILURES];
        }
        solver
    }

    /// Every case that there is.
    pub fn all(&mut self) -> Proved<Cases> {
        self.about(&[], |solver| Ok(Cases(solver.all)))
    }

    /// The cases in which the condition holds.
    pub fn cases(&mut self, condition: &Expr) -> Proved<Cases> {
        self.about(&[condition], |solver| Ok(Cases(solver.holds(condition)?)))
    }

    /// Whether the condition can hold at all.
    pub fn is_possible(&mut self, condition: &Expr) -> Proved<bool> {
        Ok(!self.cases(condition)?.is_empty())
    }

    /// Those of the cases in which the condition holds, too.
    pub fn within(&mut self, cases: Cases, condition: &Expr) -> Proved<Cases> {
        self.about(&[condition], |solver| {
            let holds = solver.compile(condition, Asked::ByFacts)?;
            Ok(Cases(solver.store.and(cases.0, holds)?))
        })
    }

    /// Those of the cases in which the condition does not hold.
    pub fn outside(&mut self, cases: Cases, condition: &Expr) -> Proved<Cases> {
        self.about(&[condition], |solver| {
            let holds = solver.compile(condition, Asked::ByFacts)?;
            Ok(Cases(solver.store.without(cases.0, holds)?))
        })
    }

    /// Whether the condition holds in every one of the cases.
    pub fn implies(&mut self, cases: Cases, condition: &Expr) -> Proved<bool> {
        Ok(self.outside(cases, condition)?.is_empty())
    }

    /// How an item with the condition `item` stands on the page of a scenario.
    pub fn shown(&mut self, scenario: Option<&Expr>, item: Option<&Expr>) -> Proved<Shown> {
        let Some(item) = item else { return Ok(Shown::Plain) };
        let cases = self.readers_of(scenario)?;
        if self.within(cases, item)?.is_empty() {
            Ok(Shown::Never)
        } else if self.implies(cases, item)? {
            Ok(Shown::Plain)
        } else {
            Ok(Shown::If)
        }
    }

    /// The cases of a scenario's readers; all, where it has no condition.
    pub(super) fn readers_of(&mut self, scenario: Option<&Expr>) -> Proved<Cases> {
        match scenario {
            Some(scenario) => self.cases(scenario),
            None => self.all(),
        }
    }

    /// The facts that are never asked, because their `asked-when` can never hold.
    pub fn never_asked(&mut self) -> Proved<Vec<FactId>> {
        self.about(&[], |solver| {
            let never = solver.asked.iter().enumerate().filter(|(_, asked)| **asked == Diagram::NEVER);
            Ok(never.map(|(fact, _)| FactId(fact)).collect())
        })
    }

    /// Answers a question about these conditions.
    pub(super) fn about<T>(&mut self, what: &[&Expr], question: impl FnOnce(&mut Solver) -> Step<T>) -> Proved<T> {
        let facts: BTreeSet<FactId> = what.iter().flat_map(|expr| expr.facts()).collect();
        self.about_facts(&facts, question)
    }

    /// Answers a question about these facts, and counts those that were too large.
    pub(super) fn about_facts<T>(
        &mut self,
        facts: &BTreeSet<FactId>,
        question: impl FnOnce(&mut Solver) -> Step<T>,
    ) -> Proved<T> {
        if let Some(last) = self.failures.last().filter(|_| self.failures.len() >= MOST_FAILURES) {
            return Err(last.clone());
        }
        self.allow_again();
        question(self).map_err(|Spent| {
            let too_large = TooLarge { facts: facts.iter().copied().collect() };
            self.failures.push(too_large.clone());
            too_large
        })
    }

    /// Allows as many steps as a question has.
    pub(super) fn allow_again(&mut self) {
        self.store.allow(self.steps_per_question);
    }

    /// The cases in which a condition holds.
    pub(super) fn holds(&mut self, condition: &Expr) -> Step<Diagram> {
        let holds = self.compile(condition, Asked::ByFacts)?;
        self.store.and(self.all, holds)
    }

    /// A condition as a diagram. May be true of answers that no reader can give.
    pub(super) fn compile(&mut self, condition: &Expr, asked: Asked) -> Step<Diagram> {
        match condition {
            Expr::Has { fact, values } => {
                let has = self.has(*fact, values)?;
                let asked = self.is_asked(*fact, asked)?;
                self.store.and(asked, has)
            }
            Expr::All(parts) => parts.iter().try_fold(Diagram::ALWAYS, |all, part| {
                let part = self.compile(part, asked)?;
                self.store.and(all, part)
            }),
            Expr::Any(parts) => parts.iter().try_fold(Diagram::NEVER, |any, part| {
                let part = self.compile(part, asked)?;
                self.store.or(any, part)
            }),
            Expr::Not(part) => {
                let part = self.compile(part, asked)?;
                self.store.not(part)
            }
        }
    }

    /// When a fact is asked. Never, for one whose `asked-when` is still to be compiled.
    pub(super) fn is_asked(&mut self, fact: FactId, asked: Asked) -> Step<Diagram> {
        let own = self.variables.of(fact).and_then(|place| place.asked);
        match (asked, own) {
            (Asked::ByItself, Some(variable)) => self.store.test(variable, |value| value == YES),
            _ => Ok(self.asked.get(fact.0).copied().unwrap_or(Diagram::NEVER)),
        }
    }

    /// That one of the values is the answer, or among the answers, of a fact that is asked.
    fn has(&mut self, fact: FactId, values: &[usize]) -> Step<Diagram> {
        let Some(place) = self.variables.of(fact) else { return Ok(Diagram::NEVER) };
        match &place.answer {
            Answer::One(None) => Ok(Diagram::NEVER),
            Answer::One(Some(variable)) => self.store.test(*variable, |value| values.contains(&value)),
            Answer::Many { values: variables, .. } => {
                let chosen = values.iter().filter_map(|value| variables.get(*value));
                chosen.into_iter().try_fold(Diagram::NEVER, |any, variable| {
                    let yes = self.store.test(*variable, |value| value == YES)?;
                    self.store.or(any, yes)
                })
            }
        }
    }

    /// The facts that can change what is asked of, or said by, a condition: those that it names, and those that
    /// decide whether these are asked.
    pub(super) fn facts_behind(&self, condition: &Expr) -> BTreeSet<FactId> {
        let mut behind = BTreeSet::new();
        let mut next: Vec<FactId> = condition.facts().into_iter().collect();
        while let Some(fact) = next.pop() {
            if behind.insert(fact) {
                let asked_when = self.facts.get(fact.0).and_then(|fact| fact.asked_when.as_ref());
                next.extend(asked_when.into_iter().flat_map(Expr::facts));
            }
        }
        behind
    }

    /// Finds when each fact is asked, and the cases that there are.
    fn see_all_cases(&mut self) -> Step<()> {
        for fact in 0..self.facts.len() {
            let condition = self.facts.get(fact).and_then(|fact| fact.asked_when.clone());
            let asked = match condition {
                // By then all facts before this one are compiled, and it may name only those.
                Some(condition) => self.holds(&condition)?,
                None => Diagram::ALWAYS,
            };
            self.asked.push(asked);
            let possible = self.answers(FactId(fact))?;
            let possible = self.store.select(asked, possible, Diagram::ALWAYS)?;
            self.all = self.store.and(self.all, possible)?;
        }
        Ok(())
    }

    /// The answers that a fact can have where it is asked.
    fn answers(&mut self, fact: FactId) -> Step<Diagram> {
        let Some(place) = self.variables.of(fact) else { return Ok(Diagram::ALWAYS) };
        match &place.answer {
            Answer::One(None) => Ok(Diagram::NEVER),
            Answer::One(Some(_)) | Answer::Many { none: None, .. } => Ok(Diagram::ALWAYS),
            Answer::Many { values, none: Some(none) } => {
                let mut alone = Diagram::ALWAYS;
                for (_, variable) in values.iter().enumerate().filter(|(value, _)| value != none) {
                    let no = self.store.test(*variable, |value| value == NO)?;
                    alone = self.store.and(alone, no)?;
                }
                let another = self.store.not(alone)?;
                let Some(none) = values.get(*none) else { return Ok(Diagram::ALWAYS) };
                let none = self.store.test(*none, |value| value == YES)?;
                self.store.select(none, alone, another)
            }
        }
    }
}

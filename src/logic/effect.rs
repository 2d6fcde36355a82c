//! What changes nothing: facts, values and tick boxes that no condition of the guide looks at, or
//! that none tells apart where it counts.

use std::collections::BTreeSet;

use super::diagram::{Diagram, Step, Variable};
use super::solver::{Asked, Proved, Solver};
use super::variables::{Answer, NO, YES};
use super::{Answers, Expr, FactId};

/// Something that answers decide: a scenario, an item on a scenario's page, a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Where it is looked at: of an item, when its scenario fits. Everywhere, if left out.
    pub within: Option<Expr>,
    /// When it is so.
    pub when: Expr,
}

/// What changes no target. Two readers are compared who agree on every other fact that both are asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Idle {
    /// Facts of which no answer changes anything; never those that are never asked.
    pub facts: Vec<FactId>,
    /// Groups of two or more values of one other fact. Of two from one group, it never matters which
    /// is the answer, or among the answers.
    pub alike: Vec<(FactId, Vec<usize>)>,
    /// Values of facts with many answers that change nothing by being among them.
    pub boxes: Vec<(FactId, usize)>,
}

/// Where a target is so, and where it is not.
struct Split {
    yes: Diagram,
    no: Diagram,
    /// The facts that can make a difference.
    facts: BTreeSet<FactId>,
}

impl Solver {
    /// What changes none of these targets.
    pub fn idle(&mut self, targets: &[Target]) -> Proved<Idle> {
        let splits = targets.iter().map(|target| {
            let exprs: Vec<&Expr> = target.exprs().collect();
            self.about(&exprs, |solver| solver.split(target))
        });
        let splits = splits.collect::<Proved<Vec<Split>>>()?;
        let mut idle = Idle::default();
        for fact in (0..self.facts.len()).map(FactId) {
            let own: Vec<&Split> = splits.iter().filter(|split| split.facts.contains(&fact)).collect();
            let behind = own.iter().flat_map(|split| &split.facts).copied().collect();
            self.about_facts(&behind, |solver| solver.idle_of(fact, &own, &mut idle))?;
        }
        Ok(idle)
    }

    fn split(&mut self, target: &Target) -> Step<Split> {
        let within = match &target.within {
            Some(within) => self.holds(within)?,
            None => self.all,
        };
        let when = self.compile(&target.when, Asked::ByFacts)?;
        let facts: BTreeSet<FactId> = target.exprs().flat_map(|expr| self.facts_behind(expr)).collect();
        let (yes, no) = (self.store.and(within, when)?, self.store.without(within, when)?);
        // What the others may answer is the same in both.
        let others = self.variables.all().map(|variable| !facts.contains(&self.variables.fact(variable)));
        let others: Vec<bool> = others.collect();
        let others = |variable: Variable| others.get(variable.0).copied().unwrap_or(false);
        Ok(Split { yes: self.store.some(yes, &others)?, no: self.store.some(no, &others)?, facts })
    }

    fn idle_of(&mut self, fact: FactId, splits: &[&Split], idle: &mut Idle) -> Step<()> {
        if self.asked.get(fact.0) == Some(&Diagram::NEVER) {
            return Ok(());
        }
        if !self.matters(fact, splits)? {
            idle.facts.push(fact);
            return Ok(());
        }
        for group in self.groups(fact, splits)? {
            if group.len() > 1 {
                idle.alike.push((fact, group));
            }
        }
        let Some(Answer::Many { values, .. }) = self.variables.of(fact).map(|place| place.answer.clone()) else {
            return Ok(());
        };
        for value in 0..values.len() {
            if !self.box_matters(fact, value, &values, splits)? {
                idle.boxes.push((fact, value));
            }
        }
        Ok(())
    }

    /// Whether some other answer to a fact changes a target.
    fn matters(&mut self, fact: FactId, splits: &[&Split]) -> Step<bool> {
        let own: Vec<bool> = self.variables.all().map(|variable| self.variables.fact(variable) == fact).collect();
        let own = |variable: Variable| own.get(variable.0).copied().unwrap_or(false);
        for split in splits {
            let yes = self.store.some(split.yes, &own)?;
            let no = self.store.some(split.no, &own)?;
            if self.store.and(yes, no)? != Diagram::NEVER {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The values of a fact, those together that no target tells apart.
    fn groups(&mut self, fact: FactId, splits: &[&Split]) -> Step<Vec<Vec<usize>>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let values = self.facts.get(fact.0).map_or(0, |fact| fact.values);
        'values: for value in 0..values {
            for group in &mut groups {
                let mut alike = true;
                for other in group.iter() {
                    alike = alike && !self.are_told_apart(fact, *other, value, splits)?;
                }
                if alike {
                    group.push(value);
                    continue 'values;
                }
            }
            groups.push(vec![value]);
        }
        Ok(groups)
    }

    fn are_told_apart(&mut self, fact: FactId, a: usize, b: usize, splits: &[&Split]) -> Step<bool> {
        let Some(place) = self.variables.of(fact) else { return Ok(false) };
        let (with_a, with_b) = match &place.answer {
            Answer::One(None) => return Ok(false),
            Answer::One(Some(variable)) => (vec![(*variable, a)], vec![(*variable, b)]),
            Answer::Many { values, .. } => {
                let (Some(a), Some(b)) = (values.get(a), values.get(b)) else { return Ok(false) };
                (vec![(*a, YES), (*b, NO)], vec![(*a, NO), (*b, YES)])
            }
        };
        self.differ(&with_a, &with_b, splits)
    }

    /// Whether it changes a target that a value is among the answers. Where that would leave none,
    /// and there must be one, the other answer is `none`.
    fn box_matters(&mut self, fact: FactId, value: usize, values: &[Variable], splits: &[&Split]) -> Step<bool> {
        let Some(own) = values.get(value) else { return Ok(false) };
        if self.differ(&[(*own, YES)], &[(*own, NO)], splits)? {
            return Ok(true);
        }
        let Some(Answers::Many { none: Some(none) }) = self.facts.get(fact.0).map(|fact| fact.answers) else {
            return Ok(false);
        };
        let only = |wanted: usize| {
            let all = values.iter().enumerate();
            all.map(|(value, variable)| (*variable, if value == wanted { YES } else { NO })).collect::<Vec<_>>()
        };
        if value != none {
            return self.differ(&only(value), &only(none), splits);
        }
        for other in (0..values.len()).filter(|other| *other != none) {
            if self.differ(&only(other), &only(none), splits)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether there are answers to all else with which one of two answers makes a target so and the
    /// other does not.
    fn differ(&mut self, a: &[(Variable, usize)], b: &[(Variable, usize)], splits: &[&Split]) -> Step<bool> {
        for split in splits {
            for (a, b) in [(a, b), (b, a)] {
                let yes = self.given(split.yes, a)?;
                let no = self.given(split.no, b)?;
                if self.store.and(yes, no)? != Diagram::NEVER {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    fn given(&mut self, diagram: Diagram, answers: &[(Variable, usize)]) -> Step<Diagram> {
        answers.iter().try_fold(diagram, |diagram, (variable, value)| self.store.given(diagram, *variable, *value))
    }
}

impl Target {
    fn exprs(&self) -> impl Iterator<Item = &Expr> {
        [Some(&self.when), self.within.as_ref()].into_iter().flatten()
    }
}

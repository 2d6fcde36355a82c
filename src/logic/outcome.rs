//! Every case and what comes of it, in few rows: for those who read a guide's logic.

use std::collections::BTreeSet;

use super::case::Case;
use super::cover::Cover;
use super::diagram::{Diagram, Part};
use super::solver::{Asked, Proved, Solver};
use super::table::{Hit, Table};
use super::{Expr, FactId};

/// Every case of some conditions and what comes of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// No two rows share a case; those with one outcome stand together.
    pub rows: Vec<Outcome>,
    /// Whether there are more rows than were asked for.
    pub more: bool,
}

/// Some cases in which the same comes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The cases, over the facts that the conditions name.
    pub case: Case,
    /// The conditions that hold, or the rows that apply, in rising order.
    pub holding: Vec<usize>,
}

impl Solver {
    /// Every case of the facts that these conditions name, and which of them hold; at most so many rows.
    pub fn outcomes(&mut self, conditions: &[Expr], most: usize) -> Proved<Outcomes> {
        self.applying(conditions, Hit::Collect, most)
    }

    /// Every case of a table, and which rows apply: none, where it is a matter of `otherwise`, or a gap.
    pub fn table_outcomes(&mut self, table: &Table, most: usize) -> Proved<Outcomes> {
        self.applying(&table.rows, table.hit, most)
    }

    fn applying(&mut self, conditions: &[Expr], hit: Hit, most: usize) -> Proved<Outcomes> {
        let facts: BTreeSet<FactId> = conditions.iter().flat_map(Expr::facts).collect();
        self.about_facts(&facts, |solver| {
            let view = solver.view(&facts)?;
            let mut applying = Vec::new();
            let mut taken = Diagram::NEVER;
            for condition in conditions {
                let fits = solver.compile(condition, Asked::ByItself)?;
                let applies = if hit == Hit::First { solver.store.without(fits, taken)? } else { fits };
                taken = solver.store.or(taken, fits)?;
                applying.push(applies);
            }
            let (every, labels) = solver.labelled(view.all, &applying)?;
            let mut outcomes = Outcomes::default();
            for (leaf, holding) in labels.leaves() {
                let part = solver.store.rebuild(every, &mut |store, part| match part {
                    Part::Leaf(at) if at == leaf => Ok(Diagram::ALWAYS),
                    Part::Leaf(_) => Ok(Diagram::NEVER),
                    Part::Node(variable, children) => store.ask(variable, children),
                })?;
                let list = solver.cover(part, &view, Cover::Apart, most - outcomes.rows.len())?;
                outcomes.more |= list.more;
                outcomes.rows.extend(list.cases.into_iter().map(|case| Outcome { case, holding: holding.to_vec() }));
            }
            Ok(outcomes)
        })
    }
}

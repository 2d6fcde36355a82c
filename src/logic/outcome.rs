//! Every case and what comes of it, in few rows: for those who read a guide's logic.

use std::collections::BTreeSet;

use super::case::Case;
use super::cover::{Cover, View};
use super::diagram::{Diagram, Spent, Step};
use super::solver::{Proved, Solver};
use super::table::{Hit, Table};
use super::{Expr, FactId};

/// How many rows of cases are listed for people. What is proved, is proved for all, listed or not.
pub const LISTED: usize = 500;

/// Every case of some conditions and what comes of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// No two rows share a case; those with one outcome stand together.
    pub rows: Vec<Outcome>,
    /// Whether there are more rows than were asked for, or could be found.
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
            let rows = solver.rows(conditions, &view)?;
            let mut search = Search { view: &view, rows: &rows, hit, most, outcomes: Outcomes::default() };
            match search.split(solver, view.all, 0, &mut Vec::new()) {
                Err(Spent) if search.outcomes.rows.is_empty() => return Err(Spent),
                // A report of the first rows is better than none.
                Err(Spent) => search.outcomes.more = true,
                Ok(()) => {}
            }
            Ok(search.outcomes)
        })
    }
}

/// Splits all cases by one row after the other. What cannot be is never looked into, and nothing more
/// is looked at once there are rows enough.
struct Search<'a> {
    view: &'a View,
    rows: &'a [Diagram],
    hit: Hit,
    most: usize,
    outcomes: Outcomes,
}

impl Search<'_> {
    /// Those outcomes of `part`, where `holding` is so, that the rows from `next` on make.
    fn split(&mut self, solver: &mut Solver, part: Diagram, next: usize, holding: &mut Vec<usize>) -> Step<()> {
        if part == Diagram::NEVER || self.outcomes.more {
            return Ok(());
        }
        let is_decided = self.hit == Hit::First && !holding.is_empty();
        let Some(row) = self.rows.get(next).filter(|_| !is_decided) else {
            let list = solver.cover(part, self.view, Cover::Apart, self.most - self.outcomes.rows.len())?;
            let rows = list.cases.into_iter().map(|case| Outcome { case, holding: holding.clone() });
            self.outcomes.rows.extend(rows);
            self.outcomes.more = list.more;
            return Ok(());
        };
        let fits = solver.store.and(part, *row)?;
        holding.push(next);
        self.split(solver, fits, next + 1, holding)?;
        holding.pop();
        let rest = solver.store.without(part, *row)?;
        self.split(solver, rest, next + 1, holding)
    }
}

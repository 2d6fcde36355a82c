//! What can be proved of a table: that it has a row for every case, and each row a case of its own.

use std::collections::BTreeSet;

use super::case::{Case, CaseList};
use super::cover::{Cover, View};
use super::diagram::{Diagram, Step};
use super::solver::{Asked, Proved, Solver};
use super::{Expr, FactId};

/// How many cases are said of one gap.
const MOST_CASES: usize = 20;

/// The rows of a table, by their conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The conditions, in the author's order.
    pub rows: Vec<Expr>,
    /// Which of the rows that fit apply.
    pub hit: Hit,
    /// Whether there is something for the cases that no row takes.
    pub has_otherwise: bool,
}

/// Which of the rows that fit a case apply to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// The only one: no two rows may fit.
    Unique,
    /// The first one.
    First,
    /// All of them.
    Collect,
}

/// What is wrong with a table. Rows are told by their place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableFaults {
    /// Cases that nothing is said for.
    pub gap: Option<Gap>,
    /// Pairs of rows that fit the same case, where no two may.
    pub overlaps: Vec<Overlap>,
    /// Rows that earlier ones leave nothing to, where the first one counts.
    pub hidden: Vec<Hidden>,
    /// Rows that fit no case at all.
    pub never: Vec<usize>,
    /// Whether there is an `otherwise` that no case is left for.
    pub idle_otherwise: bool,
}

/// Cases that no row fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The cases, over the facts that the rows use.
    pub cases: CaseList,
    /// Conditions of rows that would close the gap, as far as the list of cases goes.
    pub rows: Vec<Expr>,
}

/// Two rows that fit the same case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The row that stands first.
    pub first: usize,
    /// The other one.
    pub second: usize,
    /// Cases that both fit.
    pub example: Case,
}

/// A row that is never reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// The row.
    pub row: usize,
    /// The earlier rows that together take all its cases, as few as we can.
    pub by: Vec<usize>,
}

impl Table {
    /// The facts that the rows use: only these tell its cases apart.
    pub fn facts(&self) -> BTreeSet<FactId> {
        self.rows.iter().flat_map(Expr::facts).collect()
    }
}

impl Solver {
    /// Everything that is wrong with a table.
    pub fn faults(&mut self, table: &Table) -> Proved<TableFaults> {
        let facts = table.facts();
        self.about_facts(&facts, |solver| {
            let view = solver.view(&facts)?;
            let rows = solver.rows(&table.rows, &view)?;
            let mut faults = TableFaults { never: never(&rows), ..TableFaults::default() };
            match table.hit {
                Hit::Unique => faults.overlaps = solver.overlaps(&rows, &view)?,
                Hit::First => faults.hidden = solver.hidden(&rows)?,
                Hit::Collect => {}
            }
            let mut gap = view.all;
            for row in &rows {
                gap = solver.store.without(gap, *row)?;
            }
            if gap == Diagram::NEVER {
                faults.idle_otherwise = table.has_otherwise;
            } else if !table.has_otherwise {
                // That there is a gap shall not be lost because much was needed to prove it.
                solver.allow_again();
                let how = if table.hit == Hit::Unique { Cover::Apart } else { Cover::Wide };
                let cases = solver.cover(gap, &view, how, MOST_CASES)?;
                solver.allow_again();
                let rows = solver.rows_for(&cases.cases, table.hit)?;
                faults.gap = Some(Gap { cases, rows });
            }
            Ok(faults)
        })
    }

    /// The cases of each row, seen through the facts of the table.
    pub(super) fn rows(&mut self, rows: &[Expr], view: &View) -> Step<Vec<Diagram>> {
        let row = |row| {
            let fits = self.compile(row, Asked::ByItself)?;
            self.store.and(fits, view.all)
        };
        rows.iter().map(row).collect()
    }

    fn overlaps(&mut self, rows: &[Diagram], view: &View) -> Step<Vec<Overlap>> {
        let mut overlaps = Vec::new();
        for (second, row) in rows.iter().enumerate() {
            for (first, earlier) in rows.iter().enumerate().take(second) {
                let both = self.store.and(*earlier, *row)?;
                if both != Diagram::NEVER {
                    let (example, _) = self.widest(both, both, view)?;
                    overlaps.push(Overlap { first, second, example });
                }
            }
        }
        overlaps.sort_by_key(|overlap| (overlap.first, overlap.second));
        Ok(overlaps)
    }

    fn hidden(&mut self, rows: &[Diagram]) -> Step<Vec<Hidden>> {
        let mut hidden = Vec::new();
        let mut taken = Diagram::NEVER;
        for (row, fits) in rows.iter().enumerate() {
            if *fits != Diagram::NEVER && self.store.without(*fits, taken)? == Diagram::NEVER {
                let by = self.hiding(*fits, rows.iter().copied().take(row).collect())?;
                hidden.push(Hidden { row, by });
            }
            taken = self.store.or(taken, *fits)?;
        }
        Ok(hidden)
    }

    /// Which of the earlier rows are needed to take all cases of a row: the first ones that do.
    fn hiding(&mut self, row: Diagram, earlier: Vec<Diagram>) -> Step<Vec<usize>> {
        let mut needed: Vec<(usize, Diagram)> = earlier.into_iter().enumerate().collect();
        for at in (0..needed.len()).rev() {
            let mut left = row;
            for (_, other) in needed.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, other)| other) {
                left = self.store.without(left, *other)?;
            }
            if left == Diagram::NEVER {
                needed.remove(at);
            }
        }
        Ok(needed.into_iter().map(|(row, _)| row).collect())
    }
}

fn never(rows: &[Diagram]) -> Vec<usize> {
    let never = rows.iter().enumerate().filter(|(_, row)| **row == Diagram::NEVER);
    never.map(|(row, _)| row).collect()
}

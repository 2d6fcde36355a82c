//! A decision's table.

use super::{Condition, RoleId, Written};
use crate::logic::{Hit, Table};

/// Which answers of a reader lead to whom, or to which option.
#[derive(Clone, Debug)]
pub struct Route {
    /// Which rows count.
    pub hit: Hit,
    /// The rows, in the author's order.
    pub rows: Vec<Row>,
    /// What all those are led to whom no row takes.
    pub otherwise: Option<Outcome>,
    /// Where its author wrote it.
    pub written: Written,
}

impl Route {
    /// The table as logic sees it.
    pub fn table(&self) -> Table {
        let rows = self.rows.iter().map(|row| row.when.expr.clone()).collect();
        Table { rows, hit: self.hit, has_otherwise: self.otherwise.is_some() }
    }
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// When it fits.
    pub when: Condition,
    /// What it leads to.
    pub then: Outcome,
    /// Where its author wrote it.
    pub written: Written,
}

/// What a row leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// These roles.
    See(Vec<RoleId>),
    /// An option of the decision: its place in the options.
    Option(usize),
}

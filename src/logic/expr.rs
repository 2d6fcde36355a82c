//! Conditions as authors write them, over facts that are numbers.

use std::collections::BTreeSet;

use super::FactId;

/// A condition on a reader's answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Expr {
    /// The answer is one of these values; of a fact with many answers, at least one of these is among
    /// them. False where the fact is not asked.
    Has {
        /// The fact that is looked at.
        fact: FactId,
        /// The values that make it true.
        values: Vec<usize>,
    },
    /// All of these hold; true if there are none.
    All(Vec<Expr>),
    /// At least one of these holds; false if there are none.
    Any(Vec<Expr>),
    /// This one does not hold.
    Not(Box<Expr>),
}

impl Expr {
    /// The facts that the condition names.
    pub fn facts(&self) -> BTreeSet<FactId> {
        match self {
            Expr::Has { fact, .. } => BTreeSet::from([*fact]),
            Expr::All(parts) | Expr::Any(parts) => parts.iter().flat_map(Expr::facts).collect(),
            Expr::Not(part) => part.facts(),
        }
    }
}

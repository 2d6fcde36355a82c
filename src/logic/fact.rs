//! Facts as logic sees them: how many values, how many of them at once, and when they are asked.
//!
//! Nothing here has a name: whoever calls keeps the words, and finds them by these numbers.

use super::Expr;

/// Stands for a fact: its place in the list of facts, in the author's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub usize);

/// Something that a guide may ask its reader, with a closed list of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// How many values there are. They are numbered from 0, in the author's order.
    pub values: usize,
    /// How many of them a reader may have at once.
    pub answers: Answers,
    /// When the fact is asked; always, where this is left out. Names only facts before this one.
    pub asked_when: Option<Expr>,
}

/// How many values a reader has of a fact that is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// Exactly one.
    One,
    /// Any set of them.
    Many {
        /// The value that excludes all others. With it there is no empty answer; without it there is.
        none: Option<usize>,
    },
}

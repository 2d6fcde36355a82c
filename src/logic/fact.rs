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

impl Fact {
    /// In how many ways a reader can stand to it at most: each answer, and "not asked".
    fn ways(&self) -> u128 {
        let sets = |values: usize| u32::try_from(values).ok().and_then(|values| 1_u128.checked_shl(values));
        let answers = match self.answers {
            Answers::One => Some(self.values as u128),
            Answers::Many { none: None } => sets(self.values),
            // The value that excludes all others stands for the empty set of these.
            Answers::Many { none: Some(_) } => sets(self.values.saturating_sub(1)),
        };
        answers.unwrap_or(u128::MAX).saturating_add(u128::from(self.asked_when.is_some()))
    }
}

/// How many cases these facts make at most; conditions on when a fact is asked make them fewer.
pub fn most_cases(facts: &[Fact]) -> u128 {
    facts.iter().map(Fact::ways).fold(1, u128::saturating_mul)
}

//! Cases as they can be said: what was answered to which fact. Whoever calls puts in the words.

use std::collections::BTreeMap;

use super::FactId;

/// One case, or many that a reader would call one: those that answer each fact as said here. A fact
/// that is left out does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Case {
    /// The facts that matter, in the author's order.
    pub facts: BTreeMap<FactId, Answered>,
}

/// What is said about the answer to a fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answered {
    /// The fact is not asked.
    NotAsked,
    /// It is asked, and its one answer is one of these values; all of them, where only that it is
    /// asked matters.
    OneOf(Vec<usize>),
    /// It is asked, and of its many values these are among the answers and those are not. The rest
    /// does not matter.
    Many {
        /// Values that are among the answers.
        with: Vec<usize>,
        /// Values that are not.
        without: Vec<usize>,
    },
}

/// Some cases in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseList {
    /// As few and as wide as we can, in the author's order of values.
    pub cases: Vec<Case>,
    /// Whether there are more than were asked for, or could be found.
    pub more: bool,
}

impl Case {
    /// The answers to a fact with so many values that the case leaves open: every value of a fact that
    /// it does not mention, none of one that is not asked.
    pub fn open(&self, fact: FactId, values: usize) -> Vec<usize> {
        match self.facts.get(&fact) {
            None => (0..values).collect(),
            Some(Answered::NotAsked) => Vec::new(),
            Some(Answered::OneOf(values)) => values.clone(),
            Some(Answered::Many { without, .. }) => (0..values).filter(|value| !without.contains(value)).collect(),
        }
    }
}

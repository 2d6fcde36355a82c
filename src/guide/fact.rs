//! Facts: what a guide may ask its reader, and conditions on the answers.

use super::{Guide, Written};
use crate::base::Name;
use crate::logic::{Expr, FactId};

/// Something that the guide may ask its reader.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its name.
    pub name: Name,
    /// The question.
    pub ask: String,
    /// The answers, in the author's order.
    pub values: Vec<FactValue>,
    /// Whether a reader can pick several answers.
    pub many: bool,
    /// The answer that excludes all others: a place in `values`.
    pub none: Option<usize>,
    /// When it is asked; always, where this is left out.
    pub asked_when: Option<Condition>,
    /// How a condition on it is told; `{value}` in it stands for the answer.
    pub in_words: Option<String>,
    /// Where its author wrote it.
    pub written: Written,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct FactValue {
    /// Its name.
    pub name: Name,
    /// The words that the reader picks.
    pub label: String,
    /// Its words in the fact's `in_words`; without them, the label stands there.
    pub in_words: Option<String>,
    /// Where its author wrote it.
    pub written: Written,
}

/// A condition on a reader's answers.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The condition, every name in it a number.
    pub expr: Expr,
    /// Where its author wrote it.
    pub written: Written,
}

impl Guide {
    /// The fact that `id` stands for.
    #[expect(clippy::indexing_slicing, reason = "resolve makes an id only for what is in the list")]
    pub fn fact(&self, id: FactId) -> &Fact {
        &self.facts[id.0]
    }
}

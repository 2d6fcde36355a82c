//! Lines of a checklist, and the readers that an author tries it with.

use super::{ItemId, Written};
use crate::base::Span;
use crate::logic::Given;

/// An item on a checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The item.
    pub item: ItemId,
    /// How its condition is shown there.
    pub when: Shown,
}

/// How the condition of an item is shown on a checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Not at all: it has none, or it holds for every reader of this checklist.
    Plain,
    /// In words: it holds for some of them.
    InWords,
}

/// A reader that the author of a scenario thought of.
#[derive(Clone, Debug)]
pub struct Persona {
    /// What the reader answers; all other facts are open.
    pub given: Vec<Given>,
    /// Where its author wrote each of these answers.
    pub given_at: Vec<Span>,
    /// Items that are on the checklist of every such reader, and where the author says so.
    pub has: Vec<(ItemId, Span)>,
    /// Items that are not on the checklist of any such reader, and where the author says so.
    pub lacks: Vec<(ItemId, Span)>,
    /// Where its author wrote it.
    pub written: Written,
}

//! Lines of a checklist, and the readers that an author tries it with.

use super::{ItemId, Written};
use crate::base::Span;
use crate::logic::{Expr, Given};

/// An item on a checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The item.
    pub item: ItemId,
    /// Who of the checklist's readers needs it, where not all of them do: its condition, without what is
    /// clear to them already.
    pub only_if: Option<Expr>,
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

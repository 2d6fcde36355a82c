//! Checklist items.

use super::{ArticleId, Condition, Guide, ItemId, Record, RoleId, ScenarioId, Target, Written};
use crate::base::{Name, Place, Span};
use crate::markup::{Block, Inline};

/// A line of a checklist.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name: the author's, or one made of its document's name and its words.
    pub name: Name,
    /// The document it stands in.
    pub origin: Origin,
    /// The section that explains it; `None` where it stands under no heading.
    pub section: Option<Section>,
    /// What it is.
    pub kind: ItemKind,
    /// When it is done: a place in the guide's phases.
    pub phase: usize,
    /// Items that come before it where both are on one checklist.
    pub after: Vec<ItemId>,
    /// Days from the visit.
    pub due: Option<i32>,
    /// Whether it is a key step.
    pub must: bool,
    /// Room to write.
    pub record: Vec<Record>,
    /// For which answers.
    pub when: Option<Condition>,
    /// Who gets it.
    pub audience: Audience,
    /// Its words.
    pub text: Vec<Inline>,
    /// Why.
    pub why: Vec<Block>,
    /// Where its author wrote it.
    pub written: Written,
    /// Its name in the metadata of its document; `None` if nothing is said of it there.
    pub said: Option<Span>,
}

impl Item {
    /// Where its author says what it is: in the metadata, or else where it is written.
    pub fn said(&self) -> Place {
        self.said.unwrap_or(self.written.span).in_file(&self.written.path)
    }
}

/// The document an item stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// An article: the item is for all whom it names.
    Article(ArticleId),
    /// A scenario's own text.
    Scenario(ScenarioId),
}

impl Guide {
    /// The items of a document: they stand side by side, and documents in the order of the guide.
    pub fn items_of(&self, origin: Origin) -> impl Iterator<Item = ItemId> + use<> {
        let start = self.items.partition_point(|item| item.origin < origin);
        let end = self.items.partition_point(|item| item.origin <= origin);
        (start..end).map(ItemId)
    }
}

/// A section of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Where it stands: on the article's page, or, inside an option, on the decision's.
    pub target: Target,
    /// Its heading.
    pub title: Vec<Inline>,
}

/// What an item is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// Something to do.
    Do,
    /// A question to ask.
    Ask(Vec<RoleId>),
    /// A call.
    Call(Vec<RoleId>),
    /// Something to bring.
    Bring,
    /// Something to get.
    GetFrom(RoleId),
    /// Something not to do.
    Dont,
}

/// Who gets an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everybody.
    All,
    /// The readers in one of these scenarios; sorted.
    Only(Vec<ScenarioId>),
    /// Everybody but the readers in these scenarios; sorted.
    AllBut(Vec<ScenarioId>),
}

impl Audience {
    /// Whether it takes in a scenario by itself, whatever that one includes.
    pub fn has(&self, scenario: ScenarioId) -> bool {
        match self {
            Audience::All => true,
            Audience::Only(scenarios) => scenarios.contains(&scenario),
            Audience::AllBut(scenarios) => !scenarios.contains(&scenario),
        }
    }

    /// Whether it keeps a scenario out, even one that includes others.
    pub fn excludes(&self, scenario: ScenarioId) -> bool {
        matches!(self, Audience::AllBut(scenarios) if scenarios.contains(&scenario))
    }
}

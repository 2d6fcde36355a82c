//! What a link can lead to.

use std::collections::BTreeMap;

use super::{ArticleId, DecisionId, PageId, PartId, PictureId, ScenarioId};
use crate::base::{Address, InputPath};

/// Something that has a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NodeId {
    /// The home page.
    Home,
    /// All parts.
    Parts,
    /// A part.
    Part(PartId),
    /// An article.
    Article(ArticleId),
    /// All scenarios.
    Scenarios,
    /// A scenario.
    Scenario(ScenarioId),
    /// A decision.
    Decision(DecisionId),
    /// The finder's first page.
    Finder,
    /// The glossary.
    Glossary,
    /// The sources.
    Sources,
    /// A plain page.
    Page(PageId),
}

/// A page, or a place on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The page.
    pub node: NodeId,
    /// The anchor on it.
    pub anchor: Option<String>,
}

/// What the links and pictures of a document mean, by what its author wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Targets {
    /// The document.
    pub path: InputPath,
    /// Links to pages.
    pub links: BTreeMap<String, Target>,
    /// Links to files that are copied as they are.
    pub files: BTreeMap<String, Address>,
    /// Pictures.
    pub pictures: BTreeMap<String, PictureId>,
}

impl Targets {
    /// Nothing has a meaning yet.
    pub fn new(path: &InputPath) -> Targets {
        Targets { path: path.clone(), links: BTreeMap::new(), files: BTreeMap::new(), pictures: BTreeMap::new() }
    }
}

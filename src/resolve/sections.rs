//! The anchors of every page: what a `#name` can mean.

use std::collections::BTreeMap;

use crate::guide::{NodeId, Target};
use crate::markup::{Block, Body, sections, visit};

/// The anchors of all pages.
#[derive(Default)]
pub(super) struct Anchors {
    pages: BTreeMap<NodeId, BTreeMap<String, Anchor>>,
}

struct Anchor {
    /// Whether its author wrote the name: only then can other files link to it.
    named: bool,
    /// Where it stands in the end: an option's heading stands on the decision's page.
    target: Target,
}

impl Anchors {
    /// Adds the headings of a body; `moved` says where one stands that is not on its own page.
    pub(super) fn add(&mut self, page: NodeId, body: &Body, moved: &dyn Fn(&str) -> Option<Target>) {
        // A scenario's items are on its checklist: a heading above nothing else is not shown.
        let shown: Option<Vec<&str>> = matches!(page, NodeId::Scenario(_)).then(|| {
            let blocks = sections::without_items(&body.blocks).into_iter();
            blocks.filter_map(Block::heading).map(|heading| heading.anchor.as_str()).collect()
        });
        let anchors = self.pages.entry(page).or_default();
        for heading in visit::headings(body) {
            let name = heading.anchor.as_str();
            let is_shown = shown.as_ref().is_none_or(|shown| shown.contains(&name));
            let own = || Target { node: page, anchor: is_shown.then(|| name.to_owned()) };
            let target = moved(name).unwrap_or_else(own);
            anchors.insert(name.to_owned(), Anchor { named: heading.named.is_some(), target });
        }
    }

    /// Adds one anchor that `name` on a page means.
    pub(super) fn add_named(&mut self, page: NodeId, name: &str, target: Target) {
        self.pages.entry(page).or_default().insert(name.to_owned(), Anchor { named: true, target });
    }

    /// What `#name` on a page means; from the page's own file (`own`) every heading can be meant.
    pub(super) fn find(&self, page: NodeId, name: &str, own: bool) -> Option<Target> {
        let anchor = self.pages.get(&page)?.get(name)?;
        (own || anchor.named).then(|| anchor.target.clone())
    }

    /// Whether there is such a heading, but without a name of its own.
    pub(super) fn is_unnamed(&self, page: NodeId, name: &str) -> bool {
        self.pages.get(&page).and_then(|anchors| anchors.get(name)).is_some_and(|anchor| !anchor.named)
    }

    /// Every name that can be meant.
    pub(super) fn names(&self, page: NodeId, own: bool) -> impl Iterator<Item = &str> {
        let anchors = self.pages.get(&page).into_iter().flatten();
        anchors.filter(move |(_, anchor)| own || anchor.named).map(|(name, _)| name.as_str())
    }
}

//! Two editions of a guide, side by side: what a change changes for readers.
//!
//! It compares what pages show, not what authors wrote, so it tells of all that a reader can see, and
//! of nothing else. Pure: equal editions, equal answer.

mod checklist;
mod fields;
mod html;
mod joint;
mod logic;
mod model;
mod order;
mod pages;
pub mod words;

use std::collections::BTreeMap;

pub use model::{Change, Changes, Group, Kind, Subject};

use crate::base::{Address, Artifact};
use crate::check::CheckedGuide;
use crate::guide::Guide;
use crate::pages::PageKind;
use crate::pages::view::{SiteView, View};

/// A guide as it would be published.
#[derive(Debug)]
pub struct Edition {
    /// The guide.
    pub guide: CheckedGuide,
    /// What each address shows, sorted by address.
    pub pages: Vec<Shown>,
    /// All files, sorted by path.
    pub files: Vec<Artifact>,
}

/// What an address shows.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The address.
    pub address: Address,
    /// The kind of page.
    pub kind: PageKind,
    /// What it shows.
    pub view: View,
    /// What it shares with all others.
    pub site: SiteView,
}

/// What `new` changes for the readers of `old`.
pub fn changes(old: &Edition, new: &Edition) -> Changes {
    let (before, after) = (old.guide.guide(), new.guide.guide());
    let moved = pages::moved(old, new);
    let phases = phases(before, after);
    let mut logic = logic::Logic::new(before, after);
    let mut groups = Vec::new();
    let mut scenarios: Vec<(Subject, Vec<Change>)> = Vec::new();
    for page in in_order(new) {
        let was = old.pages.iter().find(|was| moved.get(&was.address).unwrap_or(&was.address) == &page.address);
        let Some(was) = was else { continue };
        let mut changes = pages::changes(was, page, &phases);
        match (was.kind, page.kind) {
            (PageKind::Scenario(was), PageKind::Scenario(is)) => {
                changes.extend(logic.scenario(was, is));
            }
            (PageKind::Decision(was), PageKind::Decision(is)) => {
                let cases = logic.decision(before.decision(was), after.decision(is));
                // Where its rows lead elsewhere, its words are no news.
                changes.retain(|change| cases.is_empty() || change.what != fields::TABLE);
                changes.extend(cases);
            }
            _ => {}
        }
        let subject = Subject::Page(pages::title(&page.view), page.address.clone());
        if matches!(page.kind, PageKind::Scenario(_)) {
            scenarios.push((subject, changes));
        } else if !changes.is_empty() {
            groups.push(Group { about: vec![subject], changes });
        }
    }
    let mut all = grouped(scenarios);
    let whole = [
        (Subject::Questions, logic.questions()),
        (Subject::Guide, pages::guide(old, new)),
        (Subject::Addresses, pages::addresses(old, new, &moved)),
    ];
    all.extend(
        whole
            .into_iter()
            .filter(|(_, changes)| !changes.is_empty())
            .map(|(about, changes)| Group { about: vec![about], changes }),
    );
    all.extend(groups);
    let (pages, common) = pages::looks(old, new);
    if all.is_empty() {
        // Nothing else explains it, so it is told without a reason: no difference is kept quiet.
        let unexplained = new.pages.iter().filter(|page| pages.contains(&page.address));
        all.extend(unexplained.map(|page| Group {
            about: vec![Subject::Page(pages::title(&page.view), page.address.clone())],
            changes: vec![Change::part("page", "", "", None, None)],
        }));
    }
    Changes { groups: all, pages, common }
}

/// Pages in the order in which readers meet them.
fn in_order(edition: &Edition) -> Vec<&Shown> {
    let mut pages: Vec<&Shown> = edition.pages.iter().filter(|page| !pages::is_numbered(&page.address)).collect();
    pages.sort_by_key(|page| page.kind);
    pages
}

/// Titles of phases that have another title in the new edition.
fn phases(old: &Guide, new: &Guide) -> checklist::Phases {
    let renamed = old.site.phases.iter().filter_map(|phase| {
        let later = new.site.phases.iter().find(|later| later.name.value == phase.name.value)?;
        Some((phase.title.clone(), later.title.clone()))
    });
    renamed.collect()
}

/// The changes of several scenarios: those that are the same in some of them are told once.
fn grouped(scenarios: Vec<(Subject, Vec<Change>)>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut places: BTreeMap<Vec<Subject>, usize> = BTreeMap::new();
    let mut told: Vec<&Change> = Vec::new();
    for change in scenarios.iter().flat_map(|(_, changes)| changes) {
        if told.contains(&change) {
            continue;
        }
        told.push(change);
        let having = scenarios.iter().filter(|(_, changes)| changes.contains(change));
        let about: Vec<Subject> = having.map(|(subject, _)| subject.clone()).collect();
        let place = *places.entry(about.clone()).or_insert_with(|| {
            groups.push(Group { about, changes: Vec::new() });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.changes.push(change.clone());
        }
    }
    groups
}

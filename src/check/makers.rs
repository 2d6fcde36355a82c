//! Who made the pages of a guide, and when: what the checks for trust and the report of reviews have in common.

use crate::base::InputPath;
use crate::guide::{Guide, Making, PersonId, Review};

/// A page that somebody wrote and somebody else can review.
#[derive(Clone, Copy, Debug)]
pub struct MadePage<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its file.
    pub path: &'a InputPath,
    /// Whether it is a draft.
    pub draft: bool,
    /// What is known about its making.
    pub making: &'a Making,
}

/// All articles and scenarios, in the order of the guide. What was taken back is left out.
pub fn pages(guide: &Guide) -> impl Iterator<Item = MadePage<'_>> {
    let articles = guide.articles.iter().filter(|article| article.withdrawn.is_none());
    let articles = articles.map(|it| (&it.title, &it.prose.targets.path, it.draft, &it.making));
    let scenarios = guide.scenarios.iter().map(|it| (&it.title, &it.prose.targets.path, it.draft, &it.making));
    articles.chain(scenarios).map(|(title, path, draft, making)| MadePage { title, path, draft, making })
}

/// What is known about the making of each of them, with its file.
pub(super) fn makings(guide: &Guide) -> impl Iterator<Item = (&InputPath, &Making)> {
    pages(guide).map(|page| (page.path, page.making))
}

/// Everybody who wrote a page, as often as they did.
pub(super) fn authors(guide: &Guide) -> impl Iterator<Item = PersonId> {
    makings(guide).flat_map(|(_, making)| making.authors.iter().copied())
}

/// Everybody who reviewed a page, as often as they did.
pub(super) fn reviewers(guide: &Guide) -> impl Iterator<Item = PersonId> {
    makings(guide).flat_map(|(_, making)| making.reviews.iter().map(|review| review.by.value))
}

/// The reviews that a page stands on: the newest one, and the newest one by a clinician. Older ones are
/// history; one whose next is not after it was reported where it was read.
pub fn standing(making: &Making) -> Vec<&Review> {
    let newest = making.reviews.iter().max_by_key(|review| review.date);
    let clinical = making.reviews.iter().filter(|review| review.by_clinician).max_by_key(|review| review.date);
    let both = match (newest, clinical) {
        (Some(newest), Some(clinical)) if newest != clinical => vec![clinical, newest],
        (newest, _) => newest.into_iter().collect(),
    };
    both.into_iter().filter(|review| review.next.value > review.date).collect()
}

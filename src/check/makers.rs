//! Who made the pages of a guide, and when: what the checks for trust have in common.

use crate::base::InputPath;
use crate::guide::{Guide, Making, PersonId, Review};

/// What is known about the making of each article and scenario, with its file. What was taken back is left out.
pub(super) fn makings(guide: &Guide) -> impl Iterator<Item = (&InputPath, &Making)> {
    let articles = guide.articles.iter().filter(|article| article.withdrawn.is_none());
    let articles = articles.map(|article| (&article.prose.targets.path, &article.making));
    articles.chain(guide.scenarios.iter().map(|scenario| (&scenario.prose.targets.path, &scenario.making)))
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
pub(super) fn standing(making: &Making) -> Vec<&Review> {
    let newest = making.reviews.iter().max_by_key(|review| review.date);
    let clinical = making.reviews.iter().filter(|review| review.by_clinician).max_by_key(|review| review.date);
    let both = match (newest, clinical) {
        (Some(newest), Some(clinical)) if newest != clinical => vec![clinical, newest],
        (newest, _) => newest.into_iter().collect(),
    };
    both.into_iter().filter(|review| review.next.value > review.date).collect()
}

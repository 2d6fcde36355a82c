//! The finder: pages of questions that lead to scenarios.

use super::{Prose, ScenarioId, Target, Written};
use crate::logic;

/// The finder of a guide that has one.
#[derive(Clone, Debug)]
pub struct Finder {
    /// The words of its first page; without them, the theme has its own.
    pub words: Option<FinderWords>,
    /// The scenarios that it leads to, in order: those that are listed and have a condition.
    pub scenarios: Vec<ScenarioId>,
    /// Its pages and ends; an end names its scenarios by their places in `scenarios`.
    pub diagram: logic::Finder,
    /// Where a reader is led whom no scenario fits.
    pub otherwise: Option<Target>,
    /// Where its author wrote it: finder.md, or else the facts.
    pub written: Written,
}

/// The words of the finder's first page.
#[derive(Clone, Debug)]
pub struct FinderWords {
    /// Its title.
    pub title: String,
    /// What it gives.
    pub summary: Option<String>,
    /// The words below.
    pub prose: Prose,
}

//! The views of the home page, of a part, and of all parts.

use serde::Serialize;

use super::{HeadView, LinkView, RowView, SourceView};

/// The home page.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// What every view has.
    #[serde(flatten)]
    pub head: HeadView,
    /// The words before the first heading.
    pub lead_html: Option<String>,
    /// A few things to do now.
    pub slip: Option<SlipView>,
    /// The finder, where there is one.
    pub finder: Option<LinkView>,
    /// All listed scenarios.
    pub scenarios: Vec<RowView>,
    /// All parts.
    pub parts: Vec<PartRowView>,
    /// The sections after the slip.
    pub sections: Vec<SectionView>,
    /// The sources that its words cite.
    pub sources: Vec<SourceView>,
}

/// The yellow slip on the home page.
#[derive(Clone, Debug, Serialize)]
pub struct SlipView {
    /// The heading's anchor.
    pub id: String,
    /// Its heading.
    pub title_html: String,
    /// The list, and what stands under it.
    pub body_html: String,
}

/// A section of the home page.
#[derive(Clone, Debug, Serialize)]
pub struct SectionView {
    /// The heading's anchor.
    pub id: String,
    /// The heading.
    pub title_html: String,
    /// What stands under it.
    pub body_html: String,
}

/// A part in a list.
#[derive(Clone, Debug, Serialize)]
pub struct PartRowView {
    /// Its place, from 1.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// Relative to the page.
    pub href: String,
    /// What it gives.
    pub summary: Option<String>,
    /// Its articles; empty on the home page.
    pub articles: Vec<RowView>,
}

/// A part.
#[derive(Clone, Debug, Serialize)]
pub struct PartView {
    /// What every view has.
    #[serde(flatten)]
    pub head: HeadView,
    /// Its introduction.
    pub intro_html: Option<String>,
    /// The sources that its introduction cites.
    pub sources: Vec<SourceView>,
    /// Its articles.
    pub articles: Vec<RowView>,
    /// The part before it.
    pub before: Option<LinkView>,
    /// The part after it.
    pub next: Option<LinkView>,
}

/// All parts.
#[derive(Clone, Debug, Serialize)]
pub struct PartsView {
    /// What every view has.
    #[serde(flatten)]
    pub head: HeadView,
    /// The parts, with their articles.
    pub parts: Vec<PartRowView>,
    /// Articles in no part.
    pub others: Vec<RowView>,
}

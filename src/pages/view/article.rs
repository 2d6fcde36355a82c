//! The views of an article, of a plain page, and of an old address.

use serde::Serialize;

use super::{ContentsView, DateView, HeadView, LinkView, ReviewView, RowView, SourceView};

/// An article.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleView {
    /// What every view has.
    #[serde(flatten)]
    pub head: HeadView,
    /// Who reviewed it.
    pub review: ReviewView,
    /// Its sections, if there are three or more.
    pub contents: Vec<ContentsView>,
    /// Its words.
    pub body_html: String,
    /// The checklists that have items of it.
    pub checklists: Vec<ChecklistRowView>,
    /// What it cites.
    pub sources: Vec<SourceView>,
    /// The article before it.
    pub before: Option<LinkView>,
    /// The article after it.
    pub next: Option<LinkView>,
    /// Pages to read next.
    pub related: Vec<RowView>,
    /// Sources worth reading.
    pub further: Vec<SourceView>,
    /// Mistakes that were mended.
    pub corrections: Vec<CorrectionView>,
    /// Whether it was taken back.
    pub withdrawn: Option<WithdrawnView>,
}

/// A checklist that has items of an article.
#[derive(Clone, Debug, Serialize)]
pub struct ChecklistRowView {
    /// The scenario.
    pub href: String,
    /// Its title.
    pub title: String,
    /// How many of its items stand in the article.
    pub count: usize,
}

/// A mistake that was mended.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectionView {
    /// The day.
    pub date: DateView,
    /// What was wrong.
    pub what: String,
}

/// That a page was taken back.
#[derive(Clone, Debug, Serialize)]
pub struct WithdrawnView {
    /// The day.
    pub date: DateView,
    /// What to read instead.
    pub instead: Option<LinkView>,
}

/// A plain page.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// What every view has.
    #[serde(flatten)]
    pub head: HeadView,
    /// Its sections, if there are three or more.
    pub contents: Vec<ContentsView>,
    /// Its words.
    pub body_html: String,
    /// What it cites.
    pub sources: Vec<SourceView>,
    /// When the words last changed.
    pub updated: Option<DateView>,
}

/// An old address that leads to a new one.
#[derive(Clone, Debug, Serialize)]
pub struct RedirectView {
    /// `redirect`
    pub kind: &'static str,
    /// The title of the page it leads to.
    pub title: String,
    /// Where that is, relative to the old address.
    pub target: String,
}

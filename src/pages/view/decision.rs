//! The view of a decision: its options side by side.

use serde::Serialize;

use super::{HeadView, LinkView, ReviewView, SourceView};

/// A decision, its options side by side.
#[derive(Clone, Debug, Serialize)]
pub struct DecisionView {
    /// What every view has.
    #[serde(flatten)]
    pub head: HeadView,
    /// Who reviewed its article.
    pub review: ReviewView,
    /// What stands before the options.
    pub intro_html: Option<String>,
    /// The options.
    pub options: Vec<OptionView>,
    /// Its table, in words.
    pub route_html: Option<String>,
    /// Which rows some option has.
    pub has: RowsView,
    /// What it cites.
    pub sources: Vec<SourceView>,
    /// The section it stands in.
    pub article: LinkView,
}

/// Which rows of the comparison some option has.
#[derive(Clone, Debug, Serialize)]
pub struct RowsView {
    /// What it is.
    pub what: bool,
    /// Good points.
    pub good: bool,
    /// Hard points.
    pub hard: bool,
    /// What it is like.
    pub like: bool,
}

/// One option.
#[derive(Clone, Debug, Serialize)]
pub struct OptionView {
    /// A, B, C …
    pub letter: String,
    /// Its name, which is its anchor.
    pub name: String,
    /// Its words.
    pub title_html: String,
    /// Its words, without markup.
    pub title: String,
    /// Whether it is to change nothing.
    pub status_quo: bool,
    /// What it is.
    pub what_html: Option<String>,
    /// Its good points.
    pub good_html: Option<String>,
    /// Its hard points.
    pub hard_html: Option<String>,
    /// What it is like.
    pub like_html: Option<String>,
    /// Where it leads.
    pub next: Vec<LinkView>,
    /// Whether nothing more has to be done.
    pub ends: bool,
}

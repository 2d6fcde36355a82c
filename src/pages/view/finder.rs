//! The views of the finder: its questions, and where they end.

use serde::Serialize;

use super::{HeadView, RowView, SourceView};

/// A question of the finder.
#[derive(Clone, Debug, Serialize)]
pub struct FinderView {
    /// What every view has; the title is the question.
    #[serde(flatten)]
    pub head: HeadView,
    /// The finder's own title.
    pub name: String,
    /// Where the reader stands: "Question 1. At most three more."
    pub progress: String,
    /// The words of the finder's author, on the first page.
    pub intro_html: Option<String>,
    /// One value of a question that can have many: answered by yes or no.
    pub value: Option<String>,
    /// The answers, each a link to the page it leads to.
    pub answers: Vec<AnswerView>,
    /// The page before, where there is only one.
    pub back: Option<String>,
    /// The first page; `None` on that page itself.
    pub start: Option<String>,
    /// All scenarios in one list.
    pub all: String,
    /// The sources that the words cite.
    pub sources: Vec<SourceView>,
}

/// An answer.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerView {
    /// The page it leads to.
    pub href: String,
    /// Its words.
    pub title: String,
}

/// Where the finder ends: the scenarios that fit.
#[derive(Clone, Debug, Serialize)]
pub struct FoundView {
    /// What every view has.
    #[serde(flatten)]
    pub head: HeadView,
    /// The scenarios, or what to read where none fits.
    pub rows: Vec<RowView>,
    /// The page before, where there is only one.
    pub back: Option<String>,
    /// The first page.
    pub start: String,
    /// All scenarios in one list.
    pub all: String,
}

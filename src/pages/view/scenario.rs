//! The views of a scenario with its checklist, and of all scenarios.

use serde::Serialize;

use super::{HeadView, LinkView, ReviewView, RowView, SourceView};

/// A scenario and its checklist.
#[derive(Clone, Debug, Serialize)]
pub struct ScenarioView {
    /// What every view has.
    #[serde(flatten)]
    pub head: HeadView,
    /// Who reviewed it.
    pub review: ReviewView,
    /// Its introduction.
    pub intro_html: Option<String>,
    /// Articles to read, in order.
    pub reading: Vec<RowView>,
    /// Further articles with items on the checklist.
    pub more: Vec<RowView>,
    /// What it cites.
    pub sources: Vec<SourceView>,
    /// All scenarios.
    pub all: String,
    /// The checklist.
    pub checklist: ChecklistView,
    /// Where "read more" leads, for paper.
    pub web: Vec<WebView>,
}

/// A checklist.
#[derive(Clone, Debug, Serialize)]
pub struct ChecklistView {
    /// How many items.
    pub steps: usize,
    /// How many of them are key steps.
    pub key_steps: usize,
    /// Phases that have items.
    pub phases: Vec<PhaseView>,
}

/// A phase of a checklist.
#[derive(Clone, Debug, Serialize)]
pub struct PhaseView {
    /// Its words.
    pub title: Option<String>,
    /// How many items.
    pub steps: usize,
    /// The items.
    pub items: Vec<ItemView>,
}

/// An item on a checklist.
#[derive(Clone, Debug, Serialize)]
pub struct ItemView {
    /// Its name.
    pub name: String,
    /// Its anchor.
    pub id: String,
    /// Whether it is a key step.
    pub key: bool,
    /// Whether it is something not to do.
    pub dont: bool,
    /// "Ask your contact"
    pub who: Option<String>,
    /// "within 7 days"
    pub due: Option<String>,
    /// Under which condition.
    pub when: Option<String>,
    /// Its words, without links: they stand in a label.
    pub text_html: String,
    /// Its words, without markup.
    pub text: String,
    /// Why.
    pub why_html: Option<String>,
    /// Room to write.
    pub fields: Vec<FieldView>,
    /// The section that explains it.
    pub read_more: Option<ReadMoreView>,
}

/// Room to write.
#[derive(Clone, Debug, Serialize)]
pub struct FieldView {
    /// `name`, `phone`, `date` or `answer`.
    pub kind: &'static str,
    /// Its id on the page.
    pub id: String,
    /// Its label.
    pub label: String,
}

/// The section that explains an item.
#[derive(Clone, Debug, Serialize)]
pub struct ReadMoreView {
    /// Relative to the page.
    pub href: String,
    /// The section's heading.
    pub title: String,
    /// Its number in the list for paper.
    pub number: usize,
}

/// An address for paper.
#[derive(Clone, Debug, Serialize)]
pub struct WebView {
    /// Its number.
    pub number: usize,
    /// The section's heading, or the page's title.
    pub title: String,
    /// The title of the page that the section stands on.
    pub page: Option<String>,
    /// The address without its scheme, with a base URL.
    pub address: Option<String>,
}

/// All scenarios; also the page for addresses that are not there.
#[derive(Clone, Debug, Serialize)]
pub struct ScenariosView {
    /// What every view has.
    #[serde(flatten)]
    pub head: HeadView,
    /// The finder, where there is one.
    pub finder: Option<LinkView>,
    /// All listed scenarios.
    pub scenarios: Vec<RowView>,
}

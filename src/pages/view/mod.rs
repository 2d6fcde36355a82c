//! What templates receive: finished views, and nothing else.
//!
//! A view holds all that its page shows, so equal views and an equal theme make equal pages. Strings
//! that end in `_html` are finished HTML; all others are words, which the template escapes.

mod article;
mod decision;
mod finder;
mod home;
mod lists;
mod scenario;
mod shared;

use serde::Serialize;

pub use article::{ArticleView, ChecklistRowView, CorrectionView, PageView, RedirectView, WithdrawnView};
pub use decision::{DecisionView, OptionView, RowsView};
pub use finder::{AnswerView, FinderView, FoundView};
pub use home::{HomeView, PartRowView, PartView, PartsView, SectionView, SlipView};
pub use lists::{GlossaryView, GroupView, LetterView, SourceRowView, SourcesView, TermView};
pub use scenario::{ChecklistView, FieldView, ItemView, PhaseView, ReadMoreView, ScenarioView, ScenariosView, WebView};
pub use shared::{
    ContactView, ContentsView, DateView, HeadView, LinkView, MenuView, ReviewView, RowView, SiteView, SourceView,
};

/// The view of a page.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each is named after the kind of page whose view it holds")]
pub enum View {
    Home(HomeView),
    Part(PartView),
    Parts(PartsView),
    Article(Box<ArticleView>),
    Decision(Box<DecisionView>),
    Scenario(Box<ScenarioView>),
    Scenarios(ScenariosView),
    Finder(FinderView),
    Found(FoundView),
    Glossary(GlossaryView),
    Sources(SourcesView),
    Page(PageView),
    Redirect(RedirectView),
}

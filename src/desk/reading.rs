//! How hard each page is to read, and each of its sections.

use serde::Serialize;

use super::{Desk, PageRow};
use crate::check::reading::{self, Goal, PAGE_FROM, Reading, SECTION_FROM};
use crate::guide::{Guide, Prose};
use crate::markup::text;

/// Reading levels.
#[derive(Clone, Debug, Serialize)]
pub struct ReadingView {
    /// The formula; `None` in a language for which none is set.
    pub formula: Option<&'static str>,
    /// The highest level that passes.
    pub target: Option<u32>,
    /// From how many words on a page is judged.
    pub page_from: usize,
    /// From how many words on a section is judged.
    pub section_from: usize,
    /// The pages, in the order of the guide.
    pub pages: Vec<PageReadingRow>,
}

/// A page and its sections.
#[derive(Clone, Debug, Serialize)]
pub struct PageReadingRow {
    /// The page.
    pub page: PageRow,
    /// The page as a whole.
    pub whole: ReadingRow,
    /// Its sections.
    pub sections: Vec<ReadingRow>,
}

/// What was counted in a text.
#[derive(Clone, Debug, Serialize)]
pub struct ReadingRow {
    /// A section's heading; empty for a page.
    pub heading: String,
    /// Words.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
    /// The level: "7.4".
    pub level: Option<String>,
    /// How it is judged: `above`, `within`, or `short` where the text is too short to be judged.
    pub judged: &'static str,
}

/// The view.
pub(super) fn view(desk: &Desk<'_>) -> ReadingView {
    let guide = desk.guide();
    let goal = reading::goal(guide);
    let home = guide.home.iter().map(|it| (it.title.as_str(), &it.prose, false));
    let articles = guide.articles.iter().filter(|it| it.withdrawn.is_none());
    let articles = articles.map(|it| (it.title.as_str(), &it.prose, it.draft));
    let scenarios = guide.scenarios.iter().map(|it| (it.title.as_str(), &it.prose, it.draft));
    let pages = guide.pages.iter().map(|it| (it.title.as_str(), &it.prose, it.draft));
    let all = articles.chain(scenarios).chain(pages).chain(home);
    ReadingView {
        formula: goal.map(|goal| goal.formula.name()),
        target: goal.map(|goal| goal.target),
        page_from: PAGE_FROM,
        section_from: SECTION_FROM,
        pages: all.map(|(title, prose, draft)| page(guide, goal, title, prose, draft)).collect(),
    }
}

fn page(guide: &Guide, goal: Option<Goal>, title: &str, prose: &Prose, draft: bool) -> PageReadingRow {
    let read = reading::reading(guide, prose);
    let sections = read.sections.iter().map(|(heading, section)| row(goal, section, text::plain(&heading.text)));
    PageReadingRow {
        page: PageRow::new(title, &prose.targets.path, draft),
        whole: row(goal, &read.whole, String::new()),
        sections: sections.collect(),
    }
}

fn row(goal: Option<Goal>, reading: &Reading, heading: String) -> ReadingRow {
    let judged = match (goal, reading.is_long) {
        (Some(goal), true) if reading.is_above(goal) => "above",
        (Some(_), true) => "within",
        (_, _) => "short",
    };
    let level = reading.level.map(|level| format!("{level:.1}"));
    ReadingRow { heading, words: reading.counts.words, sentences: reading.counts.sentences, level, judged }
}

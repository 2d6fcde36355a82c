//! The report: what editors and reviewers see of a guide, as data.
//!
//! Pages of their own, beside the site and never in it: every problem, every case of the facts, pictures
//! of the finder and of the decisions, who gets what, reviews, reading levels. A view is a pure function of
//! the checked guide and of what was found in it; `theme` turns it into HTML. The words around the guide's
//! own are English, as all problems are. Unlike the site, the report depends on the day.

mod answers;
mod coverage;
mod decisions;
mod drawing;
mod facts;
mod finder;
mod finder_folded;
mod layout;
mod overview;
mod pictures;
mod reading;
mod reviews;

use serde::Serialize;

use crate::base::{Date, InputPath, Place, Text};
use crate::check::CheckedGuide;
use crate::guide::Guide;
use crate::input::Inputs;
use crate::pages::Words;
use crate::report::Problems;

/// What the report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The guide.
    pub checked: &'a CheckedGuide,
    /// What a check tells, notes too.
    pub told: &'a Problems,
    /// What every check finds, also those that are off.
    pub found: &'a Problems,
    /// The files, for lines and columns.
    pub inputs: &'a Inputs,
    /// The words that pages say conditions with.
    pub words: &'a Words,
    /// The day, for reviews.
    pub today: Date,
}

/// A page of the report.
#[derive(Clone, Debug)]
pub struct DeskPage {
    /// Its template, and its file without the ending.
    pub kind: &'static str,
    /// What it shows.
    pub view: DeskView,
}

/// The templates of the report's pages, without their ending; in the order of its menu.
pub const KINDS: &[&str] = &["overview", "facts", "pictures", "coverage", "reviews", "reading"];

/// The view of a page of the report.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each is named after the page whose view it holds")]
pub enum DeskView {
    Overview(overview::OverviewView),
    Facts(facts::FactsView),
    Pictures(pictures::PicturesView),
    Coverage(coverage::CoverageView),
    Reviews(reviews::ReviewsView),
    Reading(reading::ReadingView),
}

/// What all pages of the report share.
#[derive(Clone, Debug, Serialize)]
pub struct DeskSite {
    /// The guide's title.
    pub title: String,
    /// The day it was made for.
    pub today: String,
    /// The style sheets, from any page.
    pub styles: Vec<String>,
    /// All pages: file and title.
    pub menu: Vec<MenuRow>,
}

/// A page in the menu.
#[derive(Clone, Debug, Serialize)]
pub struct MenuRow {
    /// The page.
    pub kind: &'static str,
    /// Its file.
    pub href: String,
    /// Its title.
    pub title: &'static str,
}

/// All pages of the report, in the order of its menu.
pub fn pages(desk: &Desk<'_>) -> Vec<DeskPage> {
    KINDS.iter().filter_map(|kind| page(desk, kind)).collect()
}

/// One page of the report; `None` if there is none of this kind.
pub fn page(desk: &Desk<'_>, kind: &str) -> Option<DeskPage> {
    let kind = KINDS.iter().find(|known| **known == kind)?;
    Some(DeskPage { kind, view: view(desk, kind) })
}

fn view(desk: &Desk<'_>, kind: &str) -> DeskView {
    match kind {
        "facts" => DeskView::Facts(facts::view(desk)),
        "pictures" => DeskView::Pictures(pictures::view(desk)),
        "coverage" => DeskView::Coverage(coverage::view(desk)),
        "reviews" => DeskView::Reviews(reviews::view(desk)),
        "reading" => DeskView::Reading(reading::view(desk)),
        _ => DeskView::Overview(overview::view(desk)),
    }
}

/// What all pages share, with these style sheets.
pub fn site(desk: &Desk<'_>, styles: Vec<String>) -> DeskSite {
    let row = |kind: &&'static str| MenuRow { kind, href: file(kind), title: title(kind) };
    DeskSite {
        title: desk.guide().site.title.clone(),
        today: desk.today.to_string(),
        styles,
        menu: KINDS.iter().map(row).collect(),
    }
}

/// The file of a page; all lie in one folder, so that they can be opened from a disk.
pub fn file(kind: &str) -> String {
    if kind == "overview" { "index.html".to_owned() } else { format!("{kind}.html") }
}

fn title(kind: &str) -> &'static str {
    match kind {
        "facts" => "Facts",
        "pictures" => "Pictures",
        "coverage" => "Who gets what",
        "reviews" => "Reviews",
        "reading" => "Reading level",
        _ => "Problems",
    }
}

impl<'a> Desk<'a> {
    fn guide(&self) -> &'a Guide {
        self.checked.guide()
    }

    /// Where something stands, as an editor finds it: `content/articles/knee.md:3:1`.
    fn place(&self, place: &Place) -> String {
        let text = || self.inputs.text(&place.path);
        match place.span.and_then(|span| Some((span, text()?))) {
            None => place.path.to_string(),
            Some((span, text)) => {
                let at = Text::new(text).line_column(span.start);
                format!("{}:{}:{}", place.path, at.line, at.column)
            }
        }
    }
}

/// A page of the guide as the report names it.
#[derive(Clone, Debug, Serialize)]
pub struct PageRow {
    /// Its title.
    pub title: String,
    /// Its file.
    pub path: String,
    /// Whether it is a draft.
    pub draft: bool,
}

impl PageRow {
    fn new(title: &str, path: &InputPath, draft: bool) -> PageRow {
        PageRow { title: title.to_owned(), path: path.to_string(), draft }
    }
}

/// "1 page", "2 pages"
fn many(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

//! Views that pages of several kinds hold: links, rows, dates, the head, the frame, sources.

use serde::Serialize;

/// A link with its words.
#[derive(Clone, Debug, Serialize)]
pub struct LinkView {
    /// Relative to the page.
    pub href: String,
    /// Its words.
    pub title: String,
}

/// A link in the menu, the foot or the breadcrumbs.
#[derive(Clone, Debug, Serialize)]
pub struct MenuView {
    /// Relative to the page.
    pub href: String,
    /// Its words.
    pub label: String,
    /// `page`: it is this page; `section`: this page lies below it.
    pub current: Option<&'static str>,
}

/// A page in a list.
#[derive(Clone, Debug, Serialize)]
pub struct RowView {
    /// Relative to the page.
    pub href: String,
    /// The page's title.
    pub title: String,
    /// What it gives.
    pub summary: Option<String>,
    /// How long reading takes.
    pub minutes: Option<usize>,
    /// Whether it is a draft.
    pub draft: bool,
}

/// A date for machines and for people.
#[derive(Clone, Debug, Serialize)]
pub struct DateView {
    /// `2026-11-12`
    pub iso: String,
    /// As the language writes it.
    pub text: String,
}

/// What all pages share, as seen from one of them.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// The language of the page.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The guide's title.
    pub title: String,
    /// The home page.
    pub home: String,
    /// The style sheet.
    pub style: String,
    /// Who answers for the guide.
    pub publisher: String,
    /// Where readers tell of a mistake.
    pub contact: ContactView,
    /// One sentence at the foot.
    pub disclaimer: Option<String>,
    /// What to do when it cannot wait.
    pub emergency: Option<String>,
    /// Who paid.
    pub funding: Option<String>,
    /// The header's links.
    pub menu: Vec<MenuView>,
    /// The foot's links.
    pub foot: Vec<MenuView>,
}

/// Where readers tell of a mistake.
#[derive(Clone, Debug, Serialize)]
pub struct ContactView {
    /// A `mailto:` or `https:` address.
    pub href: String,
}

/// What every page's view begins with.
#[derive(Clone, Debug, Serialize)]
pub struct HeadView {
    /// The kind of page: its template's name.
    pub kind: &'static str,
    /// The one `h1`.
    pub title: String,
    /// The lead under it.
    pub summary: Option<String>,
    /// For search engines.
    pub description: Option<String>,
    /// The page's whole address, with a base URL.
    pub canonical: Option<String>,
    /// Whether search engines shall leave it out.
    pub noindex: bool,
    /// Whether it is a draft.
    pub draft: bool,
    /// From the home page to the page above this one.
    pub breadcrumbs: Vec<MenuView>,
}

/// The honest line on who reviewed a page.
#[derive(Clone, Debug, Serialize)]
pub struct ReviewView {
    /// `none` or `reviewed`. Never `overdue`: no page depends on the clock.
    pub state: &'static str,
    /// The day of the review that counts.
    pub date: Option<DateView>,
    /// Who reviewed.
    pub by: Option<String>,
    /// When the next is due.
    pub next: Option<DateView>,
    /// Who wrote the page.
    pub authors: Vec<String>,
    /// Whether the page cites sources.
    pub sourced: bool,
    /// When the words last changed.
    pub updated: Option<DateView>,
}

/// A source under a page.
#[derive(Clone, Debug, Serialize)]
pub struct SourceView {
    /// Its number on the page; 0 under further reading.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// Where it can be read.
    pub url: String,
    /// Who published it.
    pub publisher: String,
    /// When, as exactly as is known.
    pub published: Option<String>,
    /// When it was read for the guide.
    pub accessed: DateView,
    /// The places that cite it.
    pub back: Vec<String>,
}

/// An entry of a list of contents.
#[derive(Clone, Debug, Serialize)]
pub struct ContentsView {
    /// The section.
    pub href: String,
    /// Its heading.
    pub text: String,
}

//! What templates receive: finished views, and nothing else.
//!
//! A view holds all that its page shows, so equal views and an equal theme make equal pages. Strings
//! that end in `_html` are finished HTML; all others are words, which the template escapes.

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
    /// All listed scenarios.
    pub scenarios: Vec<RowView>,
    /// All parts.
    pub parts: Vec<PartRowView>,
    /// The sections after the slip.
    pub sections: Vec<SectionView>,
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
    /// The section's heading.
    pub title: String,
    /// The address without its scheme, with a base URL.
    pub address: Option<String>,
}

/// All scenarios; also the page for addresses that are not there.
#[derive(Clone, Debug, Serialize)]
pub struct ScenariosView {
    /// What every view has.
    #[serde(flatten)]
    pub head: HeadView,
    /// All listed scenarios.
    pub scenarios: Vec<RowView>,
}

/// The glossary.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryView {
    /// What every view has.
    #[serde(flatten)]
    pub head: HeadView,
    /// The letters, with those that lead somewhere.
    pub letters: Vec<LetterView>,
    /// The terms, by letter.
    pub groups: Vec<GroupView>,
}

/// A letter.
#[derive(Clone, Debug, Serialize)]
pub struct LetterView {
    /// The letter.
    pub letter: String,
    /// Its group, if it has one.
    pub href: Option<String>,
}

/// The terms of a letter.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    /// The letter.
    pub letter: String,
    /// The group's anchor.
    pub id: String,
    /// The terms.
    pub terms: Vec<TermView>,
}

/// A term.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// Its anchor.
    pub id: String,
    /// Its words.
    pub title: String,
    /// Other spellings, but for plurals.
    pub forms: Vec<String>,
    /// What it means.
    pub meaning_html: String,
    /// Articles that use it.
    pub used_in: Vec<LinkView>,
}

/// All sources.
#[derive(Clone, Debug, Serialize)]
pub struct SourcesView {
    /// What every view has.
    #[serde(flatten)]
    pub head: HeadView,
    /// The sources, by title.
    pub sources: Vec<SourceRowView>,
}

/// A source in the list of all.
#[derive(Clone, Debug, Serialize)]
pub struct SourceRowView {
    /// Its anchor.
    pub id: String,
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
    /// The pages that cite it.
    pub cited_by: Vec<LinkView>,
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
    Glossary(GlossaryView),
    Sources(SourcesView),
    Page(PageView),
    Redirect(RedirectView),
}

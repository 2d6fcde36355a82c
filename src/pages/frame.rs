//! What all pages share: the head, the menu, the foot; rows of lists; who reviewed a page.

use super::plan::{PageKind, Plan};
use super::view::*;
use crate::base::{Address, Date};
use crate::guide::{ArticleId, Making, NodeId, ScenarioId, Source, Target};
use crate::markup::html::Cited;
use crate::markup::{Block, text};

/// Words read in a minute by somebody who reads with care.
const WORDS_A_MINUTE: usize = 180;
/// How long a description for search engines gets, in characters.
const DESCRIPTION: usize = 200;

/// One page as it is being made: its address, and how it links.
pub(super) struct Frame<'p, 'a> {
    pub(super) plan: &'p Plan<'a>,
    pub(super) address: &'p Address,
    pub(super) kind: PageKind,
}

impl<'a> Frame<'_, 'a> {
    /// The reference from this page to an address. The page for addresses that are not there is shown
    /// at any depth, so it alone links from the root.
    pub(super) fn href(&self, target: &Address) -> String {
        if self.kind != PageKind::NotFound {
            return self.address.href_to(target, self.plan.form.links);
        }
        let root =
            self.plan.form.base_url.as_deref().and_then(crate::base::url::path_of).unwrap_or_else(|| "/".to_owned());
        format!("{root}{}", target.as_str().trim_start_matches('/'))
    }

    /// The reference to a page of the guide.
    pub(super) fn to(&self, node: NodeId) -> String {
        self.href(&self.plan.guide.address(node))
    }

    /// The reference to a page, or to a place on it.
    pub(super) fn to_target(&self, target: &Target) -> String {
        let address = self.plan.guide.address(target.node);
        match &target.anchor {
            Some(anchor) if address == *self.address => format!("#{anchor}"),
            Some(anchor) => format!("{}#{anchor}", self.href(&address)),
            None => self.href(&address),
        }
    }

    /// A key's words.
    pub(super) fn word(&self, key: &'a str) -> String {
        self.plan.words.text(key).to_owned()
    }

    /// A date for machines and for people.
    pub(super) fn date(&self, date: Date) -> DateView {
        DateView { iso: date.to_string(), text: self.plan.words.date(date) }
    }

    /// What all pages share.
    pub(super) fn site(&self) -> SiteView {
        let site = &self.plan.guide.site;
        SiteView {
            lang: site.lang.clone(),
            dir: direction(&site.lang),
            title: site.title.clone(),
            home: self.to(NodeId::Home),
            style: self.href(&self.plan.index.style),
            publisher: site.publisher.clone(),
            contact: ContactView { href: site.contact.clone() },
            disclaimer: site.disclaimer.clone(),
            emergency: site.emergency.clone(),
            funding: site.funding.clone(),
            menu: self.menu(),
            foot: self.foot(),
        }
    }

    fn menu(&self) -> Vec<MenuView> {
        let guide = self.plan.guide;
        let mut menu = vec![self.entry(NodeId::Scenarios, self.word("menu_situations"))];
        menu.push(self.entry(NodeId::Parts, self.word("menu_guide")));
        if !guide.terms.is_empty() {
            menu.push(self.entry(NodeId::Glossary, self.word("menu_words")));
        }
        menu.extend(self.listed_pages().into_iter().take(1));
        menu
    }

    fn foot(&self) -> Vec<MenuView> {
        let mut foot = self.listed_pages();
        if !self.plan.guide.sources.is_empty() {
            foot.push(self.entry(NodeId::Sources, self.word("menu_sources")));
        }
        foot
    }

    fn listed_pages(&self) -> Vec<MenuView> {
        let pages = self.plan.guide.pages.iter().enumerate().filter(|(_, page)| !page.unlisted);
        pages.map(|(at, page)| self.entry(NodeId::Page(crate::guide::PageId(at)), page.title.clone())).collect()
    }

    fn entry(&self, node: NodeId, label: String) -> MenuView {
        let own = self.plan.guide.address(node);
        let below = matches!(
            (node, self.kind),
            (NodeId::Scenarios, PageKind::Scenario(_) | PageKind::Finder(_) | PageKind::Found(_))
                | (NodeId::Parts, PageKind::Part(_) | PageKind::Article(_) | PageKind::Decision(_))
        );
        let current = match (own == *self.address, below) {
            (true, _) => Some("page"),
            (false, true) => Some("section"),
            (false, false) => None,
        };
        MenuView { href: self.to(node), label, current }
    }

    /// The head of a page's view.
    pub(super) fn head(&self, title: String, summary: Option<String>, above: &[(NodeId, String)]) -> HeadView {
        let crumbs =
            above.iter().map(|(node, label)| MenuView { href: self.to(*node), label: label.clone(), current: None });
        HeadView {
            kind: self.kind.template(),
            title,
            description: summary.clone(),
            summary,
            canonical: self.canonical(),
            noindex: self.kind == PageKind::NotFound,
            draft: false,
            breadcrumbs: crumbs.collect(),
        }
    }

    /// The breadcrumb to the home page.
    pub(super) fn start(&self) -> (NodeId, String) {
        (NodeId::Home, self.word("start"))
    }

    /// The page's whole address, with a base URL.
    fn canonical(&self) -> Option<String> {
        let base = self.plan.form.base_url.as_deref().filter(|_| self.kind != PageKind::NotFound)?;
        Some(format!("{base}{}", self.address.as_str().trim_start_matches('/')))
    }

    /// An article in a list.
    pub(super) fn article_row(&self, id: ArticleId) -> RowView {
        let article = self.plan.guide.article(id);
        RowView {
            href: self.to(NodeId::Article(id)),
            title: article.title.clone(),
            summary: Some(article.summary.clone()),
            minutes: Some(minutes(article.prose.body.words)),
            draft: article.draft,
        }
    }

    /// A page in a list, whatever its kind.
    pub(super) fn row(&self, target: &Target) -> RowView {
        if let (NodeId::Article(id), None) = (target.node, &target.anchor) {
            return self.article_row(id);
        }
        let link = self.link(target);
        let summary = if target.anchor.is_some() { None } else { self.summary(target.node) };
        RowView { href: link.href, title: link.title, summary, minutes: None, draft: false }
    }

    /// What a page gives, where its author said so.
    fn summary(&self, node: NodeId) -> Option<String> {
        let guide = self.plan.guide;
        match node {
            NodeId::Article(id) => Some(guide.article(id).summary.clone()),
            NodeId::Scenario(id) => Some(guide.scenario(id).summary.clone()),
            NodeId::Page(id) => guide.page(id).summary.clone(),
            NodeId::Part(id) => guide.part(id).summary.clone(),
            NodeId::Home
            | NodeId::Parts
            | NodeId::Scenarios
            | NodeId::Decision(_)
            | NodeId::Finder
            | NodeId::Glossary
            | NodeId::Sources => None,
        }
    }

    /// All listed scenarios.
    pub(super) fn scenario_rows(&self) -> Vec<RowView> {
        let scenarios = self.plan.guide.scenarios.iter().enumerate().filter(|(_, scenario)| !scenario.unlisted);
        let row = |(at, scenario): (usize, &crate::guide::Scenario)| RowView {
            href: self.to(NodeId::Scenario(ScenarioId(at))),
            title: scenario.title.clone(),
            summary: Some(scenario.summary.clone()),
            minutes: None,
            draft: scenario.draft,
        };
        scenarios.map(row).collect()
    }

    /// The finder, where there is one.
    pub(super) fn finder(&self) -> Option<LinkView> {
        self.plan.guide.finder.as_ref()?;
        Some(LinkView { href: self.to(NodeId::Finder), title: self.word("finder_go") })
    }

    /// A link to a page, or to a section of it, under its own title.
    pub(super) fn link(&self, target: &Target) -> LinkView {
        let section = target.anchor.as_deref().and_then(|anchor| self.heading(target.node, anchor));
        let title = section.unwrap_or_else(|| self.title(target.node));
        LinkView { href: self.to_target(target), title }
    }

    /// The words of the heading called `anchor` on a page.
    fn heading(&self, node: NodeId, anchor: &str) -> Option<String> {
        let guide = self.plan.guide;
        let body = match node {
            NodeId::Article(id) => &guide.article(id).prose.body,
            NodeId::Decision(id) => &guide.article(guide.decision(id).article).prose.body,
            NodeId::Scenario(id) => &guide.scenario(id).prose.body,
            NodeId::Page(id) => &guide.page(id).prose.body,
            NodeId::Part(id) => &guide.part(id).prose.body,
            NodeId::Finder => &guide.finder.as_ref()?.words.as_ref()?.prose.body,
            NodeId::Home | NodeId::Parts | NodeId::Scenarios | NodeId::Glossary | NodeId::Sources => return None,
        };
        let heading = body.blocks.iter().filter_map(Block::heading).find(|heading| heading.anchor.as_str() == anchor);
        heading.map(|heading| text::plain(&heading.text))
    }

    /// The title of a page.
    pub(super) fn title(&self, node: NodeId) -> String {
        let guide = self.plan.guide;
        match node {
            NodeId::Home => guide.site.title.clone(),
            NodeId::Parts => self.word("title_parts"),
            NodeId::Scenarios => self.word("title_scenarios"),
            NodeId::Finder => match guide.finder.as_ref().and_then(|finder| finder.words.as_ref()) {
                Some(words) => words.title.clone(),
                None => self.word("title_finder"),
            },
            NodeId::Glossary => self.word("title_glossary"),
            NodeId::Sources => self.word("title_sources"),
            NodeId::Part(id) => guide.part(id).title.clone(),
            NodeId::Article(id) => guide.article(id).title.clone(),
            NodeId::Scenario(id) => guide.scenario(id).title.clone(),
            NodeId::Decision(id) => text::plain(&guide.decision(id).title),
            NodeId::Page(id) => guide.page(id).title.clone(),
        }
    }

    /// Who reviewed a page: the latest review by a clinician counts.
    pub(super) fn review(&self, making: &Making, sourced: bool) -> ReviewView {
        let people = |id: &crate::guide::PersonId| {
            let person = &self.plan.guide.person(*id).value;
            [Some(&person.name), person.credentials.as_ref()]
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>()
                .join(", ")
        };
        let latest = making.reviews.iter().filter(|review| review.by_clinician).max_by_key(|review| review.date);
        ReviewView {
            state: if latest.is_some() { "reviewed" } else { "none" },
            date: latest.map(|review| self.date(review.date)),
            by: latest.map(|review| people(&review.by.value)),
            next: latest.map(|review| self.date(review.next.value)),
            authors: making.authors.iter().map(people).collect(),
            sourced,
            updated: making.updated.map(|date| self.date(date)),
        }
    }

    /// The sources that a page cites, in the order of their numbers.
    pub(super) fn sources(&self, cited: &[Cited]) -> Vec<SourceView> {
        let find = |name: &str| self.plan.guide.sources.iter().find(|source| source.name.as_str() == name);
        let view = |cited: &Cited| {
            let source = &find(&cited.name)?.value;
            Some(self.source(source, cited.number, cited.places.iter().map(|place| format!("#{place}")).collect()))
        };
        cited.iter().filter_map(view).collect()
    }

    /// A source, with its number and the places that cite it.
    pub(super) fn source(&self, source: &Source, number: usize, back: Vec<String>) -> SourceView {
        SourceView {
            number,
            title: source.title.clone(),
            url: source.url.clone(),
            publisher: source.publisher.clone(),
            published: source.published.as_deref().map(|date| self.published(date)),
            accessed: self.date(source.accessed),
            back,
        }
    }

    /// When a source was published, as exactly as is known: a day, a month or a year.
    pub(super) fn published(&self, date: &str) -> String {
        let words = self.plan.words;
        match (Date::parse(date), Date::parse(&format!("{date}-01"))) {
            (Some(day), _) => words.date(day),
            (None, Some(month)) => words.month(month),
            (None, None) => date.to_owned(),
        }
    }
}

/// Whole minutes of reading, one at least.
pub(super) fn minutes(words: usize) -> usize {
    words.div_ceil(WORDS_A_MINUTE).max(1)
}

/// The first sentences of a text, for search engines.
pub(super) fn description(blocks: &[Block]) -> Option<String> {
    let text = text::plain_blocks(blocks).replace('\n', " ");
    if text.chars().count() <= DESCRIPTION {
        return (!text.is_empty()).then_some(text);
    }
    let cut: String = text.chars().take(DESCRIPTION).collect();
    let end = cut.rfind(['.', '?', '!']).map(|at| at + 1).or_else(|| cut.rfind(' ')).unwrap_or(cut.len());
    cut.get(..end).map(|cut| cut.trim().to_owned())
}

/// The direction of a language's writing.
fn direction(lang: &str) -> &'static str {
    let language = lang.split('-').next().unwrap_or(lang);
    if ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(&language) { "rtl" } else { "ltr" }
}

//! What pages there are, and what they need to know of each other. Holds no HTML.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::finder;
use super::words::Words;
use crate::base::{Address, InputPath, Links};
use crate::check::{CheckedGuide, Mentions};
use crate::guide::{ArticleId, DecisionId, Guide, Item, NodeId, Origin, PageId, PartId, ScenarioId, SourceId, TermId};
use crate::logic::Next;
use crate::markup;
use crate::markup::html::Labels;
use crate::markup::terms::Terms;

/// A kind of page, and which one of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageKind {
    /// The home page.
    Home,
    /// All parts.
    Parts,
    /// A part.
    Part(PartId),
    /// An article.
    Article(ArticleId),
    /// A decision.
    Decision(DecisionId),
    /// All scenarios.
    Scenarios,
    /// A scenario.
    Scenario(ScenarioId),
    /// A question of the finder: its place among them.
    Finder(usize),
    /// An end of the finder: its place among them.
    Found(usize),
    /// The glossary.
    Glossary,
    /// All sources.
    Sources,
    /// A plain page.
    Page(PageId),
    /// What a server shows for an address that is not there.
    NotFound,
    /// An old address: its place in the guide's redirects.
    Redirect(usize),
}

/// The templates of all kinds of pages, without their ending.
pub const KINDS: &[&str] = &[
    "home",
    "parts",
    "part",
    "article",
    "decision",
    "scenarios",
    "scenario",
    "finder",
    "found",
    "glossary",
    "sources",
    "page",
    "404",
    "redirect",
];

impl PageKind {
    /// The name of its template.
    pub fn template(self) -> &'static str {
        match self {
            PageKind::Home => "home",
            PageKind::Parts => "parts",
            PageKind::Part(_) => "part",
            PageKind::Article(_) => "article",
            PageKind::Decision(_) => "decision",
            PageKind::Scenarios => "scenarios",
            PageKind::Scenario(_) => "scenario",
            PageKind::Finder(_) => "finder",
            PageKind::Found(_) => "found",
            PageKind::Glossary => "glossary",
            PageKind::Sources => "sources",
            PageKind::Page(_) => "page",
            PageKind::NotFound => "404",
            PageKind::Redirect(_) => "redirect",
        }
    }
}

/// How a site is written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// How links to pages end.
    pub links: Links,
    /// Where the site will stand, with a slash at the end; `None`: anywhere.
    pub base_url: Option<String>,
}

/// All pages of a guide, and what they share.
pub struct Plan<'a> {
    pub(super) guide: &'a Guide,
    pub(super) form: &'a Form,
    pub(super) words: &'a Words,
    pub(super) index: Arc<Index>,
}

/// What pages need to know of each other, gathered once for all of them.
#[derive(Debug)]
pub struct Index {
    pub(super) labels: Labels,
    pub(super) style: Address,
    /// The terms that are linked where they are first used.
    pub(super) terms: Arc<Terms>,
    /// Pages that use a term, in the order of the guide.
    pub(super) uses: BTreeMap<TermId, Vec<NodeId>>,
    /// Pages that cite a source, in the order of the guide.
    pub(super) cites: BTreeMap<SourceId, Vec<NodeId>>,
    /// For each article, the checklists that have items of it, in order, each with how many.
    pub(super) counts: Vec<Vec<(ScenarioId, usize)>>,
    /// The documents that have items, by their files.
    origins: BTreeMap<InputPath, Origin>,
    pages: Vec<(Address, PageKind)>,
}

/// The pages of a checked guide: nothing that was not checked can be published.
pub fn plan<'a>(checked: &'a CheckedGuide, form: &'a Form, words: &'a Words, style: Address) -> Plan<'a> {
    let index = Arc::new(index(checked, words, style));
    plan_with(checked, form, words, index)
}

/// The pages of a checked guide whose index is there already.
pub fn plan_with<'a>(checked: &'a CheckedGuide, form: &'a Form, words: &'a Words, index: Arc<Index>) -> Plan<'a> {
    Plan { guide: checked.guide(), form, words, index }
}

/// What the pages of a guide need to know of each other.
pub fn index(checked: &CheckedGuide, words: &Words, style: Address) -> Index {
    let guide = checked.guide();
    let (uses, cites) = uses(guide, checked.mentions());
    let articles = guide.articles.iter().enumerate();
    let origins = articles.map(|(at, it)| (it.prose.targets.path.clone(), Origin::Article(ArticleId(at))));
    let scenarios = guide.scenarios.iter().enumerate();
    let scenarios = scenarios.map(|(at, it)| (it.prose.targets.path.clone(), Origin::Scenario(ScenarioId(at))));
    Index {
        labels: words.labels(),
        style,
        terms: checked.linked_terms().clone(),
        uses,
        cites,
        counts: counts(guide),
        origins: origins.chain(scenarios).collect(),
        pages: addresses(guide),
    }
}

impl<'a> Plan<'a> {
    /// Every page with its address, sorted by address.
    pub fn pages(&self) -> &[(Address, PageKind)] {
        &self.index.pages
    }

    /// The page at an address.
    pub fn page(&self, address: &str) -> Option<&(Address, PageKind)> {
        let pages = &self.index.pages;
        pages.get(pages.partition_point(|(page, _)| page.as_str() < address)).filter(|page| page.0.as_str() == address)
    }

    /// The item of the guide that a line of a document is; `None` for a line of a withdrawn page.
    pub(super) fn item(&self, path: &InputPath, line: &markup::Item) -> Option<&'a Item> {
        let guide = self.guide;
        let mut items = guide.items_of(*self.index.origins.get(path)?).map(|id| guide.item(id));
        items.find(|item| item.written.span.start == line.span.start)
    }
}

/// Which pages use which terms and cite which sources.
type Uses = (BTreeMap<TermId, Vec<NodeId>>, BTreeMap<SourceId, Vec<NodeId>>);

fn uses(guide: &Guide, mentions: &[(NodeId, Arc<Mentions>)]) -> Uses {
    let terms: BTreeMap<&str, TermId> =
        guide.terms.iter().enumerate().map(|(at, term)| (term.name.as_str(), TermId(at))).collect();
    let sources: BTreeMap<&str, SourceId> =
        guide.sources.iter().enumerate().map(|(at, source)| (source.name.as_str(), SourceId(at))).collect();
    let (mut uses, mut cites): Uses = (BTreeMap::new(), BTreeMap::new());
    for (node, mentions) in mentions {
        // The words of the finder are no page that one looks up; other pages that only lead on are no place to see a
        // term at work.
        if *node == NodeId::Finder {
            continue;
        }
        let leads_on = matches!(node, NodeId::Home | NodeId::Part(_) | NodeId::Glossary);
        for term in mentions.terms.iter().filter_map(|name| terms.get(name.as_str())).filter(|_| !leads_on) {
            uses.entry(*term).or_default().push(*node);
        }
        for source in mentions.sources.iter().filter_map(|name| sources.get(name.as_str())) {
            cites.entry(*source).or_default().push(*node);
        }
    }
    (uses, cites)
}

/// How many items of each article stand on each checklist.
fn counts(guide: &Guide) -> Vec<Vec<(ScenarioId, usize)>> {
    let mut counts: Vec<Vec<(ScenarioId, usize)>> = vec![Vec::new(); guide.articles.len()];
    for (at, scenario) in guide.scenarios.iter().enumerate() {
        for line in scenario.checklist.iter().flat_map(|(_, lines)| lines) {
            let Origin::Article(article) = guide.item(line.item).origin else { continue };
            let Some(rows) = counts.get_mut(article.0) else { continue };
            match rows.last_mut() {
                Some((last, count)) if *last == ScenarioId(at) => *count += 1,
                _ => rows.push((ScenarioId(at), 1)),
            }
        }
    }
    counts
}

fn addresses(guide: &Guide) -> Vec<(Address, PageKind)> {
    let mut pages: Vec<(Address, PageKind)> = Vec::new();
    let mut add = |node, kind| pages.push((guide.address(node), kind));
    add(NodeId::Home, PageKind::Home);
    add(NodeId::Parts, PageKind::Parts);
    add(NodeId::Scenarios, PageKind::Scenarios);
    // The menu leads to these two only where there is something on them.
    if !guide.terms.is_empty() {
        add(NodeId::Glossary, PageKind::Glossary);
    }
    if !guide.sources.is_empty() {
        add(NodeId::Sources, PageKind::Sources);
    }
    for at in 0..guide.parts.len() {
        add(NodeId::Part(PartId(at)), PageKind::Part(PartId(at)));
    }
    for at in 0..guide.articles.len() {
        add(NodeId::Article(ArticleId(at)), PageKind::Article(ArticleId(at)));
    }
    for at in 0..guide.decisions.len() {
        add(NodeId::Decision(DecisionId(at)), PageKind::Decision(DecisionId(at)));
    }
    for at in 0..guide.scenarios.len() {
        add(NodeId::Scenario(ScenarioId(at)), PageKind::Scenario(ScenarioId(at)));
    }
    if let Some(finder) = &guide.finder {
        let questions = (0..finder.diagram.pages.len()).map(|at| (Next::Page(at), PageKind::Finder(at)));
        let ends = (0..finder.diagram.ends.len()).map(|at| (Next::End(at), PageKind::Found(at)));
        pages.extend(questions.chain(ends).map(|(next, kind)| (finder::address(finder, next), kind)));
    }
    let mut add = |node, kind| pages.push((guide.address(node), kind));
    for at in 0..guide.pages.len() {
        add(NodeId::Page(PageId(at)), PageKind::Page(PageId(at)));
    }
    pages.push((Address::file("404.html"), PageKind::NotFound));
    pages
        .extend(guide.redirects.iter().enumerate().map(|(at, (address, _))| (address.clone(), PageKind::Redirect(at))));
    pages.sort();
    pages
}

impl Plan<'_> {
    /// Where the redirect at this place in the guide's list leads.
    pub(super) fn redirect(&self, at: usize) -> Option<NodeId> {
        self.guide.redirects.get(at).map(|(_, node)| *node)
    }

    /// Whether search engines may list a page.
    pub(super) fn is_indexed(&self, kind: PageKind) -> bool {
        let guide = self.guide;
        match kind {
            PageKind::NotFound | PageKind::Redirect(_) | PageKind::Found(_) => false,
            PageKind::Finder(at) => at == 0,
            PageKind::Article(id) => guide.article(id).is_listed() && !guide.article(id).draft,
            PageKind::Decision(id) => {
                let article = guide.article(guide.decision(id).article);
                article.is_listed() && !article.draft
            }
            PageKind::Scenario(id) => !guide.scenario(id).unlisted && !guide.scenario(id).draft,
            PageKind::Page(id) => !guide.page(id).unlisted && !guide.page(id).draft,
            PageKind::Part(id) => !guide.part(id).draft,
            PageKind::Home | PageKind::Parts | PageKind::Scenarios | PageKind::Glossary | PageKind::Sources => true,
        }
    }

    /// The guide whose pages these are.
    pub fn guide(&self) -> &Guide {
        self.guide
    }

    /// How the site is written out.
    pub fn form(&self) -> &Form {
        self.form
    }
}

//! What pages there are, and what they need to know of each other. Holds no HTML.

use std::collections::BTreeMap;

use super::finder;
use super::words::Words;
use crate::base::{Address, InputPath, Links, Name};
use crate::check::CheckedGuide;
use crate::guide::{
    ArticleId, DecisionId, Guide, Item, ItemId, NodeId, Origin, PageId, PartId, ScenarioId, SourceId, TermId,
};
use crate::logic::Next;
use crate::markup::html::Labels;
use crate::markup::terms::Terms;
use crate::markup::{self, Block, Body, text, visit};

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
    pub(super) labels: Labels,
    pub(super) style: Address,
    /// The terms that are linked where they are first used.
    pub(super) terms: Terms,
    /// Pages that use a term, in the order of the guide.
    pub(super) uses: BTreeMap<TermId, Vec<NodeId>>,
    /// Pages that cite a source, in the order of the guide.
    pub(super) cites: BTreeMap<SourceId, Vec<NodeId>>,
    /// The checklists that have items of an article, in order, each with how many.
    pub(super) counts: BTreeMap<ArticleId, Vec<(ScenarioId, usize)>>,
    /// Items by their file and their place in it.
    items: BTreeMap<(&'a InputPath, usize), ItemId>,
    pages: Vec<(Address, PageKind)>,
}

/// The pages of a checked guide: nothing that was not checked can be published.
pub fn plan<'a>(checked: &'a CheckedGuide, form: &'a Form, words: &'a Words, style: Address) -> Plan<'a> {
    let guide = checked.guide();
    let mut plan = Plan {
        guide,
        form,
        words,
        labels: words.labels(),
        style,
        terms: terms(guide),
        uses: BTreeMap::new(),
        cites: BTreeMap::new(),
        counts: counts(guide),
        items: guide.items.iter().enumerate().map(|(at, item)| (place(item), ItemId(at))).collect(),
        pages: addresses(guide),
    };
    plan.find_uses();
    plan
}

impl<'a> Plan<'a> {
    /// Every page with its address, sorted by address.
    pub fn pages(&self) -> &[(Address, PageKind)] {
        &self.pages
    }

    /// The item of the guide that a line of a document is; `None` for a line of a withdrawn page.
    pub(super) fn item(&self, path: &InputPath, line: &markup::Item) -> Option<&'a Item> {
        self.items.get(&(path, line.span.start)).map(|id| self.guide.item(*id))
    }

    /// Which pages use which terms and cite which sources.
    fn find_uses(&mut self) {
        let terms: BTreeMap<&Name, TermId> =
            self.guide.terms.iter().enumerate().map(|(at, term)| (&term.name, TermId(at))).collect();
        let sources: BTreeMap<&str, SourceId> =
            self.guide.sources.iter().enumerate().map(|(at, source)| (source.name.as_str(), SourceId(at))).collect();
        for (node, blocks) in prose(self.guide) {
            let text = text::plain_blocks(&blocks);
            // Pages that only lead on are no place to see a term at work.
            let leads_on = matches!(node, NodeId::Home | NodeId::Part(_) | NodeId::Glossary);
            for found in self.terms.find(&text).into_iter().filter(|_| !leads_on) {
                if let Some(term) = terms.get(&found.term) {
                    add(self.uses.entry(*term).or_default(), node);
                }
            }
            let body = Body { blocks, ..Body::default() };
            for citation in visit::citations(&body) {
                if let Some(source) = sources.get(citation.value.as_str()) {
                    add(self.cites.entry(*source).or_default(), node);
                }
            }
        }
    }
}

/// How many items of each article stand on each checklist.
fn counts(guide: &Guide) -> BTreeMap<ArticleId, Vec<(ScenarioId, usize)>> {
    let mut counts: BTreeMap<ArticleId, Vec<(ScenarioId, usize)>> = BTreeMap::new();
    for (at, scenario) in guide.scenarios.iter().enumerate() {
        for line in scenario.checklist.iter().flat_map(|(_, lines)| lines) {
            let Origin::Article(article) = guide.item(line.item).origin else { continue };
            let rows = counts.entry(article).or_default();
            match rows.last_mut() {
                Some((last, count)) if *last == ScenarioId(at) => *count += 1,
                _ => rows.push((ScenarioId(at), 1)),
            }
        }
    }
    counts
}

fn place(item: &Item) -> (&InputPath, usize) {
    (&item.written.path, item.written.span.start)
}

fn add(nodes: &mut Vec<NodeId>, node: NodeId) {
    if !nodes.contains(&node) {
        nodes.push(node);
    }
}

fn terms(guide: &Guide) -> Terms {
    let titles: Vec<String> = guide.terms.iter().map(|term| text::plain(&term.title)).collect();
    let linked = guide.terms.iter().zip(&titles).filter(|(term, _)| term.linked);
    let forms = linked.flat_map(|(term, title)| {
        std::iter::once((&term.name, title.as_str())).chain(term.forms.iter().map(|form| (&term.name, form.as_str())))
    });
    Terms::new(forms)
}

/// The prose of each page that has its own, in the order of the guide.
fn prose(guide: &Guide) -> Vec<(NodeId, Vec<Block>)> {
    let mut all: Vec<(NodeId, Vec<Block>)> = Vec::new();
    for (at, article) in guide.articles.iter().enumerate() {
        if article.withdrawn.is_some() {
            continue;
        }
        let mut rest: Vec<Block> = Vec::new();
        let mut options: Vec<(NodeId, Vec<Block>)> = Vec::new();
        for (place, block) in article.prose.body.blocks.iter().enumerate() {
            let inside = article.decisions.iter().find(|id| {
                let decision = guide.decision(**id);
                place >= decision.at + decision.introduction && place < decision.at + decision.length
            });
            match inside {
                None => rest.push(block.clone()),
                Some(id) => match options.iter_mut().find(|(node, _)| *node == NodeId::Decision(*id)) {
                    Some((_, blocks)) => blocks.push(block.clone()),
                    None => options.push((NodeId::Decision(*id), vec![block.clone()])),
                },
            }
        }
        rest.extend(article.prose.body.footnotes.iter().flat_map(|footnote| footnote.blocks.clone()));
        all.push((NodeId::Article(ArticleId(at)), rest));
        all.extend(options);
    }
    let scenarios = guide.scenarios.iter().enumerate();
    all.extend(scenarios.map(|(at, node)| (NodeId::Scenario(ScenarioId(at)), whole(&node.prose.body))));
    let pages = guide.pages.iter().enumerate();
    all.extend(pages.map(|(at, node)| (NodeId::Page(PageId(at)), whole(&node.prose.body))));
    all.extend(guide.home.iter().map(|home| (NodeId::Home, whole(&home.prose.body))));
    let parts = guide.parts.iter().enumerate();
    all.extend(parts.map(|(at, part)| (NodeId::Part(PartId(at)), whole(&part.prose.body))));
    let meanings = guide.terms.iter().flat_map(|term| term.meaning.clone());
    all.push((NodeId::Glossary, meanings.collect()));
    all
}

fn whole(body: &Body) -> Vec<Block> {
    body.blocks.iter().cloned().chain(body.footnotes.iter().flat_map(|footnote| footnote.blocks.clone())).collect()
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

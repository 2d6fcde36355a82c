//! Which pages use which terms, and which cite which sources: all that the whole guide needs to know of words.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::InputPath;
use crate::guide::{ArticleId, DecisionId, Guide, NodeId, PageId, PartId, Prose, ScenarioId};
use crate::markup::terms::Terms;
use crate::markup::{Block, Body, Inline, text, visit};

/// What pages mention, told again where neither their words nor the terms have changed.
#[derive(Debug, Default)]
pub(super) struct Remembered {
    finders: Finders,
    pages: BTreeMap<InputPath, Known>,
}

/// The terms of a guide, ready to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Finders {
    /// Those that are linked where they are first used.
    pub(super) linked: Arc<Terms>,
    /// All of them; `None` if all are linked.
    all: Option<Arc<Terms>>,
}

impl Finders {
    pub(super) fn of(guide: &Guide) -> Finders {
        let titles: Vec<String> = guide.terms.iter().map(|term| text::plain(&term.title)).collect();
        let find = |linked_only: bool| {
            let terms = guide.terms.iter().zip(&titles).filter(|(term, _)| term.linked || !linked_only);
            Arc::new(Terms::new(terms.flat_map(|(term, title)| {
                let forms = term.forms.iter().map(|form| (&term.name, form.as_str()));
                std::iter::once((&term.name, title.as_str())).chain(forms)
            })))
        };
        Finders { linked: find(true), all: guide.terms.iter().any(|term| !term.linked).then(|| find(false)) }
    }
}

/// The words of a document, and what each of its pages mentions: its own first, then those of its decisions.
#[derive(Debug)]
struct Known {
    body: Arc<Body>,
    options: Vec<Range<usize>>,
    mentions: Vec<Arc<Mentions>>,
}

/// What one page mentions.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// Names of terms that are linked where they are first used.
    pub terms: BTreeSet<String>,
    /// Names of all terms.
    pub all_terms: BTreeSet<String>,
    /// Names of sources.
    pub sources: BTreeSet<String>,
}

/// What the pages of a guide mention.
#[derive(Debug)]
pub(super) struct Mentioned {
    pub(super) finders: Finders,
    /// In the order of the guide.
    pub(super) pages: Vec<(NodeId, Arc<Mentions>)>,
    /// The page whose words stand in a file.
    pub(super) nodes: BTreeMap<InputPath, NodeId>,
}

impl Mentioned {
    pub(super) fn new(guide: &Guide, finders: Finders, pages: Vec<(NodeId, Arc<Mentions>)>) -> Mentioned {
        let written = written(guide).into_iter();
        let nodes = written.filter_map(|written| Some((written.path.clone(), *written.nodes.first()?)));
        Mentioned { finders, pages, nodes: nodes.collect() }
    }
}

/// A document with words of its own.
struct Written<'a> {
    path: &'a InputPath,
    body: &'a Arc<Body>,
    /// Its page, then the pages of its decisions.
    nodes: Vec<NodeId>,
    /// The blocks that stand on the page of each decision and not on its own.
    options: Vec<Range<usize>>,
}

impl Remembered {
    /// What each page mentions, in the order of the guide.
    pub(super) fn mentions(&mut self, guide: &Guide, finders: &Finders) -> Vec<(NodeId, Arc<Mentions>)> {
        let mut old = std::mem::take(&mut self.pages);
        if self.finders != *finders {
            old.clear();
        }
        let written = written(guide);
        let known = written.iter().map(|written| old.remove(written.path).filter(|known| known.is_of(written)));
        let known: Vec<Option<Known>> = known.collect();
        let known: Vec<Known> = written
            .par_iter()
            .zip(known)
            .map(|(written, known)| known.unwrap_or_else(|| Known::new(written.body, written.options.clone(), finders)))
            .collect();
        let mut all = Vec::new();
        for (written, known) in written.into_iter().zip(known) {
            all.extend(written.nodes.iter().copied().zip(known.mentions.iter().cloned()));
            self.pages.insert(written.path.clone(), known);
        }
        let mut glossary = Mentions::default();
        guide.terms.iter().for_each(|term| glossary.add_sources(&term.meaning));
        all.push((NodeId::Glossary, Arc::new(glossary)));
        self.finders = finders.clone();
        all
    }

    /// Takes a document's new body, if it mentions what the old one does, page by page.
    pub(super) fn take(&mut self, path: &InputPath, body: &Arc<Body>, options: Vec<Range<usize>>) -> bool {
        let Some(known) = self.pages.get_mut(path) else { return false };
        let new = Known::new(body, options, &self.finders);
        let is_same = new.mentions == known.mentions;
        if is_same {
            *known = new;
        }
        is_same
    }
}

impl Known {
    fn new(body: &Arc<Body>, options: Vec<Range<usize>>, finders: &Finders) -> Known {
        let blocks = &body.blocks;
        let mut own: Vec<&[Block]> = Vec::new();
        let mut at = 0;
        for options in &options {
            own.extend(blocks.get(at..options.start));
            at = options.end;
        }
        own.extend(blocks.get(at..));
        own.extend(body.footnotes.iter().map(|note| note.blocks.as_slice()));
        let mut mentions = vec![Arc::new(Mentions::of(&own, finders))];
        mentions.extend(options.iter().map(|options| {
            let blocks = blocks.get(options.clone()).unwrap_or(&[]);
            Arc::new(Mentions::of(&[blocks], finders))
        }));
        Known { body: body.clone(), options, mentions }
    }

    fn is_of(&self, written: &Written<'_>) -> bool {
        Arc::ptr_eq(&self.body, written.body) && self.options == written.options
    }
}

impl Mentions {
    fn of(blocks: &[&[Block]], finders: &Finders) -> Mentions {
        let mut mentions = Mentions::default();
        let words: Vec<String> = blocks.iter().map(|blocks| text::plain_blocks(blocks)).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
        let words = words.join("\n");
        let found = |terms: &Terms| terms.find(&words).into_iter().map(|found| found.term.to_string()).collect();
        mentions.terms = found(&finders.linked);
        mentions.all_terms = finders.all.as_ref().map_or_else(|| mentions.terms.clone(), |all| found(all));
        blocks.iter().for_each(|blocks| mentions.add_sources(blocks));
        mentions
    }

    fn add_sources(&mut self, blocks: &[Block]) {
        visit::lines(blocks, &mut |line| {
            visit::inlines(line, &mut |inline| {
                if let Inline::Citation(names) = inline {
                    self.sources.extend(names.iter().map(|name| name.value.clone()));
                }
            });
        });
    }
}

/// Every document with words of its own, in the order of the guide. What was taken back shows none.
fn written(guide: &Guide) -> Vec<Written<'_>> {
    fn page(prose: &Prose, node: NodeId) -> Written<'_> {
        Written { path: &prose.targets.path, body: &prose.body, nodes: vec![node], options: Vec::new() }
    }
    let mut all: Vec<Written<'_>> = Vec::new();
    for (at, article) in guide.articles.iter().enumerate().filter(|(_, article)| article.withdrawn.is_none()) {
        let mut written = page(&article.prose, NodeId::Article(ArticleId(at)));
        for id in &article.decisions {
            written.nodes.push(NodeId::Decision(*id));
            written.options.push(options(guide, *id));
        }
        all.push(written);
    }
    let scenarios = guide.scenarios.iter().enumerate();
    all.extend(scenarios.map(|(at, node)| page(&node.prose, NodeId::Scenario(ScenarioId(at)))));
    let pages = guide.pages.iter().enumerate();
    all.extend(pages.map(|(at, node)| page(&node.prose, NodeId::Page(PageId(at)))));
    all.extend(guide.home.iter().map(|home| page(&home.prose, NodeId::Home)));
    let parts = guide.parts.iter().enumerate();
    all.extend(parts.map(|(at, part)| page(&part.prose, NodeId::Part(PartId(at)))));
    let finder = guide.finder.iter().filter_map(|finder| finder.words.as_ref());
    all.extend(finder.map(|words| page(&words.prose, NodeId::Finder)));
    all
}

/// The blocks of its article that stand on the page of a decision.
pub(super) fn options(guide: &Guide, id: DecisionId) -> Range<usize> {
    let decision = guide.decision(id);
    decision.at + decision.introduction..decision.at + decision.length
}

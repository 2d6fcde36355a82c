//! Which pages use which terms, and which cite which sources.

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
pub struct Memory {
    terms: Arc<Terms>,
    pages: BTreeMap<InputPath, Known>,
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
pub(super) struct Mentions {
    /// Names of terms.
    pub(super) terms: BTreeSet<String>,
    /// Names of sources.
    pub(super) sources: BTreeSet<String>,
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

impl Memory {
    /// What each page mentions, in the order of the guide.
    pub(super) fn mentions(&mut self, guide: &Guide, terms: &Arc<Terms>) -> Vec<(NodeId, Arc<Mentions>)> {
        let mut old = std::mem::take(&mut self.pages);
        if *self.terms != **terms {
            old.clear();
        }
        let written = written(guide);
        let known = written.iter().map(|written| old.remove(written.path).filter(|known| known.is_of(written)));
        let known: Vec<Option<Known>> = known.collect();
        let known: Vec<Known> = written
            .par_iter()
            .zip(known)
            .map(|(written, known)| known.unwrap_or_else(|| Known::new(written.body, written.options.clone(), terms)))
            .collect();
        let mut all = Vec::new();
        for (written, known) in written.into_iter().zip(known) {
            all.extend(written.nodes.iter().copied().zip(known.mentions.iter().cloned()));
            self.pages.insert(written.path.clone(), known);
        }
        let mut glossary = Mentions::default();
        guide.terms.iter().for_each(|term| glossary.add_sources(&term.meaning));
        all.push((NodeId::Glossary, Arc::new(glossary)));
        self.terms = terms.clone();
        all
    }

    /// Takes a document's new body, if it mentions what the old one does, page by page.
    pub(super) fn take(&mut self, path: &InputPath, body: &Arc<Body>, options: Vec<Range<usize>>) -> bool {
        let Some(known) = self.pages.get_mut(path) else { return false };
        let new = Known::new(body, options, &self.terms);
        let is_same = new.mentions == known.mentions;
        if is_same {
            *known = new;
        }
        is_same
    }
}

impl Known {
    fn new(body: &Arc<Body>, options: Vec<Range<usize>>, terms: &Terms) -> Known {
        let blocks = &body.blocks;
        let mut own: Vec<&[Block]> = Vec::new();
        let mut at = 0;
        for options in &options {
            own.extend(blocks.get(at..options.start));
            at = options.end;
        }
        own.extend(blocks.get(at..));
        own.extend(body.footnotes.iter().map(|note| note.blocks.as_slice()));
        let mut mentions = vec![Arc::new(Mentions::of(&own, terms))];
        mentions.extend(options.iter().map(|options| {
            let blocks = blocks.get(options.clone()).unwrap_or(&[]);
            Arc::new(Mentions::of(&[blocks], terms))
        }));
        Known { body: body.clone(), options, mentions }
    }

    fn is_of(&self, written: &Written<'_>) -> bool {
        Arc::ptr_eq(&self.body, written.body) && self.options == written.options
    }
}

impl Mentions {
    fn of(blocks: &[&[Block]], terms: &Terms) -> Mentions {
        let mut mentions = Mentions::default();
        let words: Vec<String> = blocks.iter().map(|blocks| text::plain_blocks(blocks)).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
        mentions.terms.extend(terms.find(&words.join("\n")).into_iter().map(|found| found.term.to_string()));
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
    all
}

/// The blocks of its article that stand on the page of a decision.
pub(super) fn options(guide: &Guide, id: DecisionId) -> Range<usize> {
    let decision = guide.decision(id);
    decision.at + decision.introduction..decision.at + decision.length
}

//! The words of one page, or of the glossary, as the checks of language get them: passage by passage, sentence by
//! sentence, cut once for all of these checks.
//!
//! Such a check sees nothing else. So what it finds depends on these words and on the [`Yardstick`] alone, and a
//! session looks again only at words that changed.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::reading::{self, Goal};
use super::rules::unexplained_term;
use crate::base::{InputPath, List, Place};
use crate::guide::{ArticleId, Guide, NodeId, PageId, PartId, ScenarioId, SourceKind, Term};
use crate::language::phrases::Phrases;
use crate::language::{self, Language, english};
use crate::markup::passages::{Passage, passages};
use crate::markup::{Block, Body};

/// What judgements of language depend on, beside the words themselves.
#[derive(Debug, PartialEq, Eq)]
pub struct Yardstick {
    /// The language of the guide.
    pub(super) language: Language,
    /// How hard a page may be to read.
    pub(super) goal: Option<Goal>,
    /// Sources that are somebody's opinion or story.
    stories: BTreeSet<String>,
    /// What the glossary explains.
    pub(super) explained: BTreeSet<String>,
    /// Words that frighten, and what they do; words that promise.
    pub(super) loaded: [(&'static str, Phrases); 2],
    /// Words of somebody who tells what happened to them.
    pub(super) story: Phrases,
}

impl Yardstick {
    /// What a guide's words are judged by.
    pub(super) fn of(guide: &Guide) -> Yardstick {
        let stories = guide.sources.iter().filter(|source| source.value.kind == SourceKind::Opinion);
        Yardstick {
            language: language(guide),
            goal: reading::goal(guide),
            stories: stories.map(|source| source.name.to_string()).collect(),
            explained: unexplained_term::explained(guide),
            loaded: [("frightens", Phrases::new(english::FEAR)), ("promises", Phrases::new(english::PROMISE))],
            story: Phrases::new(english::OWN_STORY),
        }
    }
}

/// The language of the guide.
pub(super) fn language(guide: &Guide) -> Language {
    Language::of(&guide.site.lang)
}

/// Where the words of a [`Text`] are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written<'a> {
    /// The file.
    pub(super) path: &'a InputPath,
    /// Title and summary of a page.
    pub(super) titles: [Option<&'a str>; 2],
    pub(super) words: Words<'a>,
}

/// The words of a page, or those of the glossary.
#[derive(Clone, Copy, Debug)]
pub(super) enum Words<'a> {
    Page(&'a Arc<Body>),
    Glossary(&'a List<Term>),
}

/// All texts of a guide, in its order; withdrawn articles show none.
pub(super) fn written(guide: &Guide) -> Vec<Written<'_>> {
    let articles = (0..guide.articles.len()).map(|at| NodeId::Article(ArticleId(at)));
    let scenarios = (0..guide.scenarios.len()).map(|at| NodeId::Scenario(ScenarioId(at)));
    let pages = (0..guide.pages.len()).map(|at| NodeId::Page(PageId(at)));
    let parts = (0..guide.parts.len()).map(|at| NodeId::Part(PartId(at)));
    let nodes = articles.chain(scenarios).chain(pages).chain(parts).chain([NodeId::Home, NodeId::Glossary]);
    nodes.filter_map(|node| written_on(guide, node)).collect()
}

/// The text of one page.
pub(super) fn written_on(guide: &Guide, node: NodeId) -> Option<Written<'_>> {
    let (prose, title, summary) = match node {
        NodeId::Article(id) if guide.article(id).withdrawn.is_some() => return None,
        NodeId::Article(id) => (&guide.article(id).prose, &guide.article(id).title, Some(&guide.article(id).summary)),
        NodeId::Scenario(id) => {
            (&guide.scenario(id).prose, &guide.scenario(id).title, Some(&guide.scenario(id).summary))
        }
        NodeId::Page(id) => (&guide.page(id).prose, &guide.page(id).title, guide.page(id).summary.as_ref()),
        NodeId::Part(id) => (&guide.part(id).prose, &guide.part(id).title, guide.part(id).summary.as_ref()),
        NodeId::Home => {
            let home = guide.home.as_ref()?;
            (&home.prose, &home.title, home.summary.as_ref())
        }
        NodeId::Glossary => {
            let path = &guide.terms.first()?.targets.path;
            return Some(Written { path, titles: [None, None], words: Words::Glossary(&guide.terms) });
        }
        NodeId::Parts | NodeId::Scenarios | NodeId::Decision(_) | NodeId::Finder | NodeId::Sources => return None,
    };
    let titles = [Some(title.as_str()), summary.map(String::as_str)];
    Some(Written { path: &prose.targets.path, titles, words: Words::Page(&prose.body) })
}

/// The words of one page, or of the glossary.
pub struct Text<'a> {
    /// The file that they stand in.
    pub(super) path: &'a InputPath,
    /// What they are judged by.
    pub(super) by: &'a Yardstick,
    titles: [Option<&'a str>; 2],
    words: Words<'a>,
    /// What stands under one heading, passage by passage.
    sections: Vec<Vec<Heard<'a>>>,
    notes: Vec<Heard<'a>>,
}

/// A passage, cut into sentences.
pub(super) struct Heard<'a> {
    pub(super) passage: Passage<'a>,
    sentences: Vec<Range<usize>>,
}

impl<'a> Text<'a> {
    pub(super) fn new(written: Written<'a>, by: &'a Yardstick) -> Text<'a> {
        let heard = |blocks: &'a [Block]| -> Vec<Heard<'a>> {
            passages(blocks).into_iter().map(|passage| Heard::new(passage, by.language)).collect()
        };
        let sections = |blocks: &'a [Block]| blocks.chunk_by(|_, next| next.heading().is_none()).map(heard);
        let (sections, notes) = match written.words {
            Words::Page(body) => {
                (sections(&body.blocks).collect(), body.footnotes.iter().flat_map(|note| heard(&note.blocks)).collect())
            }
            Words::Glossary(terms) => (terms.iter().flat_map(|term| sections(&term.meaning)).collect(), Vec::new()),
        };
        Text { path: written.path, by, titles: written.titles, words: written.words, sections, notes }
    }

    /// Whether it is in English: for other languages, only signs can be counted.
    pub(super) fn is_english(&self) -> bool {
        self.by.language == Language::English
    }

    /// Title and summary of the page.
    pub(super) fn titles(&self) -> impl Iterator<Item = &'a str> {
        self.titles.into_iter().flatten()
    }

    /// The blocks of the page, without footnotes; `None` for the glossary.
    pub(super) fn blocks(&self) -> Option<&'a [Block]> {
        match self.words {
            Words::Page(body) => Some(&body.blocks),
            Words::Glossary(_) => None,
        }
    }

    /// Every passage but those of footnotes.
    pub(super) fn passages(&self) -> impl Iterator<Item = &Heard<'a>> {
        self.sections.iter().flatten()
    }

    /// Every passage, footnotes last.
    pub(super) fn all(&self) -> impl Iterator<Item = &Heard<'a>> {
        self.passages().chain(&self.notes)
    }

    /// The passages that are not told as somebody's story: a block quote, or a section that cites an opinion.
    pub(super) fn told(&self) -> impl Iterator<Item = &Heard<'a>> {
        let cites_story = |heard: &Heard<'_>| {
            heard.passage.cited.iter().any(|(_, source)| self.by.stories.contains(source.value.as_str()))
        };
        let told = self.sections.iter().filter(move |section| !section.iter().any(cites_story));
        told.flatten().filter(|heard| !heard.passage.is_quoted)
    }
}

impl<'a> Heard<'a> {
    /// A passage, cut into sentences.
    pub(super) fn new(passage: Passage<'a>, language: Language) -> Heard<'a> {
        Heard { sentences: language::sentences(&passage.text, language), passage }
    }

    /// Its sentences.
    pub(super) fn sentences(&self) -> impl DoubleEndedIterator<Item = Sentence<'_, 'a>> {
        let passage = &self.passage;
        let sentence = |range: &Range<usize>| {
            Some(Sentence { text: passage.text.get(range.clone())?, range: range.clone(), passage })
        };
        self.sentences.iter().filter_map(sentence)
    }
}

/// A sentence of a passage.
pub(super) struct Sentence<'p, 'a> {
    /// Its words.
    pub(super) text: &'p str,
    /// Where it stands in the passage.
    pub(super) range: Range<usize>,
    /// The passage.
    pub(super) passage: &'p Passage<'a>,
}

impl Sentence<'_, '_> {
    /// Whether it asks.
    pub(super) fn is_question(&self) -> bool {
        self.text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?').ends_with('?')
    }

    /// Whether somebody else says it: in a block quote, or with a source.
    pub(super) fn is_of_others(&self) -> bool {
        self.passage.is_quoted || self.passage.cited_in(&self.range).next().is_some()
    }

    /// Whether a range of it stands between quotation marks.
    pub(super) fn is_in_quotes(&self, range: &Range<usize>) -> bool {
        // A quotation may run over several sentences, so the marks of the whole passage count.
        let before = self.passage.text.get(..self.range.start + range.start).unwrap_or("");
        let count = |marks: [char; 2]| before.chars().filter(|c| marks.contains(c)).count();
        let (opened, closed) = (count(['“', '«']), count(['”', '»']));
        opened > closed || before.matches('"').count() % 2 == 1
    }

    /// The place of a range of it.
    pub(super) fn place(&self, range: &Range<usize>, path: &InputPath) -> Place {
        let range = self.range.start + range.start..self.range.start + range.end;
        place(self.passage, &range, path)
    }

    /// The place of all of it.
    pub(super) fn whole(&self, path: &InputPath) -> Place {
        place(self.passage, &self.range, path)
    }
}

/// The place of a range of a passage; the file where nothing is known.
pub(super) fn place(passage: &Passage<'_>, range: &Range<usize>, path: &InputPath) -> Place {
    passage.span(range).map_or_else(|| Place::file(path), |span| span.in_file(path))
}

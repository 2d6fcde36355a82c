//! What the checks of language have in common: the texts of a guide, passage by passage, sentence by sentence.

use std::ops::Range;

use crate::base::{InputPath, Place};
use crate::guide::{Guide, Prose, SourceKind};
use crate::language::{self, Language};
use crate::markup::passages::{Passage, passages};
use crate::markup::{Block, Body};

/// The texts of all pages, in the order of the guide; withdrawn articles show none.
pub(super) fn proses(guide: &Guide) -> impl Iterator<Item = &Prose> {
    let shown = guide.articles.iter().filter(|article| article.withdrawn.is_none());
    let proses = shown.map(|article| &article.prose);
    let proses = proses.chain(guide.scenarios.iter().map(|scenario| &scenario.prose));
    let proses =
        proses.chain(guide.pages.iter().map(|page| &page.prose)).chain(guide.parts.iter().map(|part| &part.prose));
    proses.chain(guide.home.iter().map(|home| &home.prose))
}

/// The titles and summaries of all pages, each with its file.
pub(super) fn titles(guide: &Guide) -> Vec<(&InputPath, &str)> {
    let mut titles: Vec<(&Prose, &str, Option<&str>)> = Vec::new();
    let shown = guide.articles.iter().filter(|article| article.withdrawn.is_none());
    titles.extend(shown.map(|it| (&it.prose, it.title.as_str(), Some(it.summary.as_str()))));
    titles.extend(guide.scenarios.iter().map(|it| (&it.prose, it.title.as_str(), Some(it.summary.as_str()))));
    titles.extend(guide.pages.iter().map(|it| (&it.prose, it.title.as_str(), it.summary.as_deref())));
    titles.extend(guide.parts.iter().map(|it| (&it.prose, it.title.as_str(), it.summary.as_deref())));
    titles.extend(guide.home.iter().map(|it| (&it.prose, it.title.as_str(), it.summary.as_deref())));
    let texts = titles.into_iter().flat_map(|(prose, title, summary)| {
        [Some(title), summary].into_iter().flatten().map(|text| (&prose.targets.path, text))
    });
    texts.collect()
}

/// The language of the guide.
pub(super) fn language(guide: &Guide) -> Language {
    Language::of(&guide.site.lang)
}

/// The passages of all pages, footnotes and glossary, each with its file.
pub(super) fn all_passages(guide: &Guide) -> Vec<(&InputPath, Passage<'_>)> {
    let bodies = proses(guide).map(|prose| (&prose.targets.path, &*prose.body));
    let pages = bodies.flat_map(|(path, body)| blocks_of(body).map(move |blocks| (path, blocks)));
    let terms = guide.terms.iter().map(|term| (&term.targets.path, term.meaning.as_slice()));
    let passages = pages.chain(terms).flat_map(|(path, blocks)| passages(blocks).into_iter().map(move |p| (path, p)));
    passages.collect()
}

fn blocks_of(body: &Body) -> impl Iterator<Item = &[Block]> {
    let notes = body.footnotes.iter().map(|footnote| footnote.blocks.as_slice());
    std::iter::once(body.blocks.as_slice()).chain(notes)
}

/// The passages of all pages and of the glossary that are not told as somebody's story.
///
/// A story is a block quote, or a section that cites an opinion.
pub(super) fn told(guide: &Guide) -> Vec<(&InputPath, Passage<'_>)> {
    let pages = proses(guide).map(|prose| (&prose.targets.path, prose.body.blocks.as_slice()));
    let terms = guide.terms.iter().map(|term| (&term.targets.path, term.meaning.as_slice()));
    let mut told = Vec::new();
    for (path, blocks) in pages.chain(terms) {
        for section in blocks.chunk_by(|_, next| next.heading().is_none()) {
            let passages = passages(section);
            if !passages.iter().any(|passage| cites_opinion(guide, passage)) {
                told.extend(passages.into_iter().filter(|passage| !passage.is_quoted).map(|passage| (path, passage)));
            }
        }
    }
    told
}

/// Whether a passage cites somebody's opinion or story.
fn cites_opinion(guide: &Guide, passage: &Passage<'_>) -> bool {
    let is_opinion = |name: &str| {
        guide.sources.iter().any(|source| source.name.as_str() == name && source.value.kind == SourceKind::Opinion)
    };
    passage.cited.iter().any(|(_, source)| is_opinion(&source.value))
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

/// The sentences of a passage.
pub(super) fn sentences<'p, 'a>(passage: &'p Passage<'a>, language: Language) -> Vec<Sentence<'p, 'a>> {
    let ranges = language::sentences(&passage.text, language).into_iter();
    ranges.filter_map(|range| Some(Sentence { text: passage.text.get(range.clone())?, range, passage })).collect()
}

/// The place of a range of a passage; the file where nothing is known.
pub(super) fn place(passage: &Passage<'_>, range: &Range<usize>, path: &InputPath) -> Place {
    passage.span(range).map_or_else(|| Place::file(path), |span| span.in_file(path))
}

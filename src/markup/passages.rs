//! The passages of a text: each paragraph, point, item and heading as plain words that still know their place.
//!
//! For whoever judges the language of a text. Table cells and code are no passages: nobody reads them as sentences.

use std::ops::Range;

use super::{Block, Inline};
use crate::base::{Span, Spanned};

/// A run of words that ends where its block ends.
#[derive(Clone, Debug)]
pub struct Passage<'a> {
    /// What it is.
    pub role: Role,
    /// Its words; citations and footnote marks are left out.
    pub text: String,
    /// Whether it stands in a block quote.
    pub is_quoted: bool,
    /// Sources cited, each where it stands in the text.
    pub cited: Vec<(usize, &'a Spanned<String>)>,
    pieces: Vec<(usize, &'a Spanned<String>)>,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A heading, or the title of a definition.
    Heading,
    /// A paragraph, or the words of a point.
    Paragraph,
    /// The line of a checklist item.
    Item,
}

impl Passage<'_> {
    /// Where the words of a range of the text were written: as exactly as is known, whole lines at worst.
    pub fn span(&self, range: &Range<usize>) -> Option<Span> {
        let ends = |piece: &(usize, &Spanned<String>)| piece.0 + piece.1.value.len();
        let first = self.pieces.iter().find(|piece| ends(piece) > range.start)?;
        let last = self.pieces.iter().rev().find(|piece| piece.0 < range.end)?;
        let start = source_offset(first.1, range.start.saturating_sub(first.0)).unwrap_or(first.1.span.start);
        let end = source_offset(last.1, range.end.min(ends(last)) - last.0).unwrap_or(last.1.span.end);
        Some(Span::new(start, end.max(start)))
    }

    /// Where the whole passage was written.
    pub fn whole(&self) -> Option<Span> {
        self.span(&(0..self.text.len()))
    }

    /// The sources cited in a range of the text, or right behind it.
    pub fn cited_in(&self, range: &Range<usize>) -> impl Iterator<Item = &Spanned<String>> {
        let (start, end) = (range.start, range.end);
        self.cited.iter().filter(move |(at, _)| start < *at && *at <= end).map(|(_, source)| *source)
    }
}

/// The passages of `blocks`, in the author's order.
pub fn passages(blocks: &[Block]) -> Vec<Passage<'_>> {
    let mut found = Vec::new();
    walk(blocks, false, &mut found);
    found
}

fn walk<'a>(blocks: &'a [Block], is_quoted: bool, found: &mut Vec<Passage<'a>>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => found.push(passage(Role::Heading, &heading.text, is_quoted)),
            Block::Paragraph(text) | Block::Plain(text) => found.push(passage(Role::Paragraph, text, is_quoted)),
            Block::List(list) => list.points.iter().for_each(|point| walk(point, is_quoted, found)),
            Block::Items(items) => {
                for item in items {
                    found.push(passage(Role::Item, &item.text, is_quoted));
                    walk(&item.why, is_quoted, found);
                }
            }
            Block::Quote(inner) => walk(inner, true, found),
            Block::Callout(_, inner) => walk(inner, is_quoted, found),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    found.push(passage(Role::Heading, &definition.title, is_quoted));
                    definition.details.iter().for_each(|detail| walk(detail, is_quoted, found));
                }
            }
            Block::Table(_) | Block::Code { .. } | Block::Figure(_) | Block::Break => {}
        }
    }
}

/// The passage that a line is.
pub fn passage(role: Role, line: &[Inline], is_quoted: bool) -> Passage<'_> {
    let mut passage = Passage { role, text: String::new(), is_quoted, cited: Vec::new(), pieces: Vec::new() };
    add(&mut passage, line);
    passage
}

fn add<'a>(passage: &mut Passage<'a>, line: &'a [Inline]) {
    for inline in line {
        match inline {
            Inline::Text(words) => {
                passage.pieces.push((passage.text.len(), words));
                passage.text.push_str(&words.value);
            }
            Inline::Code(code) => passage.text.push_str(code),
            Inline::Emphasis(inner) | Inline::Strong(inner) => add(passage, inner),
            Inline::Link(link) => add(passage, &link.text),
            Inline::SoftBreak | Inline::HardBreak => passage.text.push(' '),
            Inline::Citation(names) => {
                close_up(passage);
                let at = passage.text.len();
                passage.cited.extend(names.iter().map(|name| (at, name)));
            }
            Inline::FootnoteMark(_) => close_up(passage),
            Inline::Picture(_) => {}
        }
    }
}

/// The space before a mark belongs to the mark.
fn close_up(passage: &mut Passage<'_>) {
    passage.text.truncate(passage.text.trim_end().len());
}

/// The place in the file of the byte `offset` of the words; `None` where it cannot be told for sure.
///
/// Words may differ from what was written: quotes and dashes were made typographic, signs were escaped.
fn source_offset(words: &Spanned<String>, offset: usize) -> Option<usize> {
    let before = words.value.get(..offset)?;
    let written = words.span.end - words.span.start;
    if words.value.len() == written {
        return Some(words.span.start + offset);
    }
    // Typed as `'`, `"` and `--`, these are longer than they were.
    let grown = |text: &str| {
        let more = |c: char| match c {
            '‘' | '’' | '“' | '”' => 2,
            '–' => 1,
            _ => 0,
        };
        text.chars().map(more).sum::<usize>()
    };
    (words.value.len() == written + grown(&words.value)).then(|| words.span.start + offset - grown(before))
}

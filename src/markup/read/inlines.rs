//! The parts of a line: words, emphasis, code, marks.
//!
//! A line is first a list of [`Part`]s, which know their places, so that a name or a box can be
//! cut out of the words; then it becomes inlines of the tree.

use std::ops::Range;

use super::attributes::{self, Attributes};
use super::events::{Event, Tag};
use super::{Ahead, Reader};
use crate::base::Spanned;
use crate::markup::Inline;

/// A part of a line and its range in the text.
pub(super) enum Part {
    /// Words as they are read: entities decoded, quotes made typographic.
    Words(String, Range<usize>),
    /// Anything else.
    Made(Inline, Range<usize>),
    /// The end of a line; `true` if the author asked for it.
    Break(bool, Range<usize>),
}

impl Part {
    pub(super) fn range(&self) -> &Range<usize> {
        match self {
            Part::Words(_, range) | Part::Made(_, range) | Part::Break(_, range) => range,
        }
    }
}

impl Reader<'_> {
    /// The parts up to the end of the line's block, or to the next block in it.
    pub(super) fn parts(&mut self) -> Vec<Part> {
        let mut parts = Vec::new();
        while let Ahead::Inline = self.ahead() {
            let Some((event, range)) = self.events.next() else { break };
            match event {
                Event::Text(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                    parts.push(Part::Words(words.into_string(), range));
                }
                Event::Code(code) => parts.push(Part::Made(Inline::Code(code.into_string()), range)),
                Event::InlineHtml(tag) | Event::Html(tag) => self.html_tag(&tag, range),
                Event::FootnoteReference(label) => {
                    let number = self.footnotes.mark(&label);
                    parts.push(Part::Made(Inline::FootnoteMark(number), range));
                }
                Event::SoftBreak => parts.push(Part::Break(false, range)),
                Event::HardBreak => parts.push(Part::Break(true, range)),
                Event::Start(tag) => self.container(tag, range, &mut parts),
                // A marker is read where its list is; ends and rules are not inline.
                Event::TaskListMarker(_) | Event::End(_) | Event::Rule => {}
            }
        }
        parts
    }

    fn container(&mut self, tag: Tag<'_>, range: Range<usize>, parts: &mut Vec<Part>) {
        if self.too_deep(&range) {
            self.leave();
            return;
        }
        self.depth += 1;
        let is_link = matches!(tag, Tag::Link { .. } | Tag::Image { .. });
        let outside = self.line.in_link;
        self.line.in_link |= is_link;
        let inner = self.parts();
        self.leave();
        if let Tag::Link { link_type, dest_url, title, id } = tag {
            self.link(links_kind(link_type, dest_url, title, id), inner, range, parts);
        } else if let Tag::Image { link_type, dest_url, title, id } = tag {
            self.picture(links_kind(link_type, dest_url, title, id), inner, range, parts);
        } else {
            let strong = matches!(tag, Tag::Strong);
            let inner = self.join(inner);
            let inline = if strong { Inline::Strong(inner) } else { Inline::Emphasis(inner) };
            parts.push(Part::Made(inline, range));
        }
        self.line.in_link = outside;
        self.depth -= 1;
    }

    /// The inlines of a whole line; what is wrong with it is reported.
    pub(super) fn finish(&mut self, parts: Vec<Part>) -> Vec<Inline> {
        let inlines = self.join(parts);
        self.report_tags();
        self.line.bracket = false;
        inlines
    }

    /// The inlines of a part of a line. Words that stand side by side become one.
    pub(super) fn join(&mut self, parts: Vec<Part>) -> Vec<Inline> {
        let mut inlines = Vec::new();
        let mut run: Vec<(String, Range<usize>)> = Vec::new();
        for part in parts {
            match part {
                Part::Words(words, range) => run.push((words, range)),
                Part::Made(inline, _) => {
                    self.words(&mut run, &mut inlines);
                    inlines.push(inline);
                }
                Part::Break(hard, _) => {
                    self.words(&mut run, &mut inlines);
                    inlines.push(if hard { Inline::HardBreak } else { Inline::SoftBreak });
                }
            }
        }
        self.words(&mut run, &mut inlines);
        inlines
    }

    fn words(&mut self, run: &mut Vec<(String, Range<usize>)>, inlines: &mut Vec<Inline>) {
        if self.guide {
            self.leftovers(run);
        }
        let range = run.first().map_or(0, |(_, range)| range.start)..run.last().map_or(0, |(_, range)| range.end);
        let text: String = run.drain(..).map(|(words, _)| words).collect();
        if !text.is_empty() {
            inlines.push(Inline::Text(Spanned::new(text, self.span(&range))));
        }
    }

    /// Takes the attributes off the end of a line.
    pub(super) fn take_attributes(&self, parts: &mut Vec<Part>) -> Vec<Attributes> {
        let mut taken = Vec::new();
        while let Some(found) = last_words(parts).and_then(|run| attributes::trailing(self.text, &run)) {
            cut(parts, &found.range);
            trim_end(parts);
            taken.push(found);
        }
        taken.reverse();
        taken
    }

    /// Takes `{word}` off the end of a line: a name or a class without its sign, reported and read as what it means.
    pub(super) fn take_bare_attribute(&mut self, parts: &mut Vec<Part>) -> Option<Attributes> {
        let run = last_words(parts)?;
        let found = attributes::bare(self.text, &run)?;
        self.bare_attribute(&found);
        cut(parts, &found.range);
        trim_end(parts);
        Some(found)
    }
}

/// What the parser says of a link or a picture.
pub(super) struct Target {
    pub(super) kind: super::events::LinkType,
    pub(super) address: String,
    pub(super) title: Option<String>,
    pub(super) label: String,
}

fn links_kind(
    kind: super::events::LinkType,
    address: super::events::CowStr<'_>,
    title: super::events::CowStr<'_>,
    label: super::events::CowStr<'_>,
) -> Target {
    let title = (!title.is_empty()).then(|| title.into_string());
    Target { kind, address: address.into_string(), title, label: label.into_string() }
}

/// The range of the unbroken words at the end of a line.
fn last_words(parts: &[Part]) -> Option<Range<usize>> {
    let mut run: Option<Range<usize>> = None;
    for part in parts.iter().rev() {
        let Part::Words(_, range) = part else { break };
        run = match run {
            None => Some(range.clone()),
            // The backslash before an escaped character stands between two runs of words.
            Some(after) if after.start - range.end <= 1 => Some(range.start..after.end),
            Some(after) => return Some(after),
        };
    }
    run
}

/// Cuts a range of the text out of the words.
pub(super) fn cut(parts: &mut Vec<Part>, gone: &Range<usize>) {
    for part in parts.iter_mut() {
        let Part::Words(words, range) = part else { continue };
        if range.end <= gone.start || range.start >= gone.end {
            continue;
        }
        // Words that are not as written, such as a quote made typographic, go whole.
        let keep = |part: Range<usize>| {
            let verbatim = words.len() == range.len();
            verbatim.then(|| words.get(part.start - range.start..part.end - range.start)).flatten().unwrap_or("")
        };
        let before = keep(range.start..gone.start.max(range.start));
        let after = keep(gone.end.min(range.end)..range.end);
        let left = format!("{before}{after}");
        *range =
            if after.is_empty() { range.start..range.start + before.len() } else { range.end - after.len()..range.end };
        *words = left;
    }
    parts.retain(|part| !matches!(part, Part::Words(words, _) if words.is_empty()));
}

/// Takes spaces off the end of a line.
pub(super) fn trim_end(parts: &mut Vec<Part>) {
    while let Some(Part::Words(words, range)) = parts.last_mut() {
        let spaces = words.len() - words.trim_end().len();
        words.truncate(words.len() - spaces);
        range.end = range.end.saturating_sub(spaces).max(range.start);
        if !words.is_empty() {
            return;
        }
        parts.pop();
    }
}

//! Blocks: paragraphs, quotations, callouts, code, tables, definitions.

use std::ops::Range;

use super::events::{Alignment as Set, BlockQuoteKind, CodeBlockKind, Event, Tag};
use super::headings::looks_like_heading;
use super::inlines::Part;
use super::{Ahead, Inside, Reader};
use crate::markup::{Alignment, Block, Callout, Definition, Inline, Item, Table, rules};

impl Reader<'_> {
    /// The blocks up to the end of what is being read.
    pub(super) fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        loop {
            match self.ahead() {
                Ahead::End if self.peek(0).is_some() && self.depth == 0 => {
                    // An end without a beginning: the parser promises that there is none.
                    self.events.next();
                }
                Ahead::End => return blocks,
                Ahead::Block => self.block(&mut blocks),
                Ahead::Inline => {
                    let parts = self.parts();
                    self.prose(parts, Block::Plain, &mut blocks);
                }
            }
        }
    }

    /// The blocks of something that others may stand in, up to and over its end.
    pub(super) fn inner(&mut self, inside: Option<Inside>) -> Vec<Block> {
        self.inside.extend(inside);
        let blocks = self.blocks();
        if inside.is_some() {
            self.inside.pop();
        }
        self.leave();
        blocks
    }

    fn block(&mut self, blocks: &mut Vec<Block>) {
        let Some((event, range)) = self.events.next() else { return };
        let Event::Start(tag) = event else {
            blocks.push(Block::Break);
            return;
        };
        if self.too_deep(&range) {
            self.leave();
            return;
        }
        self.depth += 1;
        self.tag(tag, range, blocks);
        self.depth -= 1;
    }

    fn tag(&mut self, tag: Tag<'_>, range: Range<usize>, blocks: &mut Vec<Block>) {
        match tag {
            Tag::Paragraph => {
                let parts = self.parts();
                self.leave();
                self.prose(parts, Block::Paragraph, blocks);
            }
            Tag::Heading { level, .. } => {
                let heading = self.heading(level, range);
                blocks.push(Block::Heading(heading));
            }
            Tag::BlockQuote(None) => {
                let inner = self.inner(Some(Inside::Quote));
                blocks.push(Block::Quote(inner));
            }
            Tag::BlockQuote(Some(kind)) => {
                let inner = self.inner(Some(Inside::Callout));
                blocks.push(Block::Callout(callout(kind), inner));
            }
            Tag::CodeBlock(kind) => {
                let code = self.code(kind, range);
                blocks.push(code);
            }
            Tag::HtmlBlock => self.html_block(range),
            Tag::List(start) => self.list(start, blocks),
            Tag::FootnoteDefinition(label) => {
                let inner = self.inner(Some(Inside::Footnote));
                self.footnotes.define(&label, inner, range.start);
            }
            Tag::DefinitionList => {
                let definitions = self.definitions();
                blocks.push(Block::Definitions(definitions));
            }
            Tag::Table(alignments) => {
                let table = self.table(&alignments);
                blocks.push(Block::Table(table));
            }
            // These stand in other blocks, where they are read; or their extension is off.
            Tag::Item
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::MetadataBlock(_) => self.leave(),
        }
    }

    /// The words of a paragraph; lines that look like headings or boxes are reported and become what they mean.
    pub(super) fn prose(&mut self, parts: Vec<Part>, wrap: fn(Vec<Inline>) -> Block, blocks: &mut Vec<Block>) {
        if !self.guide || !(0..parts.len()).any(|at| self.heading_at(&parts, at)) {
            return self.words_and_boxes(parts, wrap, blocks);
        }
        let begins: Vec<bool> = (0..parts.len()).map(|at| self.heading_at(&parts, at)).collect();
        let mut lines: Vec<(bool, Vec<Part>)> = vec![(false, Vec::new())];
        for (part, begins) in parts.into_iter().zip(begins) {
            let ends = lines.last().is_some_and(|(heading, _)| *heading) && matches!(part, Part::Break(..));
            if begins || ends {
                lines.push((begins, Vec::new()));
            }
            if let Some((_, line)) = lines.last_mut().filter(|_| !ends) {
                line.push(part);
            }
        }
        for (heading, mut line) in lines {
            while matches!(line.last(), Some(Part::Break(..))) {
                line.pop();
            }
            if heading {
                let heading = self.mistyped_heading(line);
                blocks.push(Block::Heading(heading));
            } else if !line.is_empty() {
                self.words_and_boxes(line, wrap, blocks);
            }
        }
    }

    /// Whether the line that begins with part `at` looks like a heading.
    fn heading_at(&self, parts: &[Part], at: usize) -> bool {
        let line = self.line_at(parts, at);
        line.and_then(|range| self.text.get(range)).is_some_and(looks_like_heading)
    }

    fn words_and_boxes(&mut self, parts: Vec<Part>, wrap: fn(Vec<Inline>) -> Block, blocks: &mut Vec<Block>) {
        if !self.guide || !parts.iter().enumerate().any(|(at, _)| self.box_at(&parts, at).is_some()) {
            let mut text = self.finish(parts);
            let figure = self.guide && matches!(text.as_slice(), [Inline::Picture(_)]);
            match text.pop() {
                Some(Inline::Picture(picture)) if figure => blocks.push(Block::Figure(picture)),
                Some(last) => {
                    text.push(last);
                    blocks.push(wrap(text));
                }
                // Nothing but a comment.
                None => {}
            }
            return;
        }
        let (before, lines) = self.split_boxes(parts);
        if !before.is_empty() {
            let text = self.finish(before);
            blocks.push(wrap(text));
        }
        let items: Vec<Item> = lines.into_iter().map(|line| self.mistyped(line)).collect();
        blocks.push(Block::Items(items));
    }

    fn code(&mut self, kind: CodeBlockKind<'_>, range: Range<usize>) -> Block {
        let mut text = String::new();
        let mut end = self.line_end(range.start);
        let mut lines = 0;
        for (event, place) in self.events.by_ref() {
            if let Event::Text(words) = event {
                text.push_str(&words);
                end = end.max(place.end);
                lines += 1;
            } else if let Event::End(_) = event {
                break;
            }
        }
        let language = match kind {
            CodeBlockKind::Indented => {
                self.box_in_code(&text, &range);
                String::new()
            }
            CodeBlockKind::Fenced(info) => {
                if self.guide && !self.is_closed(&range, end) {
                    self.report_fence(&range, lines > 0);
                }
                info.split_whitespace().next().unwrap_or("").to_owned()
            }
        };
        Block::Code { language, text }
    }

    /// Whether a fence follows the code that ends at `end`.
    fn is_closed(&self, range: &Range<usize>, end: usize) -> bool {
        let fence = self.text.get(range.start..).and_then(|text| text.trim_start().chars().next());
        let after = self.text.get(end..range.end).unwrap_or("");
        fence.is_some_and(|fence| after.contains([fence, fence, fence].iter().collect::<String>().as_str()))
    }

    fn report_fence(&mut self, range: &Range<usize>, has_code: bool) {
        let line = range.start..self.line_end(range.start);
        let source = self.text.get(line.clone()).unwrap_or("").trim_start();
        let fence: String = source.chars().take_while(|c| source.starts_with(*c)).collect();
        let problem = self.problem(&rules::UNCLOSED_FENCE, &line, "a code fence is never closed").label("opened here");
        self.unclosed = self.unclosed.take().or(Some((line, range.clone())));
        let problem = if has_code { problem.note("all that follows is printed as code") } else { problem };
        self.problems.push(problem.help(format!("close it with {fence} on a line of its own")));
    }

    fn definitions(&mut self) -> Vec<Definition> {
        let mut definitions: Vec<Definition> = Vec::new();
        while let Some((Event::Start(tag), _)) = self.peek(0) {
            let is_title = matches!(tag, Tag::DefinitionListTitle);
            self.events.next();
            if is_title {
                let parts = self.parts();
                self.leave();
                let title = self.finish(parts);
                definitions.push(Definition { title, details: Vec::new() });
            } else {
                let detail = self.inner(Some(Inside::Definition));
                if let Some(definition) = definitions.last_mut() {
                    definition.details.push(detail);
                }
            }
        }
        self.leave();
        definitions
    }

    fn table(&mut self, alignments: &[Set]) -> Table {
        let alignments = alignments.iter().map(alignment).collect();
        let mut table = Table { alignments, head: Vec::new(), rows: Vec::new() };
        while let Some((Event::Start(tag), _)) = self.peek(0) {
            let is_head = matches!(tag, Tag::TableHead);
            self.events.next();
            let row = self.row();
            if is_head {
                table.head = row;
            } else {
                table.rows.push(row);
            }
        }
        self.leave();
        table
    }

    fn row(&mut self) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while let Some((Event::Start(_), _)) = self.peek(0) {
            self.events.next();
            let parts = self.parts();
            self.leave();
            self.no_box(&parts, "in a table");
            cells.push(self.finish(parts));
        }
        self.leave();
        cells
    }
}

fn callout(kind: BlockQuoteKind) -> Callout {
    match kind {
        BlockQuoteKind::Note => Callout::Note,
        BlockQuoteKind::Tip => Callout::Tip,
        BlockQuoteKind::Important => Callout::Important,
        BlockQuoteKind::Warning => Callout::Warning,
        BlockQuoteKind::Caution => Callout::Caution,
    }
}

fn alignment(set: &Set) -> Alignment {
    match set {
        Set::None => Alignment::None,
        Set::Left => Alignment::Left,
        Set::Center => Alignment::Center,
        Set::Right => Alignment::Right,
    }
}

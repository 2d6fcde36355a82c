//! Walks through a tree in the author's order, nested parts and footnotes included.

use super::{Block, Body, Heading, Inline, Item, Link, Picture};
use crate::base::Spanned;

/// All links.
pub fn links(body: &Body) -> Vec<&Link> {
    let mut found = Vec::new();
    every_inline(body, &mut |inline| {
        if let Inline::Link(link) = inline {
            found.push(link);
        }
    });
    found
}

/// All pictures, those among words and those that are figures.
pub fn pictures(body: &Body) -> Vec<&Picture> {
    let mut found = Vec::new();
    walk_body(body, &mut |node| match node {
        Node::Block(Block::Figure(picture)) | Node::Inline(Inline::Picture(picture)) => found.push(picture),
        Node::Block(_) | Node::Inline(_) | Node::Line(_) | Node::Item(_) => {}
    });
    found
}

/// The names of all cited sources, each as often as it is cited.
pub fn citations(body: &Body) -> Vec<&Spanned<String>> {
    let mut found = Vec::new();
    every_inline(body, &mut |inline| {
        if let Inline::Citation(names) = inline {
            found.extend(names);
        }
    });
    found
}

/// All words that are words and nothing else, in the pieces in which they were read.
pub fn texts(body: &Body) -> Vec<&Spanned<String>> {
    let mut found = Vec::new();
    every_inline(body, &mut |inline| {
        if let Inline::Text(words) = inline {
            found.push(words);
        }
    });
    found
}

/// All headings.
pub fn headings(body: &Body) -> Vec<&Heading> {
    let mut found = Vec::new();
    walk_body(body, &mut |node| {
        if let Node::Block(Block::Heading(heading)) = node {
            found.push(heading);
        }
    });
    found
}

/// All checklist items.
pub fn items(body: &Body) -> Vec<&Item> {
    let mut found = Vec::new();
    walk_body(body, &mut |node| {
        if let Node::Item(item) = node {
            found.push(item);
        }
    });
    found
}

/// What a walk comes by, each part before the parts in it.
enum Node<'a> {
    Block(&'a Block),
    Item(&'a Item),
    /// The words of one paragraph, heading, cell, item or title.
    Line(&'a [Inline]),
    Inline(&'a Inline),
}

/// Shows every line of words in `blocks`, whole.
pub fn lines<'a>(blocks: &'a [Block], see: &mut dyn FnMut(&'a [Inline])) {
    walk(blocks, &mut |node| {
        if let Node::Line(line) = node {
            see(line);
        }
    });
}

/// Shows every inline part of a line, with the parts in it.
pub fn inlines<'a>(line: &'a [Inline], see: &mut dyn FnMut(&'a Inline)) {
    for inline in line {
        see(inline);
        match inline {
            Inline::Emphasis(inner) | Inline::Strong(inner) => inlines(inner, see),
            Inline::Link(link) => inlines(&link.text, see),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Picture(_)
            | Inline::Citation(_)
            | Inline::FootnoteMark(_)
            | Inline::SoftBreak
            | Inline::HardBreak => {}
        }
    }
}

fn every_inline<'a>(body: &'a Body, see: &mut dyn FnMut(&'a Inline)) {
    walk_body(body, &mut |node| {
        if let Node::Inline(inline) = node {
            see(inline);
        }
    });
}

fn walk_body<'a>(body: &'a Body, see: &mut dyn FnMut(Node<'a>)) {
    walk(&body.blocks, see);
    for footnote in &body.footnotes {
        walk(&footnote.blocks, see);
    }
}

fn walk<'a>(blocks: &'a [Block], see: &mut dyn FnMut(Node<'a>)) {
    for block in blocks {
        see(Node::Block(block));
        match block {
            Block::Heading(heading) => line(&heading.text, see),
            Block::Paragraph(text) | Block::Plain(text) => line(text, see),
            Block::List(list) => list.points.iter().for_each(|point| walk(point, see)),
            Block::Items(items) => {
                for item in items {
                    see(Node::Item(item));
                    line(&item.text, see);
                    walk(&item.why, see);
                }
            }
            Block::Quote(inner) | Block::Callout(_, inner) => walk(inner, see),
            Block::Table(table) => {
                table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| line(cell, see));
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    line(&definition.title, see);
                    definition.details.iter().for_each(|detail| walk(detail, see));
                }
            }
            Block::Code { .. } | Block::Figure(_) | Block::Break => {}
        }
    }
}

fn line<'a>(text: &'a [Inline], see: &mut dyn FnMut(Node<'a>)) {
    see(Node::Line(text));
    inlines(text, &mut |inline| see(Node::Inline(inline)));
}

//! The sections of a document: a heading and what stands below it.

use super::{Block, Heading};

/// The heading that stands at `at` among `blocks`, if one does.
pub fn heading_at(blocks: &[Block], at: usize) -> Option<&Heading> {
    if let Some(Block::Heading(heading)) = blocks.get(at) { Some(heading) } else { None }
}

/// The blocks after the heading at `blocks[at]`, up to the next heading of the same or a higher rank.
///
/// Empty if no heading stands there.
pub fn section(blocks: &[Block], at: usize) -> &[Block] {
    let Some(heading) = heading_at(blocks, at) else { return &[] };
    let below = blocks.get(at + 1..).unwrap_or(&[]);
    let ends = |block: &Block| matches!(block, Block::Heading(next) if next.level <= heading.level);
    let end = below.iter().position(ends).unwrap_or(below.len());
    below.get(..end).unwrap_or(below)
}

/// The blocks without their items, and without headings that then stand above nothing.
pub fn without_items(blocks: &[Block]) -> Vec<&Block> {
    let mut kept: Vec<&Block> = Vec::new();
    for block in blocks.iter().rev().filter(|block| !matches!(block, Block::Items(_))) {
        // A heading stays only above something: words, or a deeper heading that stayed.
        let is_bare = |heading: &Heading| {
            kept.last().is_none_or(|next| next.heading().is_some_and(|next| next.level <= heading.level))
        };
        if !block.heading().is_some_and(is_bare) {
            kept.push(block);
        }
    }
    kept.reverse();
    kept
}

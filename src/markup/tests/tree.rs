//! What can be asked of a tree: places, sections, words.

use super::{at, read};
use crate::markup::sections::{heading_at, section};
use crate::markup::{Aspect, Block, text, visit};

const SOURCE: &str = "Lead [a](a.md) and [@one].\n\n## First {#first}\n\nText[^n]\n\n### Good {.for}\n\n- [b](<b c.md> \"T\")\n\n\
                      ## Second\n\n> ![P](p.png) `code words`\n\n- [ ] Do [c](c.md#d)\n\n  Why [@two; @three]\n\n[^n]: Note [e](e.md)\n";

#[test]
fn links_pictures_citations_headings_and_items_come_in_the_authors_order() {
    let body = read(SOURCE).value;
    let links: Vec<_> = visit::links(&body)
        .into_iter()
        .map(|link| (link.target.value.as_str(), at(SOURCE, link.target.span)))
        .collect();
    assert_eq!(links, [("a.md", "a.md"), ("b c.md", "b c.md"), ("c.md#d", "c.md#d"), ("e.md", "e.md")]);
    assert_eq!(at(SOURCE, visit::links(&body)[1].span), "[b](<b c.md> \"T\")");
    let pictures: Vec<_> = visit::pictures(&body).into_iter().map(|picture| at(SOURCE, picture.target.span)).collect();
    assert_eq!(pictures, ["p.png"]);
    let cited: Vec<_> =
        visit::citations(&body).into_iter().map(|name| (name.value.as_str(), at(SOURCE, name.span))).collect();
    assert_eq!(cited, [("one", "@one"), ("two", "@two"), ("three", "@three")]);
    let headings: Vec<_> =
        visit::headings(&body).into_iter().map(|heading| (heading.anchor.as_str(), at(SOURCE, heading.span))).collect();
    assert_eq!(headings, [("first", "## First {#first}"), ("good", "### Good {.for}"), ("second", "## Second")]);
    assert_eq!(visit::items(&body).len(), 1);
}

#[test]
fn only_names_that_authors_wrote_have_a_place() {
    let body = read(SOURCE).value;
    let headings = visit::headings(&body);
    let named: Vec<_> = headings.iter().map(|heading| heading.named.map(|span| at(SOURCE, span))).collect();
    assert_eq!(named, [Some("first"), None, None]);
    let aspect = headings[1].aspect.unwrap();
    assert_eq!((aspect.value, at(SOURCE, aspect.span)), (Aspect::For, ".for"));
}

#[test]
fn a_section_ends_at_the_next_heading_of_its_rank() {
    let blocks = read(SOURCE).value.blocks;
    let headings: Vec<usize> = (0..blocks.len()).filter(|at| heading_at(&blocks, *at).is_some()).collect();
    let sizes: Vec<usize> = headings.iter().map(|at| section(&blocks, *at).len()).collect();
    assert_eq!(sizes, [3, 1, 2]);
    assert!(section(&blocks, 0).is_empty() && section(&blocks, 99).is_empty());
}

#[test]
fn words_are_counted_without_code_and_addresses() {
    assert_eq!(
        read("Two words. `no code`\n\n```\nnor this\n```\n\n- [three](http://x.org) – [@no] 4!\n").value.words,
        4
    );
    assert_eq!(read(SOURCE).value.words, 13);
}

#[test]
fn bare_words_leave_marks_and_line_ends_out() {
    let body = read("One\n*two* [@a], `three`[^n]\n\nfour\n\n[^n]: x\n").value;
    let Block::Paragraph(first) = &body.blocks[0] else { panic!() };
    assert_eq!(text::plain(first), "One two, three");
    assert_eq!(text::plain_blocks(&body.blocks), "One two, three\nfour");
}

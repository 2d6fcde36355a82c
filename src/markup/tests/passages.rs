//! Passages: which there are, and that each part of them knows where it was written.

use super::{at, read};
use crate::markup::passages::{Role, passages};

/// Each passage: its role, its words, what the places of its words say, and whether it is quoted.
fn shown(source: &str) -> Vec<String> {
    let body = read(source).value;
    let shown = passages(&body.blocks).into_iter().map(|passage| {
        let quoted = if passage.is_quoted { " quoted" } else { "" };
        let cited: Vec<&str> = passage.cited.iter().map(|(_, name)| name.value.as_str()).collect();
        format!("{:?}{quoted}: {} {cited:?}", passage.role, passage.text)
    });
    shown.collect()
}

#[test]
fn each_paragraph_point_item_and_heading_is_a_passage() {
    let source = "## Go *up* {#up}\n\nHold the\nrail [@a; @b].\n\n- One\n- Two\n\n  More.\n\n> Said\n\n- [ ] Walk. {#walk}\n\n  Why.\n\n\
                  | a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n\n[See `x`](x.md) now.[^n]\n\n[^n]: Note.\n";
    assert_eq!(
        shown(source),
        [
            "Heading: Go up []",
            "Paragraph: Hold the rail. [\"a\", \"b\"]",
            "Paragraph: One []",
            "Paragraph: Two []",
            "Paragraph: More. []",
            "Paragraph quoted: Said []",
            "Item: Walk. []",
            "Paragraph: Why. []",
            "Paragraph: See x now. []",
        ]
    );
}

/// What was written where `words` stand in the only passage of `source`.
fn written<'s>(source: &'s str, words: &str) -> &'s str {
    let body = read(source).value;
    let passages = passages(&body.blocks);
    let passage = &passages[0];
    let start = passage.text.find(words).expect("the words are there");
    at(source, passage.span(&(start..start + words.len())).expect("they have a place"))
}

#[test]
fn words_are_found_where_they_were_written() {
    assert_eq!(written("Hold the *rail* now.", "rail"), "rail");
    assert_eq!(written("Hold the *rail* now.", "the rail now"), "the *rail* now");
    assert_eq!(written("Hold\nthe rail [@a] now.", "rail now"), "rail [@a] now");
    // Quotes and dashes were made typographic; each word still is where it was.
    assert_eq!(written("It's \"good\" -- isn't it?", "good"), "good");
    assert_eq!(written("It's \"good\" -- isn't it?", "isn’t it"), "isn't it");
    assert_eq!(written("It’s “good” – yes.", "yes"), "yes");
    // Where nobody can tell, it is the line.
    assert_eq!(written("a\n&amp; b &amp; c\nd", "b"), "&amp; b &amp; c");
    assert_eq!(written("It’s 'mixed' here", "here"), "It’s 'mixed' here");
}

#[test]
fn citations_belong_to_the_words_before_them() {
    let body = read("First [@a]. Second. [@b] Third.").value;
    let passage = &passages(&body.blocks)[0];
    assert_eq!(passage.role, Role::Paragraph);
    let cited = |words: &str| {
        let start = passage.text.find(words).expect("the words are there");
        let range = start..start + words.len();
        passage.cited_in(&range).map(|name| name.value.clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        (cited("First."), cited("Second."), cited("Third.")),
        (vec!["a".to_owned()], vec!["b".to_owned()], vec![])
    );
}

//! terms.md: its headings are the terms, the text under each says what it means.

use super::fields::Reader;
use super::schema::terms::{self, Term, TermRules, Terms};
use super::{rules, scan, split, yaml};
use crate::base::{Span, Spanned};
use crate::markup::{self, Block, Body, Boxes, Dialect, Heading};
use crate::report::Diagnostic;

/// The terms of the file. Its metadata may be missing: a glossary needs none.
pub(super) fn terms(reader: &mut Reader<'_>) -> Option<Terms> {
    let has_front = reader.source.trim_start_matches('\u{feff}').starts_with("---");
    let (rules, body) = if has_front {
        let halves = split::split(reader.path, reader.source).map_err(|problem| reader.problems.push(*problem)).ok()?;
        let node = yaml::read(reader.path, reader.source, halves.front).take(&mut reader.problems)?;
        (terms::rules(reader, &node, halves.fence), halves.body)
    } else {
        let none = TermRules { forms: Vec::new(), links: Vec::new(), allow: Vec::new() };
        let start = if reader.source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        (none, Span::new(start, reader.source.len()))
    };
    let text = body;
    let body =
        markup::body(reader.path, reader.source, text, Dialect::Guide, Boxes::Refused).take(&mut reader.problems);
    check_beginning(reader, text, &body);
    check_footnotes(reader, text, &body);
    let mut terms: Vec<Term> = Vec::new();
    for block in body.blocks {
        match (block, terms.last_mut()) {
            // The first level is the page's title: reported where the text is read.
            (Block::Heading(heading), _) if heading.written == 1 => {}
            (Block::Heading(heading), Some(_)) if heading.written > 2 => reader.problems.push(deeper(reader, &heading)),
            (Block::Heading(heading), _) => terms.push(term(heading, &rules)),
            (block, Some(term)) => term.meaning.push(block),
            (_, None) => {}
        }
    }
    for term in &terms {
        if term.meaning.is_empty() {
            reader.problems.push(
                Diagnostic::new(&rules::NO_TEXT, term.name.span.in_file(reader.path), "a term without a meaning")
                    .label("nothing is said of it")
                    .help("write one paragraph below it that says what it means"),
            );
        }
    }
    let names = rules.forms.iter().map(|(name, _)| name).chain(rules.links.iter().map(|(name, _)| name));
    let named = names.cloned().collect();
    Some(Terms { terms, named, allow: rules.allow })
}

/// Reports words before the first heading: they belong to no term, and no page would show them.
fn check_beginning(reader: &mut Reader<'_>, text: Span, body: &Body) {
    let first =
        body.blocks.iter().find_map(|block| if let Block::Heading(heading) = block { Some(heading) } else { None });
    if body.blocks.is_empty() || matches!(body.blocks.first(), Some(Block::Heading(_))) {
        return;
    }
    let before = Span::new(text.start, first.map_or(text.end, |heading| heading.span.start));
    let line = scan::lines(reader.source, before).find(|line| !scan::text(reader.source, *line).trim().is_empty());
    reader.problems.push(
        Diagnostic::new(
            &rules::TEXT_OUTSIDE_TERM,
            line.unwrap_or(before).in_file(reader.path),
            "words that belong to no term",
        )
        .label("stands above the first term")
        .note("the glossary is made of terms: nobody would see these words")
        .help("write a heading above them, `## The term {#the-term}`, or take them out"),
    );
}

/// Reports footnotes: the glossary has no end of a text at which they could stand.
fn check_footnotes(reader: &mut Reader<'_>, text: Span, body: &Body) {
    for footnote in &body.footnotes {
        let mark = format!("[^{}]", footnote.label);
        let Some(at) = reader.source.get(text.start..).and_then(|rest| rest.find(&mark)) else { continue };
        let place = Span::new(text.start + at, text.start + at + mark.len()).in_file(reader.path);
        reader.problems.push(
            Diagnostic::new(&rules::FOOTNOTE_IN_TERM, place, "a footnote in the glossary")
                .label("nobody would see its text")
                .help("write what it says as part of the sentence, and take the footnote out"),
        );
    }
}

/// That a term's text has a heading.
fn deeper(reader: &Reader<'_>, heading: &Heading) -> Diagnostic {
    Diagnostic::new(&rules::HEADING_IN_TERM, heading.span.in_file(reader.path), "a heading inside a term")
        .label("below a term's own heading")
        .note("the glossary shows a term and what it means, nothing below it")
        .help("take the heading out, or begin it with `##` to make a term of it")
}

fn term(heading: Heading, rules: &TermRules) -> Term {
    let name = Spanned::new(heading.anchor, heading.named.unwrap_or(heading.span));
    let forms = rules.forms.iter().filter(|(known, _)| known.value == name.value).flat_map(|(_, forms)| forms);
    let forms = forms.map(|form| form.value.clone()).collect();
    let linked = rules.links.iter().find(|(known, _)| known.value == name.value).is_none_or(|(_, linked)| *linked);
    Term { name, title: heading.text, meaning: Vec::new(), forms, linked }
}

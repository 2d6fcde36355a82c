//! The finder: one question a page, and the checklists that fit at the end of each way.
//!
//! Nobody's answers are kept: a page knows what follows from it, and not how a reader came to it.

use super::frame::Frame;
use super::prose::{Pen, term_href};
use super::view::{AnswerView, FinderView, FoundView, View};
use crate::base::Address;
use crate::guide::{Finder, NodeId, Target};
use crate::logic::{FinderPage, Next, Question};
use crate::markup::html::Cited;
use crate::markup::text::capitalized;

/// The address of a page of the finder, or of an end: the first page is the finder itself.
pub(super) fn address(finder: &Finder, next: Next) -> Address {
    let number = match next {
        Next::Page(0) => return Address::page(["find"]),
        Next::Page(page) => page,
        Next::End(end) => finder.diagram.pages.len() + end,
    };
    Address::page(["find", &number.to_string()])
}

/// The view of a question.
pub(super) fn question(frame: &Frame<'_, '_>, number: usize) -> Option<View> {
    let finder = frame.plan.guide.finder.as_ref()?;
    let page = finder.diagram.pages.get(number)?;
    let fact = frame.plan.guide.fact(page.fact);
    let words = frame.plan.words;
    let label = |value: usize| fact.values.get(value).map(|value| value.label.clone()).unwrap_or_default();
    let answer = |title: String, next: Next| AnswerView { href: frame.href(&address(finder, next)), title };
    let (value, answers) = match &page.question {
        Question::Which(answers) => (None, answers.iter().map(|(value, next)| answer(label(*value), *next)).collect()),
        Question::Whether { value, yes, no } => {
            let yes = answer(words.text("finder_yes").to_owned(), *yes);
            (Some(label(*value)), vec![yes, answer(words.text("finder_no").to_owned(), *no)])
        }
    };
    let is_first = number == 0;
    let (intro_html, cited) = if is_first { introduction(frame, finder) } else { (None, Vec::new()) };
    let above = if is_first { vec![frame.start()] } else { vec![frame.start(), to_finder(frame)] };
    let mut head = frame.head(fact.ask.clone(), None, &above);
    head.description = finder.words.as_ref().filter(|_| is_first).and_then(|words| words.summary.clone());
    head.noindex = !is_first;
    Some(View::Finder(FinderView {
        name: frame.title(NodeId::Finder),
        progress: progress(frame, finder, number),
        intro_html,
        value,
        answers,
        back: back(frame, finder, page),
        start: (!is_first).then(|| frame.to(NodeId::Finder)),
        all: frame.to(NodeId::Scenarios),
        sources: frame.sources(&cited),
        head,
    }))
}

/// The view of an end.
pub(super) fn found(frame: &Frame<'_, '_>, end: usize) -> Option<View> {
    let finder = frame.plan.guide.finder.as_ref()?;
    let fitting = finder.diagram.ends.get(end)?;
    let scenarios: Vec<NodeId> =
        fitting.iter().filter_map(|at| finder.scenarios.get(*at)).map(|id| NodeId::Scenario(*id)).collect();
    let words = frame.plan.words;
    let (title, note) = match scenarios.len() {
        0 => (words.text("found_none").to_owned(), words.text("found_none_note")),
        1 => (words.counted("found", 1), words.text("found_note_one")),
        count => (words.counted("found", count), words.text("found_note_other")),
    };
    let row = |node| frame.row(&Target { node, anchor: None });
    let rows = match &finder.otherwise {
        Some(otherwise) if scenarios.is_empty() => vec![frame.row(otherwise)],
        // A site can set the check that asks for `otherwise` lower; its readers are not left alone.
        None if scenarios.is_empty() => vec![row(NodeId::Scenarios)],
        _ => scenarios.into_iter().map(row).collect(),
    };
    let mut head = frame.head(title, Some(note.to_owned()), &[frame.start(), to_finder(frame)]);
    head.description = None;
    head.noindex = true;
    let leads_here = |page: &&FinderPage| page.question.answers().contains(&Next::End(end));
    let mut parents = finder.diagram.pages.iter().enumerate().filter(|(_, page)| leads_here(page));
    let back = match (parents.next(), parents.next()) {
        (Some((parent, _)), None) => Some(frame.href(&address(finder, Next::Page(parent)))),
        _ => None,
    };
    Some(View::Found(FoundView { rows, back, start: frame.to(NodeId::Finder), all: frame.to(NodeId::Scenarios), head }))
}

fn to_finder(frame: &Frame<'_, '_>) -> (NodeId, String) {
    (NodeId::Finder, frame.title(NodeId::Finder))
}

/// The author's words for the first page; without them, those of the theme.
fn introduction(frame: &Frame<'_, '_>, finder: &Finder) -> (Option<String>, Vec<Cited>) {
    let href = term_href(frame);
    let mut pen = Pen::new(frame, &href);
    let own = finder.words.as_ref().and_then(|words| pen.all(&words.prose));
    let html =
        own.or_else(|| Some(format!("<p>{}</p>", crate::markup::html::escaped(frame.plan.words.text("finder_lead")))));
    (html, pen.cited())
}

/// "Question 1. At most three more."
fn progress(frame: &Frame<'_, '_>, finder: &Finder, number: usize) -> String {
    let words = frame.plan.words;
    let more = finder.diagram.facts_from_page(number).saturating_sub(1);
    let text = match (number, more) {
        (0, 0) => words.text("finder_only").to_owned(),
        (0, more) => words.counted("finder_first", more),
        (_, 0) => words.text("finder_last").to_owned(),
        (_, more) => words.counted("finder_more", more),
    };
    capitalized(&text)
}

/// The page before, if there is only one.
fn back(frame: &Frame<'_, '_>, finder: &Finder, page: &FinderPage) -> Option<String> {
    match page.parents.as_slice() {
        [parent] => Some(frame.href(&address(finder, Next::Page(*parent)))),
        _ => None,
    }
}

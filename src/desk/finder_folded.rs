//! The finder in one look, where its pages are too many for a picture: each question once.
//!
//! What comes after an answer can depend on those before it, so a line says "may lead to". A scenario hangs
//! on the answers that its condition names; all ways stand in the words below the picture.

use std::collections::BTreeSet;

use super::answers;
use super::drawing::Sketch;
use super::finder::title;
use crate::guide::{Fact, Finder, Guide};
use crate::logic::{FactId, FinderPage, Next, Question};

/// A question that pages share: a fact, and the one value that it is about where a fact has many answers.
type Asked = (FactId, Option<usize>);

/// How to read the picture.
pub(super) const ABOUT: &str = "Each question once, with all that may come after an answer: it can depend on the \
                                answers before. A scenario stands behind the answers that its condition names. \
                                Every way by itself stands in the words below.";

/// The picture.
pub(super) fn sketch(guide: &Guide, finder: &Finder) -> Sketch {
    let pages = &finder.diagram.pages;
    let mut asked: Vec<Asked> = Vec::new();
    for page in pages {
        if !asked.contains(&about(page)) {
            asked.push(about(page));
        }
    }
    let place = |page: &FinderPage| asked.iter().position(|one| *one == about(page)).unwrap_or(0);
    let columns = columns(pages, &asked, &place);
    let mut sketch = Sketch::default();
    for (one, column) in asked.iter().zip(&columns) {
        let fact = guide.fact(one.0);
        let mut words = vec![fact.ask.clone()];
        words.extend(one.1.and_then(|value| fact.values.get(value)).map(|value| format!("“{}”?", value.label)));
        sketch.add(*column, "question", &words, &answers_of(fact, *one));
    }
    let last = columns.iter().max().map_or(0, |column| column + 1);
    let shown = |at: usize| finder.scenarios.get(at).map(|id| guide.scenario(*id));
    let boxes: Vec<usize> = (0..finder.scenarios.len())
        .filter_map(shown)
        .map(|scenario| sketch.add(last, "end", std::slice::from_ref(&scenario.title), &[]))
        .collect();
    let nothing = finder.otherwise.as_ref().map(|target| {
        let words = format!("No scenario fits: {}", title(guide, target.node));
        sketch.add(last, "end", &[words], &[])
    });
    let led_to = led_to(finder);
    for page in pages {
        let from = place(page);
        for (answer, next) in ways(page) {
            match next {
                Next::Page(to) => {
                    if let Some(to) = pages.get(to) {
                        sketch.join(from, Some(answer), place(to));
                    }
                }
                Next::End(end) => {
                    let empty = finder.diagram.ends.get(end).is_some_and(Vec::is_empty);
                    if let Some(to) = nothing.filter(|_| empty) {
                        sketch.join(from, Some(answer), to);
                    }
                }
            }
            for scenario in reached(finder, &led_to, next) {
                let when = shown(scenario).and_then(|scenario| scenario.when.as_ref());
                let named = when.is_some_and(|when| answers::facts_of([&when.expr]).contains(&page.fact));
                if let Some(to) = boxes.get(scenario).filter(|_| named) {
                    sketch.join(from, Some(answer), *to);
                }
            }
        }
    }
    sketch
}

fn about(page: &FinderPage) -> Asked {
    match page.question {
        Question::Which(_) => (page.fact, None),
        Question::Whether { value, .. } => (page.fact, Some(value)),
    }
}

fn answers_of(fact: &Fact, asked: Asked) -> Vec<String> {
    match asked.1 {
        Some(_) => vec!["Yes".to_owned(), "No".to_owned()],
        None => fact.values.iter().map(|value| value.label.clone()).collect(),
    }
}

/// The answers of a page, by their place among all answers of its question, and where they lead.
fn ways(page: &FinderPage) -> Vec<(usize, Next)> {
    match &page.question {
        Question::Which(answers) => answers.clone(),
        Question::Whether { yes, no, .. } => vec![(0, *yes), (1, *no)],
    }
}

/// For each question its column: right of all that can come before it.
fn columns(pages: &[FinderPage], asked: &[Asked], place: &dyn Fn(&FinderPage) -> usize) -> Vec<usize> {
    let mut columns = vec![0; asked.len()];
    // Questions keep one order, so a question comes before another at most as often as there are questions.
    for _ in asked {
        for page in pages {
            let column = columns.get(place(page)).map_or(0, |column| column + 1);
            for next in page.question.answers() {
                let to = match next {
                    Next::Page(to) => pages.get(to),
                    Next::End(_) => None,
                };
                if let Some(known) = to.and_then(|to| columns.get_mut(place(to))) {
                    *known = (*known).max(column);
                }
            }
        }
    }
    columns
}

/// For each page the scenarios that some way from it ends with.
fn led_to(finder: &Finder) -> Vec<BTreeSet<usize>> {
    let pages = &finder.diagram.pages;
    let mut led_to = vec![BTreeSet::new(); pages.len()];
    loop {
        let mut grown = false;
        for (at, page) in pages.iter().enumerate() {
            let all: BTreeSet<usize> =
                page.question.answers().into_iter().flat_map(|next| reached(finder, &led_to, next)).collect();
            if let Some(known) = led_to.get_mut(at).filter(|known| **known != all) {
                *known = all;
                grown = true;
            }
        }
        if !grown {
            return led_to;
        }
    }
}

fn reached(finder: &Finder, led_to: &[BTreeSet<usize>], next: Next) -> Vec<usize> {
    match next {
        Next::Page(page) => led_to.get(page).into_iter().flatten().copied().collect(),
        Next::End(end) => finder.diagram.ends.get(end).cloned().unwrap_or_default(),
    }
}

//! The picture of the finder: its questions, their answers, and the scenarios at the end of each way.

use std::collections::BTreeMap;

use super::drawing::Sketch;
use super::finder_folded;
use super::pictures::{MOST_BOXES, Picture, StepView, WayView};
use crate::guide::{Fact, Finder, Guide, NodeId};
use crate::logic::{FinderPage, Next, Question};
use crate::markup::text;

/// How to read the picture.
const ABOUT: &str =
    "Questions stand left, the scenarios that fit right. Answers that lead to the same place share a line.";

/// The picture; `None` for a guide without a finder.
pub(super) fn picture(guide: &Guide) -> Option<Picture> {
    let finder = guide.finder.as_ref()?;
    let pages = &finder.diagram.pages;
    let depths: Vec<usize> = depths(pages);
    let depth = |page: usize| depths.get(page).copied().unwrap_or(0);
    let mut sketch = Sketch::default();
    let mut steps = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let (head, ways) = (head(guide, page), ways(guide, page));
        let answers: Vec<String> = ways.iter().map(|(answer, _)| answer.clone()).collect();
        let mut words = head.clone();
        if let Some(first) = words.first_mut() {
            *first = format!("{}. {first}", at + 1);
        }
        sketch.add(depth(at), "question", &words, &answers);
        let way = |(answer, next): (String, Next)| match next {
            Next::Page(page) => WayView { answer, question: Some(page + 1), leads: Vec::new() },
            Next::End(end) => WayView { answer, question: None, leads: end_words(guide, finder, end) },
        };
        let ways = ways.into_iter().map(way).collect();
        steps.push(StepView { number: Some(at + 1), title: head.join(" "), ways });
    }
    // An end stands behind the last question that leads to it.
    let mut columns: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate() {
        for next in page.question.answers() {
            if let Next::End(end) = next {
                let column = columns.entry(end).or_insert(0);
                *column = (*column).max(depth(at) + 1);
            }
        }
    }
    let ends: Vec<usize> = (0..finder.diagram.ends.len())
        .map(|end| {
            let column = columns.get(&end).copied().unwrap_or(0);
            sketch.add(column, "end", &end_words(guide, finder, end), &[])
        })
        .collect();
    for (at, page) in pages.iter().enumerate() {
        for (answer, (_, next)) in ways(guide, page).into_iter().enumerate() {
            let to = match next {
                Next::Page(page) => Some(page),
                Next::End(end) => ends.get(end).copied(),
            };
            if let Some(to) = to {
                sketch.join(at, Some(answer), to);
            }
        }
    }
    let unreached = unreached(guide, finder);
    let mut last = columns.values().copied().max().unwrap_or(0);
    let mut about = ABOUT;
    if sketch.len() > MOST_BOXES {
        sketch = finder_folded::sketch(guide, finder);
        about = finder_folded::ABOUT;
        last = sketch.columns().saturating_sub(1);
    }
    for scenario in &unreached {
        sketch.add(last, "dead", &["Not in the finder:".to_owned(), scenario.clone()], &[]);
    }
    if let (Next::End(end), true) = (finder.diagram.start, steps.is_empty()) {
        let way = WayView { answer: String::new(), question: None, leads: end_words(guide, finder, end) };
        steps.push(StepView { number: None, title: "Nothing needs to be asked.".to_owned(), ways: vec![way] });
    }
    Some(Picture {
        title: "The finder".to_owned(),
        about: about.to_owned(),
        sketch,
        steps,
        unreached_how: "Not in the finder",
        unreached,
    })
}

/// Scenarios that no answer leads to.
fn unreached(guide: &Guide, finder: &Finder) -> Vec<String> {
    let ended: Vec<usize> = finder.diagram.ends.iter().flatten().copied().collect();
    let led_to = finder.scenarios.iter().enumerate().filter(|(at, _)| ended.contains(at));
    let names: Vec<&str> = led_to.map(|(_, id)| guide.scenario(*id).name.as_str()).collect();
    let others = guide.scenarios.iter().filter(|scenario| !names.contains(&scenario.name.as_str()));
    others.map(|scenario| scenario.title.clone()).collect()
}

/// How many questions can come before each.
fn depths(pages: &[FinderPage]) -> Vec<usize> {
    let mut depths = vec![0; pages.len()];
    // A question comes before another at most as often as there are questions.
    for _ in pages {
        let mut moved = false;
        for (at, page) in pages.iter().enumerate() {
            let before = page.parents.iter().filter_map(|parent| depths.get(*parent)).max().map_or(0, |most| most + 1);
            if let Some(depth) = depths.get_mut(at).filter(|depth| **depth != before) {
                *depth = before;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    depths
}

/// The question, and the value that it is about.
fn head(guide: &Guide, page: &FinderPage) -> Vec<String> {
    let fact = guide.fact(page.fact);
    match &page.question {
        Question::Which(_) => vec![fact.ask.clone()],
        Question::Whether { value, .. } => {
            vec![fact.ask.clone(), format!("Is this part of it: “{}”?", label(fact, *value))]
        }
    }
}

/// The answers that lead to one place together, and that place; in the order of the first of them.
fn ways(guide: &Guide, page: &FinderPage) -> Vec<(String, Next)> {
    let fact = guide.fact(page.fact);
    match &page.question {
        Question::Whether { yes, no, .. } => vec![("Yes".to_owned(), *yes), ("No".to_owned(), *no)],
        Question::Which(answers) => {
            let mut ways: Vec<(Vec<usize>, Next)> = Vec::new();
            for (value, next) in answers {
                match ways.iter_mut().find(|(_, known)| known == next) {
                    Some((values, _)) => values.push(*value),
                    None => ways.push((vec![*value], *next)),
                }
            }
            ways.into_iter().map(|(values, next)| (super::answers::either(fact, &values), next)).collect()
        }
    }
}

fn label(fact: &Fact, value: usize) -> String {
    fact.values.get(value).map(|value| value.label.clone()).unwrap_or_default()
}

/// The scenarios of an end; without one, what stands there in their place.
fn end_words(guide: &Guide, finder: &Finder, end: usize) -> Vec<String> {
    let fitting = finder.diagram.ends.get(end).map(Vec::as_slice).unwrap_or_default();
    let scenarios = fitting.iter().filter_map(|at| finder.scenarios.get(*at));
    let titles: Vec<String> = scenarios.map(|id| guide.scenario(*id).title.clone()).collect();
    match &finder.otherwise {
        Some(target) if titles.is_empty() => vec![format!("No scenario fits: {}", title(guide, target.node))],
        _ => titles,
    }
}

/// The title of a page.
pub(super) fn title(guide: &Guide, node: NodeId) -> String {
    match node {
        NodeId::Home => "Home page".to_owned(),
        NodeId::Parts => "The guide".to_owned(),
        NodeId::Scenarios => "All scenarios".to_owned(),
        NodeId::Finder => "The finder".to_owned(),
        NodeId::Glossary => "Glossary".to_owned(),
        NodeId::Sources => "Sources".to_owned(),
        NodeId::Part(id) => guide.part(id).title.clone(),
        NodeId::Article(id) => guide.article(id).title.clone(),
        NodeId::Scenario(id) => guide.scenario(id).title.clone(),
        NodeId::Decision(id) => text::plain(&guide.decision(id).title),
        NodeId::Page(id) => guide.page(id).title.clone(),
    }
}

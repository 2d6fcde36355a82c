//! The pictures of a decision: its options and where they lead, and its table.

use super::drawing::Sketch;
use super::facts::leads_of;
use super::finder::title;
use super::pictures::{Picture, StepView, WayView};
use super::{Desk, many};
use crate::guide::{ArticleId, Decision, DecisionOption, Guide, NodeId, Outcome, Route, Target};
use crate::markup::Block;
use crate::markup::text::{self, capitalized};
use crate::pages::condition;

/// The options; and the table, if there is one.
pub(super) fn pictures(desk: &Desk<'_>, decision: &Decision) -> Vec<Picture> {
    let options = options(desk.guide(), decision);
    let table = decision.route.as_ref().map(|route| table(desk, decision, route));
    std::iter::once(options).chain(table).collect()
}

fn options(guide: &Guide, decision: &Decision) -> Picture {
    let question = text::plain(&decision.title);
    let dead = dead(decision);
    let mut sketch = Sketch::default();
    let first = sketch.add(0, "question", std::slice::from_ref(&question), &[]);
    let mut places: Vec<(String, usize)> = Vec::new();
    let mut ways = Vec::new();
    let mut unreached = Vec::new();
    for (at, option) in decision.options.iter().enumerate() {
        let is_dead = dead.contains(&at);
        let name = text::plain(&option.title);
        let mut words = vec![name.clone()];
        words.extend(option.is_status_quo.then(|| "Changes nothing".to_owned()));
        words.extend(is_dead.then(|| "No row of the table leads here".to_owned()));
        let from = sketch.add(1, if is_dead { "dead" } else { "option" }, &words, &[]);
        sketch.join(first, None, from);
        let place = leads(guide, decision, option);
        let to = match places.iter().find(|(known, _)| *known == place) {
            Some((_, known)) => *known,
            None => sketch.add(2, "end", std::slice::from_ref(&place), &[]),
        };
        sketch.join(from, None, to);
        places.push((place.clone(), to));
        ways.push(WayView { answer: words.join(" · "), question: None, leads: vec![place] });
        unreached.extend(is_dead.then_some(name));
    }
    let article = &guide.article(decision.article).title;
    Picture {
        title: question.clone(),
        about: format!("{} in “{article}”, and where they lead.", capitalized(&many(decision.options.len(), "option"))),
        sketch,
        steps: vec![StepView { number: None, title: question, ways }],
        unreached_how: "No row of the table leads to",
        unreached,
    }
}

/// Where an option leads.
fn leads(guide: &Guide, decision: &Decision, option: &DecisionOption) -> String {
    let Some(Target { node, anchor }) = &option.then else { return "Nothing more has to be done".to_owned() };
    let section = match (node, anchor) {
        (NodeId::Article(article), Some(anchor)) => heading(guide, *article, anchor),
        _ => None,
    };
    match section {
        Some(words) if *node == NodeId::Article(decision.article) => {
            format!("The section “{words}” of the same article")
        }
        Some(words) => format!("{}: the section “{words}”", title(guide, *node)),
        None => title(guide, *node),
    }
}

/// The words of a section of an article.
fn heading(guide: &Guide, article: ArticleId, anchor: &str) -> Option<String> {
    let mut headings = guide.article(article).prose.body.blocks.iter().filter_map(Block::heading);
    headings.find(|heading| heading.anchor.as_str() == anchor).map(|heading| text::plain(&heading.text))
}

/// The options that a table could lead to, and does not.
fn dead(decision: &Decision) -> Vec<usize> {
    let Some(route) = &decision.route else { return Vec::new() };
    let outcomes = route.rows.iter().map(|row| &row.then).chain(&route.otherwise);
    let led: Vec<usize> = outcomes
        .filter_map(|outcome| match outcome {
            Outcome::Option(at) => Some(*at),
            Outcome::See(_) => None,
        })
        .collect();
    (0..decision.options.len()).filter(|at| !led.is_empty() && !led.contains(at)).collect()
}

fn table(desk: &Desk<'_>, decision: &Decision, route: &Route) -> Picture {
    let guide = desk.guide();
    let mut sketch = Sketch::default();
    let mut places: Vec<(String, usize)> = Vec::new();
    let mut steps = Vec::new();
    let when = |at: usize, when| format!("{}. If {}", at + 1, condition::clause(guide, desk.words, when));
    let rows = route.rows.iter().enumerate().map(|(at, row)| (when(at, &row.when.expr), &row.then));
    let otherwise = route.otherwise.iter().map(|outcome| ("Otherwise".to_owned(), outcome));
    for (case, outcome) in rows.chain(otherwise) {
        let from = sketch.add(0, "case", std::slice::from_ref(&case), &[]);
        let leads = leads_of(guide, decision, outcome);
        for place in &leads {
            let to = match places.iter().find(|(known, _)| known == place) {
                Some((_, known)) => *known,
                None => sketch.add(1, "end", std::slice::from_ref(place), &[]),
            };
            places.push((place.clone(), to));
            sketch.join(from, None, to);
        }
        let way = WayView { answer: String::new(), question: None, leads };
        steps.push(StepView { number: None, title: case, ways: vec![way] });
    }
    Picture {
        title: format!("{} The table", text::plain(&decision.title)),
        about: "Rows of the table, in the author's order, and what they lead to.".to_owned(),
        sketch,
        steps,
        unreached_how: "",
        unreached: Vec::new(),
    }
}

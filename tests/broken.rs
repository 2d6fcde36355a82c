//! Broken guides: a small guide without a mistake, and one to five mistakes in it that have nothing to do
//! with each other. All of them are told in one run, each once, at its place; and the report is the same
//! byte for byte, in whatever order the files come and on however many threads they are read.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may stop at a surprise, in their helpers too")]

#[path = "shared/dice.rs"]
mod dice;
#[path = "broken/guide.rs"]
mod guide;
#[path = "broken/logic.rs"]
mod logic;
#[path = "broken/mistakes.rs"]
mod mistakes;
#[path = "broken/planted.rs"]
mod planted;

use std::collections::BTreeMap;

use careguide::base::{Date, InputPath, Links, Text};
use careguide::check::Occasion;
use careguide::input::Inputs;
use careguide::report::Problems;
use careguide::report::human::{self, Style};
use careguide::resolve::Drafts;
use careguide::session::{self, Options};
use dice::Dice;
use mistakes::Mistake;
use planted::Broken;
use rayon::prelude::*;

/// How many broken guides there are.
const GUIDES: u64 = 200;

/// The most mistakes in one of them.
const MOST: usize = 5;

fn problems(inputs: &Inputs) -> Problems {
    let today = Date::parse("2026-11-22").unwrap();
    let options =
        Options { drafts: Drafts::Hidden, base_url: None, links: Links::Server, today, occasion: Occasion::Everyday };
    session::check(inputs, &options).problems
}

fn report(inputs: &Inputs, problems: &Problems) -> String {
    human::render(problems, Style::Plain, &|path: &InputPath| inputs.text(path))
}

/// What was told: file, line and rule of each problem, sorted.
fn told(inputs: &Inputs, problems: &Problems) -> Vec<String> {
    let one = problems.iter().map(|problem| {
        let place = problem.place();
        let text = Text::new(inputs.text(&place.path).unwrap_or(""));
        let line = place.span.map_or(0, |span| text.line_column(span.start).line);
        format!("{}:{line} {}", place.path, problem.rule.name)
    });
    let mut all: Vec<String> = one.collect();
    all.sort();
    all
}

/// Builds a broken guide; says what is told and should not be, or the other way round.
fn judge(broken: &Broken) -> Option<String> {
    let inputs = broken.inputs();
    let problems = problems(&inputs);
    let (told, expected) = (told(&inputs, &problems), broken.expected());
    (told != expected).then(|| {
        let report = report(&inputs, &problems);
        format!("{}\n should tell {expected:#?}\n tells {told:#?}\n{report}", broken.about())
    })
}

#[track_caller]
fn none(failures: &[String]) {
    assert!(failures.is_empty(), "{} failed:\n\n{}", failures.len(), failures.join("\n\n"));
}

/// The guides of this test: numbers say which mistakes are in which.
fn guides() -> Vec<Broken> {
    (0..GUIDES)
        .map(|number| planted::some(&mut Dice::new(number), 1 + usize::try_from(number).unwrap() % MOST))
        .collect()
}

#[test]
fn the_guide_that_is_broken_here_has_no_mistake() {
    let inputs = Broken::new(Vec::new()).inputs();
    let problems = problems(&inputs);
    assert!(problems.is_empty(), "{}", report(&inputs, &problems));
}

#[test]
fn each_mistake_alone_is_told_once_at_its_place() {
    let all: Vec<&Mistake> = mistakes::all().collect();
    none(&all.par_iter().filter_map(|mistake| judge(&Broken::new(vec![*mistake]))).collect::<Vec<_>>());
}

#[test]
fn several_mistakes_are_all_told_at_once_and_each_of_them_once() {
    let guides = guides();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for broken in &guides {
        *counts.entry(broken.mistakes().len()).or_default() += 1;
        for mistake in broken.mistakes() {
            *rules.entry(mistake.rule).or_default() += 1;
        }
    }
    println!("{} broken guides; by their number of mistakes: {counts:?}", guides.len());
    println!(
        "{} mistakes of {} kinds and {} rules: {rules:?}",
        rules.values().sum::<usize>(),
        mistakes::all().count(),
        rules.len()
    );
    assert!((1..=MOST).all(|count| counts.get(&count).is_some_and(|guides| *guides >= 30)), "{counts:?}");
    none(&guides.par_iter().filter_map(judge).collect::<Vec<_>>());
}

#[test]
fn a_report_does_not_depend_on_the_order_of_files_and_not_on_threads() {
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let eight = rayon::ThreadPoolBuilder::new().num_threads(8).build().unwrap();
    let mut differ = Vec::new();
    for (number, broken) in (0..).zip(guides()).step_by(4) {
        let mut files = broken.files();
        let inputs = Inputs::from_pairs(files.clone());
        let alone = one.install(|| report(&inputs, &problems(&inputs)));
        let mut dice = Dice::new(number);
        for at in (1..files.len()).rev() {
            files.swap(at, dice.below(at + 1));
        }
        let shuffled = Inputs::from_pairs(files.clone());
        let together = eight.install(|| report(&shuffled, &problems(&shuffled)));
        if alone != together {
            differ.push(format!("{}\n{alone}\n{together}", broken.about()));
        }
    }
    none(&differ);
}

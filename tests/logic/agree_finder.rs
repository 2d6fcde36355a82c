//! The finder, held against readers who walk it.

use std::collections::{BTreeMap, BTreeSet};

use careguide::logic::{Answers, Finder, Next, Question};

use crate::brute::{Reader, holds};
use crate::random::Model;

/// Each reader is led to the scenarios that fit, and no page is there in vain.
pub(crate) fn check(model: &Model, finder: &Finder, seed: u64) {
    let mut taken = BTreeSet::new();
    let mut most_facts = 0;
    for reader in &model.readers {
        let (end, pages) = walk(finder, reader, &mut taken);
        let fitting = (0..model.scenarios.len()).filter(|scenario| holds(&model.scenarios[*scenario], reader));
        assert_eq!(finder.ends[end], fitting.collect::<Vec<_>>(), "model {seed}: {reader:?}");
        most_facts = most_facts.max(facts(finder, &pages));
    }
    assert_eq!(facts(finder, &finder.longest_way()), most_facts, "model {seed}");

    let mut parents = vec![BTreeSet::new(); finder.pages.len()];
    for (number, page) in finder.pages.iter().enumerate() {
        let answers = page.question.answers();
        let offered = match &page.question {
            Question::Which(answers) => answers.iter().map(|(value, _)| *value).collect(),
            Question::Whether { .. } => vec![0, 1],
        };
        for value in offered {
            assert!(taken.contains(&(number, value)), "model {seed}: nobody gives answer {value} on page {number}");
        }
        assert!(answers.iter().any(|next| *next != answers[0]), "model {seed}: page {number} changes nothing");
        assert!(
            !finder.pages[..number].iter().any(|other| { other.fact == page.fact && other.question == page.question }),
            "model {seed}: page {number} is there twice"
        );
        for next in answers {
            if let Next::Page(next) = next {
                parents[next].insert(number);
            }
        }
    }
    for (page, parents) in finder.pages.iter().zip(parents) {
        assert_eq!(page.parents, parents.into_iter().collect::<Vec<_>>(), "model {seed}");
    }

    let naive = naive_pages(model);
    if model.has(|fact| fact.answers != Answers::One) {
        assert!(finder.pages.len() <= naive, "model {seed}: {} pages, {naive} would do", finder.pages.len());
    } else {
        assert_eq!(finder.pages.len(), naive, "model {seed}");
    }
    let by_fact = finder.pages_by_fact();
    assert!(by_fact.is_sorted_by_key(|(fact, pages)| (usize::MAX - pages, *fact)));
    assert_eq!(by_fact.iter().map(|(_, pages)| pages).sum::<usize>(), finder.pages.len());
}

/// The end that a reader comes to, and the pages on the way; notes the answers given.
fn walk(finder: &Finder, reader: &Reader, taken: &mut BTreeSet<(usize, usize)>) -> (usize, Vec<usize>) {
    let mut pages = Vec::new();
    let mut at = finder.start;
    loop {
        let page = match at {
            Next::End(end) => return (end, pages),
            Next::Page(page) => page,
        };
        pages.push(page);
        let asked = &finder.pages[page];
        let Some(answer) = &reader[asked.fact.0] else { panic!("page {page} asks what {reader:?} is not asked") };
        let (value, next) = match &asked.question {
            Question::Which(answers) => *answers.iter().find(|(value, _)| answer.contains(value)).unwrap(),
            Question::Whether { value, yes, .. } if answer.contains(value) => (1, *yes),
            Question::Whether { no, .. } => (0, *no),
        };
        taken.insert((page, value));
        at = next;
    }
}

fn facts(finder: &Finder, pages: &[usize]) -> usize {
    pages.iter().map(|page| finder.pages[*page].fact).collect::<BTreeSet<_>>().len()
}

/// How many pages a tree has that asks every fact in turn, once equal branches are one and questions
/// without effect are gone. Asks about many values one by one, without a thought for what others say.
fn naive_pages(model: &Model) -> usize {
    #[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
    enum Tree {
        End(Vec<usize>),
        Page((usize, usize), BTreeMap<usize, Tree>),
    }
    fn tree(model: &Model, questions: &[(usize, usize)], readers: Vec<&Reader>, pages: &mut BTreeSet<Tree>) -> Tree {
        let Some(((fact, value), rest)) = questions.split_first() else {
            let fits = |scenario: &usize| holds(&model.scenarios[*scenario], readers[0]);
            return Tree::End((0..model.scenarios.len()).filter(fits).collect());
        };
        let mut by_answer: BTreeMap<usize, Vec<&Reader>> = BTreeMap::new();
        for reader in readers {
            let answer = match (&reader[*fact], model.facts[*fact].answers) {
                (None, _) => 0,
                (Some(answer), Answers::One) => *answer.first().unwrap(),
                (Some(answer), Answers::Many { .. }) => usize::from(answer.contains(value)),
            };
            by_answer.entry(answer).or_default().push(reader);
        }
        let branches: BTreeMap<usize, Tree> =
            by_answer.into_iter().map(|(answer, readers)| (answer, tree(model, rest, readers, pages))).collect();
        let first = branches.values().next().unwrap();
        if branches.values().all(|branch| branch == first) {
            return first.clone();
        }
        let page = Tree::Page((*fact, *value), branches);
        pages.insert(page.clone());
        page
    }
    let mut questions = Vec::new();
    for (number, fact) in model.facts.iter().enumerate() {
        match fact.answers {
            Answers::One => questions.push((number, 0)),
            Answers::Many { none } => {
                let others = (0..fact.values).filter(|value| Some(*value) != none);
                questions.extend(none.into_iter().chain(others).map(|value| (number, value)));
            }
        }
    }
    let mut pages = BTreeSet::new();
    if !model.readers.is_empty() {
        tree(model, &questions, model.readers.iter().collect(), &mut pages);
    }
    pages.len()
}

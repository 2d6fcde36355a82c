//! Conditions in words: "Only if your two neighbours differ on the fence".

use super::words::Words;
use crate::base::listed::listed;
use crate::guide::{Expr, Fact, FactId, Guide};
use crate::logic::Answers;

/// Up to how many other answers are named in place of "not".
const OTHERS: usize = 2;

/// A condition as a line of its own: "Only if …", "Not if …".
pub fn only_if(guide: &Guide, words: &Words, condition: &Expr) -> String {
    match simple(guide, condition) {
        // A fact that has no sentence of its own is told by its question and the answers.
        Expr::Has { fact, values } if guide.fact(fact).in_words.is_none() => {
            let fact = guide.fact(fact);
            words.fill("only_if_answer", &[("ask", &fact.ask), ("values", &either(words, &labels(fact, &values)))])
        }
        Expr::Not(part) => words.fill("not_if", &[("condition", &inside(guide, words, &part))]),
        condition @ (Expr::Has { .. } | Expr::All(_) | Expr::Any(_)) => {
            words.fill("only_if", &[("condition", &inside(guide, words, &condition))])
        }
    }
}

/// A condition inside a sentence, after "if".
pub fn clause(guide: &Guide, words: &Words, condition: &Expr) -> String {
    inside(guide, words, &simple(guide, condition))
}

fn inside(guide: &Guide, words: &Words, condition: &Expr) -> String {
    match condition {
        Expr::Has { fact, values } => has(guide.fact(*fact), words, values),
        Expr::Not(part) => words.fill("condition_not", &[("condition", &part_of(guide, words, part))]),
        Expr::All(parts) if parts.is_empty() => words.text("condition_always").to_owned(),
        Expr::All(parts) if is_list(condition) => words.list(&parts_of(guide, words, parts)),
        Expr::All(parts) => parts_of(guide, words, parts).join(words.text("condition_and")),
        Expr::Any(parts) if is_list(condition) => either(words, &parts_of(guide, words, parts)),
        Expr::Any(parts) => parts_of(guide, words, parts).join(words.text("condition_or")),
    }
}

/// Whether commas are not needed to hold the parts of a group apart: none has parts of its own, and no "or"
/// stands in one of them beside an "and".
fn is_list(group: &Expr) -> bool {
    let is_one = |part: &Expr| matches!(part, Expr::Has { .. });
    let has_one_answer = |part: &Expr| matches!(part, Expr::Has { values, .. } if values.len() == 1);
    match group {
        Expr::All(parts) => parts.iter().all(has_one_answer),
        Expr::Any(parts) => parts.iter().all(is_one),
        Expr::Has { .. } | Expr::Not(_) => true,
    }
}

fn parts_of(guide: &Guide, words: &Words, parts: &[Expr]) -> Vec<String> {
    parts.iter().map(|part| part_of(guide, words, part)).collect()
}

/// A condition within another one; what belongs together is held together by a word, and by brackets where it
/// has commas of its own.
fn part_of(guide: &Guide, words: &Words, condition: &Expr) -> String {
    let list = inside(guide, words, condition);
    let group = match condition {
        Expr::Any(parts) if parts.len() > 1 => words.fill("condition_either", &[("list", &list)]),
        Expr::All(parts) if parts.len() == 2 => words.fill("condition_both", &[("list", &list)]),
        Expr::All(parts) if parts.len() > 2 => words.fill("condition_all_of", &[("list", &list)]),
        Expr::Has { .. } | Expr::Not(_) | Expr::All(_) | Expr::Any(_) => list,
    };
    if is_list(condition) { group } else { words.fill("condition_group", &[("group", &group)]) }
}

/// "your two neighbours differ on the fence or the trees"
fn has(fact: &Fact, words: &Words, values: &[usize]) -> String {
    match &fact.in_words {
        Some(told) => {
            let value = |at: &usize| fact.values.get(*at);
            let answer = values.iter().filter_map(value);
            let answers = answer.map(|value| value.in_words.as_ref().unwrap_or(&value.label).clone());
            told.replace("{value}", &either(words, &answers.collect::<Vec<_>>()))
        }
        None => {
            let quoted = |label: String| words.fill("quoted", &[("words", &label)]);
            let labels: Vec<String> = labels(fact, values).into_iter().map(quoted).collect();
            let values = either(words, &labels);
            words.fill("condition_answer", &[("ask", &fact.ask), ("values", &values)])
        }
    }
}

fn labels(fact: &Fact, values: &[usize]) -> Vec<String> {
    values.iter().filter_map(|at| fact.values.get(*at)).map(|value| value.label.clone()).collect()
}

/// Answers as a reader picks them: "It is easy or it is hard".
pub(super) fn labels_of(fact: &Fact, words: &Words, values: &[usize]) -> String {
    either(words, &labels(fact, values))
}

/// "a, b or c"
fn either(words: &Words, all: &[String]) -> String {
    listed(all, words.text("list_comma"), words.text("list_or"))
}

/// The same condition with fewer words: no group in a group of its kind, and "not" only where the other
/// answers cannot be named.
fn simple(guide: &Guide, condition: &Expr) -> Expr {
    match condition {
        Expr::Has { .. } => condition.clone(),
        Expr::All(parts) => group(guide, parts, true),
        Expr::Any(parts) => group(guide, parts, false),
        Expr::Not(part) => match simple(guide, part) {
            Expr::Not(inner) => *inner,
            Expr::Has { fact, values } => match others(guide, fact, &values) {
                Some(others) => Expr::Has { fact, values: others },
                None => Expr::Not(Box::new(Expr::Has { fact, values })),
            },
            part @ (Expr::All(_) | Expr::Any(_)) => Expr::Not(Box::new(part)),
        },
    }
}

fn group(guide: &Guide, parts: &[Expr], all: bool) -> Expr {
    let mut flat: Vec<Expr> = Vec::new();
    for part in parts {
        match simple(guide, part) {
            Expr::All(inner) if all => flat.extend(inner),
            Expr::Any(inner) if !all => flat.extend(inner),
            part @ (Expr::Has { .. } | Expr::All(_) | Expr::Any(_) | Expr::Not(_)) => flat.push(part),
        }
    }
    let mut said: Vec<Expr> = Vec::new();
    flat.retain(|part| {
        let is_new = !said.contains(part);
        said.push(part.clone());
        is_new
    });
    // What must not be so comes last: a listener would take what follows as part of it.
    flat.sort_by_key(|part| matches!(part, Expr::Not(_)));
    match (flat.len(), all) {
        (1, _) => flat.pop().unwrap_or(Expr::All(Vec::new())),
        (_, true) => Expr::All(flat),
        (_, false) => Expr::Any(flat),
    }
}

/// The other answers to a fact, where exactly one of all answers is always given and few are left.
fn others(guide: &Guide, fact: FactId, values: &[usize]) -> Option<Vec<usize>> {
    let domain = guide.domains.get(fact.0)?;
    if domain.answers != Answers::One || domain.asked_when.is_some() {
        return None;
    }
    let others: Vec<usize> = (0..domain.values).filter(|value| !values.contains(value)).collect();
    (!others.is_empty() && others.len() <= OTHERS).then_some(others)
}

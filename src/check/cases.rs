//! Cases and conditions in words, for authors: with the labels that readers see, and as one types them.

use crate::base::listed::listed;
use crate::guide::{Expr, Fact, Guide};
use crate::logic::{Answered, Case};

/// A case with the questions and the answers that readers see: `"How far is it?" "Far"`.
pub(super) fn words(guide: &Guide, case: &Case) -> String {
    let parts: Vec<String> = case.facts.iter().map(|(id, answered)| answer(guide.fact(*id), answered)).collect();
    if parts.is_empty() { "every reader".to_owned() } else { parts.join("; ") }
}

fn answer(fact: &Fact, answered: &Answered) -> String {
    let ask = &fact.ask;
    match answered {
        Answered::NotAsked => format!("\"{ask}\" is not asked"),
        Answered::OneOf(values) if values.len() == fact.values.len() => format!("\"{ask}\" is asked"),
        Answered::OneOf(values) => format!("\"{ask}\" {}", either(&labels(fact, values), "or")),
        Answered::Many { with, without } => match (with.as_slice(), without.as_slice()) {
            ([], []) => format!("\"{ask}\" is asked"),
            ([], without) => {
                let left: Vec<usize> = (0..fact.values.len()).filter(|value| !without.contains(value)).collect();
                // Without a `none`, somebody may have no answer at all: "only" would leave them out.
                match fact.none.is_some() && left.len() < without.len() && !left.is_empty() {
                    true => format!("\"{ask}\" only {}", either(&labels(fact, &left), "or")),
                    false => format!("\"{ask}\" without {}", either(&labels(fact, without), "and")),
                }
            }
            (with, []) => format!("\"{ask}\" {}", either(&labels(fact, with), "and")),
            (with, without) => {
                let (with, without) = (labels(fact, with), labels(fact, without));
                format!("\"{ask}\" {}, without {}", either(&with, "and"), either(&without, "and"))
            }
        },
    }
}

fn labels(fact: &Fact, values: &[usize]) -> Vec<String> {
    values.iter().filter_map(|value| fact.values.get(*value)).map(|value| format!("\"{}\"", value.label)).collect()
}

/// `a, b or c`
fn either(all: &[String], last: &str) -> String {
    listed(all, ", ", &format!(" {last} "))
}

/// A condition as an author types it: `{travel: far}`.
pub(super) fn typed(guide: &Guide, condition: &Expr) -> String {
    match condition {
        Expr::Has { .. } => format!("{{{}}}", entry(guide, condition)),
        Expr::All(parts) if are_of_different_facts(parts) => {
            let entries: Vec<String> = parts.iter().map(|part| entry(guide, part)).collect();
            format!("{{{}}}", entries.join(", "))
        }
        Expr::All(parts) => format!("{{all: [{}]}}", list(guide, parts)),
        Expr::Any(parts) => format!("{{any: [{}]}}", list(guide, parts)),
        Expr::Not(part) => format!("{{not: {}}}", typed(guide, part)),
    }
}

fn list(guide: &Guide, parts: &[Expr]) -> String {
    parts.iter().map(|part| typed(guide, part)).collect::<Vec<_>>().join(", ")
}

/// Whether the parts can stand as the keys of one map.
fn are_of_different_facts(parts: &[Expr]) -> bool {
    let facts: Vec<_> = parts.iter().filter_map(fact_of).collect();
    facts.len() == parts.len()
        && facts.iter().enumerate().all(|(at, fact)| !facts.iter().skip(at + 1).any(|one| one == fact))
}

fn fact_of(part: &Expr) -> Option<crate::guide::FactId> {
    match part {
        Expr::Has { fact, .. } => Some(*fact),
        Expr::All(_) | Expr::Any(_) | Expr::Not(_) => None,
    }
}

/// `travel: far`, `travel: [near, far]`; nothing for a condition that is no comparison.
fn entry(guide: &Guide, condition: &Expr) -> String {
    let Expr::Has { fact, values } = condition else { return String::new() };
    let fact = guide.fact(*fact);
    let names: Vec<&str> =
        values.iter().filter_map(|value| fact.values.get(*value)).map(|value| value.name.as_str()).collect();
    match names.as_slice() {
        [one] => format!("{}: {one}", fact.name),
        several => format!("{}: [{}]", fact.name, several.join(", ")),
    }
}

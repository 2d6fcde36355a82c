//! The facts of two guides as one list, so that a case can be held against conditions of both.
//!
//! Facts and answers are the same if their names are. What only the old guide has comes last.

use crate::guide::{Expr, Fact, FactId, Guide};
use crate::logic::{self, Answered, Answers, Case};

/// The facts of two guides.
pub(super) struct Joint {
    /// As logic sees them.
    pub(super) facts: Vec<logic::Fact>,
    /// Their questions and answers in words.
    words: Vec<(String, Vec<String>)>,
    old: Side,
    new: Side,
}

/// Of each fact of a guide: its place in the joint list, the places of its values, and its
/// `asked-when` where that says less or more than the joint one.
struct Side(Vec<(FactId, Vec<usize>, Option<Expr>)>);

/// Which of the two guides a condition stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Old,
    New,
}

impl Joint {
    pub(super) fn new(old: &Guide, new: &Guide) -> Joint {
        let mut joint =
            Joint { facts: new.domains.clone(), words: Vec::new(), old: Side(Vec::new()), new: Side(Vec::new()) };
        for (at, fact) in new.facts.iter().enumerate() {
            joint.words.push((fact.ask.clone(), fact.values.iter().map(|value| value.label.clone()).collect()));
            joint.new.0.push((FactId(at), (0..fact.values.len()).collect(), None));
        }
        for (fact, domain) in old.facts.iter().zip(&old.domains) {
            joint.add_old(fact, domain, new);
        }
        joint.settle(old, new);
        joint
    }

    fn add_old(&mut self, fact: &Fact, domain: &logic::Fact, new: &Guide) {
        let same = new.facts.iter().position(|later| later.name == fact.name && is_answered_alike(later, fact));
        let place = same.unwrap_or(self.facts.len());
        if same.is_none() {
            self.facts.push(logic::Fact { asked_when: None, ..domain.clone() });
            self.words.push((fact.ask.clone(), fact.values.iter().map(|value| value.label.clone()).collect()));
        }
        let mut values = Vec::new();
        for value in &fact.values {
            let known = same.and_then(|at| new.facts.get(at)?.values.iter().position(|later| later.name == value.name));
            match (known, same, self.facts.get_mut(place), self.words.get_mut(place)) {
                (Some(known), ..) => values.push(known),
                // An answer that is no longer there: one more, after those that are.
                (None, Some(_), Some(joint), Some((_, labels))) => {
                    values.push(joint.values);
                    joint.values += 1;
                    labels.push(value.label.clone());
                }
                _ => values.push(values.len()),
            }
        }
        self.old.0.push((FactId(place), values, None));
    }

    /// A fact that both guides ask in the same cases is asked in these. Of another, each condition says for
    /// itself when it is asked.
    fn settle(&mut self, old: &Guide, new: &Guide) {
        let asked = |guide: &Guide, at: usize| {
            guide.facts.get(at).and_then(|fact| fact.asked_when.as_ref()).map(|when| when.expr.clone())
        };
        for (at, place) in self.old.0.iter().map(|(place, ..)| *place).collect::<Vec<_>>().into_iter().enumerate() {
            let before = asked(old, at).map(|expr| self.told(Which::Old, &expr));
            let after = asked(new, place.0).map(|expr| self.told(Which::New, &expr));
            let is_new = place.0 < new.facts.len();
            if is_new && before == after {
                continue;
            }
            if let Some(fact) = self.facts.get_mut(place.0) {
                fact.asked_when = None;
            }
            if let Some((.., own)) = self.old.0.get_mut(at) {
                *own = before;
            }
            if let Some((.., own)) = self.new.0.get_mut(place.0).filter(|_| is_new) {
                *own = after;
            }
        }
        // Facts that are new: what they are asked after may be asked in other cases than before.
        for at in 0..new.facts.len() {
            let asked = self.facts.get(at).and_then(|fact| fact.asked_when.clone());
            let told = asked.map(|asked| self.told(Which::New, &asked));
            if let Some(fact) = self.facts.get_mut(at) {
                fact.asked_when = told;
            }
        }
    }

    /// A condition of one of the guides, over the joint facts.
    pub(super) fn told(&self, which: Which, expr: &Expr) -> Expr {
        let side = if which == Which::Old { &self.old } else { &self.new };
        let each = |parts: &[Expr]| parts.iter().map(|part| self.told(which, part)).collect();
        match expr {
            Expr::All(parts) => Expr::All(each(parts)),
            Expr::Any(parts) => Expr::Any(each(parts)),
            Expr::Not(part) => Expr::Not(Box::new(self.told(which, part))),
            Expr::Has { fact, values } => match side.0.get(fact.0) {
                None => Expr::Any(Vec::new()),
                Some((place, known, asked)) => {
                    let values = values.iter().filter_map(|value| known.get(*value).copied()).collect();
                    let has = Expr::Has { fact: *place, values };
                    match asked {
                        None => has,
                        Some(asked) => Expr::All(vec![asked.clone(), has]),
                    }
                }
            },
        }
    }

    /// A case in words: `"How do you get there?" is "By bus" or "On foot"`.
    pub(super) fn words(&self, case: &Case) -> String {
        let told = case.facts.iter().filter_map(|(fact, said)| {
            let (ask, labels) = self.words.get(fact.0)?;
            let all = |values: &[usize], word: &str| {
                let labels = values.iter().filter_map(|value| labels.get(*value)).map(|label| format!("\"{label}\""));
                labels.collect::<Vec<_>>().join(word)
            };
            Some(match said {
                Answered::NotAsked => format!("\"{ask}\" is not asked"),
                Answered::OneOf(values) => format!("\"{ask}\" {}", all(values, " or ")),
                Answered::Many { with, without } => {
                    let none = self.facts.get(fact.0).and_then(|fact| match fact.answers {
                        Answers::Many { none } => none,
                        Answers::One => None,
                    });
                    let others: Vec<usize> = (0..labels.len()).filter(|value| !without.contains(value)).collect();
                    // Where there is no empty answer, one of those that are left has to be in it.
                    let left = with.is_empty() && none.is_some();
                    let yes = if left { all(&others, " or ") } else { all(with, " and ") };
                    let no: Vec<usize> =
                        without.iter().copied().filter(|value| !left || none != Some(*value)).collect();
                    let no = if no.is_empty() { String::new() } else { format!("not {}", all(&no, ", not ")) };
                    let both: Vec<String> = [yes, no].into_iter().filter(|words| !words.is_empty()).collect();
                    format!("\"{ask}\" {}", both.join(", "))
                }
            })
        });
        let told: Vec<String> = told.collect();
        if told.is_empty() { "always".to_owned() } else { told.join(", and ") }
    }
}

fn is_answered_alike(one: &Fact, other: &Fact) -> bool {
    let none = |fact: &Fact| fact.none.and_then(|at| fact.values.get(at)).map(|value| value.name.clone());
    one.many == other.many && none(one) == none(other)
}

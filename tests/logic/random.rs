//! Small models made at random: facts, a table, scenarios, items. One number makes one model.

use careguide::logic::{Answers, Expr, Fact, FactId, Given};

use crate::brute::{self, Reader};
use crate::dice::Dice;

/// A guide's logic, small enough to look at every reader.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) facts: Vec<Fact>,
    pub(crate) readers: Vec<Reader>,
    pub(crate) rows: Vec<Expr>,
    pub(crate) has_otherwise: bool,
    pub(crate) scenarios: Vec<Expr>,
    pub(crate) items: Vec<Expr>,
    pub(crate) given: Vec<Given>,
}

/// As many readers as a model may have: what is compared in pairs is compared in thousands.
const MOST_READERS: usize = 40;

impl Model {
    pub(crate) fn new(seed: u64) -> Model {
        let mut dice = Dice::new(seed);
        loop {
            let facts = facts(&mut dice);
            let readers = brute::readers(&facts);
            if readers.len() <= MOST_READERS {
                return Model {
                    rows: (0..=dice.below(4)).map(|_| expr(&mut dice, &facts, 2)).collect(),
                    has_otherwise: dice.below(5) < 2,
                    scenarios: (0..dice.below(5)).map(|_| expr(&mut dice, &facts, 2)).collect(),
                    items: (0..=dice.below(2)).map(|_| expr(&mut dice, &facts, 2)).collect(),
                    given: given(&mut dice, &facts, &readers),
                    facts,
                    readers,
                };
            }
        }
    }

    /// Whether something matches this in one of the facts.
    pub(crate) fn has(&self, what: impl Fn(&Fact) -> bool) -> bool {
        self.facts.iter().any(what)
    }
}

fn facts(dice: &mut Dice) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for _ in 0..=dice.below(4) {
        let asked_when = if facts.is_empty() || dice.below(2) == 0 { None } else { Some(asked_when(dice, &facts)) };
        let fact = if dice.below(5) < 2 {
            let values = 1 + dice.below(4);
            let none = (dice.below(3) > 0).then(|| dice.below(values));
            Fact { values, answers: Answers::Many { none }, asked_when }
        } else {
            Fact { values: 1 + dice.below(4), answers: Answers::One, asked_when }
        };
        facts.push(fact);
    }
    facts
}

fn asked_when(dice: &mut Dice, facts: &[Fact]) -> Expr {
    let condition = expr(dice, facts, 1);
    if dice.below(4) > 0 {
        return condition;
    }
    // What cannot be: authors write it by mistake, in ways less plain than this one.
    Expr::All(vec![condition.clone(), Expr::Not(Box::new(condition))])
}

fn expr(dice: &mut Dice, facts: &[Fact], depth: usize) -> Expr {
    let parts = |dice: &mut Dice| {
        let count = if dice.below(20) == 0 { 0 } else { 2 + dice.below(2) };
        (0..count).map(|_| expr(dice, facts, depth - 1)).collect()
    };
    match dice.below(10) {
        0..=2 if depth > 0 => Expr::All(parts(dice)),
        3 | 4 if depth > 0 => Expr::Any(parts(dice)),
        5 | 6 if depth > 0 => Expr::Not(Box::new(expr(dice, facts, depth - 1))),
        _ => {
            let fact = dice.below(facts.len());
            let values = (0..facts[fact].values).filter(|_| dice.below(3) == 0).collect::<Vec<_>>();
            let one = vec![dice.below(facts[fact].values)];
            Expr::Has { fact: FactId(fact), values: if values.is_empty() { one } else { values } }
        }
    }
}

/// Some answers of some reader, at times one of them changed into another, or into nonsense.
fn given(dice: &mut Dice, facts: &[Fact], readers: &[Reader]) -> Vec<Given> {
    if readers.is_empty() {
        return Vec::new();
    }
    let reader = dice.pick(readers);
    let mut given = Vec::new();
    for (fact, answer) in reader.iter().enumerate() {
        let changed = dice.below(6) == 0;
        let values = match answer {
            Some(answer) if !changed => answer.iter().copied().collect(),
            None if !changed => continue,
            _ => (0..facts[fact].values).filter(|_| dice.below(2) == 0).collect(),
        };
        if dice.below(2) == 0 {
            given.push(Given { fact: FactId(fact), values });
        }
    }
    for at in (1..given.len()).rev() {
        given.swap(at, dice.below(at + 1));
    }
    given
}

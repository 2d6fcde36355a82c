//! Facts as variables of decision diagrams, in the author's order.
//!
//! A fact with one answer is one variable with its values. A fact with many answers is a yes/no
//! variable for each value, its `none` value first. A fact that is not always asked has one more
//! yes/no variable in front: whether it is asked. Only where cases are put into words is that one
//! used; conditions say it by the facts that decide it.

use super::diagram::Variable;
use super::{Answers, Fact, FactId};

/// The values of a yes/no variable.
pub(super) const NO: usize = 0;
/// The values of a yes/no variable.
pub(super) const YES: usize = 1;

/// Where one fact stands among the variables.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Whether the fact is asked; none for a fact that always is.
    pub(super) asked: Option<Variable>,
    pub(super) answer: Answer,
}

/// The variables for the answer to a fact.
#[derive(Clone, Debug)]
pub(super) enum Answer {
    /// One with a value for each of the fact's. None for a fact without values, which has no answer.
    One(Option<Variable>),
    /// A yes/no variable for each value, by the number of the value.
    Many { values: Vec<Variable>, none: Option<usize> },
}

/// What a variable asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    /// Whether a fact is asked.
    Asked(FactId),
    /// The value of a fact with one answer.
    Answer(FactId),
    /// Whether this value is among the answers.
    Value(FactId, usize),
}

/// All facts as variables.
#[derive(Clone, Debug, Default)]
pub(super) struct Variables {
    places: Vec<Place>,
    asks: Vec<Asks>,
    widths: Vec<usize>,
}

impl Variables {
    pub(super) fn new(facts: &[Fact]) -> Variables {
        let mut variables = Variables::default();
        for (number, fact) in facts.iter().enumerate() {
            let place = variables.place(FactId(number), fact);
            variables.places.push(place);
        }
        variables
    }

    /// How many values each variable has.
    pub(super) fn widths(&self) -> &[usize] {
        &self.widths
    }

    /// Every variable, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = Variable> + use<> {
        (0..self.widths.len()).map(Variable)
    }

    /// Where a fact stands; none for a number that is no fact's.
    pub(super) fn of(&self, fact: FactId) -> Option<&Place> {
        self.places.get(fact.0)
    }

    /// What a variable asks.
    #[expect(clippy::indexing_slicing, reason = "only this list makes variables")]
    pub(super) fn asks(&self, variable: Variable) -> Asks {
        self.asks[variable.0]
    }

    /// The fact that a variable belongs to.
    pub(super) fn fact(&self, variable: Variable) -> FactId {
        match self.asks(variable) {
            Asks::Asked(fact) | Asks::Answer(fact) | Asks::Value(fact, _) => fact,
        }
    }

    fn place(&mut self, id: FactId, fact: &Fact) -> Place {
        let asked = fact.asked_when.as_ref().map(|_| self.add(Asks::Asked(id), 2));
        let answer = match fact.answers {
            Answers::One => Answer::One((fact.values > 0).then(|| self.add(Asks::Answer(id), fact.values))),
            Answers::Many { none } => {
                let none = none.filter(|none| *none < fact.values);
                let first = none.map(|none| self.add(Asks::Value(id, none), 2));
                let variable = |value| match first {
                    Some(first) if none == Some(value) => first,
                    _ => self.add(Asks::Value(id, value), 2),
                };
                Answer::Many { values: (0..fact.values).map(variable).collect(), none }
            }
        };
        Place { asked, answer }
    }

    fn add(&mut self, asks: Asks, width: usize) -> Variable {
        self.asks.push(asks);
        self.widths.push(width);
        Variable(self.widths.len() - 1)
    }
}

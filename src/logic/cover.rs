//! Sets of cases as short lists of wide cases.
//!
//! A set is first seen through the facts that shall be named: all others are left out, and whether a
//! fact is asked becomes a variable of its own. Then, again and again, one answer that is still missing
//! from the list is widened as far as the set allows, the last facts first.

use std::collections::{BTreeMap, BTreeSet};

use super::case::{Answered, Case, CaseList};
use super::diagram::{Diagram, Spent, Step, Variable};
use super::solver::{Asked, Cases, Proved, Solver};
use super::variables::{Answer, Asks, NO, YES};
use super::{Answers, FactId};

/// How the cases of a list stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cover {
    /// Each as wide as can be, though two may share something.
    Wide,
    /// No two share anything.
    Apart,
}

/// A set of cases, seen through some facts.
pub(super) struct View {
    pub(super) facts: BTreeSet<FactId>,
    /// All answers to these facts that some reader can give.
    pub(super) all: Diagram,
}

impl Solver {
    /// The cases in words, as they differ in these facts; at most so many.
    pub fn describe(&mut self, cases: Cases, over: &BTreeSet<FactId>, most: usize) -> Proved<CaseList> {
        self.about_facts(over, |solver| {
            let view = solver.view(over)?;
            let seen = solver.seen(cases.0, &view.facts)?;
            solver.cover(seen, &view, Cover::Wide, most)
        })
    }

    /// What can be seen of all cases through these facts.
    pub(super) fn view(&mut self, over: &BTreeSet<FactId>) -> Step<View> {
        let facts = over.iter().copied().filter(|fact| self.variables.of(*fact).is_some()).collect();
        let all = self.seen(self.all, &facts)?;
        Ok(View { facts, all })
    }

    /// What can be seen of some cases through these facts.
    pub(super) fn seen(&mut self, cases: Diagram, facts: &BTreeSet<FactId>) -> Step<Diagram> {
        let mut seen = cases;
        for fact in facts {
            // The two are the same for a fact that is always asked.
            let by_facts = self.is_asked(*fact, Asked::ByFacts)?;
            let by_itself = self.is_asked(*fact, Asked::ByItself)?;
            let neither = self.store.not(by_facts)?;
            let same = self.store.select(by_itself, by_facts, neither)?;
            seen = self.store.and(seen, same)?;
        }
        let gone: Vec<bool> =
            self.variables.all().map(|variable| !facts.contains(&self.variables.fact(variable))).collect();
        self.store.some(seen, &|variable| gone.get(variable.0).copied().unwrap_or(false))
    }

    /// A part of the view as a list of cases.
    pub(super) fn cover(&mut self, part: Diagram, view: &View, how: Cover, most: usize) -> Step<CaseList> {
        let mut list = CaseList::default();
        let mut left = part;
        while left != Diagram::NEVER {
            if list.cases.len() == most {
                list.more = true;
                break;
            }
            let within = if how == Cover::Apart { left } else { part };
            let next = self.widest(left, within, view).and_then(|(case, covered)| {
                list.cases.push(case);
                self.store.without(left, covered)
            });
            match next {
                Ok(rest) => left = rest,
                // What was found is worth telling, even if it took too long to find more.
                Err(Spent) if !list.cases.is_empty() => {
                    list.more = true;
                    break;
                }
                Err(Spent) => return Err(Spent),
            }
        }
        if how == Cover::Wide && !list.more && self.drop_what_others_cover(&mut list.cases, part).is_err() {
            // Then some of it is said twice, which is no less true.
            return Ok(list);
        }
        Ok(list)
    }

    /// A case around the first answer in `from`, widened as far as `within` allows, and what it covers.
    pub(super) fn widest(&mut self, from: Diagram, within: Diagram, view: &View) -> Step<(Case, Diagram)> {
        // What no reader can answer may be covered, too: nobody will miss it.
        let room = self.store.select(view.all, within, Diagram::ALWAYS)?;
        let mut case = self.first_case(from, view);
        for fact in view.facts.iter().rev() {
            self.leave_out(&mut case, *fact, room)?;
        }
        for fact in &view.facts {
            self.widen(&mut case, *fact, room)?;
        }
        let covered = self.covered(&case)?;
        Ok((case, covered))
    }

    /// The answers that a case covers. May hold some that no reader can give.
    pub(super) fn covered(&mut self, case: &Case) -> Step<Diagram> {
        let mut covered = Diagram::ALWAYS;
        let variables: Vec<Variable> = self.variables.all().collect();
        for variable in variables.into_iter().rev() {
            if case.facts.contains_key(&self.variables.fact(variable)) {
                let child = |value| if self.allows(case, variable, value) { covered } else { Diagram::NEVER };
                let children = (0..self.store.width(variable)).map(child).collect();
                covered = self.store.ask(variable, children)?;
            }
        }
        Ok(covered)
    }

    /// The first answers that lead to a `true`, the author's first values first.
    fn first_case(&self, from: Diagram, view: &View) -> Case {
        let mut path = BTreeMap::new();
        let mut at = from;
        while let Some(variable) = self.store.top(at) {
            let open = self.store.children(at).iter().enumerate().find(|(_, child)| **child != Diagram::NEVER);
            let Some((value, child)) = open else { break };
            path.insert(variable, value);
            at = *child;
        }
        let said = |fact: &FactId| Some((*fact, self.said(*fact, &path)?));
        Case { facts: view.facts.iter().filter_map(said).collect() }
    }

    /// What a path through a diagram says about one fact; nothing, if it does not ask for it.
    fn said(&self, fact: FactId, path: &BTreeMap<Variable, usize>) -> Option<Answered> {
        let place = self.variables.of(fact)?;
        let asked = place.asked.and_then(|variable| path.get(&variable).copied());
        if asked == Some(NO) {
            return Some(Answered::NotAsked);
        }
        match &place.answer {
            Answer::One(variable) => match variable.and_then(|variable| path.get(&variable)) {
                Some(value) => Some(Answered::OneOf(vec![*value])),
                None => asked.map(|_| self.any_answer(fact)),
            },
            Answer::Many { values, .. } => {
                let are = |wanted: usize| {
                    let said = values.iter().enumerate().filter(|(_, variable)| path.get(variable) == Some(&wanted));
                    said.map(|(value, _)| value).collect::<Vec<_>>()
                };
                let (with, without) = (are(YES), are(NO));
                let silent = asked.is_none() && with.is_empty() && without.is_empty();
                (!silent).then_some(Answered::Many { with, without })
            }
        }
    }

    /// That the fact is asked, whatever the answer.
    fn any_answer(&self, fact: FactId) -> Answered {
        match self.facts.get(fact.0) {
            Some(fact) if fact.answers == Answers::One => Answered::OneOf((0..fact.values).collect()),
            _ => Answered::Many { with: Vec::new(), without: Vec::new() },
        }
    }

    /// Says nothing about a fact, or else nothing about its answer, if there is room for that.
    fn leave_out(&mut self, case: &mut Case, fact: FactId, room: Diagram) -> Step<()> {
        let Some(said) = case.facts.remove(&fact) else { return Ok(()) };
        if self.fits(case, room)? {
            return Ok(());
        }
        if said != Answered::NotAsked {
            case.facts.insert(fact, self.any_answer(fact));
            if self.fits(case, room)? {
                return Ok(());
            }
        }
        case.facts.insert(fact, said);
        Ok(())
    }

    /// Lets a fact have more answers, one value after the other, while there is room.
    fn widen(&mut self, case: &mut Case, fact: FactId, room: Diagram) -> Step<()> {
        let values = self.facts.get(fact.0).map_or(0, |fact| fact.values);
        for value in 0..values {
            let Some(said) = case.facts.get(&fact).cloned() else { return Ok(()) };
            let mut wider = said.clone();
            match &mut wider {
                Answered::NotAsked => return Ok(()),
                Answered::OneOf(values) => {
                    values.push(value);
                    values.sort_unstable();
                    values.dedup();
                }
                Answered::Many { with, without } => {
                    with.retain(|one| *one != value);
                    without.retain(|one| *one != value);
                }
            }
            if wider == said {
                continue;
            }
            case.facts.insert(fact, wider);
            if !self.fits(case, room)? {
                case.facts.insert(fact, said);
            }
        }
        Ok(())
    }

    /// Takes off the list what the others cover without it, the last ones first.
    fn drop_what_others_cover(&mut self, cases: &mut Vec<Case>, part: Diagram) -> Step<()> {
        let mut at = cases.len();
        while at > 0 {
            at -= 1;
            let mut left = part;
            for (place, case) in cases.iter().enumerate() {
                if place != at {
                    let covered = self.covered(case)?;
                    left = self.store.without(left, covered)?;
                }
            }
            if left == Diagram::NEVER {
                cases.remove(at);
            }
        }
        Ok(())
    }

    /// Whether all that a case covers lies in the room.
    fn fits(&mut self, case: &Case, room: Diagram) -> Step<bool> {
        self.fits_from(case, room, &mut BTreeSet::new())
    }

    fn fits_from(&mut self, case: &Case, room: Diagram, seen: &mut BTreeSet<Diagram>) -> Step<bool> {
        let Some(variable) = self.store.top(room) else { return Ok(room == Diagram::ALWAYS) };
        if !seen.insert(room) {
            // It fitted before, or else we would have stopped there.
            return Ok(true);
        }
        self.store.step()?;
        let open: Vec<Diagram> = self
            .store
            .children(room)
            .iter()
            .enumerate()
            .filter(|(value, _)| self.allows(case, variable, *value))
            .map(|(_, child)| *child)
            .collect();
        for child in open {
            if !self.fits_from(case, child, seen)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether a variable may have a value in a case.
    fn allows(&self, case: &Case, variable: Variable, value: usize) -> bool {
        let asks = self.variables.asks(variable);
        match (asks, case.facts.get(&self.variables.fact(variable))) {
            (_, None) => true,
            (Asks::Asked(_), Some(said)) => (value == YES) == (*said != Answered::NotAsked),
            (Asks::Answer(_), Some(Answered::OneOf(values))) => values.contains(&value),
            (Asks::Value(_, of), Some(Answered::Many { with, without })) => {
                if value == YES {
                    !without.contains(&of)
                } else {
                    !with.contains(&of)
                }
            }
            (Asks::Answer(_) | Asks::Value(..), Some(_)) => true,
        }
    }
}

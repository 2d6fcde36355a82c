//! The finder: the conditions of all scenarios as pages of one question each.
//!
//! Pages come out of one reduced decision diagram. States that lead to the same places share a page; an
//! answer that nobody can give is not offered; and where every answer that is left leads to the same
//! place, there is no page. Questions come in the author's order, values of a fact with many answers
//! one by one, its `none` value first.

use std::collections::{BTreeMap, VecDeque};

use super::diagram::{Diagram, Step, Variable};
use super::labels::{Labels, NOBODY};
use super::solver::{Proved, Solver};
use super::variables::{Asks, NO, YES};
use super::{Answers, Expr, FactId};

/// The pages that lead a reader to the scenarios that fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finder {
    /// Where a reader begins: the first page, or an end where nothing needs to be asked.
    pub start: Next,
    /// The pages, those nearest to the start first.
    pub pages: Vec<FinderPage>,
    /// The lists of scenarios that a way can end with, each once, in rising order; one may be empty.
    pub ends: Vec<Vec<usize>>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinderPage {
    /// The fact that is asked.
    pub fact: FactId,
    /// What is asked about it, and where the answers lead.
    pub question: Question,
    /// The pages that lead here, in rising order, each once.
    pub parents: Vec<usize>,
}

/// What a page asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// The fact itself: each value that can be answered, and where it leads.
    Which(Vec<(usize, Next)>),
    /// Whether this value is among the answers.
    Whether {
        /// The value.
        value: usize,
        /// Where to go if it is.
        yes: Next,
        /// Where to go if it is not.
        no: Next,
    },
}

/// Where an answer leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Next {
    /// To one of the pages.
    Page(usize),
    /// To one of the ends.
    End(usize),
}

impl Question {
    /// Where the answers lead, in the order in which they are offered.
    pub fn answers(&self) -> Vec<Next> {
        match self {
            Question::Which(answers) => answers.iter().map(|(_, next)| *next).collect(),
            Question::Whether { yes, no, .. } => vec![*yes, *no],
        }
    }
}

impl Finder {
    /// How many pages ask each fact, the most first.
    pub fn pages_by_fact(&self) -> Vec<(FactId, usize)> {
        let mut pages = BTreeMap::new();
        for page in &self.pages {
            *pages.entry(page.fact).or_insert(0) += 1;
        }
        let mut pages: Vec<(FactId, usize)> = pages.into_iter().collect();
        pages.sort_by_key(|(fact, pages)| (usize::MAX - pages, *fact));
        pages
    }

    /// The pages of a way that asks as many facts as any; one with many answers counts once.
    pub fn longest_way(&self) -> Vec<usize> {
        let mut ways = BTreeMap::new();
        self.facts_from(self.start, None, &mut ways);
        let mut pages = Vec::new();
        let mut at = self.start;
        while let Next::Page(page) = at {
            pages.push(page);
            let Some((_, next)) = ways.get(&page) else { break };
            at = *next;
        }
        pages
    }

    /// How many facts the longest way from a page asks, its own included; one with many answers counts once.
    pub fn facts_from_page(&self, page: usize) -> usize {
        self.facts_from(Next::Page(page), None, &mut BTreeMap::new())
    }

    /// How many facts the longest way from here asks, but for the one that was asked just before.
    fn facts_from(&self, at: Next, before: Option<FactId>, ways: &mut BTreeMap<usize, (usize, Next)>) -> usize {
        let Next::Page(number) = at else { return 0 };
        let Some(page) = self.pages.get(number) else { return 0 };
        let own = usize::from(before != Some(page.fact));
        if let Some((facts, _)) = ways.get(&number) {
            return own + facts;
        }
        let mut longest = (0, at);
        for next in page.question.answers().into_iter().rev() {
            let facts = self.facts_from(next, Some(page.fact), ways);
            if facts >= longest.0 {
                longest = (facts, next);
            }
        }
        ways.insert(number, longest);
        own + longest.0
    }
}

impl Solver {
    /// The finder for scenarios with these conditions.
    pub fn finder(&mut self, scenarios: &[Expr]) -> Proved<Finder> {
        let what: Vec<&Expr> = scenarios.iter().collect();
        self.about(&what, |solver| {
            let conditions = scenarios.iter().map(|scenario| solver.holds(scenario));
            let conditions = conditions.collect::<Step<Vec<Diagram>>>()?;
            let (every, labels) = solver.labelled(solver.all, &conditions)?;
            let reduced = Reduction::default().reduce(solver, every)?;
            Ok(solver.paged(reduced, &labels))
        })
    }

    /// A reduced diagram as numbered pages.
    fn paged(&self, start: Diagram, labels: &Labels) -> Finder {
        let mut numbers = Numbers::default();
        let start = numbers.next(start, None, labels);
        let mut pages = Vec::new();
        while let Some(at) = numbers.queue.pop_front() {
            let page = pages.len();
            if let Some(variable) = self.store.top(at) {
                let children = self.store.children(at).iter().enumerate().filter(|(_, child)| **child != NOBODY);
                let answers = children.map(|(value, child)| (value, numbers.next(*child, Some(page), labels)));
                let question = question(self.variables.asks(variable), answers.collect());
                pages.push(FinderPage { fact: self.variables.fact(variable), question, parents: Vec::new() });
            }
        }
        for (page, parents) in pages.iter_mut().zip(numbers.parents) {
            page.parents = parents;
        }
        Finder { start, pages, ends: numbers.ends }
    }
}

fn question(asks: Asks, answers: Vec<(usize, Next)>) -> Question {
    let to = |wanted: usize| answers.iter().find(|(value, _)| *value == wanted).map(|(_, next)| *next);
    match (asks, to(YES), to(NO)) {
        (Asks::Value(_, value), Some(yes), Some(no)) => Question::Whether { value, yes, no },
        _ => Question::Which(answers),
    }
}

/// Gives numbers to pages and ends as they are met.
#[derive(Default)]
struct Numbers {
    met: BTreeMap<Diagram, Next>,
    queue: VecDeque<Diagram>,
    parents: Vec<Vec<usize>>,
    ends: Vec<Vec<usize>>,
}

impl Numbers {
    fn next(&mut self, at: Diagram, from: Option<usize>, labels: &Labels) -> Next {
        let next = match self.met.get(&at) {
            Some(known) => *known,
            None => self.meet(at, labels),
        };
        if let (Next::Page(page), Some(from)) = (next, from)
            && let Some(parents) = self.parents.get_mut(page)
            && parents.last() != Some(&from)
        {
            parents.push(from);
        }
        next
    }

    fn meet(&mut self, at: Diagram, labels: &Labels) -> Next {
        let next = if at.value().is_some() {
            self.ends.push(labels.of(at).unwrap_or_default().to_vec());
            Next::End(self.ends.len() - 1)
        } else {
            self.queue.push_back(at);
            self.parents.push(Vec::new());
            Next::Page(self.parents.len() - 1)
        };
        self.met.insert(at, next);
        next
    }
}

/// Takes out of a labelled diagram what need not be asked.
#[derive(Default)]
struct Reduction {
    reduced: BTreeMap<Diagram, Diagram>,
    /// Questions about one fact, with reduced diagrams behind them.
    fact_over_reduced: BTreeMap<Diagram, Diagram>,
    fact_reduced: BTreeMap<Diagram, Diagram>,
    joined: BTreeMap<(Diagram, Diagram), Option<Diagram>>,
}

impl Reduction {
    fn reduce(&mut self, solver: &mut Solver, at: Diagram) -> Step<Diagram> {
        let Some(variable) = solver.store.top(at) else { return Ok(at) };
        if let Some(known) = self.reduced.get(&at) {
            return Ok(*known);
        }
        let over_reduced = self.over_reduced(solver, at, solver.variables.fact(variable))?;
        let reduced = self.ask_fact(solver, over_reduced, solver.variables.fact(variable))?;
        self.reduced.insert(at, reduced);
        Ok(reduced)
    }

    /// The questions about one fact as they were, and behind them reduced diagrams.
    fn over_reduced(&mut self, solver: &mut Solver, at: Diagram, fact: FactId) -> Step<Diagram> {
        let Some(variable) = asks(solver, at, fact) else { return self.reduce(solver, at) };
        if let Some(known) = self.fact_over_reduced.get(&at) {
            return Ok(*known);
        }
        let children = solver.store.children(at).to_vec();
        let children = children.into_iter().map(|child| self.over_reduced(solver, child, fact));
        let children = children.collect::<Step<Vec<Diagram>>>()?;
        let made = solver.store.ask(variable, children)?;
        self.fact_over_reduced.insert(at, made);
        Ok(made)
    }

    /// Only those questions about one fact that change where a reader goes.
    fn ask_fact(&mut self, solver: &mut Solver, at: Diagram, fact: FactId) -> Step<Diagram> {
        let Some(variable) = asks(solver, at, fact) else { return Ok(at) };
        if let Some(known) = self.fact_reduced.get(&at) {
            return Ok(*known);
        }
        let reduced = match self.spared(solver, at, variable)? {
            Some(joined) => self.ask_fact(solver, joined, fact)?,
            None => {
                let children = solver.store.children(at).to_vec();
                let children = children.into_iter().map(|child| self.ask_fact(solver, child, fact));
                let children = children.collect::<Step<Vec<Diagram>>>()?;
                let mut open = children.iter().filter(|child| **child != NOBODY);
                match open.next() {
                    Some(first) if open.all(|child| child == first) => *first,
                    _ => solver.store.ask(variable, children)?,
                }
            }
        };
        self.fact_reduced.insert(at, reduced);
        Ok(reduced)
    }

    /// What follows without the first question, if the answers to later ones about the fact decide it.
    fn spared(&mut self, solver: &mut Solver, at: Diagram, variable: Variable) -> Step<Option<Diagram>> {
        match solver.store.children(at) {
            // `none` has a page wherever it spares others: who does not know shall not have to say so
            // value by value.
            [no, yes] if can_be_spared(solver, variable) => {
                let (no, yes) = (*no, *yes);
                self.join(solver, no, yes, solver.variables.fact(variable))
            }
            _ => Ok(None),
        }
    }

    /// One diagram that is right for both, as far as they ask one fact; none, if they differ somewhere.
    fn join(&mut self, solver: &mut Solver, a: Diagram, b: Diagram, fact: FactId) -> Step<Option<Diagram>> {
        match (a, b) {
            (NOBODY, other) | (other, NOBODY) => return Ok(Some(other)),
            _ if a == b => return Ok(Some(a)),
            _ => {}
        }
        let Some(variable) = [a, b].iter().filter_map(|part| asks(solver, *part, fact)).min() else { return Ok(None) };
        if let Some(known) = self.joined.get(&(a, b)) {
            return Ok(*known);
        }
        solver.store.step()?;
        let mut children = Vec::new();
        for value in 0..solver.store.width(variable) {
            let [a, b] = [a, b].map(|part| solver.store.after(part, variable, value));
            match self.join(solver, a, b, fact)? {
                Some(child) => children.push(child),
                None => break,
            }
        }
        let whole = children.len() == solver.store.width(variable);
        let joined = if whole { Some(solver.store.ask(variable, children)?) } else { None };
        self.joined.insert((a, b), joined);
        Ok(joined)
    }
}

/// The variable that a diagram asks first, if it is one of this fact.
fn asks(solver: &Solver, at: Diagram, fact: FactId) -> Option<Variable> {
    solver.store.top(at).filter(|variable| solver.variables.fact(*variable) == fact)
}

/// Whether the variable asks for one of many values, and not for the one that excludes the others.
fn can_be_spared(solver: &Solver, variable: Variable) -> bool {
    match solver.variables.asks(variable) {
        Asks::Value(fact, value) => {
            solver.facts.get(fact.0).is_some_and(|fact| fact.answers != Answers::Many { none: Some(value) })
        }
        Asks::Asked(_) | Asks::Answer(_) => false,
    }
}

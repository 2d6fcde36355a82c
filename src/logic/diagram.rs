//! Decision diagrams: functions of many variables, each with few values, stored once.
//!
//! A diagram is a leaf, or asks one variable and goes on with the diagram of its value. Variables are
//! asked in one fixed order, a variable that changes nothing is not asked, and equal diagrams are one
//! and the same: so two functions are equal exactly if their diagrams are. The leaves of a condition
//! are [`Diagram::NEVER`] and [`Diagram::ALWAYS`]; the finder has others.
//!
//! Each step is counted. Whoever asks too much hears [`Spent`] instead of waiting forever.

use std::collections::BTreeMap;

use super::unique::Nodes;

/// A function, by its number in the [`Store`] that made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Diagram(u32);

impl Diagram {
    /// The condition that holds in no case.
    pub(super) const NEVER: Diagram = Diagram::leaf(0);
    /// The condition that holds in every case.
    pub(super) const ALWAYS: Diagram = Diagram::leaf(1);

    /// The bit that tells leaves from numbers of nodes. A store is spent long before it needs it.
    const LEAF: u32 = 1 << 31;

    /// The function that has this value everywhere.
    pub(super) const fn leaf(value: u32) -> Diagram {
        Diagram(value | Diagram::LEAF)
    }

    /// What tells it from all others of its store.
    pub(super) fn number(self) -> u32 {
        self.0
    }

    /// The value, where it is the same everywhere.
    pub(super) fn value(self) -> Option<u32> {
        (self.0 & Diagram::LEAF != 0).then_some(self.0 & !Diagram::LEAF)
    }
}

/// A variable, by its place in the order in which all diagrams ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Variable(pub(super) usize);

/// There were more steps to take than allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spent;

/// A step of a computation on diagrams.
pub(super) type Step<T> = Result<T, Spent>;

/// How many selections are remembered from one question to the next.
const MOST_REMEMBERED: usize = 1_000_000;

/// A part of a diagram that is built anew.
pub(super) enum Part {
    Leaf(Diagram),
    Node(Variable, Vec<Diagram>),
}

/// All diagrams over one list of variables.
#[derive(Debug)]
pub(super) struct Store {
    /// How many values each variable has.
    widths: Vec<usize>,
    /// Each node once: what makes equal diagrams the same.
    nodes: Nodes,
    /// What [`Store::select`] has found.
    selected: BTreeMap<[Diagram; 3], Diagram>,
    steps_left: usize,
}

impl Store {
    /// An empty store that may take no step yet.
    pub(super) fn new(widths: Vec<usize>) -> Store {
        Store { widths, nodes: Nodes::default(), selected: BTreeMap::new(), steps_left: 0 }
    }

    /// Lets the next question take so many steps.
    pub(super) fn allow(&mut self, steps: usize) {
        self.steps_left = steps;
        if self.selected.len() > MOST_REMEMBERED {
            self.selected.clear();
        }
    }

    /// Counts one step.
    pub(super) fn step(&mut self) -> Step<()> {
        self.steps_left = self.steps_left.checked_sub(1).ok_or(Spent)?;
        Ok(())
    }

    /// The variable that is asked first; none at a leaf.
    pub(super) fn top(&self, diagram: Diagram) -> Option<Variable> {
        self.node(diagram).map(|(variable, _)| variable)
    }

    /// What follows each value of the variable that is asked first; nothing at a leaf.
    pub(super) fn children(&self, diagram: Diagram) -> &[Diagram] {
        self.node(diagram).map_or(&[], |(_, children)| children)
    }

    /// How many values the variable has.
    pub(super) fn width(&self, variable: Variable) -> usize {
        self.widths.get(variable.0).copied().unwrap_or(0)
    }

    /// The function that asks `variable` first. The children ask only later ones.
    pub(super) fn ask(&mut self, variable: Variable, children: Vec<Diagram>) -> Step<Diagram> {
        if let Some(first) = children.first()
            && children.iter().all(|child| child == first)
        {
            return Ok(*first);
        }
        self.step()?;
        let number = self.nodes.number(variable, &children).filter(|number| number & Diagram::LEAF == 0);
        number.map(Diagram).ok_or(Spent)
    }

    /// The condition that the variable has a value for which `is` is true.
    pub(super) fn test(&mut self, variable: Variable, is: impl Fn(usize) -> bool) -> Step<Diagram> {
        let leaf = |value| if is(value) { Diagram::ALWAYS } else { Diagram::NEVER };
        let children: Vec<Diagram> = (0..self.width(variable)).map(leaf).collect();
        self.ask(variable, children)
    }

    /// `yes` where the condition holds, `no` where it does not.
    pub(super) fn select(&mut self, condition: Diagram, yes: Diagram, no: Diagram) -> Step<Diagram> {
        match condition {
            Diagram::ALWAYS => return Ok(yes),
            Diagram::NEVER => return Ok(no),
            _ if yes == no => return Ok(yes),
            _ if yes == Diagram::ALWAYS && no == Diagram::NEVER => return Ok(condition),
            _ => {}
        }
        let key = [condition, yes, no];
        if let Some(known) = self.selected.get(&key) {
            return Ok(*known);
        }
        self.step()?;
        let first = key.iter().filter_map(|diagram| self.top(*diagram)).min();
        let Some(variable) = first else { return Ok(no) };
        let children = (0..self.width(variable)).map(|value| {
            let [condition, yes, no] = key.map(|diagram| self.after(diagram, variable, value));
            self.select(condition, yes, no)
        });
        let children = children.collect::<Step<Vec<Diagram>>>()?;
        let made = self.ask(variable, children)?;
        self.selected.insert(key, made);
        Ok(made)
    }

    /// Where both conditions hold.
    pub(super) fn and(&mut self, a: Diagram, b: Diagram) -> Step<Diagram> {
        // One order for both, so that each pair is computed once.
        self.select(a.min(b), a.max(b), Diagram::NEVER)
    }

    /// Where one of the conditions holds, or both.
    pub(super) fn or(&mut self, a: Diagram, b: Diagram) -> Step<Diagram> {
        self.select(a.min(b), Diagram::ALWAYS, a.max(b))
    }

    /// Where the condition does not hold.
    pub(super) fn not(&mut self, condition: Diagram) -> Step<Diagram> {
        self.select(condition, Diagram::NEVER, Diagram::ALWAYS)
    }

    /// Where the first condition holds and the second does not.
    pub(super) fn without(&mut self, a: Diagram, b: Diagram) -> Step<Diagram> {
        let rest = self.not(b)?;
        self.and(a, rest)
    }

    /// The function once the variable has this value.
    pub(super) fn given(&mut self, diagram: Diagram, variable: Variable, value: usize) -> Step<Diagram> {
        self.rebuild(diagram, &mut |store, part| match part {
            Part::Leaf(leaf) => Ok(leaf),
            Part::Node(top, children) if top == variable => Ok(children.get(value).copied().unwrap_or(Diagram::NEVER)),
            Part::Node(top, children) => store.ask(top, children),
        })
    }

    /// Where the condition holds for some values of the variables that `gone` names.
    pub(super) fn some(&mut self, condition: Diagram, gone: &impl Fn(Variable) -> bool) -> Step<Diagram> {
        self.rebuild(condition, &mut |store, part| match part {
            Part::Leaf(leaf) => Ok(leaf),
            Part::Node(top, children) if gone(top) => {
                children.into_iter().try_fold(Diagram::NEVER, |some, child| store.or(some, child))
            }
            Part::Node(top, children) => store.ask(top, children),
        })
    }

    /// Builds a diagram anew from its leaves: `rule` sees each part of it once, with new children.
    pub(super) fn rebuild<Rule>(&mut self, diagram: Diagram, rule: &mut Rule) -> Step<Diagram>
    where
        Rule: FnMut(&mut Store, Part) -> Step<Diagram>,
    {
        self.rebuild_from(diagram, rule, &mut BTreeMap::new())
    }

    fn rebuild_from<Rule>(
        &mut self,
        at: Diagram,
        rule: &mut Rule,
        built: &mut BTreeMap<Diagram, Diagram>,
    ) -> Step<Diagram>
    where
        Rule: FnMut(&mut Store, Part) -> Step<Diagram>,
    {
        if let Some(known) = built.get(&at) {
            return Ok(*known);
        }
        let new = match self.top(at) {
            None => rule(self, Part::Leaf(at))?,
            Some(variable) => {
                let children = self.children(at).to_vec();
                let children = children.into_iter().map(|child| self.rebuild_from(child, rule, built));
                let children = children.collect::<Step<Vec<Diagram>>>()?;
                rule(self, Part::Node(variable, children))?
            }
        };
        built.insert(at, new);
        Ok(new)
    }

    /// The function once `variable` has this value, where no earlier variable is asked.
    pub(super) fn after(&self, diagram: Diagram, variable: Variable, value: usize) -> Diagram {
        match self.node(diagram) {
            Some((top, children)) if top == variable => children.get(value).copied().unwrap_or(diagram),
            _ => diagram,
        }
    }

    fn node(&self, diagram: Diagram) -> Option<(Variable, &[Diagram])> {
        // The number of a leaf is greater than that of any node.
        self.nodes.node(diagram.0)
    }
}

//! Several conditions in one diagram: its leaves say which of them hold.

use std::collections::BTreeMap;

use super::diagram::{Diagram, Step};
use super::solver::Solver;

/// The leaf of answers that no reader can give.
pub(super) const NOBODY: Diagram = Diagram::NEVER;

/// What the leaves of such a diagram stand for.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// The conditions that hold, in rising order; at `n`, those of the leaf `n + 1`.
    sets: Vec<Vec<usize>>,
    leaves: BTreeMap<Vec<usize>, Diagram>,
}

impl Labels {
    /// The conditions that hold at a leaf; none of a leaf that is nobody's, or of what is no leaf.
    pub(super) fn of(&self, leaf: Diagram) -> Option<&[usize]> {
        let number = usize::try_from(leaf.value()?).ok()?;
        self.sets.get(number.checked_sub(1)?).map(Vec::as_slice)
    }

    fn leaf(&mut self, set: Vec<usize>) -> Diagram {
        if let Some(known) = self.leaves.get(&set) {
            return *known;
        }
        self.sets.push(set.clone());
        let number = u32::try_from(self.sets.len()).unwrap_or(u32::MAX);
        self.leaves.insert(set, Diagram::leaf(number));
        Diagram::leaf(number)
    }
}

impl Solver {
    /// The diagram that says, for each answer in `all`, which of the conditions hold.
    pub(super) fn labelled(&mut self, all: Diagram, conditions: &[Diagram]) -> Step<(Diagram, Labels)> {
        let mut labels = Labels::default();
        let mut state = vec![all];
        state.extend(conditions);
        let made = self.label(state, &mut labels, &mut BTreeMap::new())?;
        Ok((made, labels))
    }

    fn label(
        &mut self,
        state: Vec<Diagram>,
        labels: &mut Labels,
        known: &mut BTreeMap<Vec<Diagram>, Diagram>,
    ) -> Step<Diagram> {
        if state.first() == Some(&Diagram::NEVER) {
            return Ok(NOBODY);
        }
        let Some(variable) = state.iter().filter_map(|part| self.store.top(*part)).min() else {
            let holding = state.iter().skip(1).enumerate().filter(|(_, part)| **part == Diagram::ALWAYS);
            return Ok(labels.leaf(holding.map(|(condition, _)| condition).collect()));
        };
        if let Some(made) = known.get(&state) {
            return Ok(*made);
        }
        self.store.step()?;
        let children = (0..self.store.width(variable)).map(|value| {
            let next = state.iter().map(|part| self.store.after(*part, variable, value)).collect();
            self.label(next, labels, known)
        });
        let children = children.collect::<Step<Vec<Diagram>>>()?;
        let made = self.store.ask(variable, children)?;
        known.insert(state, made);
        Ok(made)
    }
}

//! The nodes of diagrams, each once: a hash table of our own, as the order of the standard one differs
//! from run to run, and a sorted one is too slow for what is asked millions of times.

use super::diagram::{Diagram, Variable};

/// All nodes, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Nodes {
    nodes: Vec<Node>,
    /// The children of all nodes, one after the other.
    children: Vec<Diagram>,
    /// Numbers of nodes, each at the first free place from its hash on. More than half is free.
    table: Vec<Option<u32>>,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    variable: Variable,
    /// Where its children are.
    first: usize,
    count: usize,
}

impl Nodes {
    /// The variable of a node, and what follows each of its values; none for a number that is no node's.
    pub(super) fn node(&self, number: u32) -> Option<(Variable, &[Diagram])> {
        let node = self.nodes.get(usize::try_from(number).ok()?)?;
        Some((node.variable, self.children.get(node.first..node.first + node.count)?))
    }

    /// The number of the node, new or known; none if there are too many.
    pub(super) fn number(&mut self, variable: Variable, children: &[Diagram]) -> Option<u32> {
        if self.table.len() <= 2 * self.nodes.len() {
            self.grow();
        }
        let place = self.place(variable, children)?;
        if let Some(known) = self.table.get(place).copied().flatten() {
            return Some(known);
        }
        let number = u32::try_from(self.nodes.len()).ok()?;
        self.nodes.push(Node { variable, first: self.children.len(), count: children.len() });
        self.children.extend(children);
        *self.table.get_mut(place)? = Some(number);
        Some(number)
    }

    /// Where the node stands in the table, or would stand.
    fn place(&self, variable: Variable, children: &[Diagram]) -> Option<usize> {
        let mut place = hash(variable, children) & (self.table.len() - 1);
        while let Some(number) = *self.table.get(place)? {
            if self.node(number) == Some((variable, children)) {
                return Some(place);
            }
            place = (place + 1) & (self.table.len() - 1);
        }
        Some(place)
    }

    /// A larger table. Its length is a power of two.
    fn grow(&mut self) {
        self.table = vec![None; (4 * self.nodes.len()).next_power_of_two().max(64)];
        for number in (0..).take(self.nodes.len()) {
            let place = self.node(number).and_then(|(variable, children)| self.place(variable, children));
            if let Some(entry) = place.and_then(|place| self.table.get_mut(place)) {
                *entry = Some(number);
            }
        }
    }
}

/// Mixes all numbers of a node (FNV, over words, with a last stir for the low bits).
fn hash(variable: Variable, children: &[Diagram]) -> usize {
    let words = children.iter().map(|child| child.number());
    let mixed = words.fold(variable.0 as u64 ^ 0xcbf2_9ce4_8422_2325, |mixed, word| {
        (mixed ^ u64::from(word)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    usize::try_from((mixed ^ (mixed >> 29)) & u64::from(u32::MAX)).unwrap_or(0)
}

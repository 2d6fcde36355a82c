//! Where the boxes of a picture stand: in columns from left to right, without crossings where that is easy.
//!
//! Whole numbers only, so that a picture is the same everywhere.

use std::collections::BTreeMap;

/// The space between two columns; lines run in it.
pub(super) const BETWEEN: i64 = 64;
/// The space between two boxes of a column.
const GAP: i64 = 14;
/// How often boxes are drawn towards what they are joined to.
const ROUNDS: usize = 6;
/// The height of a place where a line passes a column.
const PASSAGE: i64 = 6;

/// A box to be placed.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Its column.
    pub(super) column: usize,
    /// Its height.
    pub(super) height: i64,
}

/// A line to be drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Join {
    /// The box that it leaves, and how far below its top.
    pub(super) from: (usize, i64),
    /// The box that it leads to.
    pub(super) to: usize,
}

/// Where everything stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Placed {
    /// For each box, where its top is.
    pub(super) tops: Vec<i64>,
    /// For each line, its height in each column that it passes between its two boxes.
    pub(super) passages: Vec<Vec<i64>>,
    /// How high all of it is.
    pub(super) height: i64,
}

/// Places boxes; lines lead from left to right.
pub(super) fn place(blocks: &[Block], joins: &[Join]) -> Placed {
    let mut grid = Grid::new(blocks, joins);
    grid.order();
    grid.stack();
    for _ in 0..ROUNDS {
        grid.pull(Side::Left);
        grid.pull(Side::Right);
    }
    let first = grid.slots.iter().map(|slot| slot.top).min().unwrap_or(0);
    let top = |at: &usize| grid.slots.get(*at).map_or(0, |slot| slot.top - first);
    let passages = grid.passages.iter().map(|slots| slots.iter().map(|at| top(at) + PASSAGE / 2).collect());
    let passages = passages.collect();
    let height = grid.slots.iter().map(|slot| slot.top + slot.height - first).max().unwrap_or(0);
    Placed { tops: (0..blocks.len()).map(|at| top(&at)).collect(), passages, height }
}

/// A box, or a place where a line passes a column.
struct Slot {
    column: usize,
    height: i64,
    top: i64,
    /// Slots to the left: each with the place on it, below its top, that a line leaves.
    left: Vec<(usize, i64)>,
    /// Slots to the right: each with the place on this slot that a line leaves.
    right: Vec<(usize, i64)>,
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

struct Grid {
    slots: Vec<Slot>,
    /// The slots of each column, from the top.
    columns: Vec<Vec<usize>>,
    passages: Vec<Vec<usize>>,
}

impl Grid {
    fn new(blocks: &[Block], joins: &[Join]) -> Grid {
        let slot = |column, height| Slot { column, height, top: 0, left: Vec::new(), right: Vec::new() };
        let mut grid = Grid {
            slots: blocks.iter().map(|block| slot(block.column, block.height)).collect(),
            columns: Vec::new(),
            passages: Vec::new(),
        };
        for join in joins {
            let column = |at: usize| blocks.get(at).map_or(0, |block| block.column);
            let (mut from, mut passed) = (join.from, Vec::new());
            for between in column(join.from.0) + 1..column(join.to) {
                let passage = grid.slots.len();
                grid.slots.push(slot(between, PASSAGE));
                grid.join(from, passage);
                passed.push(passage);
                from = (passage, PASSAGE / 2);
            }
            grid.join(from, join.to);
            grid.passages.push(passed);
        }
        grid
    }

    fn join(&mut self, (from, below): (usize, i64), to: usize) {
        if let Some(slot) = self.slots.get_mut(from) {
            slot.right.push((to, below));
        }
        if let Some(slot) = self.slots.get_mut(to) {
            slot.left.push((from, below));
        }
    }

    /// The order in which a reader who goes every way to its end meets the boxes.
    fn order(&mut self) {
        let mut met: BTreeMap<usize, usize> = BTreeMap::new();
        let roots: Vec<usize> = (0..self.slots.len()).filter(|at| self.lefts(*at).is_empty()).collect();
        let mut open: Vec<usize> = roots.into_iter().rev().collect();
        while let Some(at) = open.pop() {
            if met.contains_key(&at) {
                continue;
            }
            met.insert(at, met.len());
            let mut next: Vec<(usize, i64)> = self.slots.get(at).map(|slot| slot.right.clone()).unwrap_or_default();
            next.sort_by_key(|(_, below)| *below);
            open.extend(next.into_iter().rev().map(|(to, _)| to));
        }
        let count = self.slots.iter().map(|slot| slot.column + 1).max().unwrap_or(0);
        let mut order: Vec<usize> = (0..self.slots.len()).collect();
        order.sort_by_key(|at| met.get(at).copied());
        self.columns = vec![Vec::new(); count];
        for at in order {
            let column = self.slots.get(at).map_or(0, |slot| slot.column);
            if let Some(slots) = self.columns.get_mut(column) {
                slots.push(at);
            }
        }
    }

    fn lefts(&self, at: usize) -> &[(usize, i64)] {
        self.slots.get(at).map(|slot| slot.left.as_slice()).unwrap_or_default()
    }

    fn stack(&mut self) {
        for column in &self.columns {
            let mut top = 0;
            for at in column {
                if let Some(slot) = self.slots.get_mut(*at) {
                    slot.top = top;
                    top += slot.height + GAP;
                }
            }
        }
    }

    /// Draws the boxes of each column towards those on one side, as far as their order allows.
    fn pull(&mut self, side: Side) {
        let columns = self.columns.clone();
        let all: Vec<&Vec<usize>> = match side {
            Side::Left => columns.iter().collect(),
            Side::Right => columns.iter().rev().collect(),
        };
        for column in all {
            let wanted: Vec<(i64, i64)> = column.iter().map(|at| self.wanted(*at, side)).collect();
            for (at, top) in column.iter().zip(apart(&wanted)) {
                if let Some(slot) = self.slots.get_mut(*at) {
                    slot.top = top;
                }
            }
        }
    }

    /// Where a slot would best begin, and its height.
    fn wanted(&self, at: usize, side: Side) -> (i64, i64) {
        let Some(slot) = self.slots.get(at) else { return (0, 0) };
        let top = |at: &usize| self.slots.get(*at).map_or((0, 0), |slot| (slot.top, slot.height));
        let best = match side {
            Side::Left => {
                let tops = slot.left.iter().map(|(from, below)| top(from).0 + below - slot.height / 2);
                let count = i64::try_from(slot.left.len()).unwrap_or(1).max(1);
                (!slot.left.is_empty()).then(|| tops.sum::<i64>().div_euclid(count))
            }
            // Beside the first of them: so a picture is read from the top, and begins where a page does.
            Side::Right => slot.right.iter().map(|(to, below)| top(to).0 + top(to).1 / 2 - below).min(),
        };
        (best.unwrap_or(slot.top), slot.height)
    }
}

/// The tops nearest to those wanted that keep the order and the gaps.
fn apart(wanted: &[(i64, i64)]) -> Vec<i64> {
    // Without heights and gaps it is a list that must not fall: neighbours that do are given their mean.
    let mut runs: Vec<(i64, i64)> = Vec::new();
    let mut offset = 0;
    let mut offsets = Vec::new();
    for (top, height) in wanted {
        runs.push((top - offset, 1));
        offsets.push(offset);
        offset += height + GAP;
        while let [.., (before, many), (last, few)] = runs.as_slice()
            && before * few > last * many
        {
            let joined = (before + last, many + few);
            runs.truncate(runs.len() - 2);
            runs.push(joined);
        }
    }
    let levels = runs.into_iter().flat_map(|(sum, count)| (0..count).map(move |_| sum.div_euclid(count)));
    levels.zip(offsets).map(|(level, offset)| level + offset).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_never_overlap() {
        assert_eq!(apart(&[(0, 10), (0, 10), (500, 10)]), [-12, 12, 500]);
        assert_eq!(apart(&[(30, 10), (0, 10)]), [3, 27]);
        assert_eq!(apart(&[]), Vec::<i64>::new());
    }

    #[test]
    fn a_line_passes_the_columns_between() {
        let block = |column| Block { column, height: 20 };
        let blocks = [block(0), block(1), block(2)];
        let join = |from, below, to| Join { from: (from, below), to };
        let placed = place(&blocks, &[join(0, 5, 1), join(0, 15, 2), join(1, 10, 2)]);
        assert_eq!(placed.passages.iter().map(Vec::len).collect::<Vec<_>>(), [0, 1, 0]);
        assert!(placed.passages.iter().flatten().all(|at| *at > placed.tops[1] + 20));
    }
}

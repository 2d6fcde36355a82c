//! A picture of boxes and lines, finished but for its HTML: every word and every point of a line has its place.

use serde::Serialize;

use super::layout::{self, BETWEEN, Block, Join};
use crate::base::text::wrapped;

/// The width of a box.
const WIDTH: i64 = 226;
/// How many letters stand in a line of a box.
const LETTERS: usize = 31;
/// From one line of words to the next.
const LINE: i64 = 17;
/// The space around words.
const PAD: i64 = 9;
/// The space around the whole picture.
const MARGIN: i64 = 8;

/// What a picture shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Sketch {
    boxes: Vec<Sketched>,
    lines: Vec<(usize, Option<usize>, usize)>,
}

#[derive(Clone, Debug)]
struct Sketched {
    column: usize,
    kind: &'static str,
    /// Its words, each in as many lines as they need.
    words: Vec<Vec<String>>,
    /// What can be answered, one below the other.
    answers: Vec<Vec<String>>,
}

/// A finished picture.
#[derive(Clone, Debug, Serialize)]
pub struct DrawingView {
    /// Its width.
    pub width: i64,
    /// Its height.
    pub height: i64,
    /// Lines, each a path.
    pub lines: Vec<String>,
    /// Points of arrows, each a path.
    pub points: Vec<String>,
    /// Boxes.
    pub boxes: Vec<BoxView>,
}

/// A box.
#[derive(Clone, Debug, Serialize)]
pub struct BoxView {
    /// `question`, `end`, `option`, `case`; `dead` where nobody is led to it.
    pub kind: &'static str,
    /// Its left side.
    pub x: i64,
    /// Its top.
    pub y: i64,
    /// Its width.
    pub width: i64,
    /// Its height.
    pub height: i64,
    /// Where answers part it, from the top of the picture.
    pub parted: Vec<i64>,
    /// Its words.
    pub texts: Vec<TextView>,
}

/// A line of words.
#[derive(Clone, Debug, Serialize)]
pub struct TextView {
    /// Where it begins.
    pub x: i64,
    /// Where it stands.
    pub y: i64,
    /// Whether it names the box.
    pub head: bool,
    /// The words.
    pub words: String,
}

impl Sketch {
    /// Adds a box; returns its number.
    pub(super) fn add(&mut self, column: usize, kind: &'static str, words: &[String], answers: &[String]) -> usize {
        let lines = |words: &String| wrapped(words, LETTERS);
        self.boxes.push(Sketched {
            column,
            kind,
            words: words.iter().map(lines).collect(),
            answers: answers.iter().map(lines).collect(),
        });
        self.boxes.len() - 1
    }

    /// Adds a line from a box, or from one of its answers, to another box.
    pub(super) fn join(&mut self, from: usize, answer: Option<usize>, to: usize) {
        if !self.lines.contains(&(from, answer, to)) {
            self.lines.push((from, answer, to));
        }
    }

    /// How many columns there are.
    pub(super) fn columns(&self) -> usize {
        self.boxes.iter().map(|one| one.column + 1).max().unwrap_or(0)
    }

    /// How many boxes there are.
    pub(super) fn len(&self) -> usize {
        self.boxes.len()
    }

    /// The picture.
    pub(super) fn drawn(&self) -> DrawingView {
        let blocks: Vec<Block> =
            self.boxes.iter().map(|one| Block { column: one.column, height: one.height() }).collect();
        let below = |from: usize, answer: Option<usize>| self.boxes.get(from).map_or(0, |one| one.below(answer));
        let joins: Vec<Join> = self
            .lines
            .iter()
            .map(|(from, answer, to)| Join { from: (*from, below(*from, *answer)), to: *to })
            .collect();
        let placed = layout::place(&blocks, &joins);
        let left = |column: usize| MARGIN + i64::try_from(column).unwrap_or(0) * (WIDTH + BETWEEN);
        let columns = self.columns();
        let mut view = DrawingView {
            width: left(columns) - BETWEEN + MARGIN,
            height: placed.height + 2 * MARGIN,
            lines: Vec::new(),
            points: Vec::new(),
            boxes: Vec::new(),
        };
        for (one, top) in self.boxes.iter().zip(&placed.tops) {
            view.boxes.push(one.drawn(left(one.column), MARGIN + top));
        }
        for (join, passages) in joins.iter().zip(&placed.passages) {
            let (Some(from), Some(to)) = (view.boxes.get(join.from.0), view.boxes.get(join.to)) else { continue };
            let (mut x, mut y) = (from.x + from.width, from.y + join.from.1);
            let mut path = format!("M{x} {y}");
            for passage in passages {
                let next = MARGIN + passage;
                path.push_str(&bend(x, y, x + BETWEEN, next));
                path.push_str(&format!("h{WIDTH}"));
                (x, y) = (x + BETWEEN + WIDTH, next);
            }
            let (end, middle) = (to.x - 7, to.y + to.height / 2);
            path.push_str(&bend(x, y, end, middle));
            view.lines.push(path);
            view.points.push(format!("M{} {middle}l-8-4v8z", to.x));
        }
        view
    }
}

fn bend(x: i64, y: i64, to_x: i64, to_y: i64) -> String {
    let middle = i64::midpoint(x, to_x);
    format!("C{middle} {y} {middle} {to_y} {to_x} {to_y}")
}

impl Sketched {
    /// How high lines are, with space around them.
    fn part(lines: usize) -> i64 {
        i64::try_from(lines).unwrap_or(0) * LINE + 2 * PAD
    }

    fn head(&self) -> i64 {
        Sketched::part(self.words.iter().map(Vec::len).sum())
    }

    fn height(&self) -> i64 {
        self.head() + self.answers.iter().map(|lines| Sketched::part(lines.len())).sum::<i64>()
    }

    /// How far below the top a line leaves: beside the answer, or in the middle.
    fn below(&self, answer: Option<usize>) -> i64 {
        let Some(answer) = answer else { return self.height() / 2 };
        let before = self.answers.iter().take(answer).map(|lines| Sketched::part(lines.len())).sum::<i64>();
        self.head() + before + self.answers.get(answer).map_or(0, |lines| Sketched::part(lines.len()) / 2)
    }

    fn drawn(&self, x: i64, y: i64) -> BoxView {
        let mut texts = Vec::new();
        let mut top = y + PAD;
        let mut write = |lines: &[String], head: bool, top: &mut i64| {
            for words in lines {
                texts.push(TextView { x: x + PAD + 2, y: *top + LINE - 4, head, words: words.clone() });
                *top += LINE;
            }
        };
        for (at, lines) in self.words.iter().enumerate() {
            write(lines, at == 0 && !["end", "case"].contains(&self.kind), &mut top);
        }
        top += PAD;
        let mut parted = Vec::new();
        for lines in &self.answers {
            parted.push(top);
            top += PAD;
            write(lines, false, &mut top);
            top += PAD;
        }
        BoxView { kind: self.kind, x, y, width: WIDTH, height: self.height(), parted, texts }
    }
}

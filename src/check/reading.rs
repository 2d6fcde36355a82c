//! How hard texts are to read: the level of a page and of each of its sections.
//!
//! Counted are paragraphs, points and items, with what stands below them. Not counted are headings, tables, code,
//! citations, footnotes and addresses. A point of a list is a sentence even without a full stop.

use crate::guide::{Guide, Prose};
use crate::language::{self, Counts, Formula, Language};
use crate::markup::passages::{Role, passages};
use crate::markup::{Block, Heading, sections};

/// Fewer words than this say nothing about a page: a single word would move its level.
pub const PAGE_FROM: usize = 100;
/// The same for a section.
pub const SECTION_FROM: usize = 60;

/// By which formula a guide is judged, and which level passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The formula.
    pub formula: Formula,
    /// The highest level that passes.
    pub target: u32,
}

/// What was counted in a text, and how hard to read it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The counts.
    pub counts: Counts,
    /// The level by the guide's formula; `None` for a text without words, or in a language without a formula.
    pub level: Option<f64>,
    /// Whether the text is long enough for its level to mean something.
    pub is_long: bool,
}

impl Reading {
    /// Whether it is long enough to be judged, and above the target.
    pub fn is_above(&self, goal: Goal) -> bool {
        self.is_long && self.level.is_some_and(|level| level > f64::from(goal.target))
    }
}

/// A page and its sections.
#[derive(Clone, Debug)]
pub struct PageReading<'a> {
    /// The page as a whole.
    pub whole: Reading,
    /// Its sections of level 2, each with all that stands below its heading.
    pub sections: Vec<(&'a Heading, Reading)>,
}

/// By what the guide is judged; `None` in a language other than English, unless its settings name a formula.
pub fn goal(guide: &Guide) -> Option<Goal> {
    let set = &guide.site.reading;
    let usual = (Language::of(&guide.site.lang) == Language::English).then_some(Formula::FleschKincaid);
    let formula = set.formula.or(usual)?;
    Some(Goal { formula, target: set.target.unwrap_or(formula.usual_target()) })
}

/// How hard a page is to read.
pub fn reading<'a>(guide: &Guide, prose: &'a Prose) -> PageReading<'a> {
    of_page(Language::of(&guide.site.lang), goal(guide), &prose.body.blocks)
}

/// How hard the blocks of a page are to read.
pub(super) fn of_page(language: Language, goal: Option<Goal>, blocks: &[Block]) -> PageReading<'_> {
    // Each block is counted once: its words stand on the page, and in a section or two.
    let counts: Vec<Counts> = blocks.iter().map(|block| count(language, std::slice::from_ref(block))).collect();
    let read = |counts: &[Counts], from| {
        let mut sum = Counts::default();
        counts.iter().for_each(|counts| sum += *counts);
        let level = goal.and_then(|goal| goal.formula.level(&sum));
        Reading { counts: sum, level, is_long: sum.words >= from }
    };
    let headings = blocks.iter().enumerate().filter_map(|(at, block)| Some((at, block.heading()?)));
    let sections = headings.filter(|(_, heading)| heading.level <= 2).map(|(at, heading)| {
        let length = sections::section(blocks, at).len();
        (heading, read(counts.get(at + 1..at + 1 + length).unwrap_or(&[]), SECTION_FROM))
    });
    PageReading { whole: read(&counts, PAGE_FROM), sections: sections.collect() }
}

fn count(language: Language, blocks: &[Block]) -> Counts {
    let mut counts = Counts::default();
    for passage in passages(blocks).iter().filter(|passage| passage.role != Role::Heading) {
        counts += language::count(&passage.text, language);
    }
    counts
}

//! Markdown to a tree: the parser's events are read once, in order, each block by one function.
//!
//! [`Reader`] is the walk through the events. `blocks`, `lists`, `headings`, `inlines` and `links`
//! build the tree; `leftovers` looks at what stayed plain words although its author meant more.
//! Nothing here fails: what is wrong is reported and read as what was probably meant, so that one
//! mistake is told once.

mod attributes;
mod blocks;
mod boxes;
mod citations;
mod conflicts;
mod events;
mod footnotes;
mod headings;
mod inlines;
mod leftovers;
mod lines;
mod links;
mod lists;
mod names;
mod near_links;
mod raw_html;

use std::collections::BTreeMap;
use std::ops::Range;
use std::vec;

use crate::base::{InputPath, Name, Place, Span};
use crate::report::{Diagnostic, Problems, Reported, Rule};

use self::events::{Event, Tag};
use self::lines::Lines;
use super::{Block, Body, Boxes, Dialect, rules, text};

/// How deep blocks and emphasis may nest. Every level is a call of ours, so there must be an end.
const DEEPEST: usize = 64;

/// Reads one body; see [`super::body`].
pub(super) fn body(path: &InputPath, source: &str, range: Span, dialect: Dialect, boxes: Boxes) -> Reported<Body> {
    let (found, unclosed) = once(path, source, range, dialect, boxes);
    let Some((fence, code)) = unclosed.filter(|_| dialect == Dialect::Guide) else { return found };
    // Read again without a fence that is never closed: what it swallowed is there, so that nobody misses the
    // names in it; and nothing of it is judged.
    let (Some(before), Some(after)) = (source.get(..fence.start), source.get(fence.end..)) else { return found };
    let without = format!("{before}{}{after}", " ".repeat(fence.end - fence.start));
    let (again, _) = once(path, &without, range, dialect, boxes);
    let is_fence = |problem: &Diagnostic| problem.rule == &rules::UNCLOSED_FENCE;
    let is_code = |problem: &Diagnostic| {
        problem.place().span.is_some_and(|span| code.start <= span.start && span.end <= code.end)
    };
    let mut problems = found.problems.only(is_fence);
    problems.extend(again.problems.only(|problem| !is_fence(problem) && !is_code(problem)));
    Reported::new(again.value, problems)
}

/// A fence of code that is never closed, and all the code that it makes.
type Unclosed = Option<(Span, Span)>;

fn once(path: &InputPath, source: &str, range: Span, dialect: Dialect, boxes: Boxes) -> (Reported<Body>, Unclosed) {
    let lines = Lines::new(source.get(range.start..range.end).unwrap_or(""), range.start);
    let found = events::events(lines.text(), dialect);
    let (Some(section), Some(item)) = (Name::new("section"), Name::new("item")) else {
        return (Reported::new(Body::default(), Problems::new()), None);
    };
    let written = names::written(lines.text(), &found.list);
    let code = conflicts::code(&found.list);
    let mut reader = Reader {
        path,
        lines: &lines,
        text: lines.text(),
        events: found.list.into_iter(),
        definitions: found.definitions,
        guide: dialect == Dialect::Guide,
        boxes,
        inside: Vec::new(),
        depth: 0,
        deepest_told: false,
        anchors: names::Names::new(section, written.headings),
        item_names: names::Names::new(item, written.items),
        named: BTreeMap::new(),
        level: 1,
        around: Vec::new(),
        footnotes: footnotes::Footnotes::default(),
        line: LineState::default(),
        open_html: Vec::new(),
        unclosed: None,
        problems: Problems::new(),
    };
    let mut body = Body { blocks: reader.blocks(), ..Body::default() };
    body.footnotes = reader.footnotes();
    if reader.guide {
        reader.undefined_references(found.undefined);
        reader.conflicts(&code);
    }
    let notes = body.footnotes.iter().map(|note| text::count_words(&note.blocks));
    body.words = text::count_words(&body.blocks) + notes.sum::<usize>();
    let unclosed = reader.unclosed.take().map(|(fence, code)| (reader.span(&fence), reader.span(&code)));
    (Reported::new(body, reader.problems), unclosed)
}

/// The walk through the events of one text.
struct Reader<'a> {
    path: &'a InputPath,
    lines: &'a Lines<'a>,
    /// The text read, with LF for every line end. All ranges are counted in it.
    text: &'a str,
    events: vec::IntoIter<(Event<'a>, Range<usize>)>,
    definitions: BTreeMap<String, Range<usize>>,
    /// Whether authors' extensions are on.
    guide: bool,
    boxes: Boxes,
    /// The blocks around the present one, where they matter to boxes.
    inside: Vec<Inside>,
    depth: usize,
    deepest_told: bool,
    anchors: names::Names,
    item_names: names::Names,
    /// Names of headings, as authors wrote them, and where.
    named: BTreeMap<Name, Range<usize>>,
    /// The level of the last heading; the page's title is the first.
    level: u8,
    /// The levels, as they are written, of the headings around what is read.
    around: Vec<u8>,
    footnotes: footnotes::Footnotes,
    line: LineState,
    /// Elements that raw HTML blocks have opened and not closed.
    open_html: Vec<String>,
    /// The first fence of code that is never closed, and its code.
    unclosed: Option<(Range<usize>, Range<usize>)>,
    problems: Problems,
}

/// What is remembered while the words of one paragraph, heading or cell are read.
#[derive(Default)]
struct LineState {
    /// Whether a `[` has stayed text.
    bracket: bool,
    /// Whether the words are those of a link or a picture.
    in_link: bool,
    /// The raw HTML tags met.
    tags: Vec<raw_html::Found>,
}

/// A block that others stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    Quote,
    Callout,
    Numbered,
    Point,
    Item,
    Footnote,
    Definition,
}

/// What the next event begins.
enum Ahead {
    /// The end of what is being read, or of the text.
    End,
    Block,
    Inline,
}

impl<'a> Reader<'a> {
    fn peek(&self, ahead: usize) -> Option<&(Event<'a>, Range<usize>)> {
        self.events.as_slice().get(ahead)
    }

    fn ahead(&self) -> Ahead {
        match self.peek(0) {
            None | Some((Event::End(_), _)) => Ahead::End,
            Some((Event::Rule, _)) => Ahead::Block,
            Some((
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript),
                _,
            ))
            | Some((Event::Start(Tag::Link { .. } | Tag::Image { .. }), _)) => Ahead::Inline,
            Some((Event::Start(_), _)) => Ahead::Block,
            Some(_) => Ahead::Inline,
        }
    }

    /// Skips to the end of what was begun last, and over it.
    fn leave(&mut self) {
        let mut open = 1;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }

    /// Whether what begins at `range` is nested deeper than is read; says so the first time.
    fn too_deep(&mut self, range: &Range<usize>) -> bool {
        if self.depth < DEEPEST {
            return false;
        }
        if !std::mem::replace(&mut self.deepest_told, true) {
            let end = self.line_end(range.start);
            let problem = self
                .problem(&rules::NESTING_TOO_DEEP, &(range.start..end), "the text is nested too deep")
                .label(format!("more than {DEEPEST} levels"))
                .help("take marks such as `>`, `-` and `*` away until the text is flat enough to be read");
            self.problems.push(problem);
        }
        true
    }

    /// The end of the line that holds `at`, without its line end.
    fn line_end(&self, at: usize) -> usize {
        self.lines.line_end(at).max(at)
    }

    fn span(&self, range: &Range<usize>) -> Span {
        self.lines.span(range)
    }

    fn place(&self, range: &Range<usize>) -> Place {
        self.span(range).in_file(self.path)
    }

    fn problem(&self, rule: &'static Rule, range: &Range<usize>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(rule, self.place(range), message)
    }
}

/// The words with at most so many characters that a message stays readable.
fn shortened(words: &str) -> String {
    const LONGEST: usize = 72;
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or("").trim_end()),
        None => line,
    }
}

/// `blocks` without those that hold nothing.
fn without_empty(blocks: Vec<Block>) -> Vec<Block> {
    let is_empty = |block: &Block| matches!(block, Block::Paragraph(text) | Block::Plain(text) if text.is_empty());
    blocks.into_iter().filter(|block| !is_empty(block)).collect()
}

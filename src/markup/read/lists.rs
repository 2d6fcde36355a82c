//! Lists, and the task-list lines among them, which are a checklist's items.

use std::ops::Range;

use super::attributes::Attributes;
use super::events::{Event, Tag};
use super::inlines::{Part, cut};
use super::{Inside, Reader, boxes, shortened, without_empty};
use crate::base::Spanned;
use crate::markup::{Block, Boxes, Item, List, rules, text};

/// A line with a box, or with something like one.
pub(super) struct BoxLine {
    /// The box.
    mark: Range<usize>,
    /// Where the line ends.
    end: usize,
    /// The words after it on the same line.
    words: Vec<Part>,
    /// The name that closes the line.
    attributes: Vec<Attributes>,
    /// The lines below in the same paragraph.
    below: Vec<Part>,
}

/// One entry of a list, and its first line.
enum Point {
    Item(Item, Range<usize>),
    Plain(Vec<Block>, Range<usize>),
}

/// What begins an entry of a list.
enum Begins {
    Box,
    Ticked,
    /// Words that look like a box.
    LikeBox,
}

impl Reader<'_> {
    /// A list, up to and over its end.
    pub(super) fn list(&mut self, start: Option<u64>, blocks: &mut Vec<Block>) {
        let misplaced = self.no_boxes_here(start.is_some());
        if start.is_some() {
            self.inside.push(Inside::Numbered);
        }
        let mut points = Vec::new();
        let mut told = false;
        while let Some((Event::Start(_), point)) = self.peek(0) {
            let line = point.start..self.line_end(point.start).min(point.end);
            self.events.next();
            match self.box_ahead() {
                Some((begins, mark, in_paragraph)) => {
                    let items = self.items(begins, mark, in_paragraph, misplaced.filter(|_| !told));
                    told |= misplaced.is_some();
                    points.extend(items.into_iter().map(|item| Point::Item(item, line.clone())));
                }
                None => points.push(Point::Plain(self.inner(Some(Inside::Point)), line)),
            }
        }
        self.leave();
        if start.is_some() {
            self.inside.pop();
        }
        if !told {
            self.mixed(&points);
        }
        let mut items = Vec::new();
        let mut plain = Vec::new();
        for point in points {
            match point {
                Point::Item(item, _) => items.push(item),
                Point::Plain(point, _) => plain.push(point),
            }
        }
        if !items.is_empty() {
            blocks.push(Block::Items(items));
        }
        if !plain.is_empty() {
            blocks.push(Block::List(List { start, points: plain }));
        }
    }

    /// The box, or what looks like one, that begins the entry just entered; whether in a paragraph.
    fn box_ahead(&self) -> Option<(Begins, Range<usize>, bool)> {
        if !self.guide {
            return None;
        }
        let in_paragraph = matches!(self.peek(0), Some((Event::Start(Tag::Paragraph), _)));
        let (event, range) = self.peek(usize::from(in_paragraph))?;
        if let Event::TaskListMarker(ticked) = event {
            let begins = if *ticked { Begins::Ticked } else { Begins::Box };
            return Some((begins, range.clone(), in_paragraph));
        }
        if !matches!(event, Event::Text(_)) || self.follows_backslash(range.start) {
            return None;
        }
        let line = self.text.get(range.start..self.line_end(range.start))?;
        let len = boxes::after_bullet(line)?;
        Some((Begins::LikeBox, range.start..range.start + len, in_paragraph))
    }

    /// An entry with a box, up to and over its end; and those that look like a part of it, because their
    /// bullets are none.
    fn items(
        &mut self,
        begins: Begins,
        mark: Range<usize>,
        in_paragraph: bool,
        misplaced: Option<&'static str>,
    ) -> Vec<Item> {
        if in_paragraph {
            self.events.next();
        }
        if !matches!(begins, Begins::LikeBox) {
            self.events.next();
        }
        let mut parts = self.parts();
        if in_paragraph {
            self.leave();
        }
        if let Begins::LikeBox = begins {
            cut(&mut parts, &mark);
        }
        let mut line = self.split_line(mark, parts);
        let siblings = self.split_siblings(&mut line);
        match (misplaced, begins) {
            (Some(place), _) => self.report_misplaced(&line, place),
            (None, Begins::Box) if line.words.is_empty() => self.report_empty(&line),
            (None, Begins::Box) => {}
            (None, Begins::Ticked) if line.words.is_empty() => self.report_empty(&line),
            (None, Begins::Ticked) => self.report_ticked(&line),
            (None, Begins::LikeBox) => self.report_mistyped(&line, "a line looks like a box but is not one"),
        }
        let mut items = vec![self.item_of(line)];
        for sibling in siblings {
            if misplaced.is_none() {
                self.report_mistyped(&sibling, "a line looks like a box but is not one");
            }
            items.push(self.item_of(sibling));
        }
        let rest = self.inner(Some(Inside::Item));
        if let Some(last) = items.last_mut() {
            last.why.extend(rest);
        }
        items
    }

    /// Takes the lines that look like boxes and begin left of this one's box out of those below it.
    fn split_siblings(&self, line: &mut BoxLine) -> Vec<BoxLine> {
        let column =
            |at: usize| at - self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        let is_sibling = |at: usize| {
            let part = line.below.get(at).map_or(0, |part| part.range().start);
            self.box_at(&line.below, at).is_some() && column(part) < column(line.mark.start)
        };
        let Some(first) = (0..line.below.len()).find(|at| is_sibling(*at)) else { return Vec::new() };
        let siblings = line.below.split_off(first);
        while matches!(line.below.last(), Some(Part::Break(..))) {
            line.below.pop();
        }
        self.split_boxes(siblings).1
    }

    /// A line of a paragraph that looks like a box: reported, and read as the item that it means.
    pub(super) fn mistyped(&mut self, line: BoxLine) -> Item {
        match self.no_boxes_here(false) {
            Some(place) => self.report_misplaced(&line, place),
            None => self.report_mistyped(&line, "a line looks like a box but is not one"),
        }
        self.item_of(line)
    }

    fn item_of(&mut self, line: BoxLine) -> Item {
        let BoxLine { mark, mut words, mut attributes, below, .. } = line;
        if attributes.is_empty() {
            attributes.extend(self.take_bare_attribute(&mut words));
        }
        let end = words.last().map_or(mark.end, |part| part.range().end);
        let name = self.written_name(&attributes).map(|(name, place)| Spanned::new(name, self.span(&place)));
        for class in attributes.iter().flat_map(|found| &found.classes) {
            let problem = self
                .problem(&rules::UNKNOWN_ATTRIBUTE, &class.range, format!("a class on an item, `.{}`", class.text))
                .label("only headings can have a class")
                .help("take it away");
            self.problems.push(problem);
        }
        self.no_others(&attributes);
        let text = self.finish(words);
        let slug = match &name {
            Some(name) => name.value.clone(),
            None => self.item_names.fresh(&text::plain(&text)),
        };
        let mut why = Vec::new();
        if !below.is_empty() {
            self.inside.push(Inside::Item);
            self.prose(below, Block::Paragraph, &mut why);
            self.inside.pop();
        }
        let span = self.span(&(mark.start..end.max(mark.end)));
        Item { name, slug, text, why: without_empty(why), span }
    }

    fn split_line(&self, mark: Range<usize>, mut parts: Vec<Part>) -> BoxLine {
        let end = parts.iter().position(|part| matches!(part, Part::Break(..))).unwrap_or(parts.len());
        let below = parts.split_off(end).into_iter().skip(1).collect();
        let end = self.line_end(mark.start).max(mark.end);
        let attributes = self.take_attributes(&mut parts);
        BoxLine { mark, end, words: parts, attributes, below }
    }

    /// Parts a paragraph at the lines that look like boxes.
    pub(super) fn split_boxes(&self, parts: Vec<Part>) -> (Vec<Part>, Vec<BoxLine>) {
        let boxes: Vec<Option<usize>> = (0..parts.len()).map(|at| self.box_at(&parts, at)).collect();
        let mut before: Vec<Part> = Vec::new();
        let mut found: Vec<(Range<usize>, Vec<Part>)> = Vec::new();
        for (part, begins) in parts.into_iter().zip(boxes) {
            if let Some(len) = begins {
                let start = part.range().start;
                found.push((start..start + len, Vec::new()));
            }
            match found.last_mut() {
                Some((_, line)) => line.push(part),
                None => before.push(part),
            }
        }
        while matches!(before.last(), Some(Part::Break(..))) {
            before.pop();
        }
        let lines = found.into_iter().map(|(mark, mut parts)| {
            cut(&mut parts, &mark);
            while matches!(parts.last(), Some(Part::Break(..))) {
                parts.pop();
            }
            self.split_line(mark, parts)
        });
        (before, lines.collect())
    }

    /// How many bytes of the line that begins with part `at` look like a box.
    pub(super) fn box_at(&self, parts: &[Part], at: usize) -> Option<usize> {
        boxes::in_paragraph(self.text.get(self.line_at(parts, at)?)?)
    }

    /// The line that begins with part `at`, if one does, with words as they are.
    pub(super) fn line_at(&self, parts: &[Part], at: usize) -> Option<Range<usize>> {
        let begins = at == 0 || matches!(parts.get(at - 1), Some(Part::Break(..)));
        let (true, Some(Part::Words(_, range))) = (begins, parts.get(at)) else { return None };
        (!self.follows_backslash(range.start)).then(|| range.start..self.line_end(range.start))
    }

    fn follows_backslash(&self, at: usize) -> bool {
        at > 0 && self.text.as_bytes().get(at - 1) == Some(&b'\\')
    }

    /// Why no box may stand here, if none may.
    fn no_boxes_here(&self, numbered: bool) -> Option<&'static str> {
        if numbered {
            return Some("in a numbered list");
        }
        match self.inside.last() {
            Some(Inside::Numbered) => Some("in a numbered list"),
            Some(Inside::Quote) => Some("in a quotation"),
            Some(Inside::Callout) => Some("in a callout"),
            Some(Inside::Point) => Some("under another point"),
            Some(Inside::Item) => Some("under another box"),
            Some(Inside::Footnote) => Some("in a footnote"),
            Some(Inside::Definition) => Some("in a definition"),
            None if self.boxes == Boxes::Refused => Some("in a file that has no checklist"),
            None => None,
        }
    }

    /// Reports a box at the start of a line where no block can be.
    pub(super) fn no_box(&mut self, parts: &[Part], place: &'static str) {
        if self.guide
            && let Some(Part::Words(_, range)) = parts.first()
            && !self.follows_backslash(range.start)
            && let Some(len) = self.text.get(range.start..self.line_end(range.start)).and_then(boxes::in_paragraph)
        {
            let end = parts.last().map_or(range.end, |part| part.range().end).max(range.start + len);
            let mark = range.start..range.start + len;
            let (words, attributes, below) = (Vec::new(), Vec::new(), Vec::new());
            self.report_misplaced(&BoxLine { mark, end, words, attributes, below }, place);
        }
    }

    /// Reports a box in lines that became code because they are indented.
    pub(super) fn box_in_code(&mut self, code: &str, range: &Range<usize>) {
        let begins = |line: &str| boxes::in_code(line.trim_start());
        if !self.guide || !code.lines().any(begins) {
            return;
        }
        let source = self.text.get(range.clone()).unwrap_or("");
        let found = source.split('\n').scan(range.start, |at, line| {
            let start = *at;
            *at += line.len() + 1;
            Some((start + (line.len() - line.trim_start().len()), line.trim()))
        });
        let Some((start, line)) = found.into_iter().find(|(_, line)| begins(line)) else { return };
        let words = line.trim_start_matches(['-', '*', '+', ' ', '[', ']', 'x', 'X']);
        let problem = self
            .problem(&rules::BOX_MISTYPED, &(start..start + line.len()), "a box stands in code")
            .label("indented by four spaces or more, which makes code of it")
            .note("it would stand on no checklist")
            .help(format!("write `- [ ] {}` with one space after the bullet, and none before it", shortened(words)));
        self.problems.push(problem);
    }

    /// The line as it should be.
    fn right_line(&self, line: &BoxLine) -> String {
        let words = self.text.get(line.mark.end..line.end).unwrap_or("");
        let words = shortened(words);
        if words.is_empty() { "- [ ] What to do".to_owned() } else { format!("- [ ] {words}") }
    }

    fn report_mistyped(&mut self, line: &BoxLine, message: &str) {
        let problem = self
            .problem(&rules::BOX_MISTYPED, &(line.mark.start..line.end), message)
            .label("not a line that a reader can tick")
            .note("it would stand on no checklist")
            .help(format!("write `{}`", self.right_line(line)));
        self.problems.push(problem);
    }

    fn report_ticked(&mut self, line: &BoxLine) {
        let problem = self
            .problem(&rules::BOX_TICKED, &(line.mark.start..line.end), "a box is ticked already")
            .label("printed as an empty box")
            .note("only readers tick: they will not see that you did")
            .help(format!("write `{}`", self.right_line(line)));
        self.problems.push(problem);
    }

    fn report_empty(&mut self, line: &BoxLine) {
        let name = self.text.get(line.mark.end..line.end).unwrap_or("").trim();
        let right = format!("- [ ] What to do {name}");
        let problem = self
            .problem(&rules::BOX_MISTYPED, &line.mark, "a box has no words")
            .label("nothing to do or to ask")
            .help(format!("write what to do on the same line: `{}`", right.trim_end()));
        self.problems.push(problem);
    }

    fn report_misplaced(&mut self, line: &BoxLine, place: &'static str) {
        let right = self.right_line(line);
        let problem = self
            .problem(&rules::BOX_MISPLACED, &(line.mark.start..line.end), format!("a box stands {place}"))
            .label("no checklist can take it up here");
        self.problems.push(if self.inside.is_empty() && self.boxes == Boxes::Refused {
            problem
                .note("boxes belong in articles and scenarios")
                .help("take the box away, or move the line to an article")
        } else {
            problem.help(format!("write `{right}` in a list of its own, at the left margin"))
        });
    }

    fn mixed(&mut self, points: &[Point]) {
        let plain = points.iter().find_map(|point| match point {
            Point::Plain(_, line) => Some(line),
            Point::Item(..) => None,
        });
        let boxed = points.iter().find_map(|point| match point {
            Point::Item(_, line) => Some(line),
            Point::Plain(..) => None,
        });
        let (Some(plain), Some(boxed)) = (plain, boxed) else { return };
        let words = self.text.get(plain.clone()).unwrap_or("").trim_start_matches(['-', '*', '+', ' ']);
        let problem = self
            .problem(&rules::MIXED_LIST, plain, "a list has lines with a box and lines without")
            .label("no box here")
            .also(self.place(boxed), "a box here")
            .help(format!("write `- [ ] {}`, or make two lists with a paragraph between them", shortened(words)));
        self.problems.push(problem);
    }
}

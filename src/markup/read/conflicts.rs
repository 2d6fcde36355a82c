//! Marks that an unfinished merge left in a text.

use std::ops::Range;

use super::Reader;
use super::events::{Event, Tag};
use crate::markup::rules;

/// One conflict, from its first mark to its last.
struct Conflict {
    marks: Vec<(Range<usize>, &'static str)>,
}

impl Conflict {
    fn range(&self) -> Range<usize> {
        let start = self.marks.first().map_or(0, |(mark, _)| mark.start);
        start..self.marks.last().map_or(start, |(mark, _)| mark.end)
    }
}

impl Reader<'_> {
    /// Reports conflicts; what else is wrong between their marks is nobody's mistake and is taken back.
    pub(super) fn conflicts(&mut self, code: &[Range<usize>]) {
        let found = find(self.text, code);
        if found.is_empty() {
            return;
        }
        let spans: Vec<_> = found.iter().map(|conflict| self.span(&conflict.range())).collect();
        let problems = std::mem::take(&mut self.problems);
        self.problems = problems.only(|problem| {
            let place = problem.place().span.map_or(0, |span| span.start);
            // Sorted by place, since the lines were read in order.
            let after = spans.partition_point(|span| span.start <= place);
            let inside = after.checked_sub(1).and_then(|at| spans.get(at)).is_some_and(|span| place < span.end);
            !inside
        });
        for conflict in found {
            let Some((first, label)) = conflict.marks.first() else { continue };
            let mut problem = self
                .problem(&rules::CONFLICT_MARKER, first, "a merge was not finished")
                .label(*label)
                .note("both versions of the text, and the marks, would be printed")
                .help("keep the words that are right, and delete the lines with the marks");
            for (mark, label) in conflict.marks.iter().skip(1) {
                problem = problem.also(self.place(mark), *label);
            }
            self.problems.push(problem);
        }
    }
}

/// The ranges of code blocks, in order.
pub(super) fn code(events: &[(Event<'_>, Range<usize>)]) -> Vec<Range<usize>> {
    let is_code = |event: &Event<'_>| matches!(event, Event::Start(Tag::CodeBlock(_)));
    events.iter().filter(|(event, _)| is_code(event)).map(|(_, range)| range.clone()).collect()
}

fn find(text: &str, code: &[Range<usize>]) -> Vec<Conflict> {
    let mut found: Vec<Conflict> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.trim_end();
        let Some(label) = mark(line) else { continue };
        if code.get(code.partition_point(|code| code.end <= start)).is_some_and(|code| code.start <= start) {
            continue;
        }
        let mark = (start..start + line.len(), label);
        match (line.as_bytes().first(), found.last_mut().filter(|_| open)) {
            (Some(b'<'), _) | (Some(b'>'), None) => {
                open = line.starts_with('<');
                found.push(Conflict { marks: vec![mark] });
            }
            (Some(b'>'), Some(conflict)) => {
                conflict.marks.push(mark);
                open = false;
            }
            (_, Some(conflict)) => conflict.marks.push(mark),
            // A line of `=` under words makes a heading of them.
            (_, None) => {}
        }
    }
    found
}

/// What a line of seven equal signs, alone or before a space, says.
fn mark(line: &str) -> Option<&'static str> {
    let label = match line.as_bytes().first()? {
        b'<' => "one version begins",
        b'|' => "what both came from",
        b'=' => "the other version begins",
        b'>' => "the conflict ends",
        _ => return None,
    };
    let first = line.chars().next()?;
    let rest = line.trim_start_matches(first);
    (line.len() - rest.len() == 7 && (rest.is_empty() || rest.starts_with(' '))).then_some(label)
}

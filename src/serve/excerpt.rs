//! The lines of a file that a problem is about, with the words in question marked.

use serde::Serialize;

use crate::base::{Span, Text};

/// How many lines are shown of one place.
const LINES: usize = 4;
/// How many characters of a long line are shown before and after the marked ones.
const AROUND: usize = 80;
/// How many characters are marked at most.
const MARKED: usize = 160;

/// A line, in three parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Line {
    /// Its number, from 1.
    pub(super) number: usize,
    pub(super) before: String,
    pub(super) marked: String,
    pub(super) after: String,
}

/// The lines of `span`, at most four.
pub(super) fn lines(text: &str, span: Span) -> Vec<Line> {
    let numbers = Text::new(text);
    let end = span.end.min(text.len());
    let begin = text.get(..span.start.min(end)).map_or(0, |before| before.rfind(['\n', '\r']).map_or(0, |at| at + 1));
    let mut lines = Vec::new();
    let mut at = begin;
    while lines.len() < LINES && (at < end || lines.is_empty()) {
        let rest = text.get(at..).unwrap_or("");
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let cut = |from: usize, to: usize| text.get(from..to).unwrap_or("");
        let (from, to) = (span.start.clamp(at, at + length), end.clamp(at, at + length));
        if from < to || lines.is_empty() {
            lines.push(Line {
                number: numbers.line_column(at).line,
                before: tail(cut(at, from)),
                marked: head(cut(from, to), MARKED),
                after: head(cut(to, at + length), AROUND),
            });
        }
        let ending = if rest.get(length..).is_some_and(|rest| rest.starts_with("\r\n")) { 2 } else { 1 };
        at += length + ending;
    }
    lines
}

/// The first characters of a text.
fn head(text: &str, count: usize) -> String {
    match text.char_indices().nth(count) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or("")),
        None => text.to_owned(),
    }
}

/// The last characters of a text.
fn tail(text: &str) -> String {
    match text.char_indices().rev().nth(AROUND) {
        Some((at, c)) => format!("…{}", text.get(at + c.len_utf8()..).unwrap_or("")),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, start: usize, end: usize) -> Vec<String> {
        let line = |it: Line| format!("{}|{}[{}]{}", it.number, it.before, it.marked, it.after);
        lines(text, Span::new(start, end)).into_iter().map(line).collect()
    }

    #[test]
    fn the_words_in_question_are_marked() {
        assert_eq!(told("one\ntwo three\nfour", 8, 13), ["2|two [three]"]);
        assert_eq!(told("one\r\ntwo\r\nthree", 5, 12), ["2|[two]", "3|[th]ree"]);
        assert_eq!(told("one\n", 4, 4), ["2|[]"]);
        assert_eq!(told("", 0, 0), ["1|[]"]);
        assert_eq!(told("one", 7, 9), ["1|one[]"]);
        assert_eq!(told("a\n\nb\nc\nd\ne", 0, 10), ["1|[a]", "3|[b]", "4|[c]", "5|[d]"]);
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let text = format!("{}WORD{}", "ä".repeat(100), "b".repeat(100));
        let cut = format!("1|…{}[WORD]{}…", "ä".repeat(80), "b".repeat(80));
        assert_eq!(told(&text, 200, 204), [cut]);
    }
}

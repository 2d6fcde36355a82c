//! Finds the front matter of a document: the lines between the first `---` and the next.
//!
//! Works on the bytes as they are, with or without a byte-order mark, whatever the line ends, so
//! that every span counts in the file itself.

use super::{rules, scan};
use crate::base::{InputPath, Span};
use crate::report::Diagnostic;

/// The two halves of a document.
pub(super) struct Halves {
    /// The first fence: where missing keys are reported.
    pub(super) fence: Span,
    /// The metadata, without the fences.
    pub(super) front: Span,
    /// The text.
    pub(super) body: Span,
}

/// The two halves of `source`, or what is wrong with its fences.
pub(super) fn split(path: &InputPath, source: &str) -> Result<Halves, Box<Diagnostic>> {
    let start = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = Lines { source, at: start };
    let first = lines.next().unwrap_or(Span::new(start, start));
    if !is_fence(source, first) {
        return Err(Box::new(missing(path, source, first)));
    }
    let front_start = lines.at;
    while let Some(line) = lines.next() {
        if is_fence(source, line) {
            let front = Span::new(front_start, line.start);
            return Ok(Halves { fence: first, front, body: Span::new(lines.at, source.len()) });
        }
    }
    Err(Box::new(not_closed(path, source, first)))
}

/// That the file does not begin with a fence.
fn missing(path: &InputPath, source: &str, first: Span) -> Diagnostic {
    let problem =
        |line: Span, message: &str| Diagnostic::new(&rules::FRONT_MATTER_MISSING, line.in_file(path), message);
    let begins = scan::lines(source, Span::new(first.start, source.len())).find(|line| !is_blank(source, *line));
    let words = scan::text(source, begins.unwrap_or(first)).trim();
    match begins {
        Some(line) if words == "---" => problem(line, "the metadata does not begin on the first line")
            .label("something stands before this")
            .help("delete the empty lines and spaces before the first `---`"),
        Some(line) if is_like_fence(words) => problem(line, "the metadata does not begin with `---`")
            .label("not three hyphens")
            .note("some programs make one long dash of them")
            .help("write `---` in place of this line"),
        _ => {
            let heading = words.strip_prefix("# ").map(str::trim);
            let help = match heading {
                Some(title) => format!(
                    "write, in place of this line, a line `---`, a line `title: {title}`, the other keys, and another line `---`"
                ),
                None => "begin the file with a line `---`, a line `title: …`, the other keys, and another line `---`"
                    .to_owned(),
            };
            problem(first, "the metadata is missing").label("a document begins with `---`").help(help)
        }
    }
}

/// That no fence follows the first one, `opened`.
fn not_closed(path: &InputPath, source: &str, opened: Span) -> Diagnostic {
    let problem = |line: Span| {
        Diagnostic::new(&rules::FRONT_MATTER_NOT_CLOSED, line.in_file(path), "the metadata is never closed")
    };
    let rest = || scan::lines(source, Span::new(opened.end, source.len())).skip(1);
    let like = rest().find(|line| is_like_fence(scan::text(source, *line).trim()));
    if let Some(line) = like {
        return problem(line)
            .label("not three hyphens")
            .also(opened.in_file(path), "opened here")
            .help("write `---` in place of this line");
    }
    let problem = problem(opened).label("opened here");
    // The text begins, most likely, after the first empty line.
    let text = rest().skip_while(|line| !is_blank(source, *line)).find(|line| !is_blank(source, *line));
    match text {
        Some(line) => problem
            .also(line.in_file(path), "the text seems to begin here")
            .help("put a line `---` between the metadata and the text"),
        None => problem.help("put a line `---` between the metadata and the text"),
    }
}

fn is_fence(source: &str, line: Span) -> bool {
    source.get(line.start..line.end).is_some_and(|line| line.trim_end() == "---")
}

fn is_blank(source: &str, line: Span) -> bool {
    scan::text(source, line).trim().is_empty()
}

/// Whether the words are dashes or the like, and nothing else: `----`, `—`, `- - -`.
fn is_like_fence(words: &str) -> bool {
    let dashes = words.chars().filter(|c| !c.is_whitespace());
    !words.is_empty()
        && dashes.clone().all(|c| matches!(c, '-' | '–' | '—' | '―' | '−' | '_' | '=' | '+'))
        && (words.chars().count() > 1 || !words.starts_with('-'))
}

/// The lines of a text, without their line ends.
pub(super) struct Lines<'a> {
    pub(super) source: &'a str,
    /// Where the next line begins.
    pub(super) at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let rest = self.source.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let line = Span::new(self.at, self.at + length);
        let end = rest.get(length..).unwrap_or("");
        let end = if end.starts_with("\r\n") { 2 } else { usize::from(!end.is_empty()) };
        self.at = line.end + end;
        Some(line)
    }
}

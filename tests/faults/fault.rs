//! A fault: one change of one file, and what has to be told of it.

use std::fmt;

use crate::source::File;

/// Where something has to be told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// In a line as it was before the fault, counted from 0; lines that moved are followed.
    Line(String, usize),
    /// In the fault's own lines, counted from 0.
    Own(usize),
}

/// One change of one file.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    /// What was done: "a name misspelt".
    pub(crate) kind: &'static str,
    pub(crate) path: String,
    /// The lines that go: from, and up to, not including.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The lines that come in their place.
    pub(crate) with: Vec<String>,
    /// What has to be told: rules and places. None: the guide stays valid, and readers see a difference.
    pub(crate) told: Vec<(&'static str, Place)>,
}

impl Fault {
    /// Lines `from` up to `to` of `file` become `with`.
    pub(crate) fn new(kind: &'static str, file: &File, (from, to): (usize, usize), with: Vec<String>) -> Fault {
        Fault { kind, path: file.path.clone(), from, to, with, told: Vec::new() }
    }

    /// One line becomes another.
    pub(crate) fn line(kind: &'static str, file: &File, line: usize, with: String) -> Fault {
        Fault::new(kind, file, (line, line + 1), vec![with])
    }

    /// Told in its own first line.
    pub(crate) fn here(self, rule: &'static str) -> Fault {
        self.at(rule, Place::Own(0))
    }

    pub(crate) fn at(mut self, rule: &'static str, place: Place) -> Fault {
        self.told.push((rule, place));
        self
    }

    /// The lines of `file` with the fault.
    pub(crate) fn lines(&self, file: &File) -> Vec<String> {
        let (before, after) = (file.lines.iter().take(self.from), file.lines.iter().skip(self.to));
        before.chain(&self.with).chain(after).cloned().collect()
    }

    /// What has to be told: `path:line rule`, lines counted from 1, sorted, each once.
    pub(crate) fn expected(&self) -> Vec<String> {
        let told = self.told.iter().map(|(rule, place)| {
            let (path, line) = match place {
                Place::Own(line) => (&self.path, self.from + line),
                Place::Line(path, line) if *path == self.path && *line >= self.to => {
                    (path, line + self.with.len() - (self.to - self.from))
                }
                Place::Line(path, line) => (path, *line),
            };
            format!("{path}:{} {rule}", line + 1)
        });
        let mut told: Vec<String> = told.collect();
        told.sort();
        told.dedup();
        told
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}:{}", self.kind, self.path, self.from + 1)?;
        let gone = self.to - self.from;
        self.with.iter().try_for_each(|line| writeln!(f, "  + {line}"))?;
        write!(f, "  ({gone} lines gone)")
    }
}

/// `line` with `with` in place of its bytes `start` to `end`.
pub(crate) fn put(line: &str, start: usize, end: usize, with: &str) -> String {
    format!("{}{with}{}", &line[..start], &line[end..])
}

//! Telling of problems: drawn for people, or in lines for editors and programs; and what to do next.
//!
//! People read them beside the result, and notes are only counted for them; programs get them as
//! the result, notes too.

use std::collections::BTreeSet;
use std::io;

use super::args::Format;
use super::print::{self, many};
use crate::base::InputPath;
use crate::base::text::wrapped;
use crate::input::Inputs;
use crate::report::human;
use crate::report::{Diagnostic, Problems, Severity, json, short};

/// How problems are told, and to what end.
pub(super) struct Telling {
    pub(super) format: Format,
    /// Whether nothing is said but the problems and their count.
    pub(super) quiet: bool,
    /// What came of it: "nothing was published".
    pub(super) outcome: Option<String>,
}

/// Tells all problems, how many they are, and what to do next.
pub(super) fn tell(problems: &Problems, inputs: &Inputs, telling: &Telling) -> io::Result<()> {
    let source_of = |path: &InputPath| inputs.text(path);
    let shown = problems.clone().without_notes();
    match telling.format {
        Format::Human => {
            draw(&shown, inputs)?;
            print::beside(&ending(problems, telling, print::page().1))
        }
        Format::Short => {
            print::results(&short::render(&shown, &source_of))?;
            print::beside(&ending(problems, telling, None))
        }
        Format::Json => print::results(&json::render(problems, &source_of)),
    }
}

/// Draws problems for people, and says nothing more.
pub(super) fn draw(shown: &Problems, inputs: &Inputs) -> io::Result<()> {
    let source_of = |path: &InputPath| inputs.text(path);
    let (style, columns) = print::page();
    print::beside(&match columns {
        None => human::render(shown, style, &source_of),
        Some(columns) => human::render_within(shown, style, columns, &source_of),
    })
}

/// How many problems there are, what came of it, and what says more.
fn ending(problems: &Problems, telling: &Telling, columns: Option<usize>) -> String {
    let mut lines: Vec<String> = Vec::new();
    if let Some(count) = count(problems) {
        lines.push(match &telling.outcome {
            Some(outcome) if !telling.quiet => format!("{count}; {outcome}"),
            _ => count,
        });
    }
    if !telling.quiet {
        lines.extend(explanation(problems));
        let notes = problems.count(Severity::Note);
        if notes > 0 {
            let them = if notes == 1 { "it" } else { "them" };
            lines.push(format!("{}: `careguide report` shows {them}", many(notes, "note")));
        }
    }
    let fit = |line: String| match columns {
        Some(columns) => wrapped(&line, columns).join("\n"),
        None => line,
    };
    lines.into_iter().map(|line| fit(line) + "\n").collect()
}

/// "2 errors and 1 warning in 2 files"
pub(super) fn count(problems: &Problems) -> Option<String> {
    let counts = [(Severity::Error, "error"), (Severity::Warning, "warning")];
    let counts = counts.map(|(severity, word)| (problems.count(severity), word));
    let counts = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| many(count, word));
    let counts = counts.collect::<Vec<_>>().join(" and ");
    let files: BTreeSet<&InputPath> = shown(problems).map(|problem| &problem.place().path).collect();
    (!files.is_empty()).then(|| format!("{counts} in {}", many(files.len(), "file")))
}

/// Where the first of the gravest is explained.
fn explanation(problems: &Problems) -> Option<String> {
    let gravest = shown(problems).map(|problem| problem.severity).max()?;
    let first = problems.iter().find(|problem| problem.severity == gravest)?;
    let which = match (shown(problems).count(), problems.count(gravest)) {
        (1, _) => "it".to_owned(),
        (_, 1) => format!("the {}", gravest.word()),
        _ => format!("the first {}", gravest.word()),
    };
    Some(format!("`careguide explain {}` says more about {which}", first.rule.name))
}

fn shown(problems: &Problems) -> impl Iterator<Item = &Diagnostic> {
    problems.iter().filter(|problem| problem.severity > Severity::Note)
}

//! The first page: what the guide holds, and every problem by file, also what is off by default.

use serde::Serialize;

use super::{Desk, many};
use crate::report::{Diagnostic, Level, Severity};

/// The first page of the report.
#[derive(Clone, Debug, Serialize)]
pub struct OverviewView {
    /// What the guide holds: "3 articles".
    pub holds: Vec<String>,
    /// How many problems of each level, where there are any: "2 warnings".
    pub counts: Vec<String>,
    /// Files with problems, sorted by path.
    pub files: Vec<FileProblems>,
    /// Files that are drafts.
    pub drafts: Vec<String>,
}

/// A file, and what was found in it.
#[derive(Clone, Debug, Serialize)]
pub struct FileProblems {
    /// The file.
    pub path: String,
    /// What was found, in the order of the file.
    pub problems: Vec<ProblemRow>,
}

/// A problem.
#[derive(Clone, Debug, Serialize)]
pub struct ProblemRow {
    /// `error`, `warning`, `note`, `guess` or `silent`.
    pub level: &'static str,
    /// How the level is called.
    pub word: &'static str,
    /// The rule.
    pub rule: &'static str,
    /// What is wrong.
    pub message: Vec<Piece>,
    /// `content/articles/knee.md:3:1`
    pub place: String,
    /// What is wrong at this place.
    pub label: Vec<Piece>,
    /// Other places that are involved.
    pub also: Vec<PlaceRow>,
    /// Why it matters.
    pub notes: Vec<Vec<Piece>>,
    /// What to type.
    pub helps: Vec<Vec<Piece>>,
}

/// A place that is involved.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceRow {
    /// The place.
    pub place: String,
    /// What is to be said there.
    pub label: Vec<Piece>,
}

/// Words, or something that stands in a file as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// Whether it was told between backticks.
    pub code: bool,
    /// The words.
    pub words: String,
}

/// The levels in the order of weight: how a row says it, and how the counts do.
const LEVELS: [(&str, &str, &str); 5] = [
    ("error", "Error", "error"),
    ("warning", "Warning", "warning"),
    ("note", "Note", "note"),
    ("guess", "Guess", "guess"),
    ("silent", "Not told", "finding that a check does not tell"),
];

/// The view.
pub(super) fn view(desk: &Desk<'_>) -> OverviewView {
    let guide = desk.guide();
    let mut rows: Vec<(&Diagnostic, &'static str)> =
        desk.told.iter().map(|problem| (problem, level(problem))).collect();
    let is_told = |found: &Diagnostic| {
        let same = |told: &Diagnostic| {
            told.rule.name == found.rule.name && told.place() == found.place() && told.message == found.message
        };
        desk.told.iter().any(same)
    };
    // What no check tells: its rule is off, or it is allowed.
    let silent = desk.found.iter().filter(|found| !is_told(found));
    rows.extend(silent.map(|found| (found, if found.rule.level == Level::Off { "guess" } else { "silent" })));
    rows.sort_by(|(a, _), (b, _)| {
        let key = |problem: &Diagnostic| (problem.place().clone(), problem.rule.name, problem.message.clone());
        key(a).cmp(&key(b))
    });
    let mut files: Vec<FileProblems> = Vec::new();
    for (problem, level) in &rows {
        let path = problem.place().path.to_string();
        let row = row(desk, problem, level);
        match files.last_mut() {
            Some(last) if last.path == path => last.problems.push(row),
            _ => files.push(FileProblems { path, problems: vec![row] }),
        }
    }
    let counts = LEVELS.iter().filter_map(|(name, _, word)| {
        let count = rows.iter().filter(|(_, level)| level == name).count();
        let plural = if *word == "guess" { "guesse" } else { word };
        match (count, *name) {
            (0, _) => None,
            (1, _) => Some(format!("1 {word}")),
            (count, "silent") => Some(format!("{count} findings that a check does not tell")),
            (count, _) => Some(format!("{count} {plural}s")),
        }
    });
    let finder_pages = guide.finder.as_ref().map_or(0, |finder| finder.diagram.pages.len());
    let holds = [
        (guide.articles.len(), "article"),
        (guide.scenarios.len(), "scenario"),
        (guide.decisions.len(), "decision"),
        (guide.items.len(), "item"),
        (guide.facts.len(), "fact"),
        (finder_pages, "question of the finder"),
        (guide.terms.len(), "term"),
        (guide.sources.len(), "source"),
    ];
    let holds = holds.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| match word {
        "question of the finder" if count > 1 => format!("{count} questions of the finder"),
        word => many(count, word),
    });
    OverviewView {
        holds: holds.collect(),
        counts: counts.collect(),
        files,
        drafts: guide.drafts.iter().map(ToString::to_string).collect(),
    }
}

fn level(problem: &Diagnostic) -> &'static str {
    match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn row(desk: &Desk<'_>, problem: &Diagnostic, level: &'static str) -> ProblemRow {
    let word = LEVELS.iter().find(|(name, ..)| *name == level).map_or("", |(_, word, _)| word);
    let others = problem.labels.iter().skip(1);
    ProblemRow {
        level,
        word,
        rule: problem.rule.name,
        message: pieces(&problem.message),
        place: desk.place(problem.place()),
        label: problem.labels.first().map(|label| pieces(&label.text)).unwrap_or_default(),
        also: others.map(|label| PlaceRow { place: desk.place(&label.place), label: pieces(&label.text) }).collect(),
        notes: problem.notes.iter().map(|note| pieces(note)).collect(),
        helps: problem.helps.iter().map(|help| pieces(help)).collect(),
    }
}

/// A text of a problem, parted at its backticks; one that has no partner stays a sign.
fn pieces(text: &str) -> Vec<Piece> {
    let parts: Vec<&str> = text.split('`').collect();
    let is_paired = parts.len() % 2 == 1;
    if !is_paired {
        return vec![Piece { code: false, words: text.to_owned() }];
    }
    let pieces = parts.into_iter().enumerate().map(|(at, words)| Piece { code: at % 2 == 1, words: words.to_owned() });
    pieces.filter(|piece| !piece.words.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_backticks_is_set_apart() {
        let told = |text| pieces(text).into_iter().map(|one| (one.code, one.words)).collect::<Vec<_>>();
        let plain = |words: &str| (false, words.to_owned());
        assert_eq!(told("write `- [ ] Rest` here"), [plain("write "), (true, "- [ ] Rest".to_owned()), plain(" here")]);
        assert_eq!(told("one ` alone"), [plain("one ` alone")]);
        assert_eq!(told(""), []);
    }
}

//! Problems for programs: one JSON object on each line.
//!
//! The names of the fields are a promise; new ones may be added. Lines and columns count from 1,
//! columns in characters; `null` where a whole file is meant. The end is the character after the last.

use serde::Serialize;

use super::Problems;
use super::places::Places;
use crate::base::{InputPath, Place};

/// A problem.
#[derive(Serialize)]
struct Problem<'a> {
    rule: &'static str,
    level: &'static str,
    message: &'a str,
    #[serde(flatten)]
    at: At<'a>,
    labels: Vec<Labelled<'a>>,
    notes: &'a [String],
    helps: &'a [String],
}

/// A place, and what is wrong there; the first of a problem is its own.
#[derive(Serialize)]
struct Labelled<'a> {
    #[serde(flatten)]
    at: At<'a>,
    text: &'a str,
}

/// A place.
#[derive(Serialize)]
struct At<'a> {
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

/// All `problems` in the order given, a line each.
pub fn render<'a>(problems: &Problems, source_of: &dyn Fn(&InputPath) -> Option<&'a str>) -> String {
    let mut places = Places::new(source_of);
    let mut lines = String::new();
    for diagnostic in problems.iter() {
        let labels = diagnostic.labels.iter();
        let problem = Problem {
            rule: diagnostic.rule.name,
            level: diagnostic.severity.word(),
            message: &diagnostic.message,
            at: at(&mut places, diagnostic.place()),
            labels: labels.map(|label| Labelled { at: at(&mut places, &label.place), text: &label.text }).collect(),
            notes: &diagnostic.notes,
            helps: &diagnostic.helps,
        };
        // Words and numbers only: there is nothing in it that JSON cannot say.
        lines.push_str(&serde_json::to_string(&problem).unwrap_or_default());
        lines.push('\n');
    }
    lines
}

fn at<'p>(places: &mut Places<'_, '_>, place: &'p Place) -> At<'p> {
    let (start, end) = places.of(place).unzip();
    At {
        path: place.path.as_str(),
        line: start.map(|start| start.line),
        column: start.map(|start| start.column),
        end_line: end.map(|end| end.line),
        end_column: end.map(|end| end.column),
    }
}

//! Values of the metadata: dates broken, values swapped, values that have to be there and are not.

use crate::fault::{Fault, Place, put};
use crate::metadata::Word;
use crate::references::References;
use crate::source::File;

/// A date that is none.
pub(super) fn dates(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in guide.files {
        for line in file.front.clone() {
            let text = &file.lines[line];
            let Some((key, date)) = text.split_once(": ") else { continue };
            let [year, month, day] = date.split('-').collect::<Vec<_>>()[..] else { continue };
            if !date.chars().all(|c| c.is_ascii_digit() || c == '-') {
                continue;
            }
            let wrong = [
                format!("{year}-13-{day}"),
                format!("{year}-{month}-32"),
                format!("{year}-02-30"),
                format!("{day}.{month}.{year}"),
                format!("{day}/{month}/{year}"),
                format!("{year}-{month}-{day}th"),
            ];
            let broken = |date: &String| {
                Fault::line("a date broken", file, line, format!("{key}: {date}")).here("impossible-date")
            };
            faults.extend(wrong.iter().map(broken));
        }
    }
    faults
}

/// What a value is: a swap of two that are the same leaves a guide that can be read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    Words,
    Number,
    Date,
    Address,
    /// One of a few words.
    Kind,
}

fn takes(key: &str) -> Option<Takes> {
    Some(match key {
        "title" | "summary" | "publisher" | "one" | "what" => Takes::Words,
        "order" => Takes::Number,
        "updated" | "accessed" => Takes::Date,
        "url" => Takes::Address,
        "kind" => Takes::Kind,
        _ => return None,
    })
}

/// What is told of a value of another kind behind a key.
fn told(key: Takes, value: Takes) -> Option<&'static str> {
    match (key, value) {
        (one, other) if one == other => None,
        (Takes::Words, Takes::Number | Takes::Date) => Some("wrong-type"),
        (Takes::Words, _) => None,
        (Takes::Number, _) => Some("wrong-type"),
        (Takes::Date, _) => Some("impossible-date"),
        (Takes::Address, Takes::Date | Takes::Number) => Some("wrong-type"),
        (Takes::Address | Takes::Kind, _) => Some("unknown-value"),
    }
}

/// Two values of one entry are swapped; or two words of a list whose order readers see.
pub(super) fn swapped(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in guide.files {
        let lines: Vec<(usize, &str, &str)> = file
            .front
            .clone()
            .filter_map(|line| {
                let (key, value) = file.lines[line].split_once(": ")?;
                takes(key.trim()).map(|_| (line, key, value))
            })
            .collect();
        for (at, (line, key, value)) in lines.iter().enumerate() {
            // Of the same entry: as far in, with no line in between that is less so.
            let indent = |text: &str| text.len() - text.trim_start().len();
            let same = |other: &usize| (*line..*other).all(|between| indent(&file.lines[between]) >= indent(key));
            for (other, other_key, other_value) in lines[at + 1..].iter().filter(|(other, _, _)| same(other)) {
                if indent(key) != indent(other_key) {
                    continue;
                }
                let (one, two) = (takes(key.trim()).unwrap(), takes(other_key.trim()).unwrap());
                let mut with: Vec<String> = file.lines[*line..=*other].to_vec();
                with[0] = format!("{key}: {other_value}");
                with[other - line] = format!("{other_key}: {value}");
                let mut fault = Fault::new("two values swapped", file, (*line, other + 1), with);
                fault.told.extend(told(one, two).map(|rule| (rule, Place::Own(0))));
                fault.told.extend(told(two, one).map(|rule| (rule, Place::Own(other - line))));
                faults.push(fault);
            }
        }
    }
    for (file, word) in guide.all().filter(|(_, word)| matches!(word.below(), "read" | "related" | "ask")) {
        let next = |(other, next): &(&File, &Word)| {
            other.path == file.path && next.line == word.line && next.start == word.end + 2 && next.path == word.path
        };
        if let Some((_, next)) = guide.all().find(next) {
            let with = put(&file.lines[word.line], word.start, next.end, &format!("{}, {}", next.text, word.text));
            faults.push(Fault::line("two names swapped", file, word.line, with));
        }
    }
    faults
}

/// A line with a value that has to be there is deleted, or its value is.
pub(super) fn missing(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (file, word) in guide.all().filter(|(_, word)| word.is_key) {
        let is_entry = file.path.ends_with(".yaml") && word.path.len() == 1;
        let is_own = file.path.ends_with(".md") && word.path.is_empty();
        let has_to_be = match word.text.as_str() {
            "title" => is_own || is_entry && file.name() == "sources",
            "summary" => is_own && (file.is_article() || file.is_scenario()),
            "publisher" | "url" | "accessed" | "kind" => is_entry && file.name() == "sources",
            "one" => is_entry && file.name() == "roles",
            _ => false,
        };
        // Of metadata with one key, nothing is left.
        if !has_to_be || file.front.len() == 1 {
            continue;
        }
        // Missing where the entry, or the metadata, begins.
        let begins = if is_own {
            0
        } else {
            (0..word.line).rev().find(|line| !file.lines[*line].starts_with([' ', '#'])).unwrap()
        };
        let place = Place::Line(file.path.clone(), begins);
        let gone = Fault::new("a line deleted", file, (word.line, word.line + 1), Vec::new());
        faults.push(gone.at("missing-key", place));
        let with = file.lines[word.line][..=word.end].to_owned();
        faults.push(Fault::line("a value deleted", file, word.line, with).here("empty-value"));
    }
    faults
}

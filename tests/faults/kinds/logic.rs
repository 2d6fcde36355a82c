//! Facts, conditions and tables.

use crate::fault::{Fault, Place, put};
use crate::kinds::names::misspell;
use crate::references::References;

/// Keys below which a condition stands.
const CONDITIONS: [&str; 3] = ["when", "given", "asked-when"];

/// Facts and their values misspelt in conditions, or taken away; rows of a decision's table deleted.
pub(super) fn all(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (file, word) in guide.all() {
        let is_condition = CONDITIONS.iter().any(|key| word.is_in(key));
        if !is_condition || matches!(word.text.as_str(), "all" | "any" | "not") {
            continue;
        }
        let rule = if word.is_key { "unknown-name" } else { "unknown-fact-value" };
        let with = put(&file.lines[word.line], word.start, word.end, &misspell(guide, &word.text));
        let kind = if word.is_key { "a fact misspelt" } else { "a fact's value misspelt" };
        faults.push(Fault::line(kind, file, word.line, with).here(rule));
    }
    faults.extend(rows(guide));
    faults.extend(values(guide));
    faults
}

/// A row is deleted from a table that says what happens otherwise: the cases of the row lead elsewhere.
fn rows(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (file, word) in guide.all().filter(|(_, word)| word.is_key && word.text == "when" && word.is_in("rows")) {
        let route = |key: &str| {
            guide.all().any(|(other, another)| {
                let route = word.path.len() - 1;
                other.path == file.path && another.text == key && another.path == word.path[..route]
            })
        };
        if route("otherwise") && route("rows") {
            faults.push(Fault::new("a table row deleted", file, (word.line, word.line + 1), Vec::new()));
        }
    }
    faults
}

/// A value of a fact is deleted that conditions name.
fn values(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let declared = guide.all().filter(|(file, word)| file.name() == "facts" && word.is_key && word.below() == "values");
    for (file, value) in declared {
        let line = &file.lines[value.line];
        // On a line of its own.
        if !line[..value.start].trim().is_empty() || value.path.len() != 2 {
            continue;
        }
        let mut fault = Fault::new("a fact's value deleted", file, (value.line, value.line + 1), Vec::new());
        let both: Vec<usize> = guide
            .all()
            .filter(|(other, word)| other.name() == "facts" && word.is_key && word.path == value.path)
            .map(|(_, word)| word.line)
            .collect();
        if let [first, _] = both[..] {
            // One answer is left, and nothing to ask; that is told where it stands.
            let place = if first == value.line { Place::Own(0) } else { Place::Line(file.path.clone(), first) };
            faults.push(fault.at("too-few-values", place));
            continue;
        }
        for (other, word) in guide.all().filter(|(_, word)| !word.is_key && word.text == value.text) {
            let is_condition = CONDITIONS.iter().any(|key| word.is_in(key)) && word.below() == value.path[0];
            let is_none = other.name() == "facts" && word.path == [value.path[0].clone(), "none".to_owned()];
            if is_condition || is_none {
                fault = fault.at("unknown-fact-value", Place::Line(other.path.clone(), word.line));
            }
        }
        if !fault.told.is_empty() {
            faults.push(fault);
        }
    }
    faults
}

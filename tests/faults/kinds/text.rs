//! Faults of the text: fences, headings, rows of tables, options, links.

use crate::fault::{Fault, Place, put};
use crate::kinds::anchors::is_option;
use crate::kinds::names::misspell;
use crate::references::References;

/// A fence of code is opened and never closed; or the metadata's own fence is lost.
pub(super) fn fences(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in guide.files.iter().filter(|file| !file.body.is_empty()) {
        for (line, text) in file.body_lines() {
            if text.is_empty() {
                let with = vec![String::new(), "```".to_owned()];
                faults.push(
                    Fault::new("a fence opened", file, (line, line + 1), with).at("unclosed-fence", Place::Own(1)),
                );
            }
        }
        if file.name() != "terms" {
            let close = file.front.end;
            let first = Place::Line(file.path.clone(), 0);
            let fault = Fault::new("a fence lost", file, (close, close + 1), Vec::new());
            faults.push(fault.at("front-matter-not-closed", first));
            faults.push(Fault::new("a fence lost", file, (0, 1), Vec::new()).here("front-matter-missing"));
        }
    }
    faults
}

/// A heading has no space after its marks.
pub(super) fn headings(guide: &References<'_>) -> Vec<Fault> {
    let kind = "a heading mistyped";
    let mut faults = Vec::new();
    for file in guide.files.iter().filter(|file| file.name() != "terms") {
        for (line, text) in file.body_lines() {
            let Some(level) = file.heading(line) else { continue };
            let words = text.trim_start_matches('#').trim_start();
            let without_space = format!("{}{words}", "#".repeat(level));
            faults.push(Fault::line(kind, file, line, without_space).here("heading-mistyped"));
        }
    }
    faults
}

/// A row of a table is deleted: words are gone, and nothing is wrong.
pub(super) fn table_rows(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in guide.files {
        for (line, text) in file.body_lines() {
            let is_row = text.starts_with('|') && file.lines[line - 1].starts_with('|');
            if is_row && !text.contains("---") {
                faults.push(Fault::new("a table row deleted", file, (line, line + 1), Vec::new()));
            }
        }
    }
    faults
}

/// An option is deleted: its part of the text, or its name in the list.
pub(super) fn options(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (file, word) in guide.all().filter(|(_, word)| word.below() == "options" && !word.is_key) {
        let Some(anchor) = file.anchors().into_iter().find(|anchor| anchor.name == word.text) else { continue };
        assert!(is_option(guide, file, &anchor.name));
        let section = file.section(anchor.line);
        let mut fault = Fault::new("an option deleted", file, (section.start, section.end), Vec::new());
        fault.told = guide.without_anchor(file, &anchor.name, "", false);
        faults.push(fault.at("unknown-option", Place::Line(file.path.clone(), word.line)));
        let text = &file.lines[word.line];
        // With the comma behind it, or else before it.
        let (start, end) = match text[word.end..].starts_with(", ") {
            true => (word.start, word.end + 2),
            false => (word.start - 2, word.end),
        };
        let fault = Fault::line("an option unlisted", file, word.line, put(text, start, end, ""));
        faults.push(fault.at("option-unnamed", Place::Line(file.path.clone(), anchor.line)));
    }
    faults
}

/// The address of a link, the name in a citation or the class of a heading is misspelt.
pub(super) fn links(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in guide.files {
        for (line, text) in file.body_lines() {
            for (at, _) in text.match_indices("](") {
                let target = text[at + 2..].split(')').next().unwrap();
                if target.contains(':') || target.ends_with(".yaml") {
                    continue;
                }
                let name = target.split('#').next_back().unwrap();
                let name =
                    if target.contains('#') { name } else { name.rsplit('/').next().unwrap().trim_end_matches(".md") };
                let start = at + 2 + target.rfind(name).unwrap();
                let with = put(text, start, start + name.len(), &misspell(guide, name));
                faults.push(Fault::line("a link misspelt", file, line, with).here("dead-link"));
            }
            for (at, _) in text.match_indices('@').filter(|(at, _)| text[..*at].ends_with(['[', ' '])) {
                let name = text[at + 1..].split([';', ']']).next().unwrap();
                let with = put(text, at + 1, at + 1 + name.len(), &misspell(guide, name));
                faults.push(Fault::line("a citation misspelt", file, line, with).here("unknown-source"));
            }
            for (class, wrong) in [("{.for}", "{.fro}"), ("{.against}", "{.agianst}"), ("{.like}", "{.liek}")] {
                if text.starts_with('#') && text.ends_with(class) {
                    let fault = Fault::line("a class misspelt", file, line, text.replace(class, wrong));
                    faults.push(fault.here("unknown-attribute"));
                    faults.push(
                        Fault::line("a class misspelt", file, line, text.replace(class, &class.replace('.', "")))
                            .here("attribute-misplaced"),
                    );
                }
            }
        }
    }
    faults
}

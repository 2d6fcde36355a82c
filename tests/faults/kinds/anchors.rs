//! Names of headings and items: taken away, and given twice.

use crate::fault::{Fault, Place};
use crate::references::References;
use crate::source::{File, slug};

/// `{#name}` is taken away.
pub(super) fn deleted(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in guide.files {
        for anchor in file.anchors() {
            let is_item = anchor.level == 0;
            let end = file.lines[anchor.line].rfind(" {#").unwrap();
            let with = file.lines[anchor.line][..end].to_owned();
            let mut fault = Fault::line("an anchor deleted", file, anchor.line, with);
            fault.told = guide.without_anchor(file, &anchor.name, &anchor.words, is_item);
            if is_option(guide, file, &anchor.name) {
                fault = fault.here("option-unnamed");
            }
            // Its words give the same name, and nobody asks whether its author wrote it.
            let same = !is_item && slug(&anchor.words) == anchor.name;
            if !same || !fault.told.is_empty() && file.name() != "terms" {
                faults.push(fault);
            }
        }
    }
    faults
}

/// Whether `name` is an option of a decision of `file`.
pub(super) fn is_option(guide: &References<'_>, file: &File, name: &str) -> bool {
    guide.all().any(|(other, word)| other.path == file.path && word.below() == "options" && word.text == name)
}

/// A heading or an item, with its name, stands twice.
pub(super) fn duplicated(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in guide.files {
        for anchor in file.anchors() {
            let line = file.lines[anchor.line].clone();
            let kind = "an anchor duplicated";
            if anchor.level == 0 {
                // A copy above: the second one of the two is the old line.
                let fault = Fault::new(kind, file, (anchor.line, anchor.line + 1), vec![line.clone(), line]);
                faults.push(fault.at("name-used-twice", Place::Own(1)));
            } else {
                let heading = format!("## Once more {{#{}}}", anchor.name);
                let with = vec![String::new(), heading, String::new(), "Words.".to_owned()];
                let fault = Fault::new(kind, file, (file.body.end, file.body.end), with);
                faults.push(fault.at("duplicate-anchor", Place::Own(1)));
            }
        }
    }
    faults
}

//! Names in the metadata: misspelt, and twice.

use crate::fault::{Fault, Place, put};
use crate::metadata::Word;
use crate::references::References;

/// `name` with two of its letters swapped, or one doubled: a word that nothing in the guide is called.
pub(super) fn misspell(guide: &References<'_>, name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let swapped = (0..letters.len().saturating_sub(1)).rev().map(|at| {
        let mut letters = letters.clone();
        letters.swap(at, at + 1);
        letters.into_iter().collect::<String>()
    });
    let is_name = |word: &String| !word.starts_with('-') && !word.ends_with('-') && !word.contains("--");
    let mut wrong = swapped.filter(|word| word != name && is_name(word) && !guide.knows(word));
    wrong.next().unwrap_or_else(|| format!("{name}{}", letters.last().unwrap()))
}

/// The rule that tells of a name misspelt in a list or behind a key.
fn rule(word: &Word) -> Option<&'static str> {
    let below = word.below();
    let above = word.path.iter().rev().nth(1).map_or("", String::as_str);
    Some(match (above, below) {
        (_, "when" | "given" | "asked-when" | "route" | "rows") => return None,
        _ if ["when", "given", "asked-when"].iter().any(|key| word.is_in(key)) => return None,
        (_, "read" | "related" | "for" | "all-but" | "includes" | "after" | "ask" | "call" | "get-from") => {
            "unknown-name"
        }
        (_, "authors" | "by" | "phase" | "see" | "has" | "lacks" | "otherwise") => "unknown-name",
        ("then", _) if word.text.contains('#') => "dead-link",
        ("then", _) => "unknown-name",
        (_, "further-reading") => "unknown-source",
        (_, "options" | "status-quo" | "ends" | "option") => "unknown-option",
        (_, "record" | "hit" | "kind" | "role") => "unknown-value",
        (_, "must" | "dont" | "bring" | "draft" | "many") => "wrong-type",
        _ => return None,
    })
}

/// A name that stands in the metadata, as a value or as the key of rules, is misspelt.
pub(super) fn misspelt(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (file, word) in guide.all() {
        let told = match word.is_key {
            // What an author's own names are misspelt to is told where they stand.
            true => match word.path.iter().map(String::as_str).collect::<Vec<_>>()[..] {
                ["items"] => "unknown-item",
                ["checklists"] | ["decisions"] => "unknown-section",
                ["forms"] | ["link"] if file.name() == "terms" => "unknown-name",
                ["decisions", _, "then"] => "unknown-option",
                _ => continue,
            },
            false => match rule(word) {
                Some("unknown-value") if file.name() == "people" => continue,
                Some(rule) => rule,
                None => continue,
            },
        };
        // `article#section`: the section's name.
        let from = word.text.rfind(['#', '/']).map_or(0, |at| at + 1);
        if word.text == "all" {
            continue;
        }
        let name = misspell(guide, &word.text[from..]);
        let with = put(&file.lines[word.line], word.start + from, word.end, &name);
        faults.push(Fault::line("a name misspelt", file, word.line, with).here(told));
    }
    faults
}

/// Keys of the format.
const KEYS: [&str; 40] = [
    "title",
    "summary",
    "order",
    "for",
    "phase",
    "related",
    "decisions",
    "checklists",
    "items",
    "authors",
    "updated",
    "reviews",
    "options",
    "status-quo",
    "then",
    "ends",
    "ask",
    "call",
    "bring",
    "get-from",
    "dont",
    "after",
    "due",
    "must",
    "record",
    "read",
    "includes",
    "one",
    "what",
    "name",
    "role",
    "credentials",
    "interests",
    "publisher",
    "url",
    "published",
    "accessed",
    "kind",
    "forms",
    "link",
];

/// A key of the format is misspelt.
pub(super) fn keys(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (file, word) in guide.all().filter(|(_, word)| word.is_key && KEYS.contains(&word.text.as_str())) {
        let is_named = matches!(word.below(), "items" | "checklists" | "decisions" | "then" | "values" | "forms");
        // A decision without its options, or an item without its phase, has more to be told of.
        if is_named || ["when", "given", "asked-when"].iter().any(|key| word.is_in(key)) || word.text == "phase" {
            continue;
        }
        let with = put(&file.lines[word.line], word.start, word.end, &misspell(guide, &word.text));
        faults.push(Fault::line("a key misspelt", file, word.line, with).here("unknown-key"));
    }
    faults
}

/// A line of the metadata stands twice.
pub(super) fn doubled(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (file, word) in guide.all().filter(|(_, word)| word.is_key) {
        let line = &file.lines[word.line];
        // The first key of a line that has a value: with it, nothing of the lines below is doubled.
        let is_first = line[..word.start].trim().is_empty();
        if is_first && !line[word.end + 1..].trim().is_empty() {
            let fault = Fault::new("a key doubled", file, (word.line, word.line + 1), vec![line.clone(), line.clone()]);
            faults.push(fault.at("duplicate-key", Place::Own(1)));
        }
    }
    faults
}

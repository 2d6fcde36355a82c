//! Lines with a box: mistyped, and deleted.

use crate::fault::Fault;
use crate::references::References;

const BOX: &str = "- [ ] ";

/// What people type in place of a box, and the rule that tells of it.
const MISTYPED: [(&str, &str); 8] = [
    ("- []  ", "box-mistyped"),
    ("-[ ] ", "box-mistyped"),
    ("- [ ]", "box-mistyped"),
    ("- [x ] ", "box-mistyped"),
    ("[ ] ", "box-mistyped"),
    ("– [ ] ", "box-mistyped"),
    ("1. [ ] ", "box-misplaced"),
    ("> - [ ] ", "box-misplaced"),
];

/// A box is mistyped.
pub(super) fn mistyped(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in guide.files.iter().filter(|file| file.is_article() || file.is_scenario()) {
        for (line, text) in file.body_lines() {
            let Some(words) = text.strip_prefix(BOX) else { continue };
            let told =
                |mark: &str, rule| Fault::line("a box mistyped", file, line, format!("{mark}{words}")).here(rule);
            faults.extend(MISTYPED.iter().map(|(mark, rule)| told(mark, *rule)));
            // Only its name is left.
            if let Some((_, name)) = words.rsplit_once(" {#") {
                faults.push(Fault::line("a box mistyped", file, line, format!("{BOX}{{#{name}")).here("box-mistyped"));
            }
        }
    }
    faults
}

/// An item is deleted, with the lines that say why.
pub(super) fn deleted(guide: &References<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in guide.files.iter().filter(|file| file.is_article() || file.is_scenario()) {
        for (line, text) in file.body_lines().filter(|(_, text)| text.starts_with(BOX)) {
            let end = (line + 1..file.body.end).find(|at| {
                let text = &file.lines[*at];
                !text.is_empty() && !text.starts_with("  ")
            });
            let mut fault = Fault::new("an item deleted", file, (line, end.unwrap_or(file.body.end)), Vec::new());
            let name = text.strip_suffix('}').and_then(|text| text.rsplit_once(" {#")).map(|(_, name)| name);
            if let Some(name) = name {
                fault.told = guide.without_anchor(file, name, "", true);
            }
            faults.push(fault);
        }
    }
    faults
}

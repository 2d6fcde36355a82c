//! Goldens: files that say what a build gives, compared line by line.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::diff;

/// What differs between the goldens in `folder` and what was `found`, for people to read; with
/// `UPDATE_GOLDEN=1` the goldens are rewritten, and nothing differs.
pub(crate) fn differences(folder: &Path, found: &BTreeMap<String, String>) -> String {
    let here = folder.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(folder).display().to_string();
    if std::env::var_os("UPDATE_GOLDEN").is_some_and(|set| !set.is_empty()) {
        if folder.exists() {
            fs::remove_dir_all(folder).unwrap();
        }
        fs::create_dir_all(folder).unwrap();
        for (name, text) in found {
            fs::write(folder.join(name), text).unwrap();
        }
        return String::new();
    }
    let mut names: BTreeSet<String> = found.keys().cloned().collect();
    if let Ok(entries) = fs::read_dir(folder) {
        names.extend(entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()));
    }
    let mut report = String::new();
    for name in names {
        let golden = fs::read_to_string(folder.join(&name)).ok();
        match (golden, found.get(&name)) {
            (Some(golden), Some(text)) if golden == *text => {}
            (Some(golden), Some(text)) => {
                report.push_str(&format!("{here}/{name}, before (-) and now (+):\n{}", changes(&golden, text)));
            }
            (None, _) => report.push_str(&format!("{here}/{name} is missing\n")),
            (_, None) => report.push_str(&format!("{here}/{name} is there, and nothing is built that it could be\n")),
        }
    }
    report
}

/// The lines that differ, each with two equal lines around it.
fn changes(golden: &str, now: &str) -> String {
    let all = diff::lines(golden, now);
    let lines: Vec<&str> = all.lines().collect();
    let near = |at: usize| lines[at.saturating_sub(2)..(at + 3).min(lines.len())].iter().any(|near| !is_equal(near));
    let shown = lines.iter().enumerate().filter(|(at, line)| near(*at) && !line.is_empty());
    shown.map(|(_, line)| format!("{line}\n")).collect()
}

fn is_equal(line: &str) -> bool {
    !line.starts_with(['-', '+'])
}

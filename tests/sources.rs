//! The sources of the guide, and the notes on what was read in them: each has the other, and a note names the pages
//! that cite its source.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests may stop at a surprise, in their helpers too")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// How a note says how much was read; the head of the notes explains each.
const READ: [&str; 5] = ["Whole page", "Whole plain-language summary", "First part", "Abstract", "Not in the store"];

const NOTES: &str = "docs/sources.md";

/// How the last line of each note begins. The names of the pages follow.
const RESTS: &str = "*Rests on it:* ";

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names in sources.yaml, in its order.
fn sources() -> Vec<String> {
    let yaml = text(&project("content/sources.yaml"));
    let names = yaml.lines().filter(|line| !line.starts_with([' ', '#']));
    names.filter_map(|line| Some(line.split_once(':')?.0.to_owned())).collect()
}

/// A note on a source.
struct Note {
    source: String,
    said: String,
    /// The line that names the pages.
    rests: Option<String>,
}

/// The notes, in their order.
fn notes(page: &str) -> Vec<Note> {
    let sections = page.split("\n### ").skip(1);
    sections
        .map(|section| {
            let (source, note) = section.split_once('\n').unwrap();
            let rests = note.lines().find(|line| line.starts_with(RESTS)).map(str::to_owned);
            Note { source: source.to_owned(), said: note.trim().to_owned(), rests }
        })
        .collect()
}

fn page() -> String {
    text(&project(NOTES))
}

fn documents(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            documents(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
}

/// What a document is called: its file, and for the front page of a folder the folder.
fn name_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap();
    let named = if stem == "index" { path.parent().unwrap().file_name().unwrap() } else { stem };
    named.to_str().unwrap().to_owned()
}

/// The sources that a text cites: `[@one]`, `[@one; @two]`.
fn cited(text: &str) -> BTreeSet<String> {
    let groups = text.split("[@").skip(1).filter_map(|rest| Some(rest.split_once(']')?.0));
    let parts = groups.flat_map(|group| group.split(';'));
    parts.map(|part| part.trim().trim_start_matches('@').to_owned()).collect()
}

/// The pages that cite each source.
fn citations() -> BTreeMap<String, BTreeSet<String>> {
    let mut found = Vec::new();
    documents(&project("content"), &mut found);
    let mut by_source: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in found {
        for source in cited(&text(&path)) {
            by_source.entry(source).or_default().insert(name_of(&path));
        }
    }
    by_source
}

/// The page with each line that names pages as it is to be.
fn mended(page: &str, citations: &BTreeMap<String, BTreeSet<String>>) -> String {
    let mut source = String::new();
    let mut lines = Vec::new();
    for line in page.lines() {
        if let Some(name) = line.strip_prefix("### ") {
            name.clone_into(&mut source);
        }
        lines.push(if line.starts_with(RESTS) { last_line(citations, &source) } else { line.to_owned() });
    }
    lines.join("\n") + "\n"
}

fn last_line(citations: &BTreeMap<String, BTreeSet<String>>, source: &str) -> String {
    let pages: Vec<String> = citations.get(source).into_iter().flatten().cloned().collect();
    format!("{RESTS}{}.", pages.join(", "))
}

#[test]
fn each_source_has_its_note_and_each_note_its_source_by_the_alphabet() {
    let noted: Vec<String> = notes(&page()).into_iter().map(|note| note.source).collect();
    let mut sorted = sources();
    sorted.sort();
    assert_eq!(noted, sorted, "{NOTES} has the left, content/sources.yaml by the alphabet the right");
    assert!(noted.is_sorted_by(|one, next| one < next), "one of them stands twice");
}

/// `UPDATE_GOLDEN=1` writes the lines anew.
#[test]
fn a_note_says_how_much_was_read_and_which_pages_rest_on_it() {
    let citations = citations();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(project(NOTES), mended(&page(), &citations)).unwrap();
    }
    let mut wrong = Vec::new();
    for note in notes(&page()) {
        if !READ.iter().any(|read| note.said.starts_with(read)) {
            wrong.push(format!("{}: begins with none of {READ:?}", note.source));
        }
        let line = last_line(&citations, &note.source);
        if note.rests.as_ref() != Some(&line) || !note.said.ends_with(&line) {
            wrong.push(format!("{}: should end with the line {line}", note.source));
        }
    }
    assert!(wrong.is_empty(), "in {NOTES}:\n{}", wrong.join("\n"));
}

#[test]
fn a_wrong_line_is_written_anew() {
    let citations = BTreeMap::from([("a".to_owned(), BTreeSet::from(["one".to_owned(), "two".to_owned()]))]);
    let page = "Head.\n\n### a\n\nAbstract. A.\n*Rests on it:* one.\n\n### b\n\nAbstract. B.\n*Rests on it:* two.\n";
    let right = "Head.\n\n### a\n\nAbstract. A.\n*Rests on it:* one, two.\n\n### b\n\nAbstract. B.\n*Rests on it:* .\n";
    assert_eq!(mended(page, &citations), right);
}

#[test]
fn citations_are_found_alone_and_together() {
    let text = "One [@a-1]. Two [@b; @c], not b@d.example, not [a link](@e).";
    assert_eq!(cited(text).into_iter().collect::<Vec<_>>(), ["a-1", "b", "c"]);
    assert_eq!(name_of(Path::new("content/articles/part/index.md")), "part");
    assert_eq!(name_of(Path::new("content/articles/part/page.md")), "page");
}

//! What authors are told is true: every example of docs/authoring.md builds, its tables name every
//! key, and the report it shows is the one that people get. `UPDATE_GOLDEN=1`
//! rewrites the tables and the report; the examples are yours.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may stop at a surprise, in their helpers too")]

#[path = "docs/page.rs"]
mod page;
#[path = "docs/tables.rs"]
mod tables;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use careguide::base::{Date, Links};
use careguide::check::Occasion;
use careguide::input::Inputs;
use careguide::parse::schema::SCHEMAS;
use careguide::report::Severity;
use careguide::report::human::{self, Style};
use careguide::resolve::Drafts;
use careguide::session::{self, Options};

use page::{Made, Page, Section};

const AUTHORING: &str = "docs/authoring.md";
/// The section whose files are below those of every other section.
const SMALLEST: &str = "The smallest guide: three files";

fn project(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn authoring() -> Page {
    Page::read(&project(AUTHORING))
}

/// A section's files, laid over the smallest guide, with what is wrong with them.
fn built(page: &Page, section: &Section) -> (bool, String) {
    let mut files: BTreeMap<&str, &str> = BTreeMap::new();
    let smallest = page.sections.iter().find(|section| section.title == SMALLEST).unwrap();
    for (path, text) in smallest.files.iter().chain(&section.files) {
        files.insert(path, text);
    }
    let inputs = Inputs::from_pairs(files);
    let today = Date::parse("2026-11-22").unwrap();
    let options =
        Options { drafts: Drafts::Hidden, base_url: None, links: Links::Server, today, occasion: Occasion::Everyday };
    let built = session::build(&inputs, &options);
    let report = human::render(&built.problems.clone().without_notes(), Style::Plain, &|path| inputs.text(path));
    (built.problems.count(Severity::Error) == 0, report)
}

#[test]
fn every_example_builds_as_it_stands() {
    let page = authoring();
    let examples: usize = page.sections.iter().map(|section| section.files.len()).sum();
    assert!(examples > 20, "only {examples} examples were found");
    for section in &page.sections {
        let shows_mistakes = section.made.iter().any(|made| matches!(made, Made::Report));
        if section.files.is_empty() || shows_mistakes {
            continue;
        }
        let (_, report) = built(&page, section);
        assert!(report.is_empty(), "the files of the section \"{}\":\n{report}", section.title);
    }
}

/// The page as it has to be, with its tables and its report made by the program.
fn made(page: &Page) -> String {
    page.with(|section, made| match made {
        Made::Keys(what) => tables::keys(what),
        Made::Report => {
            let (clean, report) = built(page, section);
            assert!(!clean, "the section \"{}\" promises a mistake and has none", section.title);
            format!("```text\n{}\n```\n", report.trim_end())
        }
    })
}

#[test]
fn its_tables_and_its_report_are_what_the_program_says() {
    let page = authoring();
    let now = made(&page);
    if std::env::var_os("UPDATE_GOLDEN").is_some_and(|set| !set.is_empty()) {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(AUTHORING), now).unwrap();
        return;
    }
    let written = project(AUTHORING);
    let first = written.lines().zip(now.lines()).enumerate().find(|(_, (written, now))| written != now);
    if let Some((at, (written, now))) = first {
        panic!("{AUTHORING}:{}\n- {written}\n+ {now}\nUPDATE_GOLDEN=1 cargo test --test docs", at + 1);
    }
    assert_eq!(written, now);
}

#[test]
fn every_key_that_authors_can_write_has_its_table() {
    let page = authoring();
    let tables: Vec<&str> =
        page.made().filter_map(|made| if let Made::Keys(what) = made { Some(what.as_str()) } else { None }).collect();
    for schema in SCHEMAS {
        let count = tables.iter().filter(|what| **what == schema.what).count();
        assert_eq!(count, 1, "{AUTHORING} needs one line `<!-- keys: {} -->`", schema.what);
    }
    assert_eq!(tables.len(), SCHEMAS.len(), "{tables:?}");
}

#[test]
fn links_between_our_own_papers_lead_somewhere() {
    for file in [AUTHORING, "docs/checks.md", "CONTRIBUTING.md", "tests/README.md"] {
        let folder = Path::new(file).parent().unwrap();
        let text = project(file);
        for target in page::links(&text) {
            let (path, anchor) = target.split_once('#').unwrap_or((&target, ""));
            let other = if path.is_empty() {
                text.clone()
            } else {
                let found = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(path);
                assert!(found.exists(), "{file} links to {path}, and there is no such file");
                fs::read_to_string(found).unwrap_or_default()
            };
            let known = anchor.is_empty() || page::anchors(&other).iter().any(|known| known == anchor);
            assert!(known, "{file} links to {target}, and there is no such heading");
        }
    }
}

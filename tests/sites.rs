//! Whole guides: each folder in tests/sites/ is built, and what its reader gets is held against
//! the goldens in its `expected/`. `UPDATE_GOLDEN=1` rewrites them; read them before you commit.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may stop at a surprise, in their helpers too")]

#[path = "wrong/diff.rs"]
mod diff;
#[path = "sites/golden.rs"]
mod golden;
#[path = "sites/html.rs"]
mod html;
#[path = "sites/report.rs"]
mod report;
#[path = "sites/sheet.rs"]
mod sheet;
#[path = "sites/ways.rs"]
mod ways;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use careguide::base::{Artifact, Date, Links};
use careguide::check::Occasion;
use careguide::disk;
use careguide::input::Inputs;
use careguide::report::human::{self, Style};
use careguide::resolve::Drafts;
use careguide::session::{self, Options};

/// Where the project lies.
fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folders of all test guides, sorted.
fn sites() -> Vec<PathBuf> {
    let entries = fs::read_dir(project().join("tests/sites")).unwrap();
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.join("site.toml").exists());
    found.sort();
    found
}

/// A build as `careguide build` does it, on a day that never changes.
fn options() -> Options {
    let today = Date::parse("2026-11-22").unwrap();
    Options { drafts: Drafts::Hidden, base_url: None, links: Links::Server, today, occasion: Occasion::Everyday }
}

/// What a build gives a reader and an author: names of files, checklists, problems.
fn outcome(inputs: &Inputs) -> BTreeMap<String, String> {
    let built = session::build(inputs, &options());
    let mut found = BTreeMap::new();
    let report = human::render(&built.problems.clone().without_notes(), Style::Plain, &|path| inputs.text(path));
    found.insert("report.txt".to_owned(), report);
    let artifacts = built.value.map(|site| site.artifacts).unwrap_or_default();
    let names: BTreeSet<String> = artifacts.iter().map(|artifact| without_fingerprint(&artifact.path)).collect();
    found.insert("files.txt".to_owned(), names.into_iter().map(|name| name + "\n").collect());
    let pages = artifacts.iter().filter_map(|one| Some((one.path.as_str(), std::str::from_utf8(&one.bytes).ok()?)));
    let ways = ways::ways(&pages.collect::<Vec<_>>());
    if !ways.is_empty() {
        found.insert("finder.txt".to_owned(), ways);
    }
    let desk = session::report(inputs, &options()).value.unwrap_or_default();
    let facts = desk.iter().find(|artifact| artifact.path == "facts.html");
    let facts = facts.and_then(|page| report::tables(&html::read(std::str::from_utf8(&page.bytes).unwrap())));
    found.extend(facts.map(|facts| ("facts.txt".to_owned(), facts)));
    for artifact in &artifacts {
        let name = artifact.path.strip_prefix("scenarios/").and_then(|rest| rest.strip_suffix("/index.html"));
        let Some(name) = name else { continue };
        let page = html::read(std::str::from_utf8(&artifact.bytes).unwrap());
        // An old address has no checklist.
        if let Some(sheet) = sheet::written(&page) {
            found.insert(format!("{name}.txt"), sheet);
        }
    }
    found
}

/// `assets/style.0123456789.css` as `assets/style.*.css`: a style sheet may change, its place may not.
fn without_fingerprint(path: &str) -> String {
    let parts: Vec<&str> = path.split('.').collect();
    match parts.as_slice() {
        [before, _, ending] if path.starts_with("assets/") => format!("{before}.*.{ending}"),
        _ => path.to_owned(),
    }
}

#[test]
fn each_site_gives_its_reader_what_its_goldens_say() {
    let sites = sites();
    assert!(sites.len() >= 2, "no test guides in tests/sites/");
    let mut wrong = String::new();
    for site in sites {
        let inputs = disk::read(&site).unwrap();
        wrong.push_str(&golden::differences(&site.join("expected"), &outcome(&inputs)));
    }
    assert!(wrong.is_empty(), "{wrong}\nRight as it is now? UPDATE_GOLDEN=1 cargo test --test sites");
}

/// A build of `inputs` by so many threads, with a base URL, so that there is a sitemap, too.
fn artifacts(inputs: &Inputs, threads: usize) -> Vec<Artifact> {
    let options = Options { base_url: Some("https://guide.example.org/a/b/".to_owned()), ..options() };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| session::build(inputs, &options)).value.unwrap().artifacts
}

#[test]
fn threads_and_the_order_of_files_change_no_byte() {
    for site in sites().iter().map(PathBuf::as_path).chain([project()]) {
        let inputs = disk::read(site).unwrap();
        let mut reversed = Inputs::default();
        let files: Vec<_> = inputs.iter().collect();
        for (path, bytes) in files.into_iter().rev() {
            reversed.insert(path.clone(), bytes.clone());
        }
        let (one, eight) = (artifacts(&inputs, 1), artifacts(&reversed, 8));
        assert!(one.len() > 5);
        let names = |artifacts: &[Artifact]| -> Vec<String> {
            artifacts.iter().map(|artifact| artifact.path.clone()).collect()
        };
        assert_eq!(names(&one), names(&eight));
        for (first, second) in one.iter().zip(&eight) {
            assert!(first.bytes == second.bytes, "{} of {} differs", first.path, site.display());
        }
    }
}

/// Words of guides' subjects: nothing in the program or in its theme may know them.
const SUBJECTS: &[&str] = &[
    "anaesthetist",
    "babies",
    "baby",
    "biopsy",
    "birth",
    "births",
    "cancer",
    "cancers",
    "chemo",
    "chemotherapy",
    "doctor",
    "doctors",
    "hospital",
    "hospitals",
    "insurance",
    "insurer",
    "medicare",
    "midwife",
    "midwives",
    "nurse",
    "nurses",
    "obstetric",
    "oncologist",
    "oncologists",
    "oncology",
    "opinions",
    "pathologist",
    "pathology",
    "pregnancy",
    "pregnant",
    "radiation",
    "radiologist",
    "second-opinion",
    "surgeon",
    "surgeons",
    "surgery",
    "surgical",
    "tumor",
    "tumors",
    "tumour",
    "ward",
];

/// Names of roles, scenarios and phases of every guide here, those of one common word left out.
fn names_in_guides() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for site in sites().iter().map(PathBuf::as_path).chain([project()]) {
        let settings = fs::read_to_string(site.join("site.toml")).unwrap();
        names
            .extend(settings.lines().filter_map(|line| line.strip_prefix("name = ")).map(|name| name.replace('"', "")));
        let roles = fs::read_to_string(site.join("content/roles.yaml")).unwrap_or_default();
        names.extend(roles.lines().filter(|line| !line.starts_with([' ', '#'])).map(|line| line.replace(':', "")));
        let scenarios = fs::read_dir(site.join("content/scenarios")).unwrap();
        names.extend(scenarios.map(|file| file.unwrap().file_name().to_string_lossy().replace(".md", "")));
    }
    names.into_iter().filter(|name| name.contains('-')).collect()
}

#[test]
fn no_word_of_a_guides_subject_stands_in_the_program_or_its_theme() {
    let names = names_in_guides();
    assert!(names.len() > 8, "{names:?}");
    let forbidden: BTreeSet<&str> = SUBJECTS.iter().copied().chain(names.iter().map(String::as_str)).collect();
    let mut found = String::new();
    let mut files = Vec::new();
    for folder in ["src", "themes"] {
        files_below(&project().join(folder), &mut files);
    }
    assert!(files.len() > 100);
    // What explains a rule has examples, and an example has a subject.
    for file in files.into_iter().filter(|file| file.extension().is_none_or(|ending| ending != "md")) {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        for (at, line) in text.lines().enumerate() {
            let line = line.to_lowercase();
            let words = line.split(|c: char| !c.is_alphanumeric());
            let joined = line.split(|c: char| !c.is_alphanumeric() && c != '-');
            if let Some(word) = words.chain(joined).find(|word| forbidden.contains(word)) {
                found.push_str(&format!("{}:{}: {word}\n", file.strip_prefix(project()).unwrap().display(), at + 1));
            }
        }
    }
    assert!(found.is_empty(), "another guide would have another subject:\n{found}");
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        match path.is_dir() {
            true => files_below(&path, found),
            false => found.push(path),
        }
    }
}

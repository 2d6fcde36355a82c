//! No false alarm: Markdown that nobody here wrote is read without a complaint that its author would
//! not understand. The files are those of the locked packages, in the registry's folder on this
//! machine: `cargo test` cannot run before they are there.
//!
//! Each file is read twice: as it is, and with the metadata that an article needs before it, and not a letter changed
//! (`alarms/article.rs`). Which errors may be told of it then stands in [`ACCEPTED`], with the reason; headings of a
//! wrong level and ticked boxes are warned about, and all warnings are counted and printed.

#![expect(clippy::unwrap_used, reason = "tests may stop at a surprise, in their helpers too")]

#[path = "alarms/article.rs"]
mod article;
#[path = "alarms/files.rs"]
mod files;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use careguide::base::{Date, InputPath, Links};
use careguide::check::Occasion;
use careguide::input::Inputs;
use careguide::report::human::{self, Style};
use careguide::report::{Diagnostic, Problems, Severity};
use careguide::resolve::Drafts;
use careguide::session::{self, Options};
use files::Found;
use rayon::prelude::*;

/// Fewer would prove little.
const ENOUGH: usize = 200;

/// What may be told of a text from elsewhere: the rule, how the message begins, and why it is right.
const ACCEPTED: [(&str, &str, &str); 8] = [
    ("raw-html", "", "HTML is refused, whoever wrote it"),
    ("dead-link", "", "the file it leads to was not carried over, or its heading is called otherwise"),
    ("missing-picture", "", "the picture was not carried over"),
    ("picture-elsewhere", "", "the picture lies at somebody else's, who would learn who reads the page"),
    ("link-scheme", "", "`std::io::Error` and the like are no addresses: they lead somewhere only in Rust's own pages"),
    ("undefined-reference", "", "the same, in two pairs of brackets"),
    ("mistyped-link", "", "the bracket that closes the address was forgotten"),
    ("empty-link", "a link has no address", "`[#]()` leads nowhere"),
];

fn is_accepted(problem: &Diagnostic) -> bool {
    let is_it =
        |(rule, begins, _): &(&str, &str, &str)| problem.rule.name == *rule && problem.message.starts_with(begins);
    ACCEPTED.iter().any(is_it)
}

/// A guide with `text` as one of its articles.
fn guide(text: &[u8]) -> Inputs {
    let settings = "title = \"Knees\"\npublisher = \"The knee charity\"\ncontact = \"mailto:knees@example.org\"\n";
    let visit = "---\ntitle: The first visit\nsummary: What to bring.\n---\n\n- [ ] Bring your letters.\n";
    let pain = "---\ntitle: My knee hurts\nsummary: The pain is new.\n---\n";
    Inputs::from_pairs([
        ("site.toml", settings.as_bytes()),
        ("content/articles/first-visit.md", visit.as_bytes()),
        ("content/articles/from-elsewhere.md", text),
        ("content/scenarios/new-pain.md", pain.as_bytes()),
    ])
}

fn problems(inputs: &Inputs) -> Problems {
    let today = Date::parse("2026-11-22").unwrap();
    let options =
        Options { drafts: Drafts::Hidden, base_url: None, links: Links::Server, today, occasion: Occasion::Everyday };
    session::check(inputs, &options).problems
}

/// A file, the guide that it is in, and what is told of it.
type Told<'a> = (&'a Found, Inputs, Problems);

fn read(files: &[Found], text: fn(&Found) -> Vec<u8>) -> Vec<Told<'_>> {
    let told = files.par_iter().map(|file| {
        let inputs = guide(&text(file));
        let problems = problems(&inputs);
        (file, inputs, problems)
    });
    told.collect()
}

/// How often each rule speaks, and of how many files: `dead-link 12 in 3`.
fn counts(told: &[Told<'_>], severity: Severity) -> String {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (_, _, problems) in told {
        let mut in_file: BTreeMap<&str, usize> = BTreeMap::new();
        for problem in problems.iter().filter(|problem| problem.severity == severity) {
            *in_file.entry(problem.rule.name).or_default() += 1;
        }
        for (rule, count) in in_file {
            let (all, files) = counts.entry(rule).or_default();
            *all += count;
            *files += 1;
        }
    }
    let counts = counts.iter().map(|(rule, (all, files))| format!("{rule} {all} in {files}"));
    counts.collect::<Vec<_>>().join(", ")
}

/// Fails with the reports of all errors that are not `right`.
#[track_caller]
fn only(told: &[Told<'_>], right: fn(&Diagnostic) -> bool) {
    let mut alarms = String::new();
    for (file, inputs, problems) in told {
        let is_alarm = |problem: &Diagnostic| problem.severity == Severity::Error && !right(problem);
        let wrong = problems.clone().only(is_alarm);
        if !wrong.is_empty() {
            let report = human::render(&wrong, Style::Plain, &|path: &InputPath| inputs.text(path));
            write!(alarms, "== {}\n{report}\n", file.name).unwrap();
        }
    }
    assert!(alarms.is_empty(), "{alarms}");
}

#[test]
fn files_as_they_are_lack_their_metadata_and_nothing_else() {
    let files = files::all();
    let told = read(&files, |file| file.bytes.clone());
    println!("{} files as they are; errors: {}", files.len(), counts(&told, Severity::Error));
    assert!(files.len() >= ENOUGH, "only {} files", files.len());
    only(&told, |problem| problem.rule.name == "front-matter-missing");
}

#[test]
fn files_carried_over_bring_dead_links_and_html_and_no_other_error() {
    let files = files::all();
    let told = read(&files, |file| article::of(&String::from_utf8_lossy(&file.bytes)).into_bytes());
    println!("{} files carried over", files.len());
    println!("errors: {}", counts(&told, Severity::Error));
    println!("warnings: {}", counts(&told, Severity::Warning));
    let clean = told.iter().filter(|(_, _, problems)| !problems.has_errors()).count();
    println!("without an error: {clean}");
    only(&told, is_accepted);
    let seen = |rule: &str| told.iter().any(|(_, _, all)| all.iter().any(|problem| problem.rule.name == rule));
    for rule in
        ["raw-html", "dead-link", "picture-elsewhere", "heading-level-one", "heading-level-skipped", "box-ticked"]
    {
        assert!(seen(rule), "`{rule}` is never told: is anything read at all?");
    }
}

#[test]
fn an_alarm_is_seen() {
    let text = "# Knees\n\nWords.\n\n#### Deep\n\n- [ ]Text\n- [x] Done\n";
    let inputs = guide(article::of(text).as_bytes());
    let problems = problems(&inputs);
    let alarms: Vec<&str> = problems.iter().filter(|one| !is_accepted(one)).map(|one| one.message.as_str()).collect();
    let expected = [
        "a heading has the level of the page's title",
        "a heading of level 4 follows one of level 2",
        "a line looks like a box but is not one",
        "a box is ticked already",
    ];
    assert_eq!(alarms, expected);
    let errors = problems.iter().filter(|one| one.severity == Severity::Error).count();
    assert_eq!(errors, 1, "what the page shows all the same is a warning");
}

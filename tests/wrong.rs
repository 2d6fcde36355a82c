//! What authors are told when something is wrong: each file in tests/wrong/ is a mistake with the
//! whole report it brings, found by itself. `UPDATE_GOLDEN=1 cargo test --test wrong` writes the
//! reports anew; read them before you commit them, as somebody who has never programmed.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at a surprise, in their helpers too"
)]

#[path = "wrong/case.rs"]
mod case;
#[path = "wrong/diff.rs"]
mod diff;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use careguide::input::Inputs;
use careguide::report::Problems;
use case::{Case, LineEnds};
use rayon::prelude::*;

/// A case, and what its author is told.
struct Told {
    path: PathBuf,
    case: Case,
    inputs: Inputs,
    problems: Problems,
}

/// All cases, sorted by name: built once for all tests.
static TOLD: LazyLock<Vec<Told>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wrong");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect();
    files.sort();
    let told = files.into_par_iter().map(|path| {
        let case = Case::parse(&fs::read_to_string(&path).unwrap());
        let inputs = case.inputs(LineEnds::Lf);
        let problems = case::problems(&inputs);
        Told { path, case, inputs, problems }
    });
    told.collect()
});

fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// Fails with all `failures` at once.
fn none(failures: &[String]) {
    assert!(failures.is_empty(), "{} failed:\n\n{}", failures.len(), failures.join("\n\n"));
}

#[test]
fn every_report_is_as_promised() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some_and(|set| !set.is_empty());
    let mut failures = Vec::new();
    for Told { path, case, inputs, problems } in TOLD.iter() {
        let report = case::report(problems, inputs);
        if report == case.report {
            continue;
        }
        if update {
            fs::write(path, case.with_report(&report)).unwrap();
        } else {
            failures.push(format!("== {}: {}{}", name(path), case.about, diff::lines(&case.report, &report)));
        }
    }
    none(&failures);
}

#[test]
fn line_ends_of_windows_change_no_finding() {
    let failures = TOLD.par_iter().filter_map(|Told { path, case, inputs, problems }| {
        let lf = case::places(problems, inputs).join("\n");
        let inputs = case.inputs(LineEnds::CrLf);
        let crlf = case::places(&case::problems(&inputs), &inputs).join("\n");
        (lf != crlf).then(|| format!("== {}: {}{}", name(path), case.about, diff::lines(&lf, &crlf)))
    });
    none(&failures.collect::<Vec<_>>());
}

#[test]
fn every_rule_has_a_case() {
    let mut seen = BTreeSet::new();
    for told in TOLD.iter() {
        seen.extend(told.problems.iter().map(|problem| problem.rule.name));
    }
    let rules = careguide::check::all_rules();
    let unseen: Vec<&str> = rules.iter().map(|rule| rule.name).filter(|name| !seen.contains(name)).collect();
    assert!(unseen.is_empty(), "no case in tests/wrong/ shows {}", unseen.join(", "));
    let listed: BTreeSet<&str> = rules.iter().map(|rule| rule.name).collect();
    let unlisted: Vec<&&str> = seen.difference(&listed).collect();
    assert!(unlisted.is_empty(), "check::all_rules() lacks {unlisted:?}");
    assert_eq!(listed.len(), rules.len(), "two rules have the same name");
}

#[test]
fn every_problem_is_put_in_words_alike() {
    let mut failures = Vec::new();
    for Told { path, problems, .. } in TOLD.iter() {
        for problem in problems.iter() {
            let mut fail = |what: &str| failures.push(format!("{}: {what}: {}", name(path), problem.message));
            if problem.message.starts_with(char::is_uppercase) || problem.message.ends_with('.') {
                fail("a message is one lower-case phrase");
            }
            if problem.helps.is_empty() {
                fail("a help says what to type");
            }
            if problem.place().span.is_some() && problem.labels.iter().any(|label| label.text.is_empty()) {
                fail("a label says what is wrong here");
            }
            let texts =
                problem.notes.iter().chain(&problem.helps).chain(problem.labels.iter().map(|label| &label.text));
            if texts.into_iter().any(|text| text.ends_with('.') || text.contains('\n')) {
                fail("labels, notes and helps are one line without a full stop");
            }
        }
    }
    none(&failures);
}

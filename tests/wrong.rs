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
#[path = "wrong/files.rs"]
mod files;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use careguide::input::Inputs;
use careguide::report::Problems;
use case::Case;
use files::LineEnds;
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
        let inputs = case.files.inputs(LineEnds::Lf);
        let problems = files::problems(&inputs);
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
        let lf = files::places(problems, inputs).join("\n");
        let inputs = case.files.inputs(LineEnds::CrLf);
        let crlf = files::places(&files::problems(&inputs), &inputs).join("\n");
        (lf != crlf).then(|| format!("== {}: {}{}", name(path), case.about, diff::lines(&lf, &crlf)))
    });
    none(&failures.collect::<Vec<_>>());
}

#[test]
fn every_problem_is_put_in_words_alike() {
    let told =
        TOLD.iter().flat_map(|told| files::badly_put(&told.problems).into_iter().map(|bad| (name(&told.path), bad)));
    none(&told.map(|(name, bad)| format!("{name}: {bad}")).collect::<Vec<_>>());
}

//! What a rule's text says is true: its examples are guides, and each brings the report that stands
//! below it. `UPDATE_GOLDEN=1 cargo test --test rules` writes the reports and `docs/checks.md` anew;
//! read them before you commit them, as somebody who has never programmed.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests may stop at a surprise, in their helpers too"
)]

#[path = "wrong/diff.rs"]
mod diff;
#[path = "wrong/files.rs"]
mod files;
#[path = "rules/page.rs"]
mod page;
#[path = "rules/shown.rs"]
mod shown;
#[path = "rules/text.rs"]
mod text;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use careguide::check::all_rules;
use careguide::input::Inputs;
use careguide::report::{Level, Problems, Rule};
use files::LineEnds;
use rayon::prelude::*;
use text::{Section, Text};

/// All rules and their texts, for people.
const PAGE: &str = "docs/checks.md";

/// A rule's text, as it stands in its file now.
struct Explained {
    rule: &'static Rule,
    path: PathBuf,
    written: String,
    text: Result<Text, String>,
    /// What is wrong with the guides of its three examples.
    built: Vec<(Inputs, Problems)>,
}

/// The texts of all rules, sorted by name.
static TEXTS: LazyLock<Vec<Explained>> = LazyLock::new(|| {
    let paths = listed("md");
    let texts = all_rules().into_par_iter().filter_map(|rule| {
        let file = rule.name.replace('-', "_");
        let path = paths.iter().find(|path| stem(path) == file)?.clone();
        let written = fs::read_to_string(&path).unwrap();
        let text = Text::read(&written);
        let examples = text.iter().flat_map(|text| &text.sections[2..]);
        let built = examples.map(|example| built(rule, example, LineEnds::Lf)).collect();
        Some(Explained { rule, path, written, text, built })
    });
    texts.collect()
});

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A file's name without its ending.
fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// The files of all folders `src/*/rules` that end so, but for `mod.rs`.
fn listed(ending: &str) -> Vec<PathBuf> {
    let folders = walkdir::WalkDir::new(project("src")).sort_by_file_name().into_iter().map(|entry| entry.unwrap());
    let files = folders.map(walkdir::DirEntry::into_path).filter(|path| {
        let in_rules = path.parent().is_some_and(|folder| folder.ends_with("rules"));
        in_rules && path.extension().is_some_and(|is| is == ending) && stem(path) != "mod"
    });
    files.collect()
}

fn update() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some_and(|set| !set.is_empty())
}

/// Fails with all `failures` at once.
fn none(failures: &[String]) {
    assert!(failures.is_empty(), "{} failed:\n\n{}", failures.len(), failures.join("\n\n"));
}

/// What `find` finds in each text that can be read, all of them at once.
fn in_each(find: impl Fn(&Explained, &Text) -> Vec<String> + Sync) {
    let found = TEXTS.par_iter().filter_map(|explained| {
        let text = explained.text.as_ref().ok()?;
        let name = |found: String| format!("== {}: {found}", explained.rule.name);
        Some(find(explained, text).into_iter().map(name).collect::<Vec<_>>())
    });
    none(&found.flatten().collect::<Vec<_>>());
}

/// The guide of an example, and all that is wrong with it. A check that is off is on in its own examples.
fn built(rule: &Rule, example: &Section, ends: LineEnds) -> (Inputs, Problems) {
    let mut guide = example.guide();
    let has_settings = example.files.iter().any(|(path, _)| path.starts_with("site.toml"));
    if rule.level == Level::Off && !has_settings {
        guide.put("site.toml", &format!("{}\n[checks]\n{} = \"warn\"\n", files::DEFAULTS[0].1, rule.name));
    }
    let inputs = guide.inputs(ends);
    let problems = files::problems(&inputs);
    (inputs, problems)
}

/// The examples of a text that is whole, and what is wrong with each.
fn examples<'a>(explained: &'a Explained, text: &'a Text) -> Vec<(&'a Section, &'a Inputs, &'a Problems)> {
    let is_whole = !text.sections.iter().any(Section::is_left);
    let examples = text.sections[2..].iter().zip(&explained.built).filter(|_| is_whole);
    examples.map(|(example, (inputs, problems))| (example, inputs, problems)).collect()
}

#[test]
fn each_rule_has_a_file_and_a_text_and_is_listed() {
    let names = |ending| listed(ending).iter().map(|path| path.with_extension("")).collect::<BTreeSet<PathBuf>>();
    let (code, texts) = (names("rs"), names("md"));
    let alone: Vec<&PathBuf> = code.symmetric_difference(&texts).collect();
    assert!(alone.is_empty(), "a rule is a .rs and an .md of one name: {alone:#?}");
    let files: Vec<String> = listed("md").iter().map(|path| stem(path)).collect();
    let mut sorted: Vec<String> = all_rules().iter().map(|rule| rule.name.replace('-', "_")).collect();
    assert!(sorted.is_sorted(), "{sorted:?}");
    let mut found = files.clone();
    found.sort();
    sorted.sort();
    assert_eq!(found, sorted, "files in src/*/rules, and the rules of check::all_rules()");
    assert!(files.len() >= 60, "only {} rules", files.len());
    let other = TEXTS.iter().filter(|explained| explained.rule.text != explained.written);
    none(
        &other
            .map(|other| format!("{} carries another text than {:?}", other.rule.name, other.path))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn each_folder_lists_its_rules_by_name() {
    for folder in ["parse", "markup", "resolve", "check"] {
        let list = fs::read_to_string(project(&format!("src/{folder}/rules/mod.rs"))).unwrap();
        let inside = list.split_once("rules! {\n").unwrap().1.split_once("\n}").unwrap().0;
        let names = inside.lines().filter_map(|line| line.trim().split_once(" = "));
        let names: Vec<String> = names.map(|(name, _)| name.to_lowercase().replace('_', "-")).collect();
        assert!(names.is_sorted(), "src/{folder}/rules/mod.rs: {names:#?}");
    }
}

#[test]
fn each_text_is_written_as_all_are() {
    let failures = TEXTS.iter().filter_map(|explained| {
        let name = explained.rule.name;
        match &explained.text {
            Err(why) => Some(format!("{name}: {why}")),
            Ok(text) if text.name != name => Some(format!("{name}: its text is about {}", text.name)),
            Ok(text) if text.summary != explained.rule.summary() => Some(format!("{name}: its summary is another")),
            Ok(_) => None,
        }
    });
    none(&failures.collect::<Vec<_>>());
}

#[test]
fn each_example_brings_its_report() {
    if update() {
        for explained in TEXTS.iter() {
            let Ok(text) = &explained.text else { continue };
            let mut written = explained.written.clone();
            // From the last to the first: those before it stay where they are.
            for (example, inputs, problems) in examples(explained, text).into_iter().rev() {
                if !problems.is_empty() && (example.title == "Wrong" || example.report.is_some()) {
                    written = example.with_report(&written, &files::report(problems, inputs));
                }
            }
            if written != explained.written {
                fs::write(&explained.path, written).unwrap();
            }
        }
        fs::write(project(PAGE), page_of_all_rules()).unwrap();
        return;
    }
    in_each(|explained, text| {
        let failures = examples(explained, text).into_iter().filter_map(|(example, inputs, problems)| {
            let (report, promised) = (files::report(problems, inputs), example.report.as_ref());
            let (report, wanted) = (report.trim_end(), promised.map_or("", |(said, _)| said.trim_end()));
            let why = match promised {
                Some(_) if problems.is_empty() => "promises a report, and nothing is reported",
                None if !problems.is_empty() => "promises no report, and has one",
                _ if report != wanted => "has another report",
                _ => return None,
            };
            Some(format!("`## {}` {why}{}", example.title, diff::lines(wanted, report)))
        });
        failures.collect()
    });
}

#[test]
fn what_is_wrong_is_found_by_its_rule_and_what_is_right_is_not() {
    in_each(|explained, text| {
        let name = explained.rule.name;
        let failures = examples(explained, text).into_iter().filter_map(|(example, _, problems)| {
            let found: BTreeSet<&str> = problems.iter().map(|problem| problem.rule.name).collect();
            let others: Vec<&&str> = found.iter().filter(|found| **found != name).collect();
            match (example.title.as_str(), found.contains(name)) {
                ("Wrong", false) => Some(format!("`## Wrong` is not found by this rule, but by {found:?}")),
                ("Right", true) => Some("`## Right` is found by this rule".to_owned()),
                ("Wrong", true) if !others.is_empty() => {
                    Some(format!("`## Wrong` is found by {others:?}, too: take a mistake that is no other's"))
                }
                _ => None,
            }
        });
        failures.collect()
    });
}

#[test]
fn line_ends_of_windows_change_no_finding() {
    in_each(|explained, text| {
        let failures = examples(explained, text).into_iter().filter_map(|(example, inputs, problems)| {
            let lf = files::places(problems, inputs).join("\n");
            let (inputs, problems) = built(explained.rule, example, LineEnds::CrLf);
            let crlf = files::places(&problems, &inputs).join("\n");
            (lf != crlf).then(|| format!("`## {}`{}", example.title, diff::lines(&lf, &crlf)))
        });
        failures.collect()
    });
}

#[test]
fn every_problem_is_put_in_words_alike() {
    in_each(|explained, text| {
        examples(explained, text).into_iter().flat_map(|(_, _, problems)| files::badly_put(problems)).collect()
    });
}

#[test]
fn each_text_is_whole() {
    let left = |text: &Text| text.sections.iter().any(Section::is_left);
    let left = TEXTS.iter().filter(|explained| explained.text.as_ref().is_ok_and(left));
    none(&left.map(|explained| explained.path.display().to_string()).collect::<Vec<_>>());
}

/// After its texts: an update writes those first.
fn page_of_all_rules() -> String {
    let texts: Vec<(&Rule, String)> =
        TEXTS.iter().map(|explained| (explained.rule, fs::read_to_string(&explained.path).unwrap())).collect();
    page::all(&texts.iter().map(|(rule, text)| (*rule, text.as_str())).collect::<Vec<_>>())
}

#[test]
fn the_page_of_all_rules_says_what_their_texts_say() {
    // Written with the reports.
    if update() {
        return;
    }
    let written = fs::read_to_string(project(PAGE)).unwrap_or_default();
    let made = page_of_all_rules();
    let first = written.lines().zip(made.lines()).position(|(written, made)| written != made);
    let at = first.unwrap_or(written.lines().count().min(made.lines().count()));
    let told = |page: &str| page.lines().nth(at).unwrap_or("its end").to_owned();
    let change = format!("- {}\n+ {}", told(&written), told(&made));
    assert!(written == made, "{PAGE}:{} is stale\n{change}\nUPDATE_GOLDEN=1 cargo test --test rules", at + 1);
}

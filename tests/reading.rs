//! docs/reading.md says how hard each article is to read, and that is still so: no article and no section is above the
//! target, sentences are short, and no figure is far from what is counted today. `UPDATE_GOLDEN=1` writes the table anew.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests may stop at a surprise, in their helpers too")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use careguide::base::{Date, Links};
use careguide::check::{Occasion, reading};
use careguide::disk;
use careguide::resolve::Drafts;
use careguide::session::{self, Options};

/// Words in a sentence, on average, at most.
const WORDS: f64 = 15.0;
/// How far a level may be from the one in the table before the table has to be made again.
const NEAR: f64 = 1.0;

const HEAD: &str = "| Article | Words | Words in a sentence | Grade | Hardest section |\n|---|--:|--:|--:|--:|\n";

/// An article's line of the table.
struct Line {
    path: String,
    words: usize,
    sentence: f64,
    grade: f64,
    hardest: f64,
}

fn lines() -> (Vec<Line>, f64) {
    let inputs = disk::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the guide of this repository can be read");
    let today = Date::parse("2026-11-22").unwrap();
    let options =
        Options { drafts: Drafts::Hidden, base_url: None, links: Links::Server, today, occasion: Occasion::Everyday };
    let (checked, _) = session::check(&inputs, &options).value.expect("the guide has no error");
    let guide = checked.guide();
    let goal = reading::goal(guide).expect("the guide is in English");
    let mut lines = Vec::new();
    for article in guide.articles.iter().filter(|article| article.is_listed()) {
        let read = reading::reading(guide, &article.prose);
        let counts = read.whole.counts;
        let grade = read.whole.level.expect("an article has words");
        let sections = read.sections.iter().map(|(_, section)| section).filter(|section| section.is_long);
        let hardest = sections.filter_map(|section| section.level).fold(0.0, f64::max);
        let sentence =
            f64::from(u32::try_from(counts.words).unwrap()) / f64::from(u32::try_from(counts.sentences).unwrap());
        lines.push(Line {
            path: article.prose.targets.path.to_string(),
            words: counts.words,
            sentence,
            grade,
            hardest,
        });
    }
    (lines, f64::from(goal.target))
}

fn table(lines: &[Line]) -> String {
    let mut table = HEAD.to_owned();
    for Line { path, words, sentence, grade, hardest } in lines {
        let name = path.strip_prefix("content/articles/").unwrap();
        writeln!(table, "| [{name}](../{path}) | {words} | {sentence:.1} | {grade:.1} | {hardest:.1} |").unwrap();
    }
    table
}

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reading.md")
}

#[test]
fn every_article_is_as_easy_to_read_as_its_table_says() {
    let (lines, target) = lines();
    let told = fs::read_to_string(file()).unwrap();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let (before, _) = told.split_once(HEAD).expect("docs/reading.md has the head of the table");
        fs::write(file(), format!("{before}{}", table(&lines))).unwrap();
        return;
    }
    let mut wrong = Vec::new();
    for line in &lines {
        let Line { path, sentence, grade, hardest, .. } = line;
        if *grade > target || *hardest > target {
            wrong.push(format!("{path}: grade {grade:.1}, its hardest section {hardest:.1}"));
        }
        if *sentence > WORDS {
            wrong.push(format!("{path}: {sentence:.1} words in a sentence"));
        }
        let row = told.lines().find(|row| row.contains(&format!("](../{path})")));
        let figure = row.and_then(|row| row.split('|').nth(4)?.trim().parse::<f64>().ok());
        if !figure.is_some_and(|figure| (figure - grade).abs() <= NEAR) {
            wrong.push(format!("{path}: grade {grade:.1}, not {figure:?}; UPDATE_GOLDEN=1 writes the table anew"));
        }
    }
    let rows = told.lines().filter(|row| row.starts_with("| [")).count();
    assert!(wrong.is_empty() && rows == lines.len(), "{rows} rows, {} articles\n{}", lines.len(), wrong.join("\n"));
}

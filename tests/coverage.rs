//! What docs/coverage.md promises of the guide in `content/` is so: each point names a place that exists and speaks of
//! it, each table has as many points as its heading says, and no situation, decision or role of the guide is missing.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests may stop at a surprise, in their helpers too")]

#[path = "coverage/places.rs"]
mod places;
#[path = "coverage/tables.rs"]
mod tables;

use std::path::Path;

use careguide::base::{Date, Links};
use careguide::check::Occasion;
use careguide::disk;
use careguide::guide::Guide;
use careguide::input::Inputs;
use careguide::resolve::Drafts;
use careguide::session::{self, Options};

use tables::{Row, Table};

fn inputs() -> Inputs {
    disk::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the guide of this repository can be read")
}

/// The guide of this repository, as its readers get it.
fn with_guide<T>(then: impl FnOnce(&Guide) -> T) -> T {
    let today = Date::parse("2026-11-22").unwrap();
    let options =
        Options { drafts: Drafts::Hidden, base_url: None, links: Links::Server, today, occasion: Occasion::Everyday };
    let (checked, _) = session::check(&inputs(), &options).value.expect("the guide has no error");
    then(checked.guide())
}

/// All that is wrong with a row: one line each.
fn wrong(guide: &Guide, row: &Row) -> Vec<String> {
    if row.left_out {
        return if row.places.is_empty() { Vec::new() } else { vec!["left out, and yet somewhere".to_owned()] };
    }
    if row.places.is_empty() || row.words.is_empty() {
        return vec!["no place, or no words".to_owned()];
    }
    let mut wrong = Vec::new();
    let mut all = String::new();
    for place in &row.places {
        match places::text(guide, place) {
            Ok(text) => {
                let text = plain(&text);
                if !row.words.iter().any(|word| text.contains(&plain(word))) {
                    wrong.push(format!("`{place}` has none of the words"));
                }
                all.push_str(&text);
                all.push('\n');
            }
            Err(why) => wrong.push(why),
        }
    }
    if wrong.is_empty() {
        let missing = row.words.iter().filter(|word| !all.contains(&plain(word)));
        wrong.extend(missing.map(|word| format!("nothing says `{word}`")));
    }
    wrong
}

/// Small letters, straight quotes, single spaces.
fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace('’', "'").replace(['“', '”'], "\"");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_point_names_a_place_that_exists_and_speaks_of_it() {
    let tables = tables::read(include_str!("../docs/coverage.md"));
    let (mut points, mut left_out) = (0, 0);
    let mut told = Vec::new();
    with_guide(|guide| {
        for Table { title, promised, rows } in &tables {
            if rows.len() != *promised {
                told.push(format!("{title}: {} points, not {promised}", rows.len()));
            }
            for row in rows {
                points += 1;
                left_out += usize::from(row.left_out);
                told.extend(wrong(guide, row).iter().map(|why| format!("{title}: {}: {why}", row.point)));
            }
        }
        let named = |place: &str| tables.iter().flat_map(|table| &table.rows).any(|row| row.names(place));
        told.extend(
            places::to_be_named(guide)
                .into_iter()
                .filter(|place| !named(place))
                .map(|place| format!("{place}: in no table")),
        );
    });
    println!("{points} points in {} tables, {left_out} of them left out", tables.len());
    assert!(told.is_empty(), "{} wrong:\n{}", told.len(), told.join("\n"));
    assert!(points > 150, "only {points} points were found");
}

#[test]
fn checklists_are_neither_empty_nor_endless_and_five_questions_lead_to_them() {
    with_guide(|guide| {
        for scenario in &guide.scenarios {
            let name = scenario.name.as_str();
            let steps: usize = scenario.checklist.iter().map(|(_, lines)| lines.len()).sum();
            println!("{name}: {steps} steps");
            assert!((8..=25).contains(&steps), "{name} has {steps} steps");
            assert!(scenario.tests.len() >= 2, "{name} is tried by fewer than two readers");
        }
        for decision in &guide.decisions {
            let name = decision.name.as_str();
            assert_eq!(decision.options.iter().filter(|option| option.is_status_quo).count(), 1, "{name}");
        }
        let finder = &guide.finder.as_ref().expect("the guide has a finder").diagram;
        let questions = finder.longest_way().len();
        println!("at most {questions} questions, {} pages", finder.pages.len() + finder.ends.len());
        assert!(questions <= 5, "{questions} questions");
    });
}

#[test]
fn a_point_that_is_not_covered_is_told() {
    let page = "content/articles/think-it-over/how-much-time.md";
    let cases = [
        (format!("| Time | `{page}#safe-to-wait` | wait |"), ""),
        (format!("| Time | `{page}` | wait |"), ""),
        ("| Time | `item q-how-long` | safely wait |".to_owned(), ""),
        ("| Time | left out: nobody asked | |".to_owned(), ""),
        (
            "| Time | `content/articles/gone.md` | wait |".to_owned(),
            "`content/articles/gone.md` is no page of the guide",
        ),
        (
            format!("| Time | `{page}#gone` | wait |"),
            "`content/articles/think-it-over/how-much-time.md` has no section `gone`",
        ),
        (
            format!("| Time | `{page}` | unicorn |"),
            "`content/articles/think-it-over/how-much-time.md` has none of the words",
        ),
        (format!("| Time | `{page}` | wait, unicorn |"), "nothing says `unicorn`"),
        (
            format!("| Time | `{page}#now-or-first`, `item q-how-long` | Australia |"),
            "`content/articles/think-it-over/how-much-time.md#now-or-first` has none of the words; `item q-how-long` has none of the words",
        ),
        (format!("| Time | `{page}` | |"), "no place, or no words"),
        ("| Time | | wait |".to_owned(), "no place, or no words"),
        ("| Time | `item q-gone` | wait |".to_owned(), "there is no item `q-gone`"),
        ("| Time | `term gone` | wait |".to_owned(), "there is no term `gone`"),
        ("| Time | `role gone` | wait |".to_owned(), "there is no role `gone`"),
        ("| Time | `wish gone` | wait |".to_owned(), "`wish gone` is no kind of place"),
    ];
    with_guide(|guide| {
        for (row, expected) in cases {
            let table = format!("## Facts (1)\n\n| Point | Where | Words |\n|---|---|---|\n{row}\n");
            let tables = tables::read(&table);
            let rows: Vec<&Row> = tables.iter().flat_map(|table| &table.rows).collect();
            let told: Vec<String> = rows.iter().flat_map(|row| wrong(guide, row)).collect();
            assert_eq!((rows.len(), told.join("; ").as_str()), (1, expected), "{row}");
        }
    });
}

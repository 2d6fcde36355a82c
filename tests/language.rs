//! Reading levels and guesses, as those who report on a guide get them.

#![expect(clippy::expect_used, reason = "tests may stop at a surprise, in their helpers too")]

use careguide::base::{Date, Links};
use careguide::check::{self, CheckedGuide, Occasion, Standpoint, reading};
use careguide::input::Inputs;
use careguide::language::Counts;
use careguide::resolve::Drafts;
use careguide::session::{self, Options};

/// A guide with one article, checked; and the rules of all problems told.
fn guide(settings: &str, article: &str) -> (CheckedGuide, Vec<&'static str>) {
    let site = format!(
        "title = \"Knees\"\npublisher = \"A charity\"\ncontact = \"mailto:a@example.org\"\n\
                        funding = \"none\"\ndisclaimer = \"Ask.\"\nemergency = \"Call.\"\n{settings}"
    );
    let article = format!("---\ntitle: Stairs\nsummary: Up and down.\n---\n\n{article}");
    let scenario = "---\ntitle: My knee hurts\nsummary: New.\n---\n\n- [ ] Rest.\n";
    let words = include_str!("../themes/plain/words/en.toml");
    let files = [
        ("themes/plain/words/de.toml", words),
        ("site.toml", site.as_str()),
        ("content/articles/stairs.md", article.as_str()),
        ("content/scenarios/new-pain.md", scenario),
    ];
    let inputs = Inputs::from_pairs(files.map(|(path, text)| (path, text.as_bytes().to_vec())));
    let options = Options {
        drafts: Drafts::Hidden,
        base_url: None,
        links: Links::Server,
        today: today(),
        occasion: Occasion::Everyday,
    };
    let checked = session::check(&inputs, &options);
    let told = checked.problems.iter().map(|problem| problem.rule.name).collect();
    (checked.value.expect("no error").0, told)
}

fn today() -> Date {
    Date::parse("2026-11-22").expect("a date")
}

/// Counted by hand. Heading, code and table are left out; the points are sentences.
///
/// Hold the rail. (3 words, 1 + 1 + 1 syllables, 4 + 3 + 4 letters) Go slow-ly. (2; 3; 2 + 6) Rest (1; 1; 4) Breathe (1; 1; 7)
/// Walk up. (2; 2; 4 + 2) Why: it helps. (3; 3; 3 + 2 + 5): 12 words, 6 sentences, 13 syllables, 46 letters, 1 word over six letters.
const COUNTED: &str = "## Up the stairs\n\nHold the *rail*.\n\n- Rest\n- Breathe\n\nGo slowly.\n\n- [ ] Walk up.\n\n  Why: it helps.\n\n\
                       | a | b |\n|---|---|\n| c | d |\n\n```\ncode here\n```\n";

#[test]
fn a_page_and_its_sections_are_counted_as_by_hand() {
    let (checked, told) = guide("", COUNTED);
    assert_eq!(told, [""; 0]);
    let guide = checked.guide();
    let page = reading::reading(guide, &guide.articles[0].prose);
    let counts = Counts { sentences: 6, words: 12, syllables: 13, letters: 46, long_words: 1, hard_words: 0 };
    assert_eq!(page.whole.counts, counts);
    assert_eq!(page.sections.iter().map(|(_, section)| section.counts).collect::<Vec<_>>(), [counts]);
    // 0.39 × 12/6 + 11.8 × 13/12 − 15.59 = 0.78 + 12.7833 − 15.59 = −2.0267
    assert_eq!(format!("{:.4}", page.whole.level.expect("a level")), "-2.0267");
    assert!(!page.whole.is_long, "12 words say nothing");
}

#[test]
fn the_settings_choose_formula_and_target() {
    let goal = |settings| {
        let (checked, _) = guide(settings, COUNTED);
        reading::goal(checked.guide()).map(|goal| (goal.formula.name(), goal.target))
    };
    assert_eq!(goal(""), Some(("Flesch–Kincaid", 8)));
    assert_eq!(goal("[reading]\ntarget = 6\n"), Some(("Flesch–Kincaid", 6)));
    assert_eq!(goal("[reading]\nformula = \"lix\"\n"), Some(("LIX", 40)));
    assert_eq!(goal("[reading]\nformula = \"smog\"\ntarget = 9\n"), Some(("SMOG", 9)));
}

#[test]
fn another_language_is_measured_only_if_its_guide_says_how() {
    let words = "Die Untersuchung dauert lange. ".repeat(5).trim().to_owned();
    let article = format!("## Untersuchung\n\n{}", [words.as_str(); 8].join("\n\n"));
    let (checked, told) = guide("lang = \"de\"\n", &article);
    assert!(!told.contains(&"hard-to-read"), "{told:?}");
    assert_eq!(reading::goal(checked.guide()), None);
    // 160 words in 40 sentences, 40 words of more than six letters: LIX 160/40 + 100 × 40/160 = 4 + 25 = 29
    let (checked, told) = guide("lang = \"de\"\n[reading]\nformula = \"lix\"\ntarget = 28\n", &article);
    assert!(told.contains(&"hard-to-read"), "{told:?}");
    let guide = checked.guide();
    assert_eq!(reading::reading(guide, &guide.articles[0].prose).whole.level, Some(29.0));
}

#[test]
fn guesses_are_told_to_those_who_ask_and_to_nobody_else() {
    let (checked, told) = guide("", "- [ ] The form is sent and then read.\n\nThe MRI comes later.\n");
    assert_eq!(told, [""; 0]);
    let from = Standpoint { today: today(), occasion: Occasion::Everyday, do_not_forms: &[] };
    let found = check::all_findings(&checked, &from);
    let names: Vec<&str> = found.iter().map(|problem| problem.rule.name).collect();
    for name in ["item-too-long", "item-without-verb", "passive-item", "unexplained-term"] {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
}

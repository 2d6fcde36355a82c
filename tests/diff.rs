//! What a change of a guide changes for its readers: small guides with one change each, and the whole text.

#![expect(clippy::unwrap_used, reason = "tests may stop at a surprise, in their helpers too")]

use std::collections::BTreeMap;
use std::path::Path;

use careguide::base::{Date, InputPath, Links};
use careguide::check::Occasion;
use careguide::diff::{self, Changes, Edition};
use careguide::disk;
use careguide::input::Inputs;
use careguide::resolve::Drafts;
use careguide::session::{self, Options};
use rayon::prelude::*;

/// The files of a guide, by their paths.
type Files = BTreeMap<String, String>;

const SETTINGS: &str = r#"title = "Knees"
publisher = "The knee charity"
contact = "mailto:knees@example.org"

[[phases]]
name = "home"
title = "At home"

[[phases]]
name = "visit"
title = "At the visit"
visit = true
"#;

const REST: &str = r##"---
title: Rest your knee
summary: What helps.
phase: home
decisions:
  brace:
    options: [wear-one, wait]
    status-quo: wait
    then: {wear-one: see-somebody}
    ends: [wait]
items:
  ask-ice: {ask: [contact], phase: visit, due: P7D, must: true}
---

Most knees heal [@knee-2020].

## At home

Put your leg up.

- [ ] Put your leg up for a day. {#leg-up}

  It lets the swelling go down.

- [ ] Put ice on it. {#ice}
- [ ] How long may I put ice on it? {#ask-ice}

## Do you want a brace? {#brace}

A brace holds the knee.

### Wear a brace {#wear-one}

#### Good points {.for}

- It holds.

#### Hard points {.against}

- It is warm.

### Wait {#wait}

#### Good points {.for}

- Nothing to do.

#### Hard points {.against}

- It may hurt.
"##;

const SEE: &str = "---\ntitle: See somebody\nsummary: When to go.\nphase: visit\nfor: [fell]\n---\n\nGo soon.\n\n- [ ] Book a visit.\n";

/// The guide that every change starts from.
fn knees() -> Files {
    let files = [
        ("site.toml", SETTINGS),
        ("content/articles/rest.md", REST),
        ("content/articles/see-somebody.md", SEE),
        ("content/roles.yaml", "contact: {one: your contact}\nphysio: {one: your physio}\n"),
        (
            "content/sources.yaml",
            "knee-2020: {title: Knees, publisher: A journal, url: \"https://example.org/knees\", accessed: 2026-01-01, kind: study}\n",
        ),
        ("content/terms.md", "## Brace {#a-brace}\n\nA stiff sleeve.\n"),
        ("content/pages/about.md", "---\ntitle: About\n---\n\nBy us.\n"),
        ("content/scenarios/fell.md", "---\ntitle: I fell\nsummary: Your knee hurts.\norder: 1\n---\n\nYou fell.\n"),
        (
            "content/scenarios/slow.md",
            "---\ntitle: It hurts more and more\nsummary: For weeks.\norder: 2\n---\n\nIt came slowly.\n",
        ),
    ];
    files.map(|(path, text)| (path.to_owned(), text.to_owned())).into()
}

fn edition(files: &Files) -> Edition {
    built(&Inputs::from_pairs(files.iter().map(|(path, text)| (path, text.as_bytes().to_vec()))))
}

fn options() -> Options {
    let today = Date::parse("2026-11-22").unwrap();
    Options { drafts: Drafts::Hidden, base_url: None, links: Links::Server, today, occasion: Occasion::Everyday }
}

fn built(inputs: &Inputs) -> Edition {
    let read = session::edition(inputs, &options());
    let told = careguide::report::short::render(&read.problems, &|path| inputs.text(path));
    read.value.unwrap_or_else(|| panic!("the guide has errors:\n{told}"))
}

/// The guide with some words of a file replaced; what does not stand there once is a mistake of the test.
fn with(path: &str, old: &str, new: &str) -> Files {
    let mut files = knees();
    replace(&mut files, path, old, new);
    files
}

fn replace(files: &mut Files, path: &str, old: &str, new: &str) {
    let text = files.get_mut(path).unwrap();
    assert_eq!(text.matches(old).count(), 1, "{old:?} in {path}");
    *text = text.replace(old, new);
}

fn changes(old: &Files, new: &Files) -> Changes {
    diff::changes(&edition(old), &edition(new))
}

/// What is told of a change, without the last line, which counts pages.
fn told(new: &Files) -> String {
    let text = diff::words::text(&changes(&knees(), new));
    text.rsplit_once("\n\n").map_or(text.clone(), |(text, _)| format!("{text}\n"))
}

#[test]
fn the_same_guide_changes_nothing() {
    let same = changes(&knees(), &knees());
    assert!(same.is_empty());
    assert_eq!(diff::words::text(&same), "Nothing changes for readers.\n");
}

#[test]
fn an_item_is_reworded_wherever_it_stands() {
    let new = with("content/articles/rest.md", "- [ ] Put ice on it.", "- [ ] Put ice in a towel on it.");
    let text = r#"I fell (/scenarios/fell/)
It hurts more and more (/scenarios/slow/)
  ~ item "Put ice on it." is now "Put ice in a towel on it."

3 pages of 12 look different: /articles/rest/ /scenarios/fell/ /scenarios/slow/
"#;
    assert_eq!(diff::words::text(&changes(&knees(), &new)), text);
    // One without a name of its own is known by its words.
    let new = with("content/articles/see-somebody.md", "Book a visit.", "Book a first visit.");
    assert_eq!(told(&new), "I fell (/scenarios/fell/)\n  ~ item \"Book a visit.\" is now \"Book a first visit.\"\n");
}

#[test]
fn items_come_go_and_move() {
    let both = "I fell (/scenarios/fell/)\nIt hurts more and more (/scenarios/slow/)\n";
    let new = with("content/articles/rest.md", "- [ ] Put ice on it. {#ice}\n", "");
    assert_eq!(told(&new), format!("{both}  - item \"Put ice on it.\", from \"At home\"\n"));
    let new = with("content/articles/rest.md", "{#ice}\n", "{#ice}\n- [ ] Sleep on your back.\n");
    assert_eq!(told(&new), format!("{both}  + item \"Sleep on your back.\", in \"At home\"\n"));
    let new = with("content/articles/rest.md", "items:\n", "items:\n  ice: {phase: visit}\n");
    let moved = "  > item \"Put ice on it.\" is now in \"At the visit\", was in \"At home\"\n";
    assert_eq!(told(&new), format!("{both}{moved}"));
    let new = with("content/articles/rest.md", "items:\n", "items:\n  leg-up: {after: [ice]}\n");
    let moved = "  > item \"Put your leg up for a day.\" now comes after \"Put ice on it.\"\n";
    assert_eq!(told(&new), format!("{both}{moved}"));
    let new = with("content/articles/see-somebody.md", "for: [fell]", "for: [fell, slow]");
    let slow = "It hurts more and more (/scenarios/slow/)\n";
    let added = "  + reading list \"See somebody\"\n  + item \"Book a visit.\", in \"At the visit\"\n";
    assert_eq!(told(&new), format!("{slow}{added}"));
}

#[test]
fn who_when_and_why_are_told() {
    let ask = |rules: &str| {
        let old = "ask-ice: {ask: [contact], phase: visit, due: P7D, must: true}";
        let text = told(&with("content/articles/rest.md", old, &format!("ask-ice: {{{rules}}}")));
        let both = "I fell (/scenarios/fell/)\nIt hurts more and more (/scenarios/slow/)\n";
        text.replace(both, "").replace("  ~ item \"How long may I put ice on it?\", ", "")
    };
    assert_eq!(
        ask("call: [physio], record: [answer], phase: visit, due: P7D, must: true"),
        "who: \"Call your physio\", was \"Ask your contact\"\nroom to write: \"Answer\", was nothing\n"
    );
    assert_eq!(ask("ask: [contact], phase: visit, due: P2W"), {
        "when: \"within 2 weeks\", was \"within 7 days\"\nkey step: no, was yes\n"
    });
    assert_eq!(ask("ask: [contact], phase: visit, must: true"), "when: nothing, was \"within 7 days\"\n");
    let new = with("content/articles/rest.md", "go down.", "go down by night.");
    let why = "why: \"It lets the swelling go down by night.\", was \"It lets the swelling go down.\"";
    assert!(told(&new).ends_with(&format!("  ~ item \"Put your leg up for a day.\", {why}\n")), "{}", told(&new));
}

#[test]
fn a_scenario_s_own_words_and_its_reading_are_told() {
    let mut new = with("content/scenarios/fell.md", "title: I fell", "title: I fell hard\nread: [see-somebody]");
    replace(&mut new, "content/scenarios/fell.md", "You fell.\n", "You fell from a chair.\n");
    assert_eq!(
        told(&new),
        r#"I fell hard (/scenarios/fell/)
  ~ what stands before the first heading, words: changed
  - reading list "Rest your knee"
  ~ title: "I fell hard", was "I fell"
"#
    );
}

#[test]
fn options_and_where_they_lead_are_told() {
    let brace = "Do you want a brace? (/decisions/brace/)\n";
    let new = with("content/articles/rest.md", "wear-one: see-somebody", "wear-one: fell");
    let leads = "leads to: \"I fell (scenarios/fell/)\", was \"See somebody (articles/see-somebody/)\"";
    assert_eq!(told(&new), format!("{brace}  ~ option \"Wear a brace\", {leads}\n"));
    let new = with("content/articles/rest.md", "- It holds.", "- It holds well.");
    assert_eq!(
        told(&new),
        format!("{brace}  ~ option \"Wear a brace\", good points: \"It holds well.\", was \"It holds.\"\n")
    );
    let new = with("content/articles/rest.md", "options: [wear-one, wait]", "options: [wait, wear-one]");
    assert_eq!(told(&new), format!("{brace}  > option \"Wear a brace\" now comes after \"Wait\"\n"));
    let mut new = with("content/articles/rest.md", "options: [wear-one, wait]", "options: [wear-one, rent-one, wait]");
    replace(&mut new, "content/articles/rest.md", "ends: [wait]", "ends: [wait, rent-one]");
    replace(
        &mut new,
        "content/articles/rest.md",
        "### Wait {#wait}\n",
        "### Rent one {#rent-one}\n\nFor a week.\n\n### Wait {#wait}\n",
    );
    assert_eq!(told(&new), format!("{brace}  + option \"Rent one\"\n"));
}

#[test]
fn sections_of_a_page_are_told_by_their_headings() {
    let rest = "Rest your knee (/articles/rest/)\n";
    let new = with(
        "content/articles/rest.md",
        "Put your leg up.\n\n- ",
        "Put your leg up high.\n\n## At night\n\nSleep.\n\n- ",
    );
    let text = told(&new);
    let article = text.split("\n\n").find(|group| group.starts_with(rest)).unwrap();
    let wanted = format!("{rest}  ~ section \"At home\", words: changed\n  + section \"At night\"");
    assert_eq!(article.trim_end(), wanted);
    let new = with("content/articles/rest.md", "heal [@knee-2020]", "heal in time [@knee-2020]");
    assert_eq!(told(&new), format!("{rest}  ~ what stands before the first heading, words: changed\n"));
    let new = with("content/articles/rest.md", "Put your leg up.\n\n- ", "*Put* your leg up.\n\n- ");
    assert_eq!(told(&new), format!("{rest}  ~ section \"At home\", paragraphs, links or emphasis: changed\n"));
}

#[test]
fn pages_that_are_gone_new_or_elsewhere_are_told() {
    let mut new = knees();
    let about = new.remove("content/pages/about.md").unwrap();
    assert_eq!(told(&new), "Pages and addresses\n  - page \"About\", at /about/\n");
    new.insert("content/pages/who-we-are.md".to_owned(), about.clone());
    let text = "Pages and addresses\n  - page \"About\", at /about/\n  + page \"About\", at /who-we-are/\n";
    assert_eq!(told(&new), text);
    // With its old address kept, it is the same page.
    let kept = about.replace("title: About", "title: About us\naliases: [/about/]");
    new.insert("content/pages/who-we-are.md".to_owned(), kept);
    let text = r#"Pages and addresses
  ~ address "/about/" is now "/who-we-are/"

About us (/who-we-are/)
  ~ title: "About us", was "About"
"#;
    assert_eq!(told(&new), text);
}

#[test]
fn settings_terms_and_sources_are_told() {
    let text = told(&with("site.toml", "title = \"Knees\"", "title = \"Our knees\""));
    assert_eq!(text, "The whole guide\n  ~ title: \"Our knees\", was \"Knees\"\n");
    let home = |summary: &str| {
        let mut files = knees();
        files.insert("content/index.md".to_owned(), format!("---\ntitle: Knees\nsummary: {summary}\n---\n\nHello.\n"));
        files
    };
    let text = diff::words::text(&changes(&home("One."), &home("Two.")));
    assert!(text.starts_with("Knees (/)\n  ~ description for search engines: \"Two.\", was \"One.\"\n\n"), "{text}");
    let text = told(&with("site.toml", "title = \"At home\"", "title = \"Where you live\""));
    assert_eq!(text, "The whole guide\n  ~ phase \"At home\" is now \"Where you live\"\n");
    let text = told(&with("content/terms.md", "A stiff sleeve.", "A sleeve."));
    assert!(text.contains("  ~ term \"Brace\", meaning: \"A sleeve.\", was \"A stiff sleeve.\"\n"), "{text}");
    let text = told(&with("content/sources.yaml", "publisher: A journal", "publisher: Another journal"));
    assert!(text.contains("  ~ source \"Knees\", publisher: \"Another journal\", was \"A journal\"\n"), "{text}");
}

#[test]
fn every_page_that_looks_different_is_counted() {
    let text = diff::words::text(&changes(&knees(), &with("site.toml", "\"Knees\"", "\"Knee\"")));
    assert!(text.ends_with("\n\nEvery page looks different: 12.\n"), "{text}");
}

/// The guide with two questions, conditions on them, and a table.
fn asking() -> Files {
    let mut files = knees();
    let facts = r#"moment:
  ask: "What happened?"
  values: {fall: "I fell", weeks: "It hurts for weeks"}
place:
  ask: "Where does it hurt?"
  asked-when: {moment: weeks}
  many: true
  none: unsure
  values: {front: "In front", side: "At the side", unsure: "I do not know"}
"#;
    files.insert("content/facts.yaml".to_owned(), facts.to_owned());
    let finder = "---\ntitle: What happened?\notherwise: rest\n---\n\nTwo questions.\n";
    files.insert("content/finder.md".to_owned(), finder.to_owned());
    replace(&mut files, "content/scenarios/fell.md", "order: 1", "order: 1\nwhen: {moment: fall}");
    replace(&mut files, "content/scenarios/slow.md", "order: 2", "order: 2\nwhen: {moment: weeks}");
    let route = r#"    route:
      hit: first
      rows:
        - {when: {place: front}, see: [physio]}
        - {when: {moment: weeks}, see: [contact]}
      otherwise: {option: wait}
"#;
    replace(&mut files, "content/articles/rest.md", "    ends: [wait]\n", &format!("    ends: [wait]\n{route}"));
    files
}

/// What is told of a change of that guide, without the last line.
fn told_of(path: &str, old: &str, new: &str) -> String {
    let (before, mut after) = (asking(), asking());
    replace(&mut after, path, old, new);
    let text = diff::words::text(&changes(&before, &after));
    text.rsplit_once("\n\n").map_or(text.clone(), |(text, _)| format!("{text}\n"))
}

#[test]
fn cases_that_lead_elsewhere_are_told_in_the_words_of_the_questions() {
    let text = told_of(
        "content/scenarios/fell.md",
        "when: {moment: fall}",
        "when: {any: [{moment: fall}, {place: [front, side]}]}",
    );
    assert_eq!(
        text,
        "I fell (/scenarios/fell/)\n  + leads here: \"Where does it hurt?\" \"In front\" or \"At the side\"\n"
    );
    let text = told_of("content/scenarios/slow.md", "order: 2\nwhen: {moment: weeks}", "order: 2");
    assert_eq!(
        text,
        "It hurts more and more (/scenarios/slow/)\n  - leads here: \"What happened?\" \"It hurts for weeks\"\n"
    );
    // A situation that is in no list any more is not in the finder, either.
    let text = told_of("content/scenarios/fell.md", "order: 1", "order: 1\nunlisted: true");
    assert!(text.contains("  - leads here: \"What happened?\" \"I fell\"\n"), "{text}");
    // Written differently, meaning the same.
    let text = told_of("content/scenarios/fell.md", "when: {moment: fall}", "when: {not: {moment: weeks}}");
    assert_eq!(text, "Nothing changes for readers.\n");
}

#[test]
fn tables_that_lead_elsewhere_are_told() {
    let brace = "Do you want a brace? (/decisions/brace/)\n";
    let text = told_of("content/articles/rest.md", "{place: front}", "{place: [front, side]}");
    let case = "\"Where does it hurt?\" \"At the side\", not \"In front\"";
    let wanted = format!("{brace}  + leads to your physio: {case}\n  - leads to your contact: {case}\n");
    assert_eq!(text, wanted);
    let text = told_of("content/articles/rest.md", "otherwise: {option: wait}", "otherwise: {option: wear-one}");
    let case = "\"What happened?\" \"I fell\"";
    let options = ["Wear a brace", "Wait"].map(|option| format!("leads to the option \"{option}\": {case}"));
    assert_eq!(text, format!("{brace}  + {}\n  - {}\n", options[0], options[1]));
}

#[test]
fn questions_and_answers_are_told() {
    let text = told_of(
        "content/facts.yaml",
        "weeks: \"It hurts for weeks\"}",
        "weeks: \"It has hurt for weeks\", other: \"Something else\"}",
    );
    assert_eq!(
        text,
        r#"The questions
  + answer "Something else", in "What happened?"
  ~ answer "It hurts for weeks" is now "It has hurt for weeks"

Do you want a brace? (/decisions/brace/)
  ~ the table, words: changed
"#
    );
    // Who is asked counts, too.
    let text = told_of("content/facts.yaml", "  asked-when: {moment: weeks}\n", "");
    let case = "\"What happened?\" \"I fell\"";
    let front = format!("{case}, and \"Where does it hurt?\" \"In front\"");
    let questions = format!("The questions\n  + asks \"Where does it hurt?\": {case}\n");
    let leads = format!("  + leads to your physio: {front}\n  - leads to the option \"Wait\": {front}\n");
    assert_eq!(text, format!("{questions}\nDo you want a brace? (/decisions/brace/)\n{leads}"));
}

/// Where the guide lies that uses everything that authors can write.
const WHOLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/birth");

/// One change of one line, as a slip of the hand makes it.
const SLIPS: &[fn(&str) -> String] = &[
    |_| String::new(),
    |line| format!("{line}\n{line}"),
    |line| line.replacen(' ', " more ", 1),
    |line| line.replacen("e", "a", 1),
    |line| line.replacen("1", "2", 1),
    |line| line.rsplit_once(' ').map_or(String::new(), |(line, _)| line.to_owned()),
    |line| line.replace("true", "false"),
];

/// Whatever a change is: if it leaves a guide that can be published and any page or file is another,
/// what is told says more than the names of pages; and of nothing, nothing is told.
#[test]
fn nothing_that_readers_see_slips_through() {
    let inputs = disk::read(Path::new(WHOLE)).unwrap();
    let old = built(&inputs);
    let mut slips = Vec::new();
    for (path, bytes) in inputs.iter() {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        for (number, line) in text.lines().enumerate() {
            // Every third line is enough to have all slips in all kinds of files.
            if number % 3 == 0 {
                slips.push((path.clone(), number, SLIPS[slips.len() % SLIPS.len()](line)));
            }
        }
    }
    let count = slips.len();
    let outcome = |(path, number, line): (InputPath, usize, String)| {
        let mut lines: Vec<&str> = inputs.text(&path).unwrap().lines().collect();
        lines[number] = &line;
        let mut new = inputs.clone();
        new.insert(path.clone(), (lines.join("\n") + "\n").into_bytes());
        let new = session::edition(&new, &options()).value?;
        let changes = diff::changes(&old, &new);
        let is_right = (old.files == new.files) == changes.groups.is_empty();
        let text = || format!("{path}:{}: {line}\n{}", number + 1, diff::words::text(&changes));
        Some(if is_right { Ok(()) } else { Err(text()) })
    };
    let outcomes: Vec<Option<Result<(), String>>> = slips.into_par_iter().map(outcome).collect();
    let valid: Vec<&Result<(), String>> = outcomes.iter().flatten().collect();
    println!("{} of {count} slips left a guide that can be published", valid.len());
    assert!(valid.len() > 70, "too few to say anything: {}", valid.len());
    let wrong: Vec<&str> = valid.iter().filter_map(|outcome| outcome.as_ref().err().map(String::as_str)).collect();
    assert!(wrong.is_empty(), "{} told wrongly:\n\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_guide_of_this_repository_compared_with_itself_has_no_change() {
    let inputs = disk::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert!(diff::changes(&built(&inputs), &built(&inputs)).is_empty());
}

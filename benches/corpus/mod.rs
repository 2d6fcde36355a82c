//! A guide of any size, made up: the same one for the same number of articles, on every machine.
//!
//! It is about nothing much, in plain words, and `careguide check` finds nothing wrong with it. An article has
//! about 7 KB of text and 1.8 KB of metadata: eight items for three situations, two of them for some readers
//! only, citations, footnotes, a table, and links into its own part and others. A hundred articles make a part,
//! ten situations go with each part, and every tenth article has a decision.

use std::fmt::Write;

/// Articles in a part.
const PART: usize = 100;
/// Articles for each situation.
const PER_SCENARIO: usize = 10;
/// Articles for each source.
const PER_SOURCE: usize = 50;

const SITE: &str = r#"title = "Going to the office"
lang = "en"
base_url = "https://guide.example.org/"
publisher = "The careguide benchmarks"
contact = "mailto:guide@example.org"
funding = "none"
disclaimer = "This guide is made for measuring. Nobody should read it."
emergency = "If it cannot wait, call the office."

[[phases]]
name = "before"
title = "Before you go"

[[phases]]
name = "there"
title = "When you are there"
visit = true

[[phases]]
name = "later"
title = "When you are home again"

[checks]
# A checklist of this guide is for a machine, and is to be as long as many articles make it.
checklist-too-long = "off"
"#;

const FACTS: &str = r#"travel:
  ask: "How do you get there?"
  if: "you come {value}"
  values:
    foot: {label: "On foot or by bicycle", in-words: "on foot or by bicycle"}
    car: {label: "By car", in-words: "by car"}
    bus: {label: "By bus or train, or I do not know yet", in-words: "by bus or train"}
company:
  ask: "Who comes along?"
  if: "{value} comes along"
  values:
    friend: {label: "A friend", in-words: "a friend"}
    nobody: {label: "Nobody, or I do not know yet", in-words: "nobody"}
"#;

const ROLES: &str = r#"desk:
  one: "the desk"
  what: "The people who answer the phone."
clerk:
  one: "your clerk"
  what: "The person who has your papers."
friend:
  one: "a friend"
  what: "Somebody who comes along."
"#;

const PEOPLE: &str = r#"example-writer:
  name: "Example Writer (not a real person)"
  role: "writes as somebody who went there"
  interests: "none"
example-reader:
  name: "Example Reader (not a real person)"
  credentials: "knows the office"
  interests: "none"
"#;

const TERMS: &str = r#"---
forms: {waiting-room: [waiting rooms], open-day: [open days]}
---

## Case file {#case-file}

All the papers that the office keeps about you.

## Waiting room {#waiting-room}

The room where you sit until your name is called.

## Open day {#open-day}

A day on which you need no appointment.

## Proxy {#proxy}

Somebody who may sign for you.
"#;

/// All files of a guide with so many articles: their paths and their texts.
pub(crate) fn files(articles: usize) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = [
        ("site.toml", SITE),
        ("content/facts.yaml", FACTS),
        ("content/roles.yaml", ROLES),
        ("content/people.yaml", PEOPLE),
        ("content/terms.md", TERMS),
        ("content/pages/about.md", "---\ntitle: About this guide\n---\n\nIt was made to be measured.\n"),
        ("content/index.md", "---\ntitle: Go there with a plan\nsummary: What to take, what to ask, and what to do then.\n---\n\nPick your situation.\n"),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .into();
    files.push(("content/sources.yaml".to_owned(), sources(articles)));
    for part in 0..articles.div_ceil(PART) {
        files.push((format!("content/articles/{}/index.md", part_name(part)), part_text(part)));
    }
    for scenario in 0..scenarios(articles) {
        files.push((format!("content/scenarios/{}.md", scenario_name(scenario)), scenario_text(scenario)));
    }
    files.extend((0..articles).map(|number| (path(number), article(number, articles))));
    files
}

/// Where an article lies.
pub(crate) fn path(number: usize) -> String {
    format!("content/articles/{}/{}.md", part_name(number / PART), name(number))
}

/// The name of an article, which is in its address.
pub(crate) fn name(number: usize) -> String {
    format!("visit-{number}")
}

fn part_name(part: usize) -> String {
    format!("office-{part}")
}

fn scenario_name(scenario: usize) -> String {
    format!("reason-{scenario}")
}

fn scenarios(articles: usize) -> usize {
    articles.div_ceil(PER_SCENARIO).max(3)
}

fn count_of_sources(articles: usize) -> usize {
    articles.div_ceil(PER_SOURCE).max(3)
}

fn sources(articles: usize) -> String {
    let mut text = String::new();
    for source in 0..count_of_sources(articles) {
        let year = 2000 + source % 25;
        let _ = write!(
            text,
            "book-{source}:\n  title: \"How offices work, volume {source}\"\n  publisher: \"Example Press\"\n  \
             url: \"https://www.example.org/books/{source}\"\n  published: {year}\n  accessed: 2026-11-20\n  kind: page\n"
        );
    }
    text
}

fn part_text(part: usize) -> String {
    format!(
        "---\ntitle: Office {part}\nsummary: All that you need to know of office {part}.\norder: {part}\n---\n\n\
         Read what is for you, and leave out the rest.\n"
    )
}

fn scenario_text(scenario: usize) -> String {
    let mut dice = Dice::new(1_000_000 + scenario);
    format!(
        "---\ntitle: I have reason {scenario} to go there\nsummary: You were asked to come, and this is reason \
         {scenario}.\norder: {scenario}\nupdated: 2026-11-20\n---\n\n{}\n\n{}\n",
        paragraph(&mut dice, 3),
        paragraph(&mut dice, 3)
    )
}

/// The situations that an article is for: its own, and two more of its part.
fn reasons(number: usize, articles: usize) -> [usize; 3] {
    let all = scenarios(articles);
    let own = number / PER_SCENARIO;
    let first = number / PART * PART / PER_SCENARIO;
    let of_part = (all - first).min(PART / PER_SCENARIO);
    // In a part of fewer than three, those of the parts before make up for it.
    let step = |by: usize| if of_part >= 3 { first + (own - first + by) % of_part } else { (own + by) % all };
    [own, step(1), step(2 % of_part.max(3))]
}

fn article(number: usize, articles: usize) -> String {
    let mut dice = Dice::new(number);
    let mut text = metadata(number, articles);
    let source = |by: usize| (number + by) % count_of_sources(articles);
    let part = number / PART;
    let neighbour = |by: usize| {
        let of_part = PART.min(articles - part * PART);
        part * PART + (number % PART + by) % of_part
    };
    let far = |by: usize| (number * 7 + by * 131) % articles;
    let link = |to: usize, section: &str| {
        let folder = if to / PART == part { String::new() } else { format!("../{}/", part_name(to / PART)) };
        format!(
            "[visit {to}{}]({folder}{}.md{section})",
            if section.is_empty() { "" } else { " and its papers" },
            name(to)
        )
    };
    let _ = write!(
        text,
        "{} You find more in {}, and in {} [@book-{}].\n\n",
        paragraph(&mut dice, 4),
        link(neighbour(1), ""),
        link(far(1), "#papers"),
        source(0)
    );
    let _ = write!(text, "## What do you need to know? {{#know}}\n\n{}\n\n", paragraphs(&mut dice, 3));
    let _ = write!(
        text,
        "The case file is kept for ten years [@book-{}; @book-{}].[^years] A proxy may read it. Before you go, read {}.\n\n",
        source(1),
        source(2),
        link(neighbour(2), "#papers")
    );
    let _ = write!(text, "> [!TIP]\n> {}\n\n", sentence(&mut dice));
    text.push_str("## When is it open? {#open}\n\n| Day | Morning | Afternoon |\n|-----|--------:|----------:|\n");
    for day in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"] {
        let (from, to) = (7 + dice.below(3), 13 + dice.below(3));
        let _ = writeln!(text, "| {day} | {from} to 12 | {to} to {} |", to + 3);
    }
    let _ = write!(text, "\n{}[^open]\n\n", paragraph(&mut dice, 4));
    let _ = write!(text, "## Which papers do you take? {{#papers}}\n\n{}\n\n", paragraphs(&mut dice, 2));
    let item = |text: &mut String, words: &str, name: &str, why: &str| {
        let _ = write!(text, "- [ ] {words} {{#v{number}-{name}}}\n\n  {why}\n\n");
    };
    let why = [(); 8].map(|()| sentence(&mut dice));
    let [one, two, three, four, five, six, seven, eight] = &why;
    item(&mut text, &format!("Your letter for visit {number}."), "letter", one);
    item(&mut text, &format!("Is a copy enough for visit {number}?"), "copy", two);
    item(&mut text, &format!("A list of the papers for visit {number}."), "list", three);
    let _ = write!(text, "## Which way do you take? {{#way}}\n\n{}\n\n", paragraphs(&mut dice, 3));
    item(&mut text, &format!("Find out where you can park for visit {number}."), "park", four);
    item(&mut text, &format!("Look up the last bus home from visit {number}."), "bus", five);
    if number.is_multiple_of(10) {
        decision(&mut text, number, &mut dice);
    }
    let _ = write!(text, "## What do you ask there? {{#ask}}\n\n{}\n\n", paragraphs(&mut dice, 3));
    item(&mut text, &format!("What happens after visit {number}?"), "after", six);
    item(&mut text, &format!("Do not sign anything new at visit {number}."), "sign", seven);
    let _ = write!(
        text,
        "## What comes then? {{#then}}\n\n{} After that, {} is next, or {}. Some go on to {}.\n\n{}\n\n",
        paragraph(&mut dice, 3),
        link(neighbour(3), ""),
        link(far(2), ""),
        link(far(3), "#papers"),
        paragraphs(&mut dice, 2)
    );
    item(&mut text, &format!("Write down what was said at visit {number}."), "notes", eight);
    let _ = write!(
        text,
        "[^years]: {}\n\n[^open]: On an open day, the waiting room fills up early.\n",
        sentence(&mut dice)
    );
    text
}

fn metadata(number: usize, articles: usize) -> String {
    let [own, second, third] = reasons(number, articles).map(scenario_name);
    let part = number / PART;
    let of_part = PART.min(articles - part * PART);
    let related = |by: usize| name(part * PART + (number % PART + by) % of_part);
    let source = (number + 3) % count_of_sources(articles);
    let decisions = if number.is_multiple_of(10) {
        format!(
            "decisions:\n  alone-{number}:\n    options: [alone-{number}-yes, alone-{number}-no]\n    status-quo: \
             alone-{number}-yes\n    then: {{alone-{number}-no: \"#ask\"}}\n    ends: [alone-{number}-yes]\n"
        )
    } else {
        String::new()
    };
    let order = number % PART * 10;
    let day = 1 + number % 28;
    let related = if of_part < 6 { String::new() } else { format!("related: [{}, {}]\n", related(4), related(5)) };
    format!(
        r#"---
title: Visit {number}, and how to prepare for it
summary: What to take along to visit {number}, what to ask there, and what to do when you are home again.
order: {order}
for: [{own}, {second}, {third}]
phase: before
{related}authors: [example-writer]
updated: 2026-10-{day:02}
reviews:
  - {{date: 2026-10-{day:02}, by: example-reader, role: clinician, next: 2028-10-{day:02}}}
  - {{date: 2026-09-{day:02}, by: example-writer, role: editor, next: 2028-09-{day:02}}}
corrections:
  - {{date: 2026-08-{day:02}, what: "The page named the wrong door, and the bus did not go there any more."}}
  - {{date: 2026-07-{day:02}, what: "The page did not say that a copy of the letter is enough on most days."}}
  - {{date: 2026-06-{day:02}, what: "A letter was missing from the list of papers that you take along."}}
further-reading: [book-{source}]
aliases: [trip-{number}]
{decisions}checklists:
  papers: {{for: [{own}, {second}, {third}], phase: before}}
  ask: {{for: [{own}, {second}, {third}], phase: there}}
items:
  v{number}-letter: {{bring: true, must: true, for: [{own}, {second}, {third}]}}
  v{number}-copy: {{call: [desk], must: true, record: [name, phone, date, answer], due: -P10D, for: [{own}, {second}]}}
  v{number}-list: {{bring: true, after: [v{number}-letter, v{number}-copy], for: [{own}, {second}, {third}]}}
  v{number}-park: {{when: {{travel: car}}, due: -P2D, for: [{own}, {second}, {third}], after: [v{number}-copy]}}
  v{number}-bus: {{when: {{any: [{{travel: bus}}, {{all: [{{travel: foot}}, {{company: nobody}}]}}]}}, due: -P1D, for: [{own}, {third}]}}
  v{number}-after: {{ask: [clerk, friend], must: true, record: [answer, date], for: [{own}, {second}, {third}]}}
  v{number}-sign: {{dont: true, for: [{own}, {second}, {third}]}}
  v{number}-notes: {{phase: later, due: P1D, record: [date, answer], for: [{own}, {second}, {third}], after: [v{number}-after]}}
---

"#
    )
}

fn decision(text: &mut String, number: usize, dice: &mut Dice) {
    let _ = write!(text, "## Do you go alone to visit {number}? {{#alone-{number}}}\n\n{}\n\n", sentence(dice));
    for (option, name) in [("I go alone", "yes"), ("I take a friend along", "no")] {
        let _ = write!(text, "### {option} {{#alone-{number}-{name}}}\n\n{}\n\n", sentence(dice));
        for (side, class) in [("Good points", "for"), ("Hard points", "against")] {
            let _ = write!(text, "#### {side} {{.{class}}}\n\n- {}\n- {}\n\n", sentence(dice), sentence(dice));
        }
        let _ = write!(text, "#### What it is like {{.like}}\n\n{}\n\n", sentence(dice));
    }
}

const WHO: &[&str] = &[
    "The desk",
    "Your clerk",
    "A friend",
    "Somebody you know",
    "The person at the door",
    "One of the clerks",
    "Your neighbour",
    "Whoever has time",
    "Everybody there",
    "A second clerk",
    "Who wrote to you",
    "Nobody but you",
];
const DOES: &[&str] = &[
    "keeps a copy of the form",
    "knows the way to the room",
    "can read the list with you",
    "has the number of your letter",
    "sees your name on the screen",
    "writes the day on a card",
    "asks for the same paper",
    "looks for the right door",
    "puts the papers in order",
    "has heard the question before",
    "calls you by your name",
    "gives you a pen and a chair",
    "needs to see the first page",
    "tells you which line to stand in",
    "takes the old card back",
];
const HOW: &[&str] = &[
    "before the day comes",
    "in the first week",
    "when you call",
    "as soon as you are there",
    "at the end of the month",
    "on most days",
    "if you ask for it",
    "while you wait",
    "after the break",
    "with a smile",
    "in a few minutes",
    "without any hurry",
    "at the second window",
    "on the ground floor",
];

/// A sentence, plain and short; some have words that the glossary explains.
fn sentence(dice: &mut Dice) -> String {
    let (who, does, how) = (dice.pick(WHO), dice.pick(DOES), dice.pick(HOW));
    match dice.below(12) {
        0 => format!("{who} {does} {how}, and your case file is *not* moved."),
        1 => format!("{who} {does} in the waiting room, {how}."),
        2 => format!("On an open day, it is **different**: {} {does}.", lower(who)),
        3 => format!("{who} {does}, and that is all."),
        4 => format!("If it rains, {} {does} {how}.", lower(who)),
        _ => format!("{who} {does} {how}."),
    }
}

fn lower(words: &str) -> String {
    words.chars().enumerate().map(|(at, letter)| if at == 0 { letter.to_ascii_lowercase() } else { letter }).collect()
}

fn paragraph(dice: &mut Dice, sentences: usize) -> String {
    (0..sentences).map(|_| sentence(dice)).collect::<Vec<_>>().join(" ")
}

fn paragraphs(dice: &mut Dice, count: usize) -> String {
    (0..count).map(|_| paragraph(dice, 5)).collect::<Vec<_>>().join("\n\n")
}

/// Numbers that look random and are the same on every machine (SplitMix64).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(number: usize) -> Dice {
        Dice(number as u64)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all.get(self.below(all.len())).copied().unwrap_or_default()
    }
}

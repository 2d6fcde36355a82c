//! Conditions and tables in words, as readers get them: what is read out of a finished page is what was written.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may stop at a surprise, in their helpers too")]

use std::collections::{BTreeMap, BTreeSet};

use careguide::base::{Date, Links};
use careguide::check::Occasion;
use careguide::input::Inputs;
use careguide::report::Severity;
use careguide::resolve::Drafts;
use careguide::session::{self, Options};
use dice::Dice;

#[path = "shared/dice.rs"]
mod dice;

const FACTS: &str = "\
f: {ask: \"Is it F?\", if: \"F is {value}\", values: {f1: \"f1\", f2: \"f2\"}}
g: {ask: \"Is it G?\", if: \"G is {value}\", values: {g1: \"g1\", g2: \"g2\", g3: \"g3\", g4: \"g4\"}}
m: {ask: \"Is it M?\", many: true, none: m3, if: \"M has {value}\", values: {m1: \"m1\", m2: \"m2\", m3: \"m3\"}}
h: {ask: \"Is it H?\", asked-when: {f: f1}, values: {h1: \"h1\", h2: \"h2\"}}
";

/// Names of facts, how a clause about each begins, and its values.
const KNOWN: [(&str, &str, &[&str]); 4] = [
    ("f", "F is ", &["f1", "f2"]),
    ("g", "G is ", &["g1", "g2", "g3", "g4"]),
    ("m", "M has ", &["m1", "m2", "m3"]),
    ("h", "your answer to “Is it H?” is ", &["“h1”", "“h2”"]),
];

/// What each reader answers: of each fact, the values that are so.
fn readers() -> Vec<[Vec<usize>; 4]> {
    let mut all = Vec::new();
    for f in 0..2 {
        for g in 0..4 {
            for m in [vec![0], vec![1], vec![0, 1], vec![2]] {
                let asked: &[Vec<usize>] = if f == 0 { &[vec![0], vec![1]] } else { &[Vec::new()] };
                all.extend(asked.iter().map(|h| [vec![f], vec![g], m.clone(), h.clone()]));
            }
        }
    }
    all
}

/// The readers of whom something is true.
type Truth = u64;

/// What a group can mean, each with how many parts it then has.
type Groups = BTreeSet<(usize, Truth)>;

#[derive(Clone, Debug)]
enum When {
    Has(usize, Vec<usize>),
    All(Vec<When>),
    Any(Vec<When>),
    Not(Box<When>),
}

impl When {
    fn random(dice: &mut Dice, depth: usize) -> When {
        let parts = |dice: &mut Dice| (0..2 + dice.below(2)).map(|_| When::random(dice, depth - 1)).collect();
        match dice.below(8) {
            0 | 1 if depth > 0 => When::All(parts(dice)),
            2 | 3 if depth > 0 => When::Any(parts(dice)),
            4 | 5 if depth > 0 => When::Not(Box::new(When::random(dice, depth - 1))),
            _ => {
                let fact = *dice.pick(&[0, 1, 2, 3]);
                let mut values: Vec<usize> = (0..KNOWN[fact].2.len()).filter(|_| dice.below(2) == 0).collect();
                if values.is_empty() {
                    values.push(dice.below(KNOWN[fact].2.len()));
                }
                When::Has(fact, values)
            }
        }
    }

    fn truth(&self, readers: &[[Vec<usize>; 4]]) -> Truth {
        let every = Truth::MAX >> (Truth::BITS as usize - readers.len());
        match self {
            When::Has(fact, values) => has(readers, *fact, values),
            When::All(parts) => parts.iter().fold(every, |all, part| all & part.truth(readers)),
            When::Any(parts) => parts.iter().fold(0, |any, part| any | part.truth(readers)),
            When::Not(part) => every & !part.truth(readers),
        }
    }

    fn yaml(&self) -> String {
        let list = |parts: &[When]| parts.iter().map(When::yaml).collect::<Vec<_>>().join(", ");
        match self {
            When::Has(fact, values) => {
                let name = KNOWN[*fact].0;
                let values: Vec<String> = values.iter().map(|value| format!("{name}{}", value + 1)).collect();
                format!("{{{name}: [{}]}}", values.join(", "))
            }
            When::All(parts) => format!("{{all: [{}]}}", list(parts)),
            When::Any(parts) => format!("{{any: [{}]}}", list(parts)),
            When::Not(part) => format!("{{not: {}}}", part.yaml()),
        }
    }
}

fn has(readers: &[[Vec<usize>; 4]], fact: usize, values: &[usize]) -> Truth {
    let is_so = |reader: &[Vec<usize>; 4]| reader[fact].iter().any(|value| values.contains(value));
    readers.iter().enumerate().fold(0, |all, (at, reader)| all | (Truth::from(is_so(reader)) << at))
}

/// Reads conditions back: all that the words can mean.
struct Reading {
    readers: Vec<[Vec<usize>; 4]>,
}

impl Reading {
    fn line(&self, line: &str) -> BTreeSet<Truth> {
        let every = Truth::MAX >> (Truth::BITS as usize - self.readers.len());
        if let Some(values) = line.strip_prefix("Only if: Is it H? ") {
            return self.values(3, values, &["h1", "h2"]).into_iter().collect();
        }
        match (line.strip_prefix("Only if "), line.strip_prefix("Unless ")) {
            (Some(clause), _) => self.clause(clause),
            (_, Some(clause)) => self.clause(clause).into_iter().map(|truth| every & !truth).collect(),
            _ => BTreeSet::new(),
        }
    }

    fn clause(&self, words: &str) -> BTreeSet<Truth> {
        let mut all = self.part(words);
        for is_and in [true, false] {
            all.extend(self.group(words, is_and).into_iter().map(|(_, truth)| truth));
        }
        all
    }

    fn part(&self, words: &str) -> BTreeSet<Truth> {
        let every = Truth::MAX >> (Truth::BITS as usize - self.readers.len());
        let mut all: BTreeSet<Truth> = self.one(words).into_iter().collect();
        if let Some(rest) = words.strip_prefix("it is not so that ") {
            all.extend(self.part(rest).into_iter().map(|truth| every & !truth));
        }
        if let Some(inner) = words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            all.extend(self.held_together(inner, &|words, is_and| self.group(words, is_and)));
        }
        all.extend(self.held_together(words, &|words, is_and| self.list(words, is_and)));
        all
    }

    /// "either a or b", "both a and b"
    fn held_together(&self, words: &str, read: &dyn Fn(&str, bool) -> Groups) -> Vec<Truth> {
        let begins = [("either ", false, 2..9), ("both ", true, 2..3), ("all of this is so: ", true, 3..99)];
        let groups = begins.into_iter().filter_map(|(begin, is_and, counts)| {
            Some(read(words.strip_prefix(begin)?, is_and).into_iter().filter(move |(count, _)| counts.contains(count)))
        });
        groups.flatten().map(|(_, truth)| truth).collect()
    }

    /// Two or more parts: "a, b and c"
    fn list(&self, words: &str, is_and: bool) -> Groups {
        let join = |one: Truth, other: Truth| if is_and { one & other } else { one | other };
        let mut all = BTreeSet::new();
        for (before, last) in splits(words, if is_and { " and " } else { " or " }) {
            let Some(last) = self.one(last) else { continue };
            all.extend(self.listed(before, is_and).into_iter().map(|(count, truth)| (count + 1, join(truth, last))));
        }
        all
    }

    /// Two or more parts: "a, b and c", or "a, and b, and c"
    fn group(&self, words: &str, is_and: bool) -> Groups {
        let join = |one: Truth, other: Truth| if is_and { one & other } else { one | other };
        let mut all = self.list(words, is_and);
        for (first, rest) in splits(words, if is_and { ", and " } else { ", or " }) {
            let firsts = self.part(first);
            if firsts.is_empty() {
                continue;
            }
            let mut rests = self.group(rest, is_and);
            rests.extend(self.part(rest).into_iter().map(|truth| (1, truth)));
            for first in firsts {
                all.extend(rests.iter().map(|(count, truth)| (count + 1, join(first, *truth))));
            }
        }
        all
    }

    /// "a, b"
    fn listed(&self, words: &str, is_and: bool) -> Groups {
        let mut all: BTreeSet<(usize, Truth)> = self.one(words).into_iter().map(|truth| (1, truth)).collect();
        for (first, rest) in splits(words, ", ") {
            let Some(first) = self.one(first) else { continue };
            let rests = self.listed(rest, is_and);
            all.extend(
                rests.iter().map(|(count, truth)| (count + 1, if is_and { first & truth } else { first | truth })),
            );
        }
        all
    }

    fn one(&self, words: &str) -> Option<Truth> {
        let found =
            KNOWN.iter().enumerate().find_map(|(at, (_, begin, names))| Some((at, *names, words.strip_prefix(begin)?)));
        let (fact, names, values) = found?;
        self.values(fact, values, names)
    }

    /// "a, b or c"
    fn values(&self, fact: usize, words: &str, names: &[&str]) -> Option<Truth> {
        let (before, last) = words.rsplit_once(" or ").map_or((None, words), |(before, last)| (Some(before), last));
        let all = before.into_iter().flat_map(|before| before.split(", ")).chain([last]);
        let values = all.map(|name| names.iter().position(|one| *one == name)).collect::<Option<Vec<usize>>>()?;
        Some(has(&self.readers, fact, &values))
    }
}

fn splits<'a>(words: &'a str, at: &str) -> Vec<(&'a str, &'a str)> {
    let around = |place: usize| Some((words.get(..place)?, words.get(place + at.len()..)?));
    words.match_indices(at).filter_map(|(place, _)| around(place)).collect()
}

/// The pages of a guide, by path.
fn pages(files: &[(&str, String)]) -> BTreeMap<String, String> {
    let site = "title = \"T\"\npublisher = \"P\"\ncontact = \"mailto:a@example.org\"\n".to_owned();
    let files =
        [("site.toml", site)].into_iter().chain(files.iter().cloned()).map(|(path, text)| (path, text.into_bytes()));
    let inputs = Inputs::from_pairs(files.collect::<Vec<_>>());
    let options = Options {
        drafts: Drafts::Hidden,
        base_url: None,
        links: Links::Server,
        today: Date::parse("2026-11-22").unwrap(),
        occasion: Occasion::Everyday,
    };
    let built = session::build(&inputs, &options);
    let errors: Vec<String> = built
        .problems
        .iter()
        .filter(|one| one.severity == Severity::Error)
        .map(|one| format!("{}: {}", one.rule.name, one.message))
        .collect();
    let artifacts = built.value.unwrap_or_else(|| panic!("{errors:?}")).artifacts;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    artifacts.iter().map(|one| (one.path.to_string(), text(&one.bytes))).collect()
}

/// Of each item that a page has, its condition in words.
fn conditions(page: &str) -> BTreeMap<String, Option<String>> {
    let steps = page.split("id=\"item-").skip(1);
    steps
        .map(|step| {
            let name = step.split('"').next().unwrap().to_owned();
            let when = step.split_once("<span class=\"when\">").map(|(_, rest)| rest.split("</span>").next().unwrap());
            (name, when.map(str::to_owned))
        })
        .collect()
}

/// A guide with these conditions of items: one scenario for everybody, one with a condition of its own.
fn guide(own: &When, items: &[When]) -> BTreeMap<String, String> {
    let mut article = "---\ntitle: Steps\nsummary: Many.\nitems:\n".to_owned();
    for (at, when) in items.iter().enumerate() {
        article.push_str(&format!("  i{at}: {{when: {}}}\n", when.yaml()));
    }
    article.push_str("---\n\n- [ ] Take the first step of all. {#first}\n");
    for at in 0..items.len() {
        article.push_str(&format!("- [ ] Take step {at}. {{#i{at}}}\n"));
    }
    let finder = "---\ntitle: Find\notherwise: everybody\n---\n\nAnswer.\n";
    let some = format!("---\ntitle: Some\nsummary: Some.\nwhen: {}\n---\n\nHello.\n", own.yaml());
    pages(&[
        ("content/facts.yaml", FACTS.to_owned()),
        ("content/finder.md", finder.to_owned()),
        ("content/articles/steps.md", article),
        ("content/scenarios/everybody.md", "---\ntitle: All\nsummary: All.\n---\n\nHello.\n".to_owned()),
        ("content/scenarios/some.md", some),
    ])
}

#[test]
fn what_a_condition_says_in_words_is_what_was_written_and_nothing_else() {
    let reading = Reading { readers: readers() };
    let every = Truth::MAX >> (Truth::BITS as usize - reading.readers.len());
    let mut dice = Dice::new(11);
    let mut told = [0; 3];
    for _ in 0..16 {
        let mut some = |from: Truth| loop {
            let when = When::random(&mut dice, 3);
            let truth = when.truth(&reading.readers);
            if truth & from != 0 && truth != every {
                return when;
            }
        };
        let own = some(every);
        let items: Vec<When> = (0..60).map(|_| some(every)).collect();
        let site = guide(&own, &items);
        for (path, readers) in [("everybody", every), ("some", own.truth(&reading.readers))] {
            let shown = conditions(&site[&format!("scenarios/{path}/index.html")]);
            for (at, when) in items.iter().enumerate() {
                let truth = when.truth(&reading.readers) & readers;
                match shown.get(&format!("i{at}")) {
                    None => {
                        told[0] += 1;
                        assert_eq!(truth, 0, "left out: {} of {}", when.yaml(), own.yaml());
                    }
                    Some(None) => {
                        told[1] += 1;
                        assert_eq!(truth, readers, "plain: {} of {}", when.yaml(), own.yaml());
                    }
                    Some(Some(words)) => {
                        told[2] += 1;
                        assert!(truth != 0 && truth != readers, "in words: {} of {}", when.yaml(), own.yaml());
                        let meant = reading.line(words).into_iter().map(|truth| truth & readers);
                        let meant: BTreeSet<Truth> = meant.collect();
                        assert_eq!(meant, BTreeSet::from([truth]), "{words}\n{}\n{}", when.yaml(), own.yaml());
                    }
                }
            }
        }
    }
    println!("{} items left out, {} plain, {} in words", told[0], told[1], told[2]);
    assert!(told.iter().all(|count| *count >= 40), "{told:?}");
}

/// Only one answer of several stands before "and".
#[test]
fn several_answers_and_another_condition_are_kept_apart() {
    let when = When::All(vec![When::Has(1, vec![0, 1]), When::Has(2, vec![0])]);
    let site = guide(&When::Has(0, vec![0]), &[when, When::Has(3, vec![0])]);
    let shown = conditions(&site["scenarios/everybody/index.html"]);
    assert_eq!(shown["i0"].as_deref(), Some("Only if G is g1 or g2, and M has m1"));
}

#[test]
fn a_table_in_which_the_first_row_counts_says_so() {
    let article = |hit: &str| {
        format!(
            "---\ntitle: Ways\nsummary: Two.\ndecisions:\n  way:\n    options: [go, stay]\n    status-quo: stay\n    \
             ends: [go, stay]\n    route:\n      hit: {hit}\n      rows:\n        - {{when: {{m: m1}}, option: go}}\n        \
             - {{when: {{m: m2}}, option: stay}}\n      otherwise: {{option: stay}}\n---\n\n## Go? {{#way}}\n\n### Go \
             {{#go}}\n\nYou go.\n\n### Stay {{#stay}}\n\nYou stay.\n\n## Then\n\n- [ ] Rest.\n"
        )
    };
    let facts = FACTS.lines().filter(|line| line.starts_with('m')).collect::<String>();
    let caption = |hit: &str| {
        let scenario = "---\ntitle: All\nsummary: All.\n---\n\nHello.\n".to_owned();
        let files = [
            ("content/facts.yaml", facts.clone()),
            ("content/articles/ways.md", article(hit)),
            ("content/scenarios/everybody.md", scenario),
        ];
        let pages = pages(&files);
        let page = &pages["decisions/way/index.html"];
        page.split_once("class=\"route\">\n<caption>").unwrap().1.split_once("</caption>").unwrap().0.to_owned()
    };
    assert_eq!(caption("collect"), "Which choices go with what");
    assert_eq!(caption("first"), "Which choice goes with what. If more than one line fits you, the first one counts.");
}

/// A site can set the check that finds them to "warn". Nobody shall stand before an empty page.
#[test]
fn readers_whom_nothing_fits_are_led_to_all_situations() {
    let settings = "title = \"T\"\npublisher = \"P\"\ncontact = \"mailto:a@example.org\"\n\n[checks]\n\
                    finder-leads-nowhere = \"warn\"\n";
    let scenario = "---\ntitle: Some\nsummary: Some.\nwhen: {f: f1}\n---\n\n- [ ] Rest.\n";
    let facts = FACTS.lines().filter(|line| line.starts_with('f')).collect::<String>();
    let site = pages(&[
        ("site.toml", settings.to_owned()),
        ("content/facts.yaml", facts),
        ("content/scenarios/some.md", scenario.to_owned()),
    ]);
    let end = site.iter().find(|(path, page)| path.starts_with("find/") && page.contains("No checklist fits")).unwrap();
    let main = end.1.split_once("<main").unwrap().1;
    let rows = main.split_once("class=\"rows").unwrap().1.split_once("class=\"ways").unwrap().0;
    assert!(rows.contains("Your situation"), "{rows}");
}

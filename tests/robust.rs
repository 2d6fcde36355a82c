//! Hostile inputs: the guides of this repository, changed at random. Nothing an author, an editor or
//! a broken disk can write makes the program panic, and every place it tells of lies in its file.
//!
//! The same numbers make the same changes on every machine; how many there are stands in
//! `sizes.toml`. A failure names the number of its input and shows the changed files.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may stop at a surprise, in their helpers too")]

#[path = "shared/dice.rs"]
mod dice;
#[path = "shared/sizes.rs"]
mod sizes;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use careguide::base::{Date, InputPath, Links, Span};
use careguide::check::Occasion;
use careguide::input::Inputs;
use careguide::report::human::{self, Style};
use careguide::report::{Diagnostic, Problems};
use careguide::resolve::Drafts;
use careguide::session::{self, Options};
use dice::Dice;
use rayon::prelude::*;

/// Pieces that mean something to YAML, TOML, Markdown or Unicode.
const PIECES: [&str; 56] = [
    "---\n",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "    ",
    "\u{a0}",
    "\u{feff}",
    "\0",
    "\u{202e}",
    "é",
    "😀",
    "ß̈",
    ": ",
    ":",
    "- ",
    "-",
    "#",
    " #",
    "## ",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "{#a}",
    "{#a",
    "{.for}",
    "{.like}\n",
    "- [ ] ",
    "- [ ]",
    "-[ ] ",
    "- [x] a\n",
    "1. ",
    "> ",
    "> [!NOTE]\n",
    "```\n",
    "`",
    "*",
    "**",
    "_",
    "&a ",
    "*a",
    "!x ",
    "<b>",
    "<!--",
    "|",
    "\\",
    "[^1]",
    "[^1]: a\n",
    "[@a; ",
    "![](",
    "\"",
    "'",
];

type Files = BTreeMap<String, Vec<u8>>;

/// The guides of this repository, without the files of their tests.
fn guides() -> Vec<Files> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut roots: Vec<PathBuf> =
        std::fs::read_dir(root.join("tests/sites")).unwrap().map(|one| one.unwrap().path()).collect();
    roots.retain(|folder| folder.join("site.toml").exists());
    roots.push(root.to_owned());
    roots.sort();
    roots.iter().map(|root| careguide::disk::read(root).unwrap()).map(|inputs| files(&inputs)).collect()
}

fn files(inputs: &Inputs) -> Files {
    inputs.iter().map(|(path, bytes)| (path.as_str().to_owned(), bytes.to_vec())).collect()
}

/// Input number `number`: a guide, or a few files of it, with one to four changes.
fn input(guides: &[Files], number: u64) -> (Files, Vec<String>) {
    let mut dice = Dice::new(number);
    let mut files = dice.pick(guides).clone();
    // A whole guide is slow to build: most inputs are its lists and some of its documents.
    if dice.below(20) != 0 {
        let documents = files.keys().filter(|path| path.matches('/').count() > 1).count();
        files.retain(|path, _| path.matches('/').count() < 2 || dice.below(documents) < 5);
    }
    let paths: Vec<String> = files.keys().cloned().collect();
    let mut changed = Vec::new();
    for _ in 0..=dice.below(4) {
        let path = dice.pick(&paths).clone();
        let other = files.get(dice.pick(&paths)).cloned().unwrap_or_default();
        if let Some(bytes) = files.get_mut(&path) {
            change(&mut dice, bytes, &other);
            changed.push(path.clone());
        }
        match dice.below(40) {
            0 => drop(files.remove(&path)),
            1 => {
                let bytes = files.remove(&path).unwrap_or_default();
                let (part, piece) = (*dice.pick(&["s", "e", ".", "/", "content/"]), *dice.pick(&PIECES));
                let path = path.replacen(part, piece, 1);
                files.insert(path.clone(), bytes);
                changed.push(path);
            }
            _ => {}
        }
    }
    (files, changed)
}

/// One change, as a slip of the hand, a bad copy or a bad disk makes it.
fn change(dice: &mut Dice, bytes: &mut Vec<u8>, other: &[u8]) {
    let at = dice.below(bytes.len() + 1);
    let longest = *dice.pick(&[2, 20, 400]);
    let length = dice.below(longest).min(bytes.len() - at);
    match dice.below(9) {
        0 => drop(bytes.drain(at..at + length)),
        1 => bytes.truncate(at),
        2 => {
            let copied = bytes[at..at + length].to_vec();
            bytes.splice(at..at, copied);
        }
        3 => {
            let from = dice.below(other.len() + 1);
            let copied = other[from..(from + length).min(other.len())].to_vec();
            bytes.splice(at..at, copied);
        }
        4 if at < bytes.len() => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
        5 => swap_lines(dice, bytes),
        _ => {
            let times = *dice.pick(&[1, 1, 1, 2, 70]);
            let piece = dice.pick(&PIECES).repeat(times);
            bytes.splice(at..at, piece.into_bytes());
        }
    }
}

fn swap_lines(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let (one, other) = (dice.below(lines.len()), dice.below(lines.len()));
    if one < lines.len() && other < lines.len() {
        lines.swap(one, other);
    }
    *bytes = lines.concat();
}

/// What is wrong with the places of `problems`: outside of their files, or within a character.
fn misplaced(problems: &Problems, inputs: &Inputs) -> Vec<String> {
    let labels = problems.iter().flat_map(|problem| problem.labels.iter().map(move |label| (problem, label)));
    let wrong = labels.filter_map(|(problem, label)| {
        let (path, span) = (&label.place.path, label.place.span?);
        // The built-in theme is no input.
        let text = match inputs.bytes(path) {
            None if path.as_str().starts_with("themes/plain/") => return None,
            None => "",
            Some(_) => inputs.text(path).unwrap_or(""),
        };
        let right = span.start <= span.end && text.is_char_boundary(span.start) && text.is_char_boundary(span.end);
        (!right).then(|| format!("{} at {path} {}..{}: {}", problem.rule.name, span.start, span.end, problem.message))
    });
    wrong.collect()
}

/// Builds an input; says what went wrong.
fn try_input(guides: &[Files], number: u64) -> Option<String> {
    let (files, changed) = input(guides, number);
    let inputs = Inputs::from_pairs(&files);
    let drafts = if number.is_multiple_of(2) { Drafts::Hidden } else { Drafts::Shown };
    let options = Options {
        drafts,
        base_url: None,
        links: Links::Server,
        today: Date::parse("2026-11-22").unwrap(),
        occasion: Occasion::Everyday,
    };
    let built = catch_unwind(AssertUnwindSafe(|| {
        let problems = session::build(&inputs, &options).problems;
        let drawn = human::render(&problems, Style::Plain, &|path: &InputPath| inputs.text(path));
        (misplaced(&problems, &inputs), drawn.is_empty() == problems.is_empty())
    }));
    let told = match built {
        Ok((wrong, true)) if wrong.is_empty() => return None,
        Ok((wrong, _)) => wrong.join("\n"),
        Err(_) => "it panics".to_owned(),
    };
    let mut shown = format!("input {number}: {told}");
    for path in changed {
        let bytes = files.get(&path).map(Vec::as_slice).unwrap_or_default();
        write!(shown, "\n-- {path} --\n{}", bytes.escape_ascii()).unwrap();
    }
    Some(shown)
}

#[test]
fn changed_inputs_never_panic_and_every_place_lies_in_its_file() {
    let guides = guides();
    let count = u64::try_from(sizes::size("mutated-inputs")).unwrap();
    let failures: Vec<String> = (0..count).into_par_iter().filter_map(|number| try_input(&guides, number)).collect();
    assert!(failures.is_empty(), "{} failed, the first being\n{}", failures.len(), failures[0]);
}

#[test]
fn a_place_within_a_character_is_seen() {
    let inputs = Inputs::from_pairs([("site.toml", "é")]);
    let rule = careguide::check::all_rules()[0];
    let mut problems = Problems::new();
    for (start, end) in [(0, 2), (1, 2), (2, 3)] {
        let place = Span::new(start, end).in_file(&InputPath::new("site.toml"));
        problems.push(Diagnostic::new(rule, place, format!("{start}")));
    }
    assert_eq!(misplaced(&problems, &inputs).len(), 2);
}

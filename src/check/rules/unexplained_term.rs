//! Abbreviations that nothing explains.

use std::collections::BTreeSet;

use crate::check::text::{Heard, Text, place};
use crate::check::{Check, Judges};
use crate::guide::Guide;
use crate::language::{english, words};
use crate::markup::passages::Passage;
use crate::markup::text;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("unexplained-term", Level::Off, include_str!("unexplained_term.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_text(&RULE, Judges::Any, run);

/// Finds each abbreviation in capitals where a page uses it first, if neither page nor glossary says what it means.
fn run(text: &Text<'_>, problems: &mut Problems) {
    if text.is_english() && text.blocks().is_some() {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for Heard { passage, .. } in text.passages() {
            for word in words(&passage.text) {
                let name = word.text.strip_suffix('s').unwrap_or(word.text);
                let is_told =
                    || text.by.explained.contains(name) || text.passages().any(|other| explains(&other.passage, name));
                if !is_abbreviation(name) || !seen.insert(name) || is_told() {
                    continue;
                }
                let range = word.at..word.at + word.text.len();
                problems.push(
                    Diagnostic::new(&RULE, place(passage, &range, text.path), format!("`{name}` is not explained"))
                        .label("used here first, and neither this page nor the glossary says what it means")
                        .note("what readers cannot look up, they pass over or guess")
                        .help(format!(
                            "write it out with the short form behind it: `… ({name})`, or add it to content/terms.md"
                        )),
                );
            }
        }
    }
}

/// Whether it is two to six capitals that few readers know by themselves.
fn is_abbreviation(word: &str) -> bool {
    (2..=6).contains(&word.len())
        && word.chars().all(|c| c.is_ascii_uppercase())
        && !word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
        && !english::is_one_of(word, english::KNOWN_CAPITALS)
        && !english::is_one_of(word, english::SAID_AS_WORDS)
}

/// Whether the words are followed by the short form in brackets, or the other way round, or it is introduced as a name.
fn explains(passage: &Passage<'_>, name: &str) -> bool {
    let short = |plural: &str| {
        let name = format!("{name}{plural}");
        [format!("({name})"), format!("{name} ("), format!("called {name}"), format!("known as {name}")]
    };
    ["", "s"].iter().flat_map(|plural| short(plural)).any(|written| passage.text.contains(&written))
}

/// All words of terms and of their other spellings, and those that their meanings explain.
pub(in crate::check) fn explained(guide: &Guide) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for term in &guide.terms {
        let spelt = std::iter::once(text::plain(&term.title)).chain(term.forms.iter().cloned());
        let meaning = text::plain_blocks(&term.meaning);
        let bracketed = meaning.split('(').skip(1).filter_map(|rest| rest.split(')').next()).map(str::to_owned);
        for text in spelt.chain(bracketed) {
            known.extend(words(&text).into_iter().map(|word| word.text.to_owned()));
        }
    }
    known
}

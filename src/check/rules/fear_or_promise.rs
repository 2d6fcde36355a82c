//! Words that frighten a reader, or promise what nobody can.

use std::ops::Range;

use crate::base::Place;
use crate::check::text::{Text, Yardstick};
use crate::check::{Check, Judges};
use crate::language::english;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("fear-or-promise", Level::Warn, include_str!("fear_or_promise.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_text(&RULE, Judges::Any, run);

/// Finds them in titles and summaries, in the texts of pages and in the glossary, stories left out.
fn run(text: &Text<'_>, problems: &mut Problems) {
    if !text.is_english() {
        return;
    }
    for title in text.titles() {
        for (word, what, _) in found(text.by, title, false) {
            let help = "say in `title` and `summary` what the page gives, in calm words";
            problems.push(tell(word, what, Place::file(text.path)).help(help));
        }
    }
    for heard in text.told() {
        for sentence in heard.sentences() {
            let found = found(text.by, sentence.text, sentence.is_question()).into_iter();
            for (word, what, range) in found.filter(|(_, _, range)| !sentence.is_in_quotes(range)) {
                let help =
                    "say what is known and how often it happens, or tell it as somebody's story: `> ` before each line";
                problems.push(tell(word, what, sentence.place(&range, text.path)).help(help));
            }
        }
    }
}

/// The words in a sentence, each with what it does and where it stands. A sentence with "not" in it takes them back.
fn found<'t>(by: &Yardstick, sentence: &'t str, is_question: bool) -> Vec<(&'t str, &'static str, Range<usize>)> {
    let all = by.loaded.iter().flat_map(|(what, list)| list.find(sentence).into_iter().map(move |hit| (*what, hit)));
    let all: Vec<_> = all.collect();
    if all.is_empty() || english::is_negated(sentence) {
        return Vec::new();
    }
    let all = all.into_iter();
    let fits = all.filter(|(_, (_, phrase))| !(is_question && phrase.contains("cure")));
    fits.filter_map(|(what, (range, _))| Some((sentence.get(range.clone())?, what, range))).collect()
}

fn tell(word: &str, what: &str, place: Place) -> Diagnostic {
    let note = match what {
        "frightens" => "who is afraid decides worse, and may stop reading",
        _ => "who was promised too much is let down when it matters most",
    };
    Diagnostic::new(&RULE, place, format!("`{word}` {what}"))
        .label("more than a guide can know of its reader")
        .note(note)
}

//! Words that frighten a reader, or promise what nobody can.

use std::ops::Range;

use crate::base::Place;
use crate::check::prose::{language, sentences, titles, told};
use crate::check::{Check, Context, Judges};
use crate::language::{Language, english, phrases};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("fear-or-promise", Level::Warn, include_str!("fear_or_promise.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check { rule: &RULE, judges: Judges::Any, run };

/// Finds them in titles and summaries, in the texts of pages and in the glossary, stories left out.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    if language(guide) != Language::English {
        return;
    }
    for (path, title) in titles(guide) {
        for (word, what, _) in found(title, false) {
            let help = "say in `title` and `summary` what the page gives, in calm words";
            problems.push(tell(word, what, Place::file(path)).help(help));
        }
    }
    for (path, passage) in told(guide) {
        for sentence in sentences(&passage, Language::English) {
            let found = found(sentence.text, sentence.is_question()).into_iter();
            for (word, what, range) in found.filter(|(_, _, range)| !sentence.is_in_quotes(range)) {
                let help =
                    "say what is known and how often it happens, or tell it as somebody's story: `> ` before each line";
                problems.push(tell(word, what, sentence.place(&range, path)).help(help));
            }
        }
    }
}

/// The words in a sentence, each with what it does and where it stands. A sentence with "not" in it takes them back.
fn found(sentence: &str, is_question: bool) -> Vec<(&str, &'static str, Range<usize>)> {
    if english::is_negated(sentence) {
        return Vec::new();
    }
    let lists = [("frightens", english::FEAR), ("promises", english::PROMISE)];
    let all =
        lists.iter().flat_map(|(what, list)| phrases::find(sentence, list).into_iter().map(move |hit| (*what, hit)));
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

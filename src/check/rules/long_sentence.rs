//! Sentences that are longer than a tired reader can hold.

use crate::check::text::Text;
use crate::check::{Check, Judges};
use crate::language::words;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("long-sentence", Level::Warn, include_str!("long_sentence.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_text(&RULE, Judges::Any, run);

/// The most words that pass.
const LIMIT: usize = 25;

/// Finds sentences with more words, in texts, footnotes and the glossary.
fn run(text: &Text<'_>, problems: &mut Problems) {
    for heard in text.all() {
        for sentence in heard.sentences() {
            let count = words(sentence.text).len();
            if count > LIMIT {
                problems.push(
                    Diagnostic::new(&RULE, sentence.whole(text.path), format!("a sentence has {count} words"))
                        .label(format!("more than {LIMIT}"))
                        .note("a reader who is tired or afraid has lost its beginning at its end")
                        .help("make two sentences of it: put a full stop where you would breathe"),
                );
            }
        }
    }
}

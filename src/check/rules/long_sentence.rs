//! Sentences that are longer than a tired reader can hold.

use crate::check::prose::{all_passages, language, sentences};
use crate::check::{Check, Context, Judges};
use crate::language::words;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("long-sentence", Level::Warn, include_str!("long_sentence.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check { rule: &RULE, judges: Judges::Any, run };

/// The most words that pass.
const LIMIT: usize = 25;

/// Finds sentences with more words, in texts, footnotes and the glossary.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    for (path, passage) in all_passages(guide) {
        for sentence in sentences(&passage, language(guide)) {
            let count = words(sentence.text).len();
            if count > LIMIT {
                problems.push(
                    Diagnostic::new(&RULE, sentence.whole(path), format!("a sentence has {count} words"))
                        .label(format!("more than {LIMIT}"))
                        .note("a reader who is tired or afraid has lost its beginning at its end")
                        .help("make two sentences of it: put a full stop where you would breathe"),
                );
            }
        }
    }
}

//! Words that push a reader to one side of a decision.

use crate::check::page::Page;
use crate::check::text::Heard;
use crate::check::{Check, Judges};
use crate::language::{Language, english, phrases};
use crate::markup::passages::passages;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("steering-words", Level::Warn, include_str!("steering_words.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_page(&RULE, Judges::Any, run);

/// Finds them in the sections of decisions: not in questions, in quotations and in what a source says.
fn run(page: &Page<'_>, problems: &mut Problems) {
    if page.language != Language::English {
        return;
    }
    for decision in &page.decisions {
        let section = page.body.blocks.get(decision.at..decision.at + decision.length).unwrap_or(&[]);
        for passage in passages(section) {
            let heard = Heard::new(passage, Language::English);
            for sentence in heard.sentences() {
                if sentence.is_question() || sentence.is_of_others() {
                    continue;
                }
                let spared = phrases::find(sentence.text, english::STEERING_SPARED);
                for (range, _) in phrases::find(sentence.text, english::STEERING) {
                    let is_spared = spared.iter().any(|(other, _)| other.start < range.end && range.start < other.end);
                    if is_spared || sentence.is_in_quotes(&range) {
                        continue;
                    }
                    let word = sentence.text.get(range.clone()).unwrap_or("");
                    let place = sentence.place(&range, page.path);
                    problems.push(
                        Diagnostic::new(&RULE, place, format!("`{word}` steers the reader of a decision"))
                            .label("pushes to one side")
                            .note("here readers weigh for themselves; a push takes the choice out of their hands")
                            .help("say what happens and how often, or cite who advises it: `[@source-name]`"),
                    );
                }
            }
        }
    }
}

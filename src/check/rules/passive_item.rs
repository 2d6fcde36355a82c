//! Items that do not say who acts.

use crate::check::page::Page;
use crate::check::text::{Heard, place};
use crate::check::{Check, Judges};
use crate::language::{Language, english};
use crate::markup::passages::{Role, passage};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("passive-item", Level::Off, include_str!("passive_item.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_page(&RULE, Judges::Any, run);

/// Finds "is done" in items that ask nothing: who answers a question knows who acts.
fn run(page: &Page<'_>, problems: &mut Problems) {
    if page.language != Language::English {
        return;
    }
    for item in &page.items {
        let heard = Heard::new(passage(Role::Item, &item.text, false), Language::English);
        for sentence in heard.sentences() {
            let Some(range) = english::passive(sentence.text).filter(|_| !sentence.is_question()) else { continue };
            let words = sentence.text.get(range.clone()).unwrap_or("");
            let range = sentence.range.start + range.start..sentence.range.start + range.end;
            problems.push(
                Diagnostic::new(
                    &RULE,
                    place(sentence.passage, &range, &item.written.path),
                    format!("`{words}` does not say who acts"),
                )
                .label("by whom?")
                .note("a reader cannot tell whether this is up to them")
                .help("say who does it: `Ask the clinic to send …` in place of `… is sent`"),
            );
        }
    }
}

//! Stories that look like advice.

use crate::check::text::Text;
use crate::check::{Check, Judges};
use crate::markup::passages::Role;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("unmarked-story", Level::Off, include_str!("unmarked_story.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_text(&RULE, Judges::Any, run);

/// Finds paragraphs in which somebody tells what happened to them, outside of what is marked as a story.
fn run(text: &Text<'_>, problems: &mut Problems) {
    if !text.is_english() {
        return;
    }
    for heard in text.told().filter(|heard| heard.passage.role == Role::Paragraph) {
        let mut hits = 0;
        for sentence in heard.sentences().filter(|sentence| !sentence.is_question()) {
            let found = text.by.story.find(sentence.text);
            hits += found.iter().filter(|(range, _)| !sentence.is_in_quotes(range)).count();
        }
        let Some(span) = heard.passage.whole().filter(|_| hits >= 2) else { continue };
        problems.push(
            Diagnostic::new(&RULE, span.in_file(text.path), "this reads like a story, and is not marked as one")
                .label("somebody tells what happened to them")
                .note("one person's experience between facts looks like a fact")
                .help("put `> ` before each line, or cite the story as a source of the kind `opinion`"),
        );
    }
}

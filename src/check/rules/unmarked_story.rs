//! Stories that look like advice.

use crate::check::prose::{language, sentences, told};
use crate::check::{Check, Context, Judges};
use crate::language::{Language, english, phrases};
use crate::markup::passages::Role;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("unmarked-story", Level::Off, include_str!("unmarked_story.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check { rule: &RULE, judges: Judges::Any, run };

/// Finds paragraphs in which somebody tells what happened to them, outside of what is marked as a story.
fn run(context: &Context<'_>, problems: &mut Problems) {
    if language(context.guide) != Language::English {
        return;
    }
    let told = told(context.guide).into_iter().filter(|(_, passage)| passage.role == Role::Paragraph);
    for (path, passage) in told {
        let mut hits = 0;
        for sentence in sentences(&passage, Language::English).iter().filter(|sentence| !sentence.is_question()) {
            let found = phrases::find(sentence.text, english::OWN_STORY);
            hits += found.iter().filter(|(range, _)| !sentence.is_in_quotes(range)).count();
        }
        let Some(span) = passage.whole().filter(|_| hits >= 2) else { continue };
        problems.push(
            Diagnostic::new(&RULE, span.in_file(path), "this reads like a story, and is not marked as one")
                .label("somebody tells what happened to them")
                .note("one person's experience between facts looks like a fact")
                .help("put `> ` before each line, or cite the story as a source of the kind `opinion`"),
        );
    }
}

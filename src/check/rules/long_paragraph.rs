//! Paragraphs that look like a wall.

use crate::check::prose::{all_passages, language, sentences};
use crate::check::{Check, Context, Judges};
use crate::markup::passages::Role;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("long-paragraph", Level::Warn, include_str!("long_paragraph.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check { rule: &RULE, judges: Judges::Any, run };

/// The most sentences that pass.
const LIMIT: usize = 5;

/// Finds paragraphs with more sentences, at the place where the second half begins.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    let passages = all_passages(guide).into_iter().filter(|(_, passage)| passage.role == Role::Paragraph);
    for (path, passage) in passages {
        let sentences = sentences(&passage, language(guide));
        let (count, half) = (sentences.len(), sentences.len().div_ceil(2));
        let Some(second_half) = sentences.get(half).filter(|_| count > LIMIT) else { continue };
        problems.push(
            Diagnostic::new(&RULE, second_half.whole(path), format!("a paragraph has {count} sentences"))
                .label(format!("sentence {} of {count}; more than {LIMIT} look like a wall", half + 1))
                .note("readers look at a page before they read it, and skip what has no gaps")
                .help("put an empty line before this sentence, or where a new thought begins"),
        );
    }
}

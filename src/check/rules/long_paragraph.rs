//! Paragraphs that look like a wall.

use crate::check::text::Text;
use crate::check::{Check, Judges};
use crate::markup::passages::Role;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("long-paragraph", Level::Warn, include_str!("long_paragraph.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_text(&RULE, Judges::Any, run);

/// The most sentences that pass.
const LIMIT: usize = 5;

/// Finds paragraphs with more sentences, at the place where the second half begins.
fn run(text: &Text<'_>, problems: &mut Problems) {
    for heard in text.all().filter(|heard| heard.passage.role == Role::Paragraph) {
        let count = heard.sentences().count();
        let half = count.div_ceil(2);
        let Some(second_half) = heard.sentences().nth(half).filter(|_| count > LIMIT) else { continue };
        problems.push(
            Diagnostic::new(&RULE, second_half.whole(text.path), format!("a paragraph has {count} sentences"))
                .label(format!("sentence {} of {count}; more than {LIMIT} look like a wall", half + 1))
                .note("readers look at a page before they read it, and skip what has no gaps")
                .help("put an empty line before this sentence, or where a new thought begins"),
        );
    }
}

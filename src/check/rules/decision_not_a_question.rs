//! Decisions whose heading is not a question.

use crate::check::page::Page;
use crate::check::{Check, Judges};
use crate::markup::{Block, text};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("decision-not-a-question", Level::Warn, include_str!("decision_not_a_question.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_page(&RULE, Judges::Any, run);

/// Finds headings of decisions without a question mark, in whatever writing.
fn run(page: &Page<'_>, problems: &mut Problems) {
    for decision in &page.decisions {
        let words = text::plain(&decision.title);
        if text::is_question(&words) {
            continue;
        }
        if let Some(Block::Heading(heading)) = page.body.blocks.get(decision.at) {
            let place = heading.span.in_file(page.path);
            problems.push(
                Diagnostic::new(&RULE, place, format!("the decision `{}` is not put as a question", decision.name))
                    .label("no question mark at the end")
                    .note("readers look for the question they have in mind")
                    .help("write it as a reader would ask it: `Do I need …?`"),
            );
        }
    }
}

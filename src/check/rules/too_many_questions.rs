//! A way through the finder that asks more than five questions.

use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("too-many-questions", Level::Warn, include_str!("too_many_questions.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// How many questions a frightened reader answers before giving up.
const MOST: usize = 5;

/// Finds the longest way, and names what it asks.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let Some(finder) = &context.guide.finder else { return };
    let mut asked = Vec::new();
    for page in finder.diagram.longest_way() {
        let Some(page) = finder.diagram.pages.get(page) else { continue };
        if asked.last() != Some(&page.fact) {
            asked.push(page.fact);
        }
    }
    let Some(last) = asked.last().filter(|_| asked.len() > MOST) else { return };
    let fact = context.guide.fact(*last);
    let names: Vec<String> = asked.iter().map(|id| format!("`{}`", context.guide.fact(*id).name)).collect();
    problems.push(
        Diagnostic::new(
            &RULE,
            fact.written.span.in_file(&fact.written.path),
            format!("the finder asks {} questions on one way", asked.len()),
        )
        .label("the last of them")
        .note(format!("it asks {}", names.join(", ")))
        .note(format!("after {MOST} questions, people who are tired or afraid give up"))
        .help("put an `asked-when` under a fact that some of these readers need not be asked"),
    );
}

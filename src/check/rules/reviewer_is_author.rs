//! Pages that only their own author reviewed.

use crate::check::makers;
use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("reviewer-is-author", Level::Warn, include_str!("reviewer_is_author.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Any, run);

/// Finds pages with one author and with reviews, all of them by that author.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    for (path, making) in makers::makings(guide) {
        let ([author], Some(first)) = (making.authors.as_slice(), making.reviews.first()) else { continue };
        if making.reviews.iter().all(|review| review.by.value == *author) {
            let message = format!("the only reviewer, `{}`, is the only author", guide.person(*author).name);
            problems.push(
                Diagnostic::new(&RULE, first.by.span.in_file(path), message)
                    .label("reviewed what they wrote themselves")
                    .note("one does not see one's own mistakes, and readers trust that somebody else looked")
                    .help("let somebody else read the whole page, and name that person here"),
            );
        }
    }
}

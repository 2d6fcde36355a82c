//! Pages whose review is overdue.

use crate::check::makers;
use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::dated("review-overdue", include_str!("review_overdue.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Any, run);

/// Finds pages whose newest review is past the day of the next one.
fn run(context: &Context<'_>, problems: &mut Problems) {
    for (path, making) in makers::makings(context.guide) {
        for review in makers::standing(making) {
            let days = review.next.value.days_until(context.today);
            if days > 0 {
                let count = if days == 1 { "due yesterday".to_owned() } else { format!("due {days} days ago") };
                problems.push(
                    Diagnostic::new(&RULE, review.next.span.in_file(path), "the review of this page is overdue")
                        .label(count)
                        .note("what was right then may be wrong now")
                        .help("let somebody read the whole page, and add the review with its new `next`"),
                );
            }
        }
    }
}

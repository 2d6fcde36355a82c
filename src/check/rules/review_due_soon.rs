//! Pages that have to be reviewed again soon.

use crate::check::makers;
use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("review-due-soon", Level::Warn, include_str!("review_due_soon.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Any, run);

/// So many days ahead, so that there is time to find a reviewer.
const AHEAD: i32 = 60;

/// Finds pages whose newest review has to be followed by another within those days.
fn run(context: &Context<'_>, problems: &mut Problems) {
    for (path, making) in makers::makings(context.guide) {
        for review in makers::standing(making) {
            let days = context.today.days_until(review.next.value);
            if (0..=AHEAD).contains(&days) {
                let when = match days {
                    0 => "due today".to_owned(),
                    1 => "due tomorrow".to_owned(),
                    _ => format!("due in {days} days"),
                };
                problems.push(
                    Diagnostic::new(&RULE, review.next.span.in_file(path), "the next review of this page is due soon")
                        .label(when)
                        .note("finding somebody who reads it takes time")
                        .help("ask a reviewer now, and add the review when it is done"),
                );
            }
        }
    }
}

//! Tables in which nothing is said for some readers.

use crate::check::cases::{typed, words};
use crate::check::proof::{prove, tables};
use crate::check::{Check, Context, Judges};
use crate::guide::{Outcome, Route};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("table-gap", Level::Error, include_str!("table_gap.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// How many missing cases and rows are shown.
const SHOWN: usize = 4;

/// Finds cases that no row takes, and says them with a row to paste.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    for (decision, route, table) in tables(context) {
        let faults = prove(context, problems, |solver| solver.faults(&table));
        let Some(gap) = faults.and_then(|faults| faults.gap) else { continue };
        let mut problem = Diagnostic::new(
            &RULE,
            route.written.span.in_file(&route.written.path),
            format!("the table of `{}` says nothing for some readers", decision.name),
        )
        .label("no row fits them, and there is no `otherwise`");
        for case in gap.cases.cases.iter().take(SHOWN) {
            problem = problem.note(format!("missing: {}", words(guide, case)));
        }
        if gap.cases.more || gap.cases.cases.len() > SHOWN {
            problem = problem.note("and there are more");
        }
        let then = if sees(route) { "see: [ROLE]" } else { "option: OPTION" };
        for row in gap.rows.iter().take(SHOWN) {
            problem = problem.help(format!("add `- {{when: {}, {then}}}`", typed(guide, row)));
        }
        problems.push(problem.help(format!("or add `otherwise: {{{then}}}` below the rows")));
    }
}

/// Whether the rows name roles, not options.
fn sees(route: &Route) -> bool {
    route.rows.iter().all(|row| matches!(row.then, Outcome::See(_)))
}

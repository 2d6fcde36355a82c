//! Rows of a table that the rows above leave nothing to.

use crate::check::proof::{prove, tables};
use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("row-hidden", Level::Warn, include_str!("row_hidden.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds rows under `hit: first` all of whose cases earlier rows take, and an `otherwise` that is never reached.
fn run(context: &Context<'_>, problems: &mut Problems) {
    for (decision, route, table) in tables(context) {
        let Some(faults) = prove(context, problems, |solver| solver.faults(&table)) else { continue };
        for hidden in &faults.hidden {
            let Some(row) = route.rows.get(hidden.row) else { continue };
            let problem = Diagnostic::new(
                &RULE,
                row.written.span.in_file(&row.written.path),
                format!("a row of the table of `{}` never counts", decision.name),
            )
            .label("every reader whom it fits is taken by a row above")
            .note("in a table with `hit: first`, the first row that fits counts")
            .help("move it up, or take it out");
            let above = hidden.by.iter().filter_map(|at| route.rows.get(*at));
            let also = above.map(|row| row.written.span.in_file(&row.written.path));
            problems.push(also.fold(problem, |problem, place| problem.also(place, "takes them")));
        }
        if faults.idle_otherwise {
            problems.push(
                Diagnostic::new(
                    &RULE,
                    route.written.span.in_file(&route.written.path),
                    format!("the `otherwise` of the table of `{}` never counts", decision.name),
                )
                .label("its rows leave nobody to `otherwise`")
                .help("take `otherwise` out, or make a row narrower"),
            );
        }
    }
}

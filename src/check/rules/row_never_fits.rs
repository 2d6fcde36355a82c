//! Rows of a table whose condition no answers can meet.

use crate::check::proof::{prove, tables};
use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("row-never-fits", Level::Error, include_str!("row_never_fits.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds rows that fit no reader.
fn run(context: &Context<'_>, problems: &mut Problems) {
    for (decision, route, table) in tables(context) {
        let faults = prove(context, problems, |solver| solver.faults(&table));
        let never = faults.into_iter().flat_map(|faults| faults.never);
        for row in never.filter_map(|at| route.rows.get(at)) {
            let place = row.when.written.span.in_file(&row.when.written.path);
            problems.push(
                Diagnostic::new(&RULE, place, format!("a row of the table of `{}` fits nobody", decision.name))
                    .label("can never hold")
                    .note("no answers that a reader can give lead to this row")
                    .help("change the condition, or take the row out"),
            );
        }
    }
}

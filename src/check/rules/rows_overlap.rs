//! Rows of a table that fit the same reader, where only one may.

use crate::check::cases::words;
use crate::check::proof::{prove, tables};
use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("rows-overlap", Level::Error, include_str!("rows_overlap.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds pairs of rows under `hit: unique` that fit the same case.
fn run(context: &Context<'_>, problems: &mut Problems) {
    for (decision, route, table) in tables(context) {
        let faults = prove(context, problems, |solver| solver.faults(&table));
        for overlap in faults.into_iter().flat_map(|faults| faults.overlaps) {
            let (Some(first), Some(second)) = (route.rows.get(overlap.first), route.rows.get(overlap.second)) else {
                continue;
            };
            let place = second.written.span.in_file(&second.written.path);
            problems.push(
                Diagnostic::new(
                    &RULE,
                    place,
                    format!("two rows of the table of `{}` fit the same reader", decision.name),
                )
                .label("fits them, too")
                .also(first.written.span.in_file(&first.written.path), "fits them")
                .note(format!("for example: {}", words(context.guide, &overlap.example)))
                .help("make one of the rows narrower, or write `hit: first` if the upper one shall count"),
            );
        }
    }
}

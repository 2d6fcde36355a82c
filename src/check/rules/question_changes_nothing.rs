//! Facts of which no answer changes anything.

use crate::check::proof::{prove, targets};
use crate::check::{Check, Context, Judges};
use crate::guide::{Expr, FactId, Guide};
use crate::logic::{Proved, Solver};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule =
    Rule::check("question-changes-nothing", Level::Error, include_str!("question_changes_nothing.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds questions that a reader would answer for nothing.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let targets = targets(context.guide);
    let Some(idle) = prove(context, problems, |solver| solver.idle(&targets)) else { return };
    // Named only where nobody can come: that is told there, and once.
    let named = prove(context, problems, |solver| out_of_reach(solver, context.guide)).unwrap_or_default();
    for fact in idle.facts.into_iter().filter(|id| !named.contains(id)).map(|id| context.guide.fact(id)) {
        let place = fact.written.span.in_file(&fact.written.path);
        problems.push(
            Diagnostic::new(&RULE, place, format!("no answer to `{}` changes anything", fact.name))
                .label("no scenario, no item and no table depends on it")
                .note("readers would be asked, and nothing would come of it")
                .help(format!(
                    "name `{}` in the `when` of a scenario, an item or a row, or take the fact out",
                    fact.name
                )),
        );
    }
}

/// The facts that conditions name which no answers can meet.
fn out_of_reach(solver: &mut Solver, guide: &Guide) -> Proved<Vec<FactId>> {
    let mut named = Vec::new();
    for when in conditions(guide) {
        if !solver.is_possible(when)? {
            named.extend(when.facts());
        }
    }
    Ok(named)
}

/// The conditions of scenarios and rows.
fn conditions(guide: &Guide) -> impl Iterator<Item = &Expr> {
    let scenarios = guide.scenarios.iter().filter_map(|scenario| scenario.when.as_ref());
    let routes = guide.decisions.iter().filter_map(|decision| decision.route.as_ref());
    scenarios.chain(routes.flat_map(|route| &route.rows).map(|row| &row.when)).map(|when| &when.expr)
}

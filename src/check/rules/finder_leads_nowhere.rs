//! A finder in which no scenario fits some readers, without `otherwise`.

use crate::check::cases::words;
use crate::check::proof::prove;
use crate::check::{Check, Context, Judges};
use crate::guide::Expr;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("finder-leads-nowhere", Level::Error, include_str!("finder_leads_nowhere.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// How many cases are shown.
const SHOWN: usize = 4;

/// Finds answers that no scenario fits.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    let Some(finder) = guide.finder.as_ref().filter(|finder| finder.otherwise.is_none()) else { return };
    if !finder.diagram.ends.iter().any(Vec::is_empty) {
        return;
    }
    let whens = finder.scenarios.iter().filter_map(|id| guide.scenario(*id).when.as_ref());
    let any = Expr::Any(whens.map(|when| when.expr.clone()).collect());
    let facts = any.facts();
    let list = prove(context, problems, |solver| {
        let all = solver.all()?;
        let left = solver.outside(all, &any)?;
        solver.describe(left, &facts, SHOWN)
    });
    let Some(list) = list else { return };
    let mut problem = Diagnostic::new(
        &RULE,
        finder.written.span.in_file(&finder.written.path),
        "no scenario fits some readers of the finder",
    )
    .label("there is no `otherwise` to lead them to");
    for case in &list.cases {
        problem = problem.note(format!("they answer {}", words(guide, case)));
    }
    if list.more {
        problem = problem.note("and there are more");
    }
    problems.push(problem.help("write `otherwise: PAGE` in content/finder.md, or a scenario for them"));
}

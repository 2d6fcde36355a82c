//! What the checks that prove something have in common: the solver, and what becomes of a question that
//! is too large for it.

use std::collections::BTreeSet;

use super::Context;
use crate::guide::{Decision, Expr, FactId, Guide, Hit, Route};
use crate::logic::{Proved, Solver, Table, Target};
use crate::report::Problems;
use crate::resolve;

/// What `question` proves. Too much to look at is no proof: it is reported, and stops publishing.
pub(super) fn prove<T>(
    context: &Context<'_>,
    problems: &mut Problems,
    question: impl FnOnce(&mut Solver) -> Proved<T>,
) -> Option<T> {
    match question(&mut Solver::new(&context.guide.domains)) {
        Ok(proved) => Some(proved),
        Err(too_large) => {
            problems.extend(resolve::too_many_cases(&context.guide.facts, &too_large.facts));
            None
        }
    }
}

/// The decisions that have a table, each with it; none that speak of facts that are never asked.
pub(super) fn tables<'a>(context: &Context<'a>) -> impl Iterator<Item = (&'a Decision, &'a Route, Table)> {
    let never = never_asked(context);
    context.guide.decisions.iter().filter_map(move |decision| {
        let route = decision.route.as_ref()?;
        let table = route.table();
        (!table.facts().iter().any(|fact| never.contains(fact))).then_some((decision, route, table))
    })
}

/// Facts that nobody is ever asked. They have a problem of their own: what depends on them has none.
pub(super) fn never_asked(context: &Context<'_>) -> Vec<FactId> {
    // What is too large to be looked at is told by the check that looks for these.
    Solver::new(&context.guide.domains).never_asked().unwrap_or_default()
}

/// Everything that a reader's answers decide: scenarios, items on their checklists, rows of tables.
pub(super) fn targets(guide: &Guide) -> Vec<Target> {
    let mut targets: Vec<Target> = Vec::new();
    for scenario in &guide.scenarios {
        let own = scenario.when.as_ref().map(|when| when.expr.clone());
        targets.extend(own.clone().map(|when| Target { within: None, when }));
        // Many lines have one condition, and what is decided by it is decided once.
        let mut seen: BTreeSet<&Expr> = BTreeSet::new();
        for when in scenario.checklist.iter().flat_map(|(_, lines)| lines).filter_map(|line| line.only_if.as_ref()) {
            if seen.insert(when) {
                targets.push(Target { within: own.clone(), when: when.clone() });
            }
        }
    }
    for route in guide.decisions.iter().filter_map(|decision| decision.route.as_ref()) {
        targets.extend(rows(route).into_iter().map(|when| Target { within: None, when }));
    }
    targets
}

/// When each row of a table counts: where the first one does, only where none above it fits.
fn rows(route: &Route) -> Vec<Expr> {
    let whens: Vec<Expr> = route.rows.iter().map(|row| row.when.expr.clone()).collect();
    if route.hit != Hit::First {
        return whens;
    }
    let counts = |at: usize| {
        let above = whens.iter().take(at).map(|when| Expr::Not(Box::new(when.clone())));
        Expr::All(above.chain(whens.get(at).cloned()).collect())
    };
    (0..whens.len()).map(counts).collect()
}

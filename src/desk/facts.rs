//! Every case of the facts and its result, as few rows: of the finder, and of each decision's table.

use serde::Serialize;

use super::answers;
use super::{Desk, many};
use crate::guide::{Decision, Expr, Guide, Hit, Outcome};
use crate::logic::{LISTED, Outcomes, Solver, TooLarge};
use crate::markup::text;
use crate::pages::condition;

/// The facts, and what comes of their cases.
#[derive(Clone, Debug, Serialize)]
pub struct FactsView {
    /// What the guide may ask, in order.
    pub facts: Vec<FactRow>,
    /// The finder first, then the tables of decisions.
    pub tables: Vec<CasesTable>,
}

/// A fact.
#[derive(Clone, Debug, Serialize)]
pub struct FactRow {
    /// Its name in conditions.
    pub name: String,
    /// The question.
    pub ask: String,
    /// The answers.
    pub values: Vec<String>,
    /// How many a reader can pick.
    pub picks: &'static str,
    /// When it is asked.
    pub asked: String,
}

/// All cases that some conditions tell apart.
#[derive(Clone, Debug, Serialize)]
pub struct CasesTable {
    /// What is decided.
    pub title: String,
    /// How rows count, where that needs saying.
    pub rule: Option<&'static str>,
    /// The questions, one column each.
    pub asks: Vec<String>,
    /// The rows; no two share a case.
    pub rows: Vec<CaseRow>,
    /// How many.
    pub count: String,
    /// What is missing, if not every case could be shown.
    pub missing: Option<String>,
}

/// Some cases that lead to the same.
#[derive(Clone, Debug, Serialize)]
pub struct CaseRow {
    /// For each question its answers; `None` where they do not matter.
    pub answers: Vec<Option<String>>,
    /// What they lead to.
    pub leads: Vec<String>,
    /// Whether it is what is left where nothing else fits.
    pub otherwise: bool,
}

/// The view.
pub(super) fn view(desk: &Desk<'_>) -> FactsView {
    let guide = desk.guide();
    let facts = guide.facts.iter().map(|fact| FactRow {
        name: fact.name.to_string(),
        ask: fact.ask.clone(),
        values: fact.values.iter().map(|value| value.label.clone()).collect(),
        picks: if fact.many { "several" } else { "one" },
        asked: match &fact.asked_when {
            Some(when) => format!("if {}", condition::clause(guide, desk.words, &when.expr)),
            None => "always".to_owned(),
        },
    });
    let facts = facts.collect();
    let mut solver = Solver::new(&guide.domains);
    let finder = finder(guide, &mut solver);
    let decisions = guide.decisions.iter().filter_map(|decision| table(guide, decision, &mut solver));
    FactsView { facts, tables: finder.into_iter().chain(decisions).collect() }
}

fn finder(guide: &Guide, solver: &mut Solver) -> Option<CasesTable> {
    let finder = guide.finder.as_ref()?;
    let scenarios = finder.scenarios.iter().map(|id| guide.scenario(*id));
    let conditions: Vec<Expr> =
        scenarios.clone().filter_map(|scenario| scenario.when.as_ref()).map(|when| when.expr.clone()).collect();
    let titles: Vec<String> = scenarios.map(|scenario| scenario.title.clone()).collect();
    let otherwise = finder.otherwise.as_ref().map(|target| super::finder::title(guide, target.node));
    let found = solver.outcomes(&conditions, LISTED);
    Some(cases(guide, solver, "The finder", None, &conditions, found, &|holding| {
        let fitting: Vec<String> = holding.iter().filter_map(|at| titles.get(*at)).cloned().collect();
        match &otherwise {
            Some(otherwise) if fitting.is_empty() => vec![otherwise.clone()],
            _ => fitting,
        }
    }))
}

fn table(guide: &Guide, decision: &Decision, solver: &mut Solver) -> Option<CasesTable> {
    let route = decision.route.as_ref()?;
    let table = route.table();
    let rule = match route.hit {
        Hit::Unique => None,
        Hit::First => Some("The first row of the author's table that fits counts."),
        Hit::Collect => Some("All rows of the author's table that fit count."),
    };
    let found = solver.table_outcomes(&table, LISTED);
    let title = text::plain(&decision.title);
    Some(cases(guide, solver, &title, rule, &table.rows, found, &|holding| {
        let rows = holding.iter().filter_map(|at| route.rows.get(*at)).map(|row| &row.then);
        let rest = route.otherwise.iter().filter(|_| holding.is_empty());
        let mut leads: Vec<String> = Vec::new();
        for lead in rows.chain(rest).flat_map(|outcome| leads_of(guide, decision, outcome)) {
            if !leads.contains(&lead) {
                leads.push(lead);
            }
        }
        leads
    }))
}

/// Whom or what an outcome names.
pub(super) fn leads_of(guide: &Guide, decision: &Decision, outcome: &Outcome) -> Vec<String> {
    match outcome {
        Outcome::See(roles) => roles.iter().map(|id| text::capitalized(&guide.role(*id).value.one)).collect(),
        Outcome::Option(at) => decision.options.get(*at).map(|option| text::plain(&option.title)).into_iter().collect(),
    }
}

fn cases(
    guide: &Guide,
    solver: &mut Solver,
    title: &str,
    rule: Option<&'static str>,
    conditions: &[Expr],
    found: Result<Outcomes, TooLarge>,
    names: &dyn Fn(&[usize]) -> Vec<String>,
) -> CasesTable {
    let facts = answers::facts_of(conditions);
    let asks = facts.iter().map(|fact| guide.fact(*fact).ask.clone()).collect();
    let (outcomes, missing) = match found {
        Ok(outcomes) => {
            let missing = outcomes.more.then(|| format!("There are more cases; these are the first {LISTED} rows."));
            (outcomes, missing)
        }
        Err(_) => (Outcomes::default(), Some("There are too many cases to look at.".to_owned())),
    };
    let row = |outcome: crate::logic::Outcome| {
        let case = answers::said(solver, guide, &facts, &outcome.case);
        let answers = facts.iter().map(|fact| answers::answer(guide, *fact, &case)).collect();
        CaseRow { answers, leads: names(&outcome.holding), otherwise: outcome.holding.is_empty() }
    };
    let rows: Vec<CaseRow> = outcomes.rows.into_iter().map(row).collect();
    CasesTable { title: title.to_owned(), rule, asks, count: many(rows.len(), "row"), rows, missing }
}

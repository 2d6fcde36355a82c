//! The table of a decision, in words: on its own page, and in the article that it stands in.

use super::condition;
use super::frame::Frame;
use crate::guide::{Decision, Expr, FactId, Hit, Outcome, Route, Row};
use crate::markup::html::RouteTable;
use crate::markup::text;
use crate::markup::text::capitalized;

/// The table; `None` for a decision without one.
pub(super) fn table(frame: &Frame<'_, '_>, decision: &Decision) -> Option<RouteTable> {
    let (guide, words) = (frame.plan.guide, frame.plan.words);
    let route = decision.route.as_ref()?;
    let outcome = |outcome: &Outcome| match outcome {
        Outcome::See(roles) => {
            let names: Vec<String> = roles.iter().map(|id| guide.role(*id).value.one.clone()).collect();
            capitalized(&words.list(&names))
        }
        Outcome::Option(at) => decision.options.get(*at).map(|option| text::plain(&option.title)).unwrap_or_default(),
    };
    // Where one question decides all, it stands once, above its answers.
    let question = one_question(route).map(|id| guide.fact(id));
    let when = |row: &Row| match (question, &row.when.expr) {
        (Some(fact), Expr::Has { values, .. }) => condition::labels_of(fact, words, values),
        _ => capitalized(&condition::clause(guide, words, &row.when.expr)),
    };
    let mut rows: Vec<[String; 2]> = route.rows.iter().map(|row| [when(row), outcome(&row.then)]).collect();
    rows.extend(route.otherwise.iter().map(|otherwise| [words.text("route_otherwise").to_owned(), outcome(otherwise)]));
    let sees = |outcome: &Outcome| matches!(outcome, Outcome::See(_));
    let all_see = route.rows.iter().map(|row| &row.then).chain(&route.otherwise).all(sees);
    let caption = match (all_see, route.hit) {
        (true, _) => "route_see",
        (false, Hit::Collect) => "route_options",
        (false, Hit::Unique | Hit::First) => "route_option",
    };
    let caption = match route.hit {
        Hit::First if route.rows.len() > 1 => words.fill("route_first", &[("caption", words.text(caption))]),
        Hit::First | Hit::Unique | Hit::Collect => words.text(caption).to_owned(),
    };
    let head = words.text(if all_see { "route_head_see" } else { "route_head_option" });
    let first = question.map_or(words.text("route_head_if"), |fact| &fact.ask);
    Some(RouteTable { caption, heads: [first.to_owned(), head.to_owned()], rows })
}

/// The fact that every row asks, and nothing else.
fn one_question(route: &Route) -> Option<FactId> {
    let mut asked = route.rows.iter().map(|row| match &row.when.expr {
        Expr::Has { fact, .. } => Some(*fact),
        Expr::All(_) | Expr::Any(_) | Expr::Not(_) => None,
    });
    let first = asked.next()??;
    asked.all(|fact| fact == Some(first)).then_some(first)
}

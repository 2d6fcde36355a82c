//! Decisions that lead back to each other, with no way out.

use crate::base::Place;
use crate::base::cycles::cycles;
use crate::check::{Check, Context, Judges};
use crate::guide::{Decision, DecisionId, Guide, NodeId, Target};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("decisions-in-a-circle", Level::Error, include_str!("decisions_in_a_circle.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Any, run);

/// Finds circles of decisions none of whose options leads anywhere else, each circle once.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    let next: Vec<Option<Vec<usize>>> =
        guide.decisions.iter().map(|decision| only_decisions(guide, decision)).collect();
    let mut has_way_out: Vec<bool> = next.iter().map(Option::is_none).collect();
    // A way out is a way to a decision that has one.
    loop {
        let leads = |to: &usize| has_way_out.get(*to).copied().unwrap_or(true);
        let more = next
            .iter()
            .enumerate()
            .position(|(at, next)| !leads(&at) && next.as_ref().is_some_and(|next| next.iter().any(leads)));
        match more.and_then(|at| has_way_out.get_mut(at)) {
            Some(found) => *found = true,
            None => break,
        }
    }
    let trapped = |at: usize| has_way_out.get(at) == Some(&false);
    let from = |at: usize| match next.get(at) {
        Some(Some(next)) if trapped(at) => next.clone(),
        _ => Vec::new(),
    };
    for circle in cycles(guide.decisions.len(), &from) {
        let decisions: Vec<&Decision> = circle.iter().map(|at| guide.decision(DecisionId(*at))).collect();
        let Some((first, others)) = decisions.split_first() else { continue };
        let message = match others {
            [] => format!("each option of the decision `{}` leads back to it", first.name),
            _ => "decisions lead to each other in a circle".to_owned(),
        };
        let problem = Diagnostic::new(&RULE, place(guide, first), message)
            .label("no option of it leads out of the circle")
            .note("a reader goes round and round, and is never done")
            .help("let one option lead to a page that is no part of the circle, or name it in `ends`");
        let problem = others.iter().fold(problem, |problem, decision| {
            problem.also(place(guide, decision), "no option of it leads out, either")
        });
        problems.push(problem);
    }
}

/// The decisions that its options lead to, if all of them lead to decisions.
fn only_decisions(guide: &Guide, decision: &Decision) -> Option<Vec<usize>> {
    let leads = decision.options.iter().map(|option| decision_at(guide, option.then.as_ref()?));
    leads.collect::<Option<Vec<usize>>>().filter(|next| !next.is_empty())
}

/// The decision that a target is, by itself or as a section of its article.
fn decision_at(guide: &Guide, target: &Target) -> Option<usize> {
    match target.node {
        NodeId::Decision(id) => Some(id.0),
        NodeId::Article(id) => guide
            .decisions
            .iter()
            .position(|decision| decision.article == id && target.anchor.as_deref() == Some(decision.name.as_str())),
        NodeId::Home | NodeId::Parts | NodeId::Part(_) | NodeId::Scenarios | NodeId::Scenario(_) => None,
        NodeId::Finder | NodeId::Glossary | NodeId::Sources | NodeId::Page(_) => None,
    }
}

/// Its heading.
fn place(guide: &Guide, decision: &Decision) -> Place {
    let prose = &guide.article(decision.article).prose;
    let heading = prose.body.blocks.get(decision.at).and_then(|block| block.heading());
    heading.map_or(Place::file(&prose.targets.path), |heading| heading.span.in_file(&prose.targets.path))
}

//! The checklist of each scenario: which items it has, and in which order.

use std::collections::{BTreeMap, BTreeSet};

use super::collect::Doc;
use super::names::{Kind, Meaning, Names};
use super::references::draft;
use super::rules;
use crate::base::cycles::cycles;
use crate::guide::{ArticleId, Item, ItemId, Line, Origin, ScenarioId};
use crate::parse::schema::Scenario;
use crate::report::{Diagnostic, Problems};

/// For each scenario, itself and all that it includes, circles broken.
pub(super) fn includes(
    scenarios: &[Doc<'_, Scenario>],
    names: &Names,
    is_draft: &dyn Fn(usize) -> bool,
    problems: &mut Problems,
) -> Vec<BTreeSet<ScenarioId>> {
    let mut direct: Vec<Vec<usize>> = Vec::new();
    for (here, doc) in scenarios.iter().enumerate() {
        let mut found = Vec::new();
        for name in &doc.front.includes {
            let place = name.span.in_file(doc.path);
            match names.find(Kind::Scenario, name, &|_| place.clone(), problems) {
                Some(Meaning::Live(at)) => found.push(at),
                Some(Meaning::Draft) if !is_draft(here) => {
                    problems.push(draft(Kind::Scenario, name.value.as_str(), place))
                }
                Some(Meaning::Draft | Meaning::Broken) | None => {}
            }
        }
        direct.push(found);
    }
    let next = |at: usize| direct.get(at).cloned().unwrap_or_default();
    for circle in cycles(scenarios.len(), &next) {
        let docs: Vec<&Doc<'_, Scenario>> = circle.iter().filter_map(|at| scenarios.get(*at)).collect();
        let (Some(first), Some(second)) = (docs.first(), docs.get(1).or(docs.first())) else { continue };
        let Some(written) = first.front.includes.iter().find(|name| name.value == *second.name) else { continue };
        let message = match docs.len() {
            1 => format!("scenario `{}` includes itself", first.name),
            _ => "scenarios include each other in a circle".to_owned(),
        };
        let problem = Diagnostic::new(&rules::INCLUDES_CYCLE, written.span.in_file(first.path), message)
            .label(format!("`{}` includes `{}`", first.name, second.name))
            .help("take one of these names out of `includes`");
        let others = docs.iter().zip(docs.iter().cycle().skip(1)).skip(1);
        problems.push(others.fold(problem, |problem, (doc, next)| {
            match doc.front.includes.iter().find(|name| name.value == *next.name) {
                Some(name) => {
                    problem.also(name.span.in_file(doc.path), format!("`{}` includes `{}`", doc.name, next.name))
                }
                None => problem,
            }
        }));
    }
    (0..scenarios.len())
        .map(|start| {
            let mut all = BTreeSet::new();
            let mut open = vec![start];
            while let Some(at) = open.pop() {
                if all.insert(ScenarioId(at)) {
                    open.extend(next(at));
                }
            }
            all
        })
        .collect()
}

/// The items of a scenario, phase by phase, in order; phases without items are left out.
pub(super) fn checklist(
    scenario: ScenarioId,
    included: &BTreeSet<ScenarioId>,
    items: &[Item],
) -> Vec<(usize, Vec<Line>)> {
    let is_for = |item: &Item| !item.audience.excludes(scenario) && included.iter().any(|one| item.audience.has(*one));
    let mut mine: Vec<ItemId> = Vec::new();
    mine.extend(items.iter().enumerate().filter(|(_, item)| is_for(item)).map(|(at, _)| ItemId(at)));
    let phase = |id: &ItemId| items.get(id.0).map_or(0, |item| item.phase);
    let when = |id: ItemId| items.get(id.0).and_then(|item| item.when.as_ref());
    let line = |id: ItemId| Line { item: id, only_if: when(id).map(|when| when.expr.clone()) };
    let phases: BTreeSet<usize> = mine.iter().map(phase).collect();
    phases
        .into_iter()
        .map(|wanted| {
            let of_phase: Vec<ItemId> = mine.iter().copied().filter(|id| phase(id) == wanted).collect();
            (wanted, in_order(of_phase, items).into_iter().map(line).collect())
        })
        .collect()
}

/// The given order, changed only where `after` asks for it: always the first item whose
/// predecessors are all there comes next.
fn in_order(wanted: Vec<ItemId>, items: &[Item]) -> Vec<ItemId> {
    let after = |id: ItemId| items.get(id.0).map_or(&[][..], |item| item.after.as_slice());
    if wanted.iter().all(|id| after(*id).is_empty()) {
        return wanted;
    }
    let places: BTreeMap<ItemId, usize> = wanted.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    // For each item by its place: how many it waits for, and who waits for it.
    let mut waits: Vec<usize> = vec![0; wanted.len()];
    let mut waiting: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, id) in wanted.iter().enumerate() {
        let before: BTreeSet<usize> = after(*id).iter().filter_map(|one| places.get(one).copied()).collect();
        for earlier in before.into_iter().filter(|earlier| *earlier != place) {
            waiting.entry(earlier).or_default().push(place);
            waits.get_mut(place).into_iter().for_each(|count| *count += 1);
        }
    }
    let is_free = |waits: &[usize], place: usize| waits.get(place) == Some(&0);
    let mut free: BTreeSet<usize> = (0..wanted.len()).filter(|place| is_free(&waits, *place)).collect();
    let mut left: BTreeSet<usize> = (0..wanted.len()).collect();
    let mut ordered = Vec::with_capacity(wanted.len());
    // A circle was reported; whatever comes first in it breaks it.
    while let Some(next) = free.pop_first().or_else(|| left.first().copied()) {
        left.remove(&next);
        ordered.extend(wanted.get(next).copied());
        for later in waiting.remove(&next).into_iter().flatten() {
            waits.get_mut(later).into_iter().for_each(|count| *count -= 1);
            if is_free(&waits, later) && left.contains(&later) {
                free.insert(later);
            }
        }
    }
    ordered
}

/// Items on no checklist, and scenarios without items. Items and scenarios of drafts are let pass.
pub(super) fn check(
    scenarios: &[Doc<'_, Scenario>],
    lists: &[&[(usize, Vec<Line>)]],
    items: &[Item],
    is_draft: &dyn Fn(&crate::base::InputPath) -> bool,
    problems: &mut Problems,
) {
    let lines = lists.iter().copied().flatten().flat_map(|(_, lines)| lines);
    let used: BTreeSet<ItemId> = lines.map(|line| line.item).collect();
    let unused =
        items.iter().enumerate().filter(|(at, item)| !used.contains(&ItemId(*at)) && !is_draft(&item.written.path));
    for (_, item) in unused {
        let problem = |message| {
            let place = item.written.span.in_file(&item.written.path);
            Diagnostic::new(&rules::ITEM_FOR_NOBODY, place, message).label("nobody would ever see it")
        };
        if scenarios.is_empty() {
            let message = "there is no scenario, and so no checklist for any item";
            let help = "write a scenario in content/scenarios/: each one gets a checklist";
            problems.push(problem(message.to_owned()).help(help));
            break;
        }
        let message = format!("item `{}` is on no checklist", item.name);
        problems.push(problem(message).help("name a scenario in its `for`, or take the box away: `- …`"));
    }
    for (doc, list) in scenarios.iter().zip(lists) {
        if list.is_empty() && !is_draft(doc.path) {
            let place = doc.front.title.span.in_file(doc.path);
            problems.push(
                Diagnostic::new(
                    &rules::CHECKLIST_EMPTY,
                    place,
                    format!("scenario `{}` has an empty checklist", doc.name),
                )
                .label("no item is for it")
                .note("a reader in this situation would find nothing to do")
                .help(format!("write `for: [{}]` in an article with items, or write `- [ ] …` in this file", doc.name)),
            );
        }
    }
}

/// The articles that have items on a checklist, in the order of the guide.
pub(super) fn articles_on(list: &[(usize, Vec<Line>)], items: &[Item]) -> BTreeSet<ArticleId> {
    let lines = list.iter().flat_map(|(_, lines)| lines);
    lines
        .filter_map(|line| match items.get(line.item.0)?.origin {
            Origin::Article(article) => Some(article),
            Origin::Scenario(_) => None,
        })
        .collect()
}

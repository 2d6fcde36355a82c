//! When items are done: the phase of each, and whether a `due` has a visit to count from.

use super::items::{ItemSource, Line, Said, Surroundings};
use super::names::Kind;
use super::references::live;
use super::rules;
use crate::base::{InputPath, Name, Spanned};
use crate::guide::Origin;
use crate::report::{Diagnostic, Problems};

/// Reports the lines of a document that have no phase, all at once: one word can mend them.
pub(super) fn check(
    source: &ItemSource<'_>,
    said: &Said<'_>,
    around: &Surroundings<'_>,
    lines: &[Line<'_>],
    problems: &mut Problems,
) {
    let Some(phase) = around.phases.first().filter(|_| around.phases_known && !source.lost_phase) else { return };
    let phase = &phase.name.value;
    // Lines without a name may have lost it, with the phase that the metadata gives to it: that is told there.
    let mut lost = said.lost;
    let mut is_echo = |line: &Line<'_>| {
        let echo = line.item.name.is_none() && lost > 0;
        lost -= usize::from(echo);
        echo || said.lost_section_of(line)
    };
    let without = lines.iter().filter(|line| said.phase(source, line).is_none() && !is_echo(line));
    let without: Vec<&Line<'_>> = without.collect();
    let Some((first, others)) = without.split_first() else { return };
    let message = match (&first.item.name, others.len()) {
        (_, 1..) => format!("{} items have no phase", without.len()),
        (Some(name), 0) => format!("item `{}` has no phase", name.value),
        (None, 0) => "an item has no phase".to_owned(),
    };
    let label = if others.is_empty() { "when is it done?" } else { "the first of them: when is it done?" };
    let by_name = format!("add `{}: {{phase: {phase}}}` under `items`", first.name);
    let help = match (&first.item.name, source.origin) {
        (Some(_), Origin::Article(_)) if others.is_empty() => {
            format!("{by_name}, or `phase: {phase}` for the whole article")
        }
        (_, Origin::Article(_)) => format!("add `phase: {phase}` for the whole article, or a phase for each item"),
        (_, Origin::Scenario(_)) if !others.is_empty() => format!("{by_name}, and so for each of them"),
        (Some(_), Origin::Scenario(_)) => by_name,
        (None, Origin::Scenario(_)) => format!("end its line with `{{#{}}}`, and {by_name}", first.name),
    };
    let place = first.item.span.in_file(source.path);
    problems.push(Diagnostic::new(&rules::PHASE_MISSING, place, message).label(label).help(help));
}

/// The place of a line's phase in the guide; a line without one was reported.
pub(super) fn of(
    source: &ItemSource<'_>,
    around: &Surroundings<'_>,
    phase: Option<&Spanned<Name>>,
    problems: &mut Problems,
) -> Option<usize> {
    if !around.phases_known || (around.phases.is_empty() && phase.is_none()) {
        return Some(0);
    }
    live(around.names, Kind::Phase, source.path, phase?, problems)
}

/// Reports every `due` of a guide that has no visit to count from, all at once: one line can mend them.
pub(super) fn due_without_visit(sources: &[ItemSource<'_>], around: &Surroundings<'_>, problems: &mut Problems) {
    if !around.phases_known || around.phases.iter().any(|phase| phase.is_visit) {
        return;
    }
    let all = sources.iter().flat_map(|source| source.items.iter().map(move |(_, rules_of)| (source, rules_of)));
    let mut dues = all.filter_map(|(source, rules_of)| Some(rules_of.due.as_ref()?.span.in_file(source.path)));
    let Some(first) = dues.next() else { return };
    let message = match dues.count() {
        0 => "`due` has no visit to count from".to_owned(),
        others => format!("`due` of {} items has no visit to count from", others + 1),
    };
    problems.push(
        Diagnostic::new(&rules::DUE_WITHOUT_VISIT, first, message)
            .label("no phase in site.toml is marked as the visit")
            .help(match around.phases.is_empty() {
                true => "take `due` out, or add phases to site.toml, one of them with `visit = true`",
                false => "add `visit = true` to one of the `[[phases]]` in site.toml, or take `due` out",
            }),
    );
}

/// Reports a `due` on the other side of the visit than its phase.
pub(super) fn check_due(
    path: &InputPath,
    around: &Surroundings<'_>,
    phase: usize,
    due: &Spanned<i32>,
    problems: &mut Problems,
) {
    let visit = around.phases.iter().position(|phase| phase.is_visit).filter(|_| around.phases_known);
    // Without a visit, all of them are reported at once.
    let Some(visit) = visit else { return };
    let place = due.span.in_file(path);
    let (wrong, help) = if phase < visit {
        (due.value > 0, "put a minus before it, as in `-P7D`, or give the item a later phase")
    } else {
        (due.value < 0, "take the minus away, or give the item an earlier phase")
    };
    if wrong {
        let side = if due.value > 0 { "after" } else { "before" };
        problems.push(
            Diagnostic::new(
                &rules::DUE_WRONG_SIDE,
                place,
                format!("`due` lies {side} the visit, the item's phase does not"),
            )
            .label(format!("{} days {side} the visit", due.value.abs()))
            .help(help),
        );
    }
}

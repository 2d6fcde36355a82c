//! Findings that an author allows, with a reason and an end date.

use super::rules::{ALLOWANCE_ENDED, ALLOWANCE_UNUSED};
use super::{Occasion, all_rules, levels};
use crate::base::{Date, InputPath, Span};
use crate::guide::{Allowance, Guide};
use crate::report::{Diagnostic, Kind, Problems, Severity};

/// The problems without those that are allowed on `today`.
pub(super) fn apply(guide: &Guide, problems: Problems, today: Date) -> Problems {
    // With an error somewhere, not every check could judge: what is missing may yet be found.
    let is_whole = !problems.has_errors();
    // An allowance speaks of its own file only.
    let (mut all, mut by_file) = problems.apart(|path| guide.allowances.contains_key(path));
    for path in guide.allowances.keys() {
        all.extend(apply_in(guide, path, by_file.remove(path).unwrap_or_default(), is_whole, today));
    }
    all
}

/// The problems of one file without those that it allows on `today`.
pub(super) fn apply_in(
    guide: &Guide,
    path: &InputPath,
    mut problems: Problems,
    is_whole: bool,
    today: Date,
) -> Problems {
    for allowance in guide.allowances.get(path).into_iter().flatten() {
        let name = allowance.rule.value.as_str();
        let place = allowance.rule.span.in_file(path);
        let rule = all_rules().into_iter().find(|rule| rule.name == name);
        let is_it = |diagnostic: &Diagnostic| {
            diagnostic.rule.name == name && diagnostic.rule.kind == Kind::Check && is_in(allowance.scope, diagnostic)
        };
        let ended = allowance.until.as_ref().filter(|until| until.value < today);
        match (rule, ended) {
            (None, _) => problems.push(levels::unknown(name, place)),
            (Some(rule), _) if rule.kind == Kind::Structural => problems.push(
                levels::fixed(place, format!("`{name}` cannot be allowed"))
                    .help("mend what it finds, and take the allowance out"),
            ),
            (Some(_), Some(until)) => problems.push(
                Diagnostic::new(
                    &ALLOWANCE_ENDED,
                    until.span.in_file(path),
                    format!("the allowance of `{name}` has ended"),
                )
                .label("its last day")
                .help("mend what it allowed, or set a later day with the reason why"),
            ),
            (Some(_), None) if problems.iter().any(is_it) => problems = problems.only(|diagnostic| !is_it(diagnostic)),
            (Some(_), None) if !is_whole => {}
            (Some(_), None) => problems.push(
                Diagnostic::new(&ALLOWANCE_UNUSED, place, format!("nothing here is found by `{name}`"))
                    .label("allows what is not there")
                    .help("take the allowance out"),
            ),
        }
    }
    problems
}

/// What only the end of an allowance brings back stops nothing but a release.
pub(super) fn spare_the_ended(guide: &Guide, problems: Problems, today: Date, occasion: Occasion) -> Problems {
    let is_over = |allowance: &Allowance| allowance.until.as_ref().is_some_and(|until| until.value < today);
    problems.judged(|diagnostic| {
        if diagnostic.severity != Severity::Error || occasion != Occasion::Everyday {
            return Some(diagnostic.severity);
        }
        let allowances = guide.allowances.get(&diagnostic.place().path).into_iter().flatten();
        let mut ended = allowances
            .filter(|one| one.rule.value == diagnostic.rule.name && is_over(one) && is_in(one.scope, diagnostic));
        Some(if ended.next().is_some() { Severity::Warning } else { Severity::Error })
    })
}

/// Whether it was found where an allowance counts.
fn is_in(scope: Option<Span>, diagnostic: &Diagnostic) -> bool {
    let Some(scope) = scope else { return true };
    diagnostic.place().span.is_some_and(|found| scope.start <= found.start && found.end <= scope.end)
}

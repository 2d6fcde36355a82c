//! Levels of checks, as site.toml sets them.

use super::rules::{RULE_FIXED, UNKNOWN_RULE};
use super::{Occasion, all_rules};
use crate::base::suggest::did_you_mean;
use crate::base::{InputPath, Place};
use crate::guide::{Guide, Profile};
use crate::report::{Diagnostic, Kind, Level, Problems, Raised, Rule, Severity};

/// Levels for rules that do not exist, or that cannot be set.
pub(super) fn check(guide: &Guide) -> Problems {
    let mut problems = Problems::new();
    let path = InputPath::new("site.toml");
    for (name, level) in &guide.site.levels {
        let place = level.span.in_file(&path);
        match all_rules().into_iter().find(|rule| rule.name == name) {
            None => problems.push(unknown(name, place)),
            Some(rule) if rule.kind == Kind::Structural => {
                problems.push(fixed(place, format!("the level of `{name}` cannot be set")).help("take the line out"))
            }
            Some(_) => {}
        }
    }
    problems
}

/// That a rule is always on.
pub(super) fn fixed(place: Place, message: String) -> Diagnostic {
    Diagnostic::new(&RULE_FIXED, place, message)
        .label("always an error")
        .note("without it no guide could be built that holds together")
}

/// That no rule is called `name`.
pub(super) fn unknown(name: &str, place: Place) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(&UNKNOWN_RULE, place, format!("no rule is called `{name}`")).label("nothing has this name");
    let checks = all_rules().into_iter().filter(|rule| rule.kind == Kind::Check).map(|rule| rule.name);
    match did_you_mean(name, checks) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help("write a rule's name as a report shows it, between square brackets"),
    }
}

/// The problems at the levels that the site sets; those switched off are left out.
pub(super) fn apply(guide: &Guide, problems: Problems, occasion: Occasion) -> Problems {
    problems.judged(|diagnostic| match level(guide, diagnostic.rule, occasion) {
        Level::Off => None,
        Level::Note => Some(Severity::Note),
        Level::Warn => Some(Severity::Warning),
        Level::Error => Some(Severity::Error),
    })
}

/// What a rule weighs here: what the site says, else what its profile makes of it. What only the date brings
/// about stops a release, unless the site made less than a warning of it; and nothing else, whatever the site
/// says.
pub(super) fn level(guide: &Guide, rule: &Rule, occasion: Occasion) -> Level {
    let is_raised = rule.raised == Raised::InDecisionAid && guide.site.profile == Profile::DecisionAid;
    let own = if is_raised { Level::Error } else { rule.level };
    let set = guide.site.levels.get(rule.name).filter(|_| rule.kind == Kind::Check);
    let level = set.map_or(own, |level| level.value);
    let is_serious = matches!(level, Level::Warn | Level::Error);
    match occasion {
        Occasion::Release if rule.raised == Raised::ForRelease && is_serious => Level::Error,
        Occasion::Everyday if rule.raised == Raised::ForRelease && is_serious => Level::Warn,
        Occasion::Release | Occasion::Everyday => level,
    }
}

/// What is wrong with a draft, or between a draft and something else, never stops a build.
pub(super) fn spare_drafts(guide: &Guide, problems: Problems) -> Problems {
    problems.judged(|diagnostic| {
        let in_draft = || diagnostic.labels.iter().any(|label| guide.drafts.contains(&label.place.path));
        let is_spared = diagnostic.severity == Severity::Error && in_draft();
        Some(if is_spared { Severity::Warning } else { diagnostic.severity })
    })
}

//! Judges a resolved guide: the checks, the levels a site sets, the findings it allows.
//!
//! [`CheckedGuide`] can be made here only, and only without an error left; pages and exports take
//! nothing else. So a guide that was not checked cannot be published: it would not compile.

mod allow;
mod levels;
mod prose;
pub mod reading;
pub mod rules;
mod unused;

use crate::base::Date;
use crate::guide::Guide;
use crate::report::{Problems, Reported, Rule};

/// The proof that a guide has no error left.
#[derive(Debug)]
pub struct CheckedGuide(Guide);

impl CheckedGuide {
    /// The guide.
    pub fn guide(&self) -> &Guide {
        &self.0
    }
}

/// A judgement on a resolved guide.
pub struct Check {
    /// What it finds.
    pub rule: &'static Rule,
    /// Which guides it can judge.
    pub judges: Judges,
    /// Looks for it.
    pub run: fn(&Context<'_>, &mut Problems),
}

/// What a check judges, and on which day.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The guide.
    pub guide: &'a Guide,
    /// The day, for what is due or over.
    pub today: Date,
}

/// What a guide is judged for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Everyday work: the date alone never stops it.
    Everyday,
    /// A release: what only the date brings about is an error.
    Release,
}

/// Which guides a check can judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judges {
    /// Any: what it looks at is there or not.
    Any,
    /// Those without an error: what it misses may stand in what could not be read, and the author
    /// would be told of one mistake twice.
    Whole,
}

/// All checks, sorted by the name of their rule.
pub static CHECKS: &[&Check] = &[
    &rules::decision_not_a_question::CHECK,
    &rules::fear_or_promise::CHECK,
    &rules::hard_to_read::CHECK,
    &rules::heading_off_topic::CHECK,
    &rules::item_not_a_question::CHECK,
    &rules::item_too_long::CHECK,
    &rules::item_without_verb::CHECK,
    &rules::large_picture::CHECK,
    &rules::long_paragraph::CHECK,
    &rules::long_sentence::CHECK,
    &rules::passive_item::CHECK,
    &rules::steering_words::CHECK,
    &rules::unexplained_term::CHECK,
    &rules::unmarked_story::CHECK,
    &rules::unused_person::CHECK,
    &rules::unused_role::CHECK,
    &rules::unused_source::CHECK,
    &rules::unused_term::CHECK,
];

/// Every rule of the program, sorted by name.
pub fn all_rules() -> Vec<&'static Rule> {
    let mut all: Vec<&Rule> = Vec::new();
    all.extend(crate::parse::rules::RULES);
    all.extend(crate::markup::rules::RULES);
    all.extend(crate::resolve::rules::RULES);
    all.extend(CHECKS.iter().map(|check| check.rule));
    all.extend(rules::RULES);
    all.sort_by_key(|rule| rule.name);
    all
}

/// What every check finds in a guide, whatever its level: also the guesses, which are off unless a site asks for
/// them. For reports to editors; `build` tells what [`guide`] gives.
pub fn all_findings(checked: &CheckedGuide, today: Date) -> Problems {
    let mut problems = Problems::new();
    for check in CHECKS {
        (check.run)(&Context { guide: checked.guide(), today }, &mut problems);
    }
    problems.sorted()
}

/// The guide, if nothing in it or in what was found before stops publishing; and all problems, at
/// the levels of the site, sorted. `None` came from resolve: then the problems say why.
///
/// `today` decides what is due and over, and no byte of a page; `occasion` what that weighs.
pub fn guide(guide: Option<Guide>, found: Problems, today: Date, occasion: Occasion) -> Reported<Option<CheckedGuide>> {
    let Some(guide) = guide else { return Reported::new(None, found.sorted()) };
    let mut problems = levels::spare_drafts(&guide, found);
    let is_whole = !problems.has_errors();
    let context = Context { guide: &guide, today };
    for check in CHECKS.iter().filter(|check| is_whole || check.judges == Judges::Any) {
        (check.run)(&context, &mut problems);
    }
    problems.extend(levels::check(&guide));
    let problems = allow::apply(&guide, problems, today);
    let problems = levels::apply(&guide, problems, occasion);
    let problems = allow::spare_the_ended(&guide, problems, today, occasion);
    let problems = levels::spare_drafts(&guide, problems).sorted();
    let checked = (!problems.has_errors()).then_some(CheckedGuide(guide));
    Reported::new(checked, problems)
}

//! Judges a resolved guide: the checks, the levels a site sets, the findings it allows.
//!
//! [`CheckedGuide`] can be made here only, and only without an error left; pages and exports take
//! nothing else. So a guide that was not checked cannot be published: it would not compile.

mod again;
mod allow;
mod cases;
mod levels;
pub mod makers;
mod memory;
mod mentions;
mod page;
mod proof;
pub mod reading;
pub mod rules;
mod text;
mod unused;

pub use again::{Kept, Revised, again};
pub use memory::Memory;
pub use mentions::Mentions;
pub use page::Page;
pub use text::{Text, Yardstick};

use std::sync::Arc;

use rayon::prelude::*;

use mentions::{Finders, Mentioned};

use crate::base::{Date, InputPath};
use crate::guide::{ArticleId, Guide, NodeId, Origin, ScenarioId};
use crate::markup::terms::Terms;
use crate::report::{Level, Problems, Reported, Rule};

/// The proof that a guide has no error left.
#[derive(Debug)]
pub struct CheckedGuide(Guide, Arc<Mentioned>);

impl CheckedGuide {
    /// The guide.
    pub fn guide(&self) -> &Guide {
        &self.0
    }

    /// The same guide with other words on a page that was judged again.
    fn with(&self, guide: Guide) -> CheckedGuide {
        CheckedGuide(guide, self.1.clone())
    }

    /// What each page mentions, in the order of the guide.
    pub fn mentions(&self) -> &[(NodeId, Arc<Mentions>)] {
        &self.1.pages
    }

    /// The page whose words stand in a file.
    pub fn node(&self, path: &InputPath) -> Option<NodeId> {
        self.1.nodes.get(path).copied()
    }

    /// The terms that are linked where they are first used.
    pub fn linked_terms(&self) -> &Arc<Terms> {
        &self.1.finders.linked
    }
}

/// A judgement on a resolved guide.
#[derive(Debug)]
pub struct Check {
    /// What it finds.
    pub rule: &'static Rule,
    /// Which guides it can judge.
    pub judges: Judges,
    /// Looks for it.
    pub look: Look,
}

/// How far a check sees. One that sees less looks again at less when something changed.
#[derive(Clone, Copy, Debug)]
pub enum Look {
    /// The words of one page, or of the glossary, and nothing else.
    Text(fn(&Text<'_>, &mut Problems)),
    /// One article or scenario, with its items and decisions.
    Page(fn(&Page<'_>, &mut Problems)),
    /// The whole guide. Of the words of its pages, it may judge only what their files have in common with
    /// the rest of the guide: links, citations, terms, headings, the words of items.
    Guide(fn(&Context<'_>, &mut Problems)),
}

impl Check {
    const fn of_text(rule: &'static Rule, judges: Judges, run: fn(&Text<'_>, &mut Problems)) -> Check {
        Check { rule, judges, look: Look::Text(run) }
    }

    const fn of_page(rule: &'static Rule, judges: Judges, run: fn(&Page<'_>, &mut Problems)) -> Check {
        Check { rule, judges, look: Look::Page(run) }
    }

    const fn of_guide(rule: &'static Rule, judges: Judges, run: fn(&Context<'_>, &mut Problems)) -> Check {
        Check { rule, judges, look: Look::Guide(run) }
    }
}

/// What a check judges, and on which day.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The guide.
    pub guide: &'a Guide,
    /// The day, for what is due or over.
    pub today: Date,
    /// How something not to do may begin, in small letters: "do not".
    pub do_not_forms: &'a [String],
    /// What each page mentions.
    pub mentions: &'a [(NodeId, Arc<Mentions>)],
}

/// What a guide is judged by, beside its own settings.
#[derive(Clone, Copy, Debug)]
pub struct Standpoint<'a> {
    /// Decides what is due and over, and no byte of a page.
    pub today: Date,
    /// What that weighs.
    pub occasion: Occasion,
    /// How something not to do may begin, in the language of the theme's words.
    pub do_not_forms: &'a [String],
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
    /// Those in which no check found an error either: where a condition or a table is wrong, much seems
    /// to change nothing.
    Sound,
}

/// All checks, sorted by the name of their rule.
pub static CHECKS: &[&Check] = &[
    &rules::answers_alike::CHECK,
    &rules::author_without_role::CHECK,
    &rules::call_without_record::CHECK,
    &rules::cases_not_listed::CHECK,
    &rules::checklist_too_long::CHECK,
    &rules::decision_not_a_question::CHECK,
    &rules::decisions_in_a_circle::CHECK,
    &rules::disclaimer_missing::CHECK,
    &rules::do_not_missing_or_twice::CHECK,
    &rules::due_out_of_order::CHECK,
    &rules::emergency_missing::CHECK,
    &rules::fact_never_asked::CHECK,
    &rules::fear_or_promise::CHECK,
    &rules::finder_leads_nowhere::CHECK,
    &rules::funding_unsaid::CHECK,
    &rules::hard_to_read::CHECK,
    &rules::heading_off_topic::CHECK,
    &rules::interests_unsaid::CHECK,
    &rules::item_not_a_question::CHECK,
    &rules::item_said_twice::CHECK,
    &rules::item_too_long::CHECK,
    &rules::item_without_verb::CHECK,
    &rules::large_picture::CHECK,
    &rules::long_paragraph::CHECK,
    &rules::long_sentence::CHECK,
    &rules::must_without_why::CHECK,
    &rules::no_way_to_say_unsure::CHECK,
    &rules::nobody_named::CHECK,
    &rules::page_dead_end::CHECK,
    &rules::passive_item::CHECK,
    &rules::question_changes_nothing::CHECK,
    &rules::review_due_soon::CHECK,
    &rules::review_overdue::CHECK,
    &rules::reviewer_is_author::CHECK,
    &rules::row_hidden::CHECK,
    &rules::row_never_fits::CHECK,
    &rules::rows_overlap::CHECK,
    &rules::scenario_out_of_reach::CHECK,
    &rules::scenario_test_fails::CHECK,
    &rules::scenario_untested::CHECK,
    &rules::scenarios_alike::CHECK,
    &rules::steering_words::CHECK,
    &rules::table_gap::CHECK,
    &rules::too_many_questions::CHECK,
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
pub fn all_findings(checked: &CheckedGuide, from: &Standpoint<'_>) -> Problems {
    let guide = checked.guide();
    let mut problems = Memory::default().texts(CHECKS, guide);
    problems.extend(look_at_guide(CHECKS, guide, &checked.1, from));
    problems.extend(look_at_pages(CHECKS, guide, from));
    problems.sorted()
}

/// What checks of one page find, page by page.
fn look_at_pages(checks: &[&Check], guide: &Guide, from: &Standpoint<'_>) -> Problems {
    let articles = (0..guide.articles.len()).map(|at| Origin::Article(ArticleId(at)));
    let origins = articles.chain((0..guide.scenarios.len()).map(|at| Origin::Scenario(ScenarioId(at))));
    let origins: Vec<Origin> = origins.collect();
    let found: Vec<Problems> =
        origins.par_iter().map(|origin| look_at_page(checks, guide, *origin, from.do_not_forms)).collect();
    let mut problems = Problems::new();
    found.into_iter().for_each(|found| problems.extend(found));
    problems
}

/// What checks of the whole guide find.
fn look_at_guide(checks: &[&Check], guide: &Guide, mentioned: &Mentioned, from: &Standpoint<'_>) -> Problems {
    let Standpoint { today, do_not_forms, .. } = *from;
    let context = Context { guide, today, do_not_forms, mentions: &mentioned.pages };
    let mut problems = Problems::new();
    for check in checks {
        if let Look::Guide(run) = check.look {
            run(&context, &mut problems);
        }
    }
    problems
}

/// What checks of one page find.
fn look_at_page(checks: &[&Check], guide: &Guide, origin: Origin, do_not_forms: &[String]) -> Problems {
    let page = page::page(guide, origin, do_not_forms);
    let mut problems = Problems::new();
    for check in checks {
        if let Look::Page(run) = check.look {
            run(&page, &mut problems);
        }
    }
    problems
}

/// Those of the checks that can matter to a guide. One that is off does so only where a file allows what it finds,
/// or where an error of it would keep others from judging.
fn wanted(guide: &Guide, occasion: Occasion, judges: impl Fn(Judges) -> bool) -> Vec<&'static Check> {
    let allowed = |rule: &Rule| guide.allowances.values().flatten().any(|one| one.rule.value == rule.name);
    let is_wanted =
        |rule: &Rule| levels::level(guide, rule, occasion) != Level::Off || rule.level == Level::Error || allowed(rule);
    CHECKS.iter().filter(|check| judges(check.judges) && is_wanted(check.rule)).copied().collect()
}

/// What was found before a guide is judged.
#[derive(Debug, Default)]
pub struct Found {
    /// In reading its files.
    pub parsed: Problems,
    /// In resolving it.
    pub resolved: Problems,
}

/// A judged guide.
#[derive(Debug)]
pub struct Judged {
    /// The guide, if no error stands; and all problems, at the levels of the site, sorted.
    pub reported: Reported<Option<CheckedGuide>>,
    /// What is needed to judge one page of it again; `None` where an error stood.
    pub kept: Option<Kept>,
}

/// The guide, if nothing in it or in what was found before stops publishing; and all problems, at
/// the levels of the site, sorted. `None` came from resolve: then the problems say why.
pub fn guide(guide: Option<Guide>, found: Found, from: &Standpoint<'_>, memory: &mut Memory) -> Judged {
    let Standpoint { today, occasion, .. } = *from;
    let Some(guide) = guide else {
        let mut problems = found.parsed;
        problems.extend(found.resolved);
        return Judged { reported: Reported::new(None, problems.sorted()), kept: None };
    };
    let mut problems = levels::spare_drafts(&guide, found.parsed);
    let mut of_guide = levels::spare_drafts(&guide, found.resolved);
    let is_whole = !problems.has_errors() && !of_guide.has_errors();
    let finders = Finders::of(&guide);
    let pages = memory.mentions.mentions(&guide, &finders);
    let mentioned = Arc::new(Mentioned::new(&guide, finders, pages));
    let judging = |judges| judges == Judges::Any || is_whole && judges == Judges::Whole;
    let checks = wanted(&guide, occasion, judging);
    of_guide.extend(look_at_guide(&checks, &guide, &mentioned, from));
    problems.extend(memory.texts(&checks, &guide));
    problems.extend(look_at_pages(&checks, &guide, from));
    if !problems.has_errors() && !of_guide.has_errors() {
        let judging = |judges| judges == Judges::Sound;
        of_guide.extend(look_at_guide(&wanted(&guide, occasion, judging), &guide, &mentioned, from));
    }
    of_guide.extend(levels::check(&guide));
    problems.extend(of_guide.clone());
    let kept = (!problems.has_errors()).then(|| Kept::new(checks, of_guide));
    let problems = allow::apply(&guide, problems, today);
    let problems = levels::apply(&guide, problems, occasion);
    let problems = allow::spare_the_ended(&guide, problems, today, occasion);
    let problems = levels::spare_drafts(&guide, problems).sorted();
    let checked = (!problems.has_errors()).then_some(CheckedGuide(guide, mentioned));
    Judged { kept: kept.filter(|_| checked.is_some()), reported: Reported::new(checked, problems) }
}

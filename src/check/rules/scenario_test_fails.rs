//! Tests of scenarios that do not hold.

use crate::base::Span;
use crate::check::proof::{never_asked, prove};
use crate::check::{Check, Context, Judges};
use crate::guide::{ItemId, Line, Persona, Scenario};
use crate::logic;
use crate::report::{Diagnostic, Level, Problems, Rule};
use crate::resolve::rules::GIVEN_IMPOSSIBLE;

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("scenario-test-fails", Level::Error, include_str!("scenario_test_fails.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds items that are missing or too many on the checklist of a reader that an author thought of.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let never = never_asked(context);
    for scenario in &context.guide.scenarios {
        // One that nobody can come to has a problem of its own; so has a question that nobody is asked.
        let when = scenario.when.as_ref();
        if when.is_some_and(|when| prove(context, problems, |solver| solver.is_possible(&when.expr)) == Some(false)) {
            continue;
        }
        for test in &scenario.tests {
            if test.given.iter().any(|given| never.contains(&given.fact)) {
                continue;
            }
            if can_be(context, scenario, test, problems) {
                try_out(context, scenario, test, problems);
            }
        }
    }
}

/// Whether a reader can answer as the test says, and be in its scenario. If not, the test says nothing.
fn can_be(context: &Context<'_>, scenario: &Scenario, test: &Persona, problems: &mut Problems) -> bool {
    let persona = prove(context, problems, |solver| {
        let persona = solver.persona(&test.given)?;
        let fits = match (&persona, &scenario.when) {
            (logic::Persona::Possible(cases), Some(when)) => !solver.within(*cases, &when.expr)?.is_empty(),
            _ => true,
        };
        Ok((persona, fits))
    });
    let given = |fact| test.given.iter().zip(&test.given_at).find(|(given, _)| given.fact == fact).map(|(_, at)| *at);
    let impossible = |span: Span, message: String| {
        Diagnostic::new(&GIVEN_IMPOSSIBLE, span.in_file(&test.written.path), message)
            .note("a test that fits no reader would hold whatever the checklist shows")
    };
    let problem = match persona {
        None => return false,
        Some((logic::Persona::Possible(_), true)) => return true,
        Some((logic::Persona::Possible(_), false)) => {
            let span = test.given_at.first().copied().unwrap_or(test.written.span);
            let problem = impossible(span, format!("a reader of this test is not in the scenario `{}`", scenario.name))
                .label("these answers lead elsewhere")
                .help(
                    "give answers that meet the scenario's `when`, or move the test to the scenario that they lead to",
                );
            match &scenario.when {
                Some(when) => problem.also(when.written.span.in_file(&when.written.path), "its readers answer this"),
                None => problem,
            }
        }
        Some((logic::Persona::NotAsked(fact) | logic::Persona::NoAnswer(fact), _)) => {
            let span = given(fact).unwrap_or(test.written.span);
            let fact = context.guide.fact(fact);
            let problem = impossible(span, format!("this reader is not asked `{}`", fact.name))
                .label("the other answers leave this question out")
                .help(format!("take `{}` out of `given`, or give the answers that its `asked-when` wants", fact.name));
            match &fact.asked_when {
                Some(when) => problem.also(when.written.span.in_file(&when.written.path), "asked only if this holds"),
                None => problem,
            }
        }
    };
    problems.push(problem);
    false
}

/// What a reader finds of an item on a checklist.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Finds {
    /// It is there for every such reader.
    Always,
    /// It is there for some of them.
    Sometimes,
    /// It is not there for any.
    Never,
}

fn try_out(context: &Context<'_>, scenario: &Scenario, test: &Persona, problems: &mut Problems) {
    let expected = test.has.iter().map(|one| (one, true)).chain(test.lacks.iter().map(|one| (one, false)));
    let mut wrong: Vec<(Span, bool, Finds)> = Vec::new();
    for ((item, span), has) in expected {
        let Some(finds) = finds(context, scenario, test, *item, problems) else { return };
        if finds != if has { Finds::Always } else { Finds::Never } {
            wrong.push((*span, has, finds));
        }
    }
    let Some(((first, has, finds), others)) = wrong.split_first().map(|(first, others)| (*first, others)) else {
        return;
    };
    let path = &test.written.path;
    let message = format!("a test of the scenario `{}` fails", scenario.name);
    let problem = Diagnostic::new(&RULE, first.in_file(path), message).label(told(has, finds));
    let also = |problem: Diagnostic, (span, has, finds): &(Span, bool, Finds)| {
        problem.also(span.in_file(path), told(*has, *finds))
    };
    let problem = others.iter().fold(problem, also);
    problems.push(
        problem
            .note("the guide no longer gives this reader what you promised here")
            .help("look at the `for` and the `when` of these items; or change the test, if the guide is right"),
    );
}

/// What a reader whom the test describes finds; `None` if that could not be proved.
fn finds(
    context: &Context<'_>,
    scenario: &Scenario,
    test: &Persona,
    item: ItemId,
    problems: &mut Problems,
) -> Option<Finds> {
    let line = scenario.checklist.iter().flat_map(|(_, lines)| lines).find(|line| line.item == item);
    let Some(Line { only_if, .. }) = line else { return Some(Finds::Never) };
    let Some(only_if) = only_if else { return Some(Finds::Always) };
    let found = prove(context, problems, |solver| {
        let logic::Persona::Possible(cases) = solver.persona(&test.given)? else { return Ok(None) };
        let cases = match &scenario.when {
            Some(when) => solver.within(cases, &when.expr)?,
            None => cases,
        };
        if solver.within(cases, only_if)?.is_empty() {
            return Ok(Some(Finds::Never));
        }
        Ok(Some(if solver.implies(cases, only_if)? { Finds::Always } else { Finds::Sometimes }))
    });
    found.flatten()
}

/// What is wrong with an item; its name stands above the words.
fn told(has: bool, finds: Finds) -> &'static str {
    match (has, finds) {
        (true, Finds::Sometimes) => "there for some of these readers only",
        (true, _) => "missing",
        (false, Finds::Sometimes) => "there for some of these readers",
        (false, _) => "there",
    }
}

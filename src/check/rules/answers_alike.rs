//! Answers to one question that nothing tells apart.

use crate::check::proof::{prove, targets};
use crate::check::{Check, Context, Judges};
use crate::guide::{Fact, FactValue};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("answers-alike", Level::Warn, include_str!("answers_alike.md"));
/// Finds it where no check found an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Sound, run);

/// Finds groups of answers of which it never matters which one is given, and answers that change
/// nothing by being among others.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let targets = targets(context.guide);
    for fact in &context.guide.facts {
        same_words(fact, problems);
    }
    let Some(idle) = prove(context, problems, |solver| solver.idle(&targets)) else { return };
    let value = |fact: &'_ Fact, at: usize| fact.values.get(at).cloned();
    // Of several answers, two may well stand for each other: each is judged by itself, below.
    for (id, group) in idle.alike.iter().filter(|(id, _)| !context.guide.fact(*id).many) {
        let fact = context.guide.fact(*id);
        let values: Vec<FactValue> = group.iter().filter_map(|at| value(fact, *at)).collect();
        let Some((first, others)) = values.split_first() else { continue };
        let names: Vec<String> = values.iter().map(|value| format!("`{}`", value.name)).collect();
        let message = format!("nothing tells {} of `{}` apart", names.join(" and "), fact.name);
        let problem = Diagnostic::new(&RULE, first.written.span.in_file(&first.written.path), message)
            .label("leads wherever the others lead")
            .note("readers choose with care between answers; here nothing depends on it")
            .help("make one answer of them, or name one in a condition");
        let also = |problem: Diagnostic, other: &FactValue| {
            problem.also(other.written.span.in_file(&other.written.path), "and so does this one")
        };
        problems.push(others.iter().fold(problem, also));
    }
    for (id, at) in &idle.boxes {
        let fact = context.guide.fact(*id);
        let Some(value) = value(fact, *at).filter(|_| fact.none != Some(*at)) else { continue };
        let message = format!("the answer `{}` of `{}` changes nothing", value.name, fact.name);
        problems.push(
            Diagnostic::new(&RULE, value.written.span.in_file(&value.written.path), message)
                .label("nothing depends on it")
                .note("readers would pick it, and nothing would come of it")
                .help(format!("name `{}` in a condition, or take it out", value.name)),
        );
    }
}

/// Finds answers to one question that a reader cannot tell apart by their words.
fn same_words(fact: &Fact, problems: &mut Problems) {
    for (at, value) in fact.values.iter().enumerate() {
        let above = fact.values.iter().take(at).find(|above| above.label.to_lowercase() == value.label.to_lowercase());
        let Some(above) = above else { continue };
        let message = format!("`{}` and `{}` of `{}` have the same words", above.name, value.name, fact.name);
        problems.push(
            Diagnostic::new(&RULE, value.written.span.in_file(&value.written.path), message)
                .label("a reader is offered the same words twice")
                .also(above.written.span.in_file(&above.written.path), "and here")
                .note("which of the two leads where, nobody can see")
                .help("give each answer words of its own, or make one answer of them"),
        );
    }
}

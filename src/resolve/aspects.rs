//! `{.for}`, `{.against}` and `{.like}`: what they say of an option, and where they say nothing.

use super::decisions::Section;
use super::rules;
use crate::base::{InputPath, Span, Spanned};
use crate::markup::{Aspect, Block, Body};
use crate::report::{Diagnostic, Problems};

/// They mean something only under an option, and each of them once.
pub(super) fn check(path: &InputPath, body: &Body, sections: &[Section], problems: &mut Problems) {
    let mut outside: Vec<Span> = Vec::new();
    // What was said of the present option.
    let mut said: Vec<Spanned<Aspect>> = Vec::new();
    let mut above = 1;
    for (at, block) in body.blocks.iter().enumerate() {
        let Block::Heading(heading) = block else { continue };
        // A level left out is told of; below it, nothing is where it should be.
        let skipped = heading.level > above + 1;
        above = heading.level;
        let section = sections.iter().find(|section| at > section.at && at < section.at + section.length);
        if section.is_none_or(|section| heading.level <= section.level + 1) {
            said.clear();
        }
        let Some(aspect) = heading.aspect.filter(|_| !skipped) else { continue };
        if section.is_none_or(|section| heading.level != section.level + 2) {
            outside.push(aspect.span);
            continue;
        }
        match said.iter().find(|first| first.value == aspect.value) {
            Some(first) => problems.push(twice(path, aspect, first.span)),
            None => said.push(aspect),
        }
    }
    // Several have most likely one cause: a decision that the metadata does not name.
    let Some((first, others)) = outside.split_first() else { return };
    let message = "points for or against stand outside every option";
    let problem = Diagnostic::new(&rules::ASPECT_MISPLACED, first.in_file(path), message)
        .label("means something only one level below an option's heading")
        .help("take it out, or name the decision that it belongs to under `decisions`");
    problems.push(others.iter().fold(problem, |problem, other| problem.also(other.in_file(path), "this, too")));
}

/// That an option has one aspect for the second time.
fn twice(path: &InputPath, aspect: Spanned<Aspect>, first: Span) -> Diagnostic {
    let (message, help) = match aspect.value {
        Aspect::For => ("an option has good points twice", "write `{.against}` if these are its hard points"),
        Aspect::Against => ("an option has hard points twice", "write `{.for}` if these are its good points"),
        Aspect::Like => ("an option says twice what it is like", "write `{.for}` or `{.against}` if these are points"),
    };
    Diagnostic::new(&rules::ASPECT_MISPLACED, aspect.span.in_file(path), message)
        .label("for the second time here")
        .also(first.in_file(path), "first here")
        .note("readers see the points of all options side by side; one on the wrong side misleads them")
        .help(format!("{help}, or put both under one heading"))
}

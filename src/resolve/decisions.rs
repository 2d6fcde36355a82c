//! Decisions: sections of an article whose headings are the options.

use std::collections::BTreeSet;

use super::references::{References, ToDraft};
use super::rules;
use crate::base::suggest::did_you_mean;
use crate::base::{InputPath, Name, Place, Spanned};
use crate::guide::{ArticleId, Decision, DecisionOption, NodeId};
use crate::markup::{Aspect, Block, Body, Heading, sections};
use crate::parse::schema::DecisionRules;
use crate::report::{Diagnostic, Problems};

/// Where a decision stands in the blocks of its article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section {
    /// Its heading.
    pub(super) at: usize,
    /// How many blocks it has, the heading included.
    pub(super) length: usize,
    /// The level of its heading.
    pub(super) level: u8,
}

/// The section called `name` by its author.
pub(super) fn section(body: &Body, name: &str) -> Option<Section> {
    let at = body.blocks.iter().position(|block| block.heading().is_some_and(|heading| is_called(heading, name)))?;
    let level = sections::heading_at(&body.blocks, at)?.level;
    Some(Section { at, length: sections::section(&body.blocks, at).len() + 1, level })
}

pub(super) fn is_called(heading: &Heading, name: &str) -> bool {
    heading.named.is_some() && heading.anchor.as_str() == name
}

/// The section that a misspelt `name` means, by the name that its author wrote.
pub(super) fn near_section<'a>(body: &'a Body, name: &Spanned<Name>) -> Option<&'a str> {
    let headings = body.blocks.iter().filter_map(Block::heading).filter(|heading| heading.named.is_some());
    did_you_mean(name.value.as_str(), headings.map(|heading| heading.anchor.as_str()))
}

/// That the text has no section called `name`.
pub(super) fn unknown_section(path: &InputPath, body: &Body, name: &Spanned<Name>) -> Diagnostic {
    let message = format!("no section is called `{}`", name.value);
    let diagnostic = Diagnostic::new(&rules::UNKNOWN_SECTION, name.span.in_file(path), message)
        .label("the text has no such heading");
    match near_section(body, name) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help(format!("end the heading's line with `{{#{}}}`", name.value)),
    }
}

/// The options' headings: those one level below the decision's own, with their places.
pub(super) fn option_headings(body: &Body, section: Section) -> Vec<(usize, &Heading)> {
    let blocks = body.blocks.iter().enumerate().skip(section.at + 1).take(section.length - 1);
    let headings = blocks.filter_map(|(at, block)| Some((at, block.heading()?)));
    headings.filter(|(_, heading)| heading.level == section.level + 1).collect()
}

/// Every heading in the options of a decision, by anchor, and the anchor that is there for it on the
/// decision's page: an aspect becomes a row of the comparison there, so its option's anchor stands for it.
pub(super) fn option_anchors(body: &Body, section: Section) -> Vec<(&str, &str)> {
    let Some((first, _)) = option_headings(body, section).first().copied() else { return Vec::new() };
    let end = section.at + section.length;
    let headings = body.blocks.iter().take(end).skip(first).filter_map(Block::heading);
    let mut option = "";
    let anchors = headings.map(|heading| {
        let own = heading.anchor.as_str();
        if heading.level == section.level + 1 {
            option = own;
        }
        let is_row = heading.level == section.level + 2 && heading.aspect.is_some();
        (own, if is_row { option } else { own })
    });
    anchors.collect()
}

/// The decision called `name`, whose rules its article gives.
pub(super) fn decision(
    path: &InputPath,
    article: ArticleId,
    body: &Body,
    (name, rules_of): (&Spanned<Name>, &DecisionRules),
    section: Section,
    references: &References<'_>,
    problems: &mut Problems,
) -> Decision {
    let headings = option_headings(body, section);
    let end = section.at + section.length;
    let introduction = headings.first().map_or(section.length, |(at, _)| at - section.at);
    let none = Spanned::new(Vec::new(), name.span);
    let listed = rules_of.options.as_ref().unwrap_or(&none);
    let meant = meant_options(&headings, &listed.value);
    let unnamed = Unnamed::of(body, &headings, &listed.value, &meant);
    let mut unlisted = 0;
    for (_, heading) in &headings {
        if heading.named.is_none() {
            problems.push(unnamed.report(path, heading, name));
        } else if !meant.contains(heading.anchor.as_str()) {
            unlisted += 1;
            problems.push(option_unlisted(path, heading, name, &listed.value));
        }
    }
    // An option that was left out of the list is told at its heading.
    if listed.value.len() + unlisted < 2 {
        problems.push(
            Diagnostic::new(
                &rules::TOO_FEW_OPTIONS,
                listed.span.in_file(path),
                format!("the decision `{}` has fewer than two options", name.value),
            )
            .label("with one way open there is nothing to decide")
            .help("add an option, or take the decision out"),
        );
    }
    let mut known = meant.clone();
    // A heading that is not listed was told of.
    known.extend(headings.iter().filter(|(_, heading)| heading.named.is_some()).map(|(_, one)| one.anchor.as_str()));
    check_option_names(path, name, (rules_of, listed), &known, problems);
    if rules_of.status_quo.is_none() && rules_of.is_whole && listed.value.len() >= 2 {
        let names: Vec<String> = listed.value.iter().map(|option| format!("`{}`", option.value)).collect();
        problems.push(
            Diagnostic::new(
                &rules::STATUS_QUO_MISSING,
                name.span.in_file(path),
                format!("the decision `{}` has no status quo", name.value),
            )
            .label("which option is it to change nothing?")
            .note("readers need to see what happens if they do nothing")
            .help(format!("add `status-quo:` with the name of that option: {}", names.join(" or "))),
        );
    }
    let excused = excused(rules_of, &listed.value, &meant);
    let has_heading = |name: &Name| headings.iter().any(|(_, heading)| is_called(heading, name.as_str()));
    for (name, reference) in &rules_of.then {
        // Those of an option that is there are looked up with it.
        if !has_heading(&name.value) || !listed.value.iter().any(|option| option.value == name.value) {
            references.target(path, Some(NodeId::Article(article)), reference, ToDraft::Refuse, problems);
        }
    }
    let mut options = Vec::new();
    for option in &listed.value {
        let Some(place) = headings.iter().position(|(_, heading)| is_called(heading, option.value.as_str())) else {
            if unnamed.has(option.value.as_str()) {
                continue;
            }
            let elsewhere =
                body.blocks.iter().filter_map(Block::heading).find(|one| is_called(one, option.value.as_str()));
            problems.push(match elsewhere {
                Some(heading) => misplaced_option(path, option, heading, name, section),
                None => unknown_option(path, option, name, headings.iter().map(|(_, heading)| *heading)),
            });
            continue;
        };
        let Some((start, heading)) = headings.get(place).copied() else { continue };
        let stop = headings.get(place + 1).map_or(end, |(next, _)| *next);
        let blocks = body.blocks.get(start + 1..stop).unwrap_or(&[]);
        let is_echo = excused.contains(option.value.as_str());
        let then = then(path, NodeId::Article(article), option, (rules_of, is_echo), references, problems);
        let led = rules_of.then.iter().find(|(known, _)| known.value == option.value);
        let written = led.map_or(option.span, |(_, reference)| reference.span).in_file(path);
        let is_status_quo = rules_of.status_quo.as_ref().is_some_and(|one| one.value == option.value);
        options.push(option_from(&option.value, heading, blocks, (then, written), is_status_quo));
    }
    let title = match body.blocks.get(section.at) {
        Some(Block::Heading(heading)) => heading.text.clone(),
        _ => Vec::new(),
    };
    Decision {
        name: name.value.clone(),
        article,
        title,
        at: section.at,
        length: section.length,
        introduction,
        options,
        route: None,
    }
}

/// The options as listed, and the headings that misspelt ones mean: a slip of the pen is told once.
fn meant_options<'a>(headings: &[(usize, &'a Heading)], listed: &'a [Spanned<Name>]) -> BTreeSet<&'a str> {
    let named = || headings.iter().filter(|(_, heading)| heading.named.is_some()).map(|(_, one)| one.anchor.as_str());
    let mut meant: BTreeSet<&str> = listed.iter().map(|option| option.value.as_str()).collect();
    let misspelt =
        listed.iter().map(|option| option.value.as_str()).filter(|option| !named().any(|name| name == *option));
    let free = |name: &&str| !listed.iter().any(|option| option.value.as_str() == *name);
    let near: Vec<&str> = misspelt.filter_map(|option| did_you_mean(option, named().filter(free))).collect();
    meant.extend(near);
    meant
}

/// Where an option leads; one that leads nowhere and is no end is reported.
fn then(
    path: &InputPath,
    own: NodeId,
    option: &Spanned<Name>,
    (rules_of, is_echo): (&DecisionRules, bool),
    references: &References<'_>,
    problems: &mut Problems,
) -> Option<crate::guide::Target> {
    let then = rules_of.then.iter().find(|(known, _)| known.value == option.value);
    match then {
        Some((_, reference)) => references.target(path, Some(own), reference, ToDraft::Refuse, problems),
        None if !rules_of.is_whole || is_echo || is_end(rules_of, option) => None,
        None => {
            problems.push(
                Diagnostic::new(
                    &rules::OPTION_DEAD_END,
                    option.span.in_file(path),
                    format!("option `{}` leads nowhere", option.value),
                )
                .label("no next page, and not marked as an end")
                .note("a reader who picks this option has nowhere to go")
                .help(format!(
                    "add `{}: <article, scenario, decision or page>` under `then`, or name it in `ends`",
                    option.value
                )),
            );
            None
        }
    }
}

fn is_end(rules_of: &DecisionRules, option: &Spanned<Name>) -> bool {
    rules_of.ends.iter().any(|end| end.value == option.value)
}

/// Options that lead nowhere because their name is misspelt in `then` or `ends`, which is told there: those
/// that such a name is near to, or else as many as there are such names.
fn excused<'a>(rules_of: &'a DecisionRules, listed: &'a [Spanned<Name>], meant: &BTreeSet<&str>) -> BTreeSet<&'a str> {
    let leads = |option: &Spanned<Name>| rules_of.then.iter().any(|(name, _)| name.value == option.value);
    let dead = listed.iter().filter(|option| !leads(option) && !is_end(rules_of, option));
    let mut dead: Vec<&str> = dead.map(|option| option.value.as_str()).collect();
    let named = rules_of.then.iter().map(|(name, _)| name).chain(&rules_of.ends);
    let misspelt = named.map(|name| name.value.as_str()).filter(|name| !meant.contains(name));
    let mut excused = BTreeSet::new();
    let mut far = 0;
    for name in misspelt {
        match did_you_mean(name, dead.iter().copied()) {
            Some(near) => {
                dead.retain(|option| *option != near);
                excused.insert(near);
            }
            None => far += 1,
        }
    }
    excused.extend(dead.into_iter().take(far));
    excused
}

/// `then`, `ends` and `status-quo` name options of this decision.
fn check_option_names(
    path: &InputPath,
    decision: &Spanned<Name>,
    (rules_of, listed): (&DecisionRules, &Spanned<Vec<Spanned<Name>>>),
    known: &BTreeSet<&str>,
    problems: &mut Problems,
) {
    let named = rules_of.then.iter().map(|(name, _)| name).chain(&rules_of.ends).chain(&rules_of.status_quo);
    for name in named {
        if known.contains(name.value.as_str()) {
            continue;
        }
        let message = format!("the decision `{}` has no option `{}`", decision.value, name.value);
        let diagnostic = Diagnostic::new(&rules::UNKNOWN_OPTION, name.span.in_file(path), message)
            .label("not among its options")
            .also(listed.span.in_file(path), "the options");
        let names = listed.value.iter().map(|option| option.value.as_str());
        problems.push(match did_you_mean(name.value.as_str(), names) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.help(format!("add `{}` to `options`, or take it out here", name.value)),
        });
    }
}

pub(super) fn option_from(
    name: &Name,
    heading: &Heading,
    blocks: &[Block],
    (then, written): (Option<crate::guide::Target>, Place),
    is_status_quo: bool,
) -> DecisionOption {
    let mut option = DecisionOption {
        name: name.clone(),
        title: heading.text.clone(),
        what: Vec::new(),
        good: Vec::new(),
        hard: Vec::new(),
        like: Vec::new(),
        is_status_quo,
        then,
        written,
    };
    let mut aspect = None;
    for block in blocks {
        if let Block::Heading(next) = block
            && next.level == heading.level + 1
        {
            aspect = next.aspect.as_ref().map(|aspect| aspect.value);
            if aspect.is_some() {
                continue;
            }
        }
        let blocks = match aspect {
            None => &mut option.what,
            Some(Aspect::For) => &mut option.good,
            Some(Aspect::Against) => &mut option.hard,
            Some(Aspect::Like) => &mut option.like,
        };
        blocks.push(block.clone());
    }
    option
}

fn unknown_option<'a>(
    path: &InputPath,
    option: &Spanned<Name>,
    decision: &Spanned<Name>,
    headings: impl Iterator<Item = &'a Heading>,
) -> Diagnostic {
    let message = format!("option `{}` has no heading", option.value);
    let diagnostic = Diagnostic::new(&rules::UNKNOWN_OPTION, option.span.in_file(path), message)
        .label(format!("no heading in the section `{}` is called so", decision.value));
    let names: Vec<&str> =
        headings.filter(|heading| heading.named.is_some()).map(|heading| heading.anchor.as_str()).collect();
    match did_you_mean(option.value.as_str(), names) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help(format!(
            "write a heading for it one level below the decision's own, and end its line with `{{#{}}}`",
            option.value
        )),
    }
}

/// That the heading of an option stands on another level, or outside its decision.
fn misplaced_option(
    path: &InputPath,
    option: &Spanned<Name>,
    heading: &Heading,
    decision: &Spanned<Name>,
    section: Section,
) -> Diagnostic {
    let marks = |level: u8| "#".repeat(usize::from(level));
    let right = section.level + 1;
    let message = format!("the heading of option `{}` does not stand below its decision", option.value);
    let diagnostic = Diagnostic::new(&rules::UNKNOWN_OPTION, heading.span.in_file(path), message)
        .also(option.span.in_file(path), "named here");
    match heading.level == right {
        true => diagnostic
            .label(format!("not in the section `{}`", decision.value))
            .help("move it, with its text, below the heading of the decision"),
        false => diagnostic
            .label(format!("a heading of level {}; the decision's has level {}", heading.level, section.level))
            .help(format!("begin it with `{}`, and the headings below it with `{}`", marks(right), marks(right + 1))),
    }
}

/// Whether every option of a decision has its heading: if not, points below are its echo.
pub(super) fn has_its_options(body: &Body, section: Section, rules_of: &DecisionRules) -> bool {
    let headings = option_headings(body, section);
    let named = headings.iter().filter(|(_, heading)| heading.named.is_some());
    let named: Vec<&str> = named.map(|(_, heading)| heading.anchor.as_str()).collect();
    let mut listed = rules_of.options.iter().flat_map(|options| &options.value).map(|option| option.value.as_str());
    listed.all(|option| named.contains(&option) || did_you_mean(option, named.iter().copied()).is_some())
}

/// Headings of options without a name, and the listed options that they are most likely meant to be.
struct Unnamed<'a> {
    /// Options whose names are the words of such a heading.
    by_words: Vec<&'a str>,
    /// Options without a heading, any of which another such heading may be.
    others: Vec<&'a str>,
    /// How many headings these may be.
    headings: usize,
}

impl<'a> Unnamed<'a> {
    fn of(
        body: &Body,
        headings: &[(usize, &Heading)],
        listed: &'a [Spanned<Name>],
        meant: &BTreeSet<&str>,
    ) -> Unnamed<'a> {
        let unnamed = headings.iter().filter(|(_, heading)| heading.named.is_none());
        let words: Vec<&str> = unnamed.map(|(_, heading)| heading.anchor.as_str()).collect();
        let named = body.blocks.iter().filter_map(Block::heading).filter(|heading| heading.named.is_some());
        let named: Vec<&str> = named.map(|heading| heading.anchor.as_str()).collect();
        // A misspelt option has its heading, under a name that is not listed.
        let slips = meant.iter().copied().filter(|name| !listed.iter().any(|option| option.value.as_str() == *name));
        let slips: Vec<&str> = slips.collect();
        let waits = |option: &&str| !named.contains(option) && did_you_mean(option, slips.iter().copied()).is_none();
        let waiting = listed.iter().map(|option| option.value.as_str()).filter(waits);
        let (by_words, others): (Vec<&str>, Vec<&str>) = waiting.partition(|option| words.contains(option));
        Unnamed { headings: words.len() - by_words.len(), by_words, others }
    }

    /// Whether the option's missing heading is told at a heading without a name.
    fn has(&self, option: &str) -> bool {
        self.by_words.contains(&option) || self.others.iter().take(self.headings).any(|other| *other == option)
    }

    fn report(&self, path: &InputPath, heading: &Heading, decision: &Spanned<Name>) -> Diagnostic {
        let anchor = heading.anchor.as_str();
        let names = if self.by_words.contains(&anchor) { vec![anchor] } else { self.others.clone() };
        let place = heading.span.in_file(path);
        if names.is_empty() {
            return not_listed(place, decision)
                .help("end its line with `{#name}` and add the name to `options`, or make it one level deeper");
        }
        let names: Vec<String> = names.iter().map(|name| format!("`{{#{name}}}`")).collect();
        Diagnostic::new(&rules::OPTION_UNNAMED, place, "the heading of an option has no name")
            .label("its words are not its name")
            .also(decision.span.in_file(path), "the decision")
            .help(format!("end its line with {}", names.join(" or ")))
    }
}

fn option_unlisted(
    path: &InputPath,
    heading: &Heading,
    decision: &Spanned<Name>,
    options: &[Spanned<Name>],
) -> Diagnostic {
    let mut names: Vec<&str> = options.iter().map(|option| option.value.as_str()).collect();
    names.push(heading.anchor.as_str());
    not_listed(heading.span.in_file(path), decision)
        .help(format!("write `options: [{}]`, or make the heading one level deeper", names.join(", ")))
}

fn not_listed(heading: Place, decision: &Spanned<Name>) -> Diagnostic {
    let name = decision.span.in_file(&heading.path);
    Diagnostic::new(&rules::OPTION_UNNAMED, heading, "this heading is none of the decision's options")
        .label(format!("an option of `{}`, by its level", decision.value))
        .also(name, "the decision")
}

/// That the decision `name` stands inside the decision `outer`.
pub(super) fn inside(path: &InputPath, name: &Spanned<Name>, outer: &Spanned<Name>) -> Diagnostic {
    let message = format!("the decision `{}` stands inside the decision `{}`", name.value, outer.value);
    Diagnostic::new(&rules::DECISION_IN_DECISION, name.span.in_file(path), message)
        .label("its section is part of an option")
        .also(outer.span.in_file(path), "the decision around it")
        .note("readers compare the options of one question at a time")
        .help(format!("move it into a section of its own, and lead there with `then: {{…: {}}}`", name.value))
}

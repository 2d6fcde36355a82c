//! Items: what each line of a task list is, who gets it, and when.

use std::collections::BTreeMap;

use super::conditions::Conditions;
use super::names::{Kind, Meaning, Names};
use super::phases;
use super::references::live;
use super::rules;
use super::sections::Anchors;
use crate::base::cycles::cycles;
use crate::base::suggest::did_you_mean;
use crate::base::{InputPath, Name, Place, Spanned};
use crate::guide::{Audience, Item, ItemId, ItemKind, NodeId, Origin, RoleId, ScenarioId, Section, Target, Written};
use crate::markup::{self, Block, Body, Heading};
use crate::parse::schema::{self, ItemRules, PhaseConfig, SectionRules};
use crate::report::{Diagnostic, Problems};

/// A document with items, and what it says of them.
pub(super) struct ItemSource<'a> {
    pub(super) origin: Origin,
    pub(super) path: &'a InputPath,
    pub(super) name: &'a Name,
    pub(super) body: &'a Body,
    pub(super) items: &'a [(Spanned<Name>, ItemRules)],
    pub(super) sections: &'a [(Spanned<Name>, SectionRules)],
    pub(super) audience: Option<&'a Spanned<schema::Audience>>,
    pub(super) phase: Option<&'a Spanned<Name>>,
    /// Whether the name of a phase could not be read, which was reported.
    pub(super) lost_phase: bool,
}

/// A task-list line, the headings above it, and its name.
pub(super) struct Line<'a> {
    pub(super) name: Name,
    pub(super) item: &'a markup::Item,
    /// From the outermost heading to the nearest.
    headings: Vec<&'a Heading>,
}

impl<'a> Line<'a> {
    /// The nearest heading above it.
    pub(super) fn heading(&self) -> Option<&'a Heading> {
        self.headings.last().copied()
    }

    /// Where its name stands; where it stands itself, if it has none.
    pub(super) fn place(&self, path: &InputPath) -> Place {
        self.item.name.as_ref().map_or(self.item.span, |name| name.span).in_file(path)
    }
}

/// The task-list lines of a body, each with its name.
pub(super) fn lines<'a>(document: &Name, body: &'a Body) -> Vec<Line<'a>> {
    let mut headings: Vec<&Heading> = Vec::new();
    let mut lines = Vec::new();
    for block in &body.blocks {
        if let Block::Heading(heading) = block {
            headings.retain(|above| above.level < heading.level);
            headings.push(heading);
        }
        let Block::Items(items) = block else { continue };
        lines.extend(items.iter().filter_map(|item| {
            let name = match &item.name {
                Some(name) => name.value.clone(),
                None => Name::new(&format!("{document}-{}", item.slug))?,
            };
            Some(Line { name, item, headings: headings.clone() })
        }));
    }
    lines
}

/// What items need to know of the guide.
pub(super) struct Surroundings<'a> {
    pub(super) names: &'a Names,
    pub(super) anchors: &'a Anchors,
    pub(super) conditions: &'a Conditions<'a>,
    pub(super) phases: &'a [PhaseConfig],
    /// Whether the settings were read: if not, phases are not judged.
    pub(super) phases_known: bool,
    /// Lists that could not be read.
    pub(super) broken_lists: &'a [Kind],
    pub(super) scenarios: usize,
}

/// The items of a document.
pub(super) fn items(source: &ItemSource<'_>, around: &Surroundings<'_>, problems: &mut Problems) -> Vec<Item> {
    let lines = lines(source.name, source.body);
    let said = said(source, around.names, &lines, problems);
    check_unasked(source, around, problems);
    phases::check(source, &said, around, &lines, problems);
    lines.iter().filter_map(|line| item(source, &said, around, line, problems)).collect()
}

/// Names that no item asks for: those of an article or a section without items lead somewhere, too.
fn check_unasked(source: &ItemSource<'_>, around: &Surroundings<'_>, problems: &mut Problems) {
    let of_sections = source.sections.iter().map(|(_, rules)| (rules.audience.as_ref(), rules.phase.as_ref()));
    for (audience, phase) in of_sections.chain([(source.audience, source.phase)]) {
        if let Some(audience) = audience {
            audience_of(source.path, around, audience, problems);
        }
        if let Some(phase) = phase.filter(|_| around.phases_known) {
            live(around.names, Kind::Phase, source.path, phase, problems);
        }
    }
}

/// What the metadata says of items and sections, by the names that they have in the text.
pub(super) struct Said<'a> {
    items: BTreeMap<&'a str, &'a ItemRules>,
    sections: BTreeMap<&'a str, &'a SectionRules>,
    /// How many names of items the text lacks: as many lines may have lost theirs.
    pub(super) lost: usize,
    /// Whether the text lacks a section that the metadata speaks of.
    lost_section: bool,
}

impl<'a> Said<'a> {
    /// What is said of the sections above a line, the nearest first.
    fn sections_above(&self, line: &Line<'_>) -> Vec<&'a SectionRules> {
        let named = line.headings.iter().rev().filter(|heading| heading.named.is_some());
        named.filter_map(|heading| self.sections.get(heading.anchor.as_str()).copied()).collect()
    }

    /// Whether a line may have its phase from a section whose name is lost, which is told there.
    pub(super) fn lost_section_of(&self, line: &Line<'_>) -> bool {
        self.lost_section && line.headings.iter().any(|heading| heading.named.is_none())
    }

    /// The phase of a line: its own, else that of the nearest section, else its document's.
    pub(super) fn phase(&self, source: &ItemSource<'a>, line: &Line<'_>) -> Option<&'a Spanned<Name>> {
        let own = self.items.get(line.name.as_str()).and_then(|rules| rules.phase.as_ref());
        let of_section = || self.sections_above(line).into_iter().find_map(|rules| rules.phase.as_ref());
        own.or_else(of_section).or(source.phase)
    }
}

/// Finds what the metadata speaks of. What is not there is reported; what is misspelt, too, and then
/// counts as what was meant: a slip of the pen shall not take an item's phase away as well.
fn said<'a>(source: &ItemSource<'a>, names: &Names, lines: &'a [Line<'a>], problems: &mut Problems) -> Said<'a> {
    let mut said = Said { items: BTreeMap::new(), sections: BTreeMap::new(), lost: 0, lost_section: false };
    // A line with the name of another was told of; it most likely is the one whose name is missing.
    let mut namesakes = lines.iter().filter(|line| !names.is_owned(Kind::Item, &line.name, &line.place(source.path)));
    let misplaced = markup::visit::items(source.body);
    said.items.extend(source.items.iter().map(|(name, rules)| (name.value.as_str(), rules)));
    said.sections.extend(source.sections.iter().map(|(name, rules)| (name.value.as_str(), rules)));
    for (name, rules_of) in source.items {
        if lines.iter().any(|line| line.name == name.value) {
            continue;
        }
        // A box in a wrong place was told of.
        if misplaced.iter().flat_map(|item| &item.name).any(|other| other.value == name.value) {
            continue;
        }
        said.lost += 1;
        if namesakes.next().is_some() {
            continue;
        }
        let message = format!("no item is called `{}`", name.value);
        let diagnostic = Diagnostic::new(&rules::UNKNOWN_ITEM, name.span.in_file(source.path), message)
            .label("the text has no line with this name");
        problems.push(match did_you_mean(name.value.as_str(), lines.iter().map(|line| line.name.as_str())) {
            Some(near) => {
                said.lost -= 1;
                said.items.entry(near).or_insert(rules_of);
                diagnostic.help(format!("did you mean `{near}`?"))
            }
            None => diagnostic.help(format!("end the line of the item with `{{#{}}}`", name.value)),
        });
    }
    for (name, rules_of) in source.sections {
        if super::decisions::section(source.body, name.value.as_str()).is_none() {
            problems.push(super::decisions::unknown_section(source.path, source.body, name));
            if let Some(near) = super::decisions::near_section(source.body, name) {
                said.sections.entry(near).or_insert(rules_of);
            } else {
                said.lost_section = true;
            }
        }
    }
    said
}

fn item(
    source: &ItemSource<'_>,
    said: &Said<'_>,
    around: &Surroundings<'_>,
    line: &Line<'_>,
    problems: &mut Problems,
) -> Option<Item> {
    let none = ItemRules::default();
    let rules_of = said.items.get(line.name.as_str()).copied().unwrap_or(&none);
    let sections = said.sections_above(line);
    let audience = rules_of
        .audience
        .as_ref()
        .or_else(|| sections.iter().find_map(|rules| rules.audience.as_ref()))
        .or(source.audience);
    let written = Written { path: source.path.clone(), span: line.item.span };
    let named = source.items.iter().find(|(name, _)| name.value == line.name);
    let phase = phases::of(source, around, said.phase(source, line), problems);
    let kind = kind_of(source.path, around, &rules_of.kind, problems);
    let audience = match (source.origin, audience) {
        (Origin::Scenario(id), None) => Audience::Only(vec![id]),
        (_, None) => Audience::All,
        (_, Some(audience)) => audience_of(source.path, around, audience, problems),
    };
    let own = match source.origin {
        Origin::Article(id) => NodeId::Article(id),
        Origin::Scenario(id) => NodeId::Scenario(id),
    };
    let section = line.headings.last().map(|heading| {
        let target = around.anchors.find(own, heading.anchor.as_str(), true);
        let target = target.unwrap_or(Target { node: own, anchor: Some(heading.anchor.as_str().to_owned()) });
        Section { target, title: heading.text.clone() }
    });
    let when = rules_of.when.as_ref().and_then(|when| around.conditions.condition(source.path, when, problems));
    let phase = phase?;
    if let Some(due) = &rules_of.due {
        phases::check_due(source.path, around, phase, due, problems);
    }
    Some(Item {
        name: line.name.clone(),
        origin: source.origin,
        section,
        kind,
        phase,
        after: Vec::new(),
        due: rules_of.due.as_ref().map(|due| due.value),
        must: rules_of.must,
        record: rules_of.record.clone(),
        when,
        audience,
        text: line.item.text.clone(),
        why: line.item.why.clone(),
        written,
        said: named.map(|(name, _)| name.span),
    })
}

fn kind_of(path: &InputPath, around: &Surroundings<'_>, kind: &schema::ItemKind, problems: &mut Problems) -> ItemKind {
    let mut role = |name: &Spanned<Name>| {
        if around.broken_lists.contains(&Kind::Role) {
            return None;
        }
        live(around.names, Kind::Role, path, name, problems).map(RoleId)
    };
    match kind {
        schema::ItemKind::Do => ItemKind::Do,
        schema::ItemKind::Ask(roles) => ItemKind::Ask(roles.iter().filter_map(&mut role).collect()),
        schema::ItemKind::Call(roles) => ItemKind::Call(roles.iter().filter_map(&mut role).collect()),
        schema::ItemKind::Bring => ItemKind::Bring,
        schema::ItemKind::GetFrom(name) => role(name).map_or(ItemKind::Do, ItemKind::GetFrom),
        schema::ItemKind::Dont => ItemKind::Dont,
    }
}

/// Who gets it; what could not be found out was reported, and counts as everybody.
fn audience_of(
    path: &InputPath,
    around: &Surroundings<'_>,
    audience: &Spanned<schema::Audience>,
    problems: &mut Problems,
) -> Audience {
    let mut uncertain = false;
    let mut find = |names: &[Spanned<Name>]| {
        let mut ids: Vec<ScenarioId> = Vec::new();
        for name in names {
            match around.names.find(Kind::Scenario, name, &|name| name.span.in_file(path), problems) {
                Some(Meaning::Live(at)) => ids.push(ScenarioId(at)),
                Some(Meaning::Draft) => {}
                Some(Meaning::Broken) | None => uncertain = true,
            }
        }
        ids.sort();
        ids.dedup();
        ids
    };
    let (resolved, is_empty) = match &audience.value {
        schema::Audience::All => (Audience::All, false),
        schema::Audience::Only(names) => {
            let ids = find(names);
            let empty = ids.is_empty();
            (Audience::Only(ids), empty)
        }
        schema::Audience::AllBut(names) => {
            let ids = find(names);
            // A scenario that could not be read may be the one that is left.
            let all_known = !around.names.any_broken(Kind::Scenario);
            let empty = names.is_empty() || (ids.len() == around.scenarios && around.scenarios > 0 && all_known);
            (Audience::AllBut(ids), empty)
        }
    };
    if uncertain {
        return Audience::All;
    }
    if is_empty {
        problems.push(
            Diagnostic::new(&rules::AUDIENCE_EMPTY, audience.span.in_file(path), "`for` names nobody")
                .label(match &audience.value {
                    schema::Audience::Only(names) if names.is_empty() => "the list is empty",
                    schema::Audience::AllBut(names) if names.is_empty() => "nobody is named in `all-but`",
                    schema::Audience::AllBut(_) => "every scenario is left out",
                    schema::Audience::Only(_) | schema::Audience::All => "only drafts are named here",
                })
                .help("name at least one scenario, or write `for: all`"),
        );
        return Audience::All;
    }
    resolved
}

/// Turns `after` into ids, and finds circles and items that come after a later phase.
pub(super) fn after(
    items: &mut [Item],
    sources: &[ItemSource<'_>],
    names: &Names,
    phases_known: bool,
    problems: &mut Problems,
) {
    let ids: BTreeMap<Name, usize> = items.iter().enumerate().map(|(at, item)| (item.name.clone(), at)).collect();
    let mut places: BTreeMap<(usize, usize), Place> = BTreeMap::new();
    for source in sources {
        for (name, rules_of) in source.items {
            let Some(here) = ids.get(&name.value).copied() else { continue };
            let mut before: Vec<ItemId> = Vec::new();
            for other in &rules_of.after {
                let place = other.span.in_file(source.path);
                let found = names.find(Kind::Item, other, &|_| place.clone(), problems);
                let Some(there) = found.and_then(|_| ids.get(&other.value).copied()) else { continue };
                places.insert((here, there), place.clone());
                before.push(ItemId(there));
                let phase = |at: usize| items.get(at).map_or(0, |item| item.phase);
                if phases_known && phase(there) > phase(here) {
                    problems.push(
                        Diagnostic::new(
                            &rules::AFTER_LATER_PHASE,
                            place,
                            format!("`{}` cannot come after `{}`", name.value, other.value),
                        )
                        .label("is done in a later phase")
                        .help("take it out, or change the phase of one of the two"),
                    );
                }
            }
            if let Some(item) = items.get_mut(here) {
                item.after = before;
            }
        }
    }
    let next = |at: usize| items.get(at).map_or(Vec::new(), |item| item.after.iter().map(|id| id.0).collect());
    for circle in cycles(items.len(), &next) {
        let name = |at: &usize| items.get(*at).map_or(String::new(), |item| item.name.to_string());
        let first = circle.first().copied().unwrap_or(0);
        let second = circle.get(1).copied().unwrap_or(first);
        let Some(place) = places.get(&(first, second)) else { continue };
        let message = match circle.len() {
            1 => format!("item `{}` comes after itself", name(&first)),
            _ => "items come after each other in a circle".to_owned(),
        };
        let words = |from: &usize, to: &usize| format!("`{}` comes after `{}`", name(from), name(to));
        let problem = Diagnostic::new(&rules::AFTER_CYCLE, place.clone(), message)
            .label(words(&first, &second))
            .help("take one of these names out of `after`");
        let others = circle.iter().zip(circle.iter().cycle().skip(1)).skip(1);
        problems.push(others.fold(problem, |problem, (from, to)| match places.get(&(*from, *to)) {
            Some(place) => problem.also(place.clone(), words(from, to)),
            None => problem,
        }));
    }
}

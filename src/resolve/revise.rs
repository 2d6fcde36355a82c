//! A guide in which one document's words have changed, and nothing that others see of it.
//!
//! The interface of a document is all that resolving reads of it, but for the words themselves and their places:
//!
//! - its metadata, byte for byte, and where it ends;
//! - its headings: level, anchor, whether the author named it, what it says of an option, and between which items
//!   it stands;
//! - its items: name and words (two of one checklist must not say the same);
//! - where its links lead, which pictures it shows, which sources it cites;
//! - that no words look like a name of the guide (`@name`, `[[name]]`).
//!
//! Which terms its pages use is held against what was remembered by `check`. All else (paragraphs, lists, tables, callouts,
//! footnotes, reasons of items, words of headings) can change without any other document being looked at.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::decisions::{is_called, option_from, option_headings, section};
use super::items;
use crate::base::Name;
use crate::guide::{ArticleId, Decision, Guide, NodeId, Origin, Prose};
use crate::markup::{Aspect, Block, Body, Heading, sections, text, visit};
use crate::parse::{Content, Document};

/// The guide with the words of `new` in place of those of `old`; `None` if more of it depends on them.
///
/// `node` is the document's page. Its metadata is the same in both: that is the caller's to know.
pub fn revised(guide: &Guide, node: NodeId, old: &Document, new: &Document) -> Option<Guide> {
    let (name, before) = written(&old.content)?;
    let (_, body) = written(&new.content)?;
    let is_scenario = matches!(node, NodeId::Scenario(_));
    if Interface::of(name, before, is_scenario) != Interface::of(name, body, is_scenario) || looks_like_a_name(body) {
        return None;
    }
    let mut revised = guide.clone();
    match node {
        NodeId::Article(id) => {
            // What was taken back shows nothing of its words.
            if guide.article(id).withdrawn.is_some() {
                return None;
            }
            revise_items(&mut revised, Origin::Article(id), name, body)?;
            revise_decisions(&mut revised, id, body)?;
            put(&mut revised.articles.get_mut(id.0)?.prose, body);
        }
        NodeId::Scenario(id) => {
            revise_items(&mut revised, Origin::Scenario(id), name, body)?;
            put(&mut revised.scenarios.get_mut(id.0)?.prose, body);
        }
        NodeId::Part(id) => put(&mut revised.parts.get_mut(id.0)?.prose, body),
        NodeId::Page(id) => put(&mut revised.pages.get_mut(id.0)?.prose, body),
        NodeId::Home => put(&mut revised.home.as_mut()?.prose, body),
        NodeId::Parts
        | NodeId::Scenarios
        | NodeId::Decision(_)
        | NodeId::Finder
        | NodeId::Glossary
        | NodeId::Sources => return None,
    }
    Some(revised)
}

fn put(prose: &mut Prose, body: &Arc<Body>) {
    prose.body = body.clone();
}

/// The name and the words of a document that has a page of its own.
fn written(content: &Content) -> Option<(Option<&Name>, &Arc<Body>)> {
    match content {
        Content::Home(_, body) => Some((None, body)),
        Content::Part(name, _, body) | Content::Page(name, _, body) => Some((Some(name), body)),
        Content::Article(name, _, _, body) => Some((Some(name), body)),
        Content::Scenario(name, _, body) => Some((Some(name), body)),
        Content::Settings(_)
        | Content::Finder(..)
        | Content::Facts(_)
        | Content::Terms(_)
        | Content::Sources(_)
        | Content::People(_)
        | Content::Roles(_)
        | Content::Picture
        | Content::Copied(_)
        | Content::Theme
        | Content::Broken { .. } => None,
    }
}

/// What the rest of the guide sees of a document's words.
#[derive(PartialEq, Eq)]
struct Interface<'a> {
    marks: Vec<Mark<'a>>,
    /// Headings that stand inside of something else.
    all_headings: Vec<Mark<'a>>,
    /// Items wherever they stand, also in wrong places.
    all_items: Vec<&'a str>,
    /// The headings that are left where items stand on the checklist.
    shown: Vec<&'a str>,
    links: BTreeSet<&'a str>,
    pictures: Vec<&'a str>,
    sources: BTreeSet<&'a str>,
}

/// What divides a text.
#[derive(PartialEq, Eq)]
enum Mark<'a> {
    Heading { level: u8, anchor: &'a str, is_named: bool, aspect: Option<Aspect> },
    Item { name: Name, words: String },
}

impl<'a> Interface<'a> {
    fn of(name: Option<&Name>, body: &'a Body, is_scenario: bool) -> Interface<'a> {
        let mut lines = name.map(|name| items::lines(name, body)).unwrap_or_default().into_iter();
        let mut marks = Vec::new();
        for block in &body.blocks {
            if let Block::Heading(heading) = block {
                marks.push(mark(heading));
            }
            if let Block::Items(items) = block {
                let items = lines.by_ref().take(items.len());
                marks.extend(items.map(|line| Mark::Item { words: text::plain(&line.item.text), name: line.name }));
            }
        }
        let kept = if is_scenario { sections::without_items(&body.blocks) } else { Vec::new() };
        Interface {
            marks,
            all_headings: visit::headings(body).into_iter().map(mark).collect(),
            all_items: visit::items(body).into_iter().map(|item| item.slug.as_str()).collect(),
            shown: kept.into_iter().filter_map(Block::heading).map(|heading| heading.anchor.as_str()).collect(),
            links: visit::links(body).into_iter().map(|link| link.target.value.as_str()).collect(),
            pictures: visit::pictures(body).into_iter().map(|picture| picture.target.value.as_str()).collect(),
            sources: visit::citations(body).into_iter().map(|source| source.value.as_str()).collect(),
        }
    }
}

fn mark(heading: &Heading) -> Mark<'_> {
    Mark::Heading {
        level: heading.level,
        anchor: heading.anchor.as_str(),
        is_named: heading.named.is_some(),
        aspect: heading.aspect.map(|aspect| aspect.value),
    }
}

/// Whether some words may be a name of the guide, in a sign that other programs know.
fn looks_like_a_name(body: &Body) -> bool {
    visit::texts(body).into_iter().any(|words| words.value.contains('@') || words.value.contains("[["))
}

/// The items of a document with their new words, at their new places.
fn revise_items(guide: &mut Guide, origin: Origin, name: Option<&Name>, body: &Body) -> Option<()> {
    let lines = items::lines(name?, body);
    let ids: Vec<_> = guide.items_of(origin).collect();
    if ids.len() != lines.len() {
        return None;
    }
    for (id, line) in ids.into_iter().zip(lines) {
        let item = guide.items.get_mut(id.0).filter(|item| item.name == line.name)?;
        item.text = line.item.text.clone();
        item.why = line.item.why.clone();
        item.written.span = line.item.span;
        match (&mut item.section, line.heading()) {
            (Some(section), Some(heading)) => section.title = heading.text.clone(),
            (None, None) => {}
            (Some(_), None) | (None, Some(_)) => return None,
        }
    }
    Some(())
}

/// The decisions of an article with their new words.
fn revise_decisions(guide: &mut Guide, article: ArticleId, body: &Body) -> Option<()> {
    for id in guide.article(article).decisions.clone() {
        let decision = guide.decisions.get_mut(id.0)?;
        *decision = self::decision(decision, body)?;
    }
    Some(())
}

/// A decision without a mistake, in a body that has the same headings as the one before.
fn decision(old: &Decision, body: &Body) -> Option<Decision> {
    let section = section(body, old.name.as_str())?;
    let headings = option_headings(body, section);
    let mut options = Vec::new();
    for option in &old.options {
        let place = headings.iter().position(|(_, heading)| is_called(heading, option.name.as_str()))?;
        let (start, heading) = headings.get(place)?;
        let stop = headings.get(place + 1).map_or(section.at + section.length, |(next, _)| *next);
        let leads = (option.then.clone(), option.written.clone());
        let blocks = body.blocks.get(start + 1..stop)?;
        options.push(option_from(&option.name, heading, blocks, leads, option.is_status_quo));
    }
    Some(Decision {
        name: old.name.clone(),
        article: old.article,
        title: sections::heading_at(&body.blocks, section.at)?.text.clone(),
        at: section.at,
        length: section.length,
        introduction: headings.first().map_or(section.length, |(at, _)| at - section.at),
        options,
        route: old.route.clone(),
    })
}

//! The glossary.

use std::collections::BTreeMap;

use super::frame::Frame;
use super::prose::{Pen, term_href};
use super::view::{GlossaryView, GroupView, LetterView, LinkView, TermView, View};
use crate::guide::{Guide, NodeId, Target, Term, TermId};
use crate::markup::text;

/// The view of the glossary.
pub(super) fn view(frame: &Frame<'_, '_>) -> View {
    let guide = frame.plan.guide;
    let href = term_href(frame);
    let mut pen = Pen::new(frame, &href);
    let mut groups: BTreeMap<String, Vec<TermView>> = BTreeMap::new();
    // In the order of the page, so that the numbers of sources are, too.
    for (at, title) in in_order(guide) {
        let term = guide.term(at);
        pen.begin_term(&term.name);
        let view = TermView {
            id: term.name.to_string(),
            forms: forms(term, &title),
            meaning_html: pen.blocks(&term.meaning, &term.targets).unwrap_or_default(),
            used_in: uses(frame, guide, at),
            title: title.clone(),
        };
        groups.entry(letter(&title)).or_default().push(view);
    }
    let mut letters: Vec<String> = ('A'..='Z').map(String::from).collect();
    letters.extend(groups.keys().filter(|letter| !letters.contains(letter)).cloned().collect::<Vec<_>>());
    let letters = letters.into_iter().map(|letter| {
        let href = groups.contains_key(&letter).then(|| format!("#{}", id(&letter)));
        LetterView { letter, href }
    });
    let letters = letters.collect();
    let groups = groups.into_iter().map(|(letter, terms)| GroupView { id: id(&letter), letter, terms });
    let groups = groups.collect();
    let head = frame.head(frame.word("title_glossary"), Some(frame.word("summary_glossary")), &[frame.start()]);
    View::Glossary(GlossaryView { head, letters, groups, sources: frame.sources(&pen.cited()) })
}

/// All terms with their titles, by letter, title and name.
fn in_order(guide: &Guide) -> Vec<(TermId, String)> {
    let titles = guide.terms.iter().map(|term| text::plain(&term.title));
    let mut terms: Vec<(TermId, String)> = titles.enumerate().map(|(at, title)| (TermId(at), title)).collect();
    terms.sort_by_cached_key(|(id, title)| (letter(title), title.to_lowercase(), guide.term(*id).name.clone()));
    terms
}

/// The letter a word stands under.
fn letter(title: &str) -> String {
    let first = title.chars().find(|letter| letter.is_alphanumeric());
    match first {
        Some(letter) if letter.is_ascii_digit() => "0-9".to_owned(),
        Some(letter) => letter.to_uppercase().collect(),
        None => "#".to_owned(),
    }
}

fn id(letter: &str) -> String {
    match letter.chars().next() {
        Some(ascii) if ascii.is_ascii_alphabetic() => format!("cg-letter-{}", letter.to_lowercase()),
        Some(other) => format!("cg-letter-{}", u32::from(other)),
        None => "cg-letter".to_owned(),
    }
}

/// Other spellings, without those that only add an ending.
fn forms(term: &Term, title: &str) -> Vec<String> {
    let title = title.to_lowercase();
    let ies = title.strip_suffix('y').map(|stem| format!("{stem}ies"));
    let is_plural = |form: &str| {
        let ends = |ending| form.strip_suffix(ending) == Some(&title);
        ends("s") || ends("es") || ies.as_deref() == Some(form)
    };
    term.forms.iter().filter(|form| form.to_lowercase() != title && !is_plural(&form.to_lowercase())).cloned().collect()
}

fn uses(frame: &Frame<'_, '_>, guide: &Guide, term: TermId) -> Vec<LinkView> {
    let nodes = frame.plan.index.uses.get(&term).map(Vec::as_slice).unwrap_or_default();
    let listed = nodes.iter().filter(|node| is_listed(guide, **node));
    listed.map(|node| frame.link(&Target { node: *node, anchor: None })).collect()
}

/// Whether a list may lead there.
pub(super) fn is_listed(guide: &Guide, node: NodeId) -> bool {
    match node {
        NodeId::Article(id) => guide.article(id).is_listed(),
        NodeId::Decision(id) => guide.article(guide.decision(id).article).is_listed(),
        NodeId::Scenario(id) => !guide.scenario(id).unlisted,
        NodeId::Page(id) => !guide.page(id).unlisted,
        NodeId::Home
        | NodeId::Parts
        | NodeId::Part(_)
        | NodeId::Scenarios
        | NodeId::Finder
        | NodeId::Glossary
        | NodeId::Sources => true,
    }
}

//! Documents to a [`Guide`]: names become nodes, and the checklist of each scenario is put together.
//!
//! Resolving never fails: a bad reference is reported and left out. Every reference is looked up
//! once, here, and never again.

mod addresses;
mod aspects;
mod checklists;
mod collect;
mod conditions;
mod decisions;
mod facts;
mod finder;
mod items;
mod links;
mod names;
mod nodes;
mod personas;
mod phases;
mod proofs;
mod references;
mod revise;
mod routes;
pub mod rules;
mod sections;
mod signs;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use collect::Drafts;
pub use proofs::too_many_cases;
pub use revise::revised;

use crate::base::{InputPath, Name, Place};
use crate::guide::{ArticleId, DecisionId, Guide, NodeId, Origin, PageId, PartId, Phase, ScenarioId, Target};
use crate::input::Inputs;
use crate::markup::Body;
use crate::parse::Document;
use crate::parse::schema::PhaseConfig;
use crate::report::{Diagnostic, Problems, Reported};
use collect::{Collected, collect};
use conditions::Conditions;
use items::{ItemSource, Surroundings};
use links::LinkFinder;
use names::{Kind, Meaning};
use nodes::ScenarioParts;
use personas::Personas;
use proofs::Proofs;
use references::References;
use routes::Routing;
use sections::Anchors;

/// The guide that the documents make. `None` without readable settings: then there is nothing to
/// build, but all else that is wrong is still reported.
pub fn guide(documents: &[Arc<Document>], inputs: &Inputs, drafts: Drafts) -> Reported<Option<Guide>> {
    let mut problems = Problems::new();
    let empty = Arc::new(Body::default());
    let mut collected = collect(documents, &empty, drafts, &mut problems);
    if collected.settings.is_none() && !collected.settings_broken {
        problems.push(
            Diagnostic::new(
                &rules::SETTINGS_MISSING,
                Place::file(&InputPath::new("site.toml")),
                "there is no site.toml",
            )
            .help("write site.toml with `title`, `publisher` and `contact`"),
        );
    }
    let phases: &[PhaseConfig] = collected.settings.map_or(&[], |(_, site)| &site.phases);
    let placed = place_decisions(&mut collected, &mut problems);
    name_the_rest(&mut collected, phases, &mut problems);
    let anchors = anchors(&collected, &placed);
    let guide = assemble(&collected, inputs, phases, &placed, &anchors, &mut problems);
    Reported::new(guide, problems)
}

/// A decision's place: its article, its entry in the article's metadata, its section.
struct Placed {
    article: usize,
    entry: usize,
    section: decisions::Section,
}

/// Finds the sections of all decisions, in the order of their articles and of the text, and names them.
fn place_decisions(collected: &mut Collected<'_>, problems: &mut Problems) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::new();
    for (at, article) in collected.articles.iter().enumerate() {
        let doc = &article.doc;
        // A withdrawn article shows that it is withdrawn, and nothing that stood in it.
        if doc.front.withdrawn.is_some() {
            continue;
        }
        let mut mine: Vec<Placed> = Vec::new();
        let mut all_found = true;
        for (entry, (name, rules_of)) in doc.front.decisions.iter().enumerate() {
            let place = name.span.in_file(doc.path);
            match decisions::section(doc.body, name.value.as_str()) {
                Some(_) if rules_of.options.is_none() => {
                    all_found = false;
                    collected.names.add_broken(Kind::Decision, &name.value, place);
                }
                Some(section) => {
                    all_found &= decisions::has_its_options(doc.body, section, rules_of);
                    mine.push(Placed { article: at, entry, section });
                }
                None => {
                    all_found = false;
                    problems.push(decisions::unknown_section(doc.path, doc.body, name));
                    collected.names.add_broken(Kind::Decision, &name.value, place.clone());
                    // What is misspelt counts as what was meant.
                    let Some(near) = decisions::near_section(doc.body, name).and_then(Name::new) else { continue };
                    collected.names.add_broken(Kind::Decision, &near, place);
                    let section = decisions::section(doc.body, near.as_str());
                    let is_another = doc.front.decisions.iter().any(|(name, _)| name.value == near);
                    if let (Some(section), false, Some(_)) = (section, is_another, &rules_of.options) {
                        mine.push(Placed { article: at, entry, section });
                    }
                }
            }
        }
        mine.sort_by_key(|decision| decision.section.at);
        let sections: Vec<decisions::Section> = mine.iter().map(|decision| decision.section).collect();
        // Points of a decision that was not found are its echo.
        if all_found {
            aspects::check(doc.path, doc.body, &sections, problems);
        }
        let mut outer: Option<(decisions::Section, &crate::base::Spanned<Name>)> = None;
        for decision in mine {
            let Some((name, _)) = doc.front.decisions.get(decision.entry) else { continue };
            let place = name.span.in_file(doc.path);
            if let Some((section, first)) = outer
                && decision.section.at < section.at + section.length
            {
                problems.push(decisions::inside(doc.path, name, first));
                collected.names.add_broken(Kind::Decision, &name.value, place);
                continue;
            }
            outer = Some((decision.section, name));
            let names = &mut collected.names;
            let is_broken = names.meaning(Kind::Decision, name.value.as_str()) == Some(Meaning::Broken);
            if is_broken || names.add(Kind::Decision, &name.value, Meaning::Live(placed.len()), place, problems) {
                placed.push(decision);
            }
        }
    }
    for body in collected
        .scenarios
        .iter()
        .map(|doc| (doc.path, doc.body))
        .chain(collected.pages.iter().map(|doc| (doc.path, doc.body)))
    {
        aspects::check(body.0, body.1, &[], problems);
    }
    placed
}

/// Names of items, terms and phases; then those of drafts that are not there, which give way to all others.
fn name_the_rest(collected: &mut Collected<'_>, phases: &[PhaseConfig], problems: &mut Problems) {
    let names = &mut collected.names;
    let mut documents: Vec<(&InputPath, &crate::base::Name, &crate::markup::Body)> = Vec::new();
    documents
        .extend(collected.articles.iter().map(|article| (article.doc.path, article.doc.name, &**article.doc.body)));
    documents.extend(collected.scenarios.iter().map(|doc| (doc.path, doc.name, &**doc.body)));
    documents.sort_by(|a, b| a.0.cmp(b.0));
    for (path, name, body) in documents {
        for line in items::lines(name, body) {
            names.add(Kind::Item, &line.name, Meaning::Live(0), line.place(path), problems);
        }
    }
    if let Some((path, terms)) = collected.terms {
        for (at, term) in terms.terms.iter().enumerate() {
            names.add(Kind::Term, &term.name.value, Meaning::Live(at), term.name.span.in_file(path), problems);
        }
        for name in &terms.named {
            names.find(Kind::Term, name, &|name| name.span.in_file(path), problems);
        }
    }
    // Phases with one name twice were reported when site.toml was read.
    let mut unheard = Problems::new();
    for (at, phase) in phases.iter().enumerate() {
        let place = Place::file(&InputPath::new("site.toml"));
        names.add(Kind::Phase, &phase.name.value, Meaning::Live(at), place, &mut unheard);
    }
    // A name with rules and no line is told of at its rules.
    let articles = collected.articles.iter().map(|article| (article.doc.path, &article.doc.front.items));
    let ruled = articles.chain(collected.scenarios.iter().map(|doc| (doc.path, &doc.front.items)));
    for (path, (name, _)) in ruled.flat_map(|(path, items)| items.iter().map(move |item| (path, item))) {
        names.add_broken(Kind::Item, &name.value, name.span.in_file(path));
    }
    for (path, name) in &collected.broken_items {
        names.add_broken(Kind::Item, name, Place::file(path));
    }
    for hidden in &collected.hidden {
        for line in items::lines(hidden.name, hidden.body) {
            names.add(Kind::Item, &line.name, Meaning::Draft, Place::file(hidden.path), &mut unheard);
        }
        for name in &hidden.decisions {
            names.add(Kind::Decision, &name.value, Meaning::Draft, Place::file(hidden.path), &mut unheard);
        }
    }
}

/// The anchors of all pages; what stands in an option is on the decision's page.
fn anchors(collected: &Collected<'_>, placed: &[Placed]) -> Anchors {
    let mut anchors = Anchors::default();
    for (at, article) in collected.articles.iter().enumerate() {
        let page = NodeId::Article(ArticleId(at));
        let mut moved: BTreeMap<&str, Target> = BTreeMap::new();
        for (id, decision) in placed.iter().enumerate().filter(|(_, decision)| decision.article == at) {
            let node = NodeId::Decision(DecisionId(id));
            for (heading, there) in decisions::option_anchors(article.doc.body, decision.section) {
                let target = Target { node, anchor: Some(there.to_owned()) };
                anchors.add_named(node, heading, target.clone());
                moved.insert(heading, target);
            }
        }
        anchors.add(page, article.doc.body, &|anchor| moved.get(anchor).cloned());
    }
    let docs = collected.scenarios.iter().enumerate().map(|(at, doc)| (NodeId::Scenario(ScenarioId(at)), doc.body));
    let docs = docs.chain(collected.pages.iter().enumerate().map(|(at, doc)| (NodeId::Page(PageId(at)), doc.body)));
    let docs = docs.chain(collected.parts.iter().enumerate().map(|(at, doc)| (NodeId::Part(PartId(at)), doc.body)));
    let docs = docs.chain(collected.finder.map(|(_, _, body)| (NodeId::Finder, body)));
    for (page, body) in docs.chain(collected.home.map(|(_, _, body)| (NodeId::Home, body))) {
        anchors.add(page, body, &|_| None);
    }
    if let Some((_, terms)) = collected.terms {
        for term in &terms.terms {
            let name = term.name.value.as_str();
            let target = Target { node: NodeId::Glossary, anchor: Some(name.to_owned()) };
            anchors.add_named(NodeId::Glossary, name, target);
        }
    }
    anchors
}

/// Puts the guide together; everything is named and every anchor is known.
fn assemble(
    collected: &Collected<'_>,
    inputs: &Inputs,
    phases: &[PhaseConfig],
    placed: &[Placed],
    anchors: &Anchors,
    problems: &mut Problems,
) -> Option<Guide> {
    let is_draft = |path: &InputPath| collected.drafts.contains(path);
    let sources = item_sources(collected);
    let is_missing = facts::are_missing(collected, problems);
    let conditions = Conditions {
        names: &collected.names,
        facts: &collected.facts,
        is_broken: is_missing || collected.broken_lists.contains(&Kind::Fact),
    };
    let facts = facts::facts(&conditions, problems);
    let around = Surroundings {
        names: &collected.names,
        anchors,
        conditions: &conditions,
        phases,
        phases_known: collected.settings.is_some(),
        broken_lists: &collected.broken_lists,
        scenarios: collected.scenarios.len(),
    };
    let mut items: Vec<_> = sources.iter().flat_map(|source| items::items(source, &around, problems)).collect();
    phases::due_without_visit(&sources, &around, problems);
    items::after(&mut items, &sources, &collected.names, around.phases_known, problems);

    let draft_at = |at: usize| collected.scenarios.get(at).is_some_and(|doc| is_draft(doc.path));
    let included = checklists::includes(&collected.scenarios, &collected.names, &draft_at, problems);
    let personas = Personas::new(&conditions, &items, &is_draft);
    let mut scenarios: Vec<ScenarioParts> = Vec::new();
    for ((at, doc), included) in collected.scenarios.iter().enumerate().zip(&included) {
        let when = doc.front.when.as_ref().and_then(|when| conditions.condition(doc.path, when, problems));
        let checklist = checklists::checklist(ScenarioId(at), included, &items);
        let tests = personas.of(doc, problems);
        scenarios.push(ScenarioParts { when, checklist, left_out: Vec::new(), tests });
    }
    // With a document or an item that could not be read, an empty list is likely its echo.
    let written: usize = sources.iter().map(|source| items::lines(source.name, source.body).len()).sum();
    let is_broken = documents_are_broken(collected);
    if !is_broken && items.len() == written {
        let lists: Vec<_> = scenarios.iter().map(|scenario| scenario.checklist.as_slice()).collect();
        checklists::check(&collected.scenarios, &lists, &items, &is_draft, problems);
    }
    let mut proofs = Proofs::new(&facts);
    if let Some(proofs) = &mut proofs {
        proofs.checklists(&mut scenarios);
        if !is_broken {
            proofs.check(&collected.scenarios, &scenarios, &items, &is_draft, problems);
        }
    }
    finder::check(collected, is_broken || is_missing || collected.facts_broken, problems);
    let found = finder::conditions(collected, &scenarios);
    let diagram = found.and_then(|conditions| proofs.as_mut()?.finder(&conditions));
    if let (Some(diagram), Some((_, site))) = (&diagram, collected.settings) {
        finder::check_size(diagram, &facts.all, site.finder_pages, problems);
    }
    if let Some(proofs) = proofs {
        proofs.tell(problems);
    }

    let mut links = LinkFinder { collected, inputs, pictures: BTreeMap::new(), list: Vec::new() };
    let references = |path: &InputPath| References { names: &collected.names, anchors, from_draft: is_draft(path) };
    let mut decisions = Vec::new();
    for decision in placed {
        let Some(article) = collected.articles.get(decision.article) else { continue };
        let doc = &article.doc;
        let Some((name, rules_of)) = doc.front.decisions.get(decision.entry) else { continue };
        let id = ArticleId(decision.article);
        let references = references(doc.path);
        let mut made =
            decisions::decision(doc.path, id, doc.body, (name, rules_of), decision.section, &references, problems);
        let routing = Routing {
            path: doc.path,
            names: &collected.names,
            conditions: &conditions,
            broken_lists: &collected.broken_lists,
            rules_of,
            options: &made.options,
        };
        made.route = routing.route(problems);
        decisions.push(made);
    }
    let mut nodes = nodes::Nodes { collected, references: &references, finder: &mut links, problems };
    let parts = nodes.parts();
    let articles = nodes.articles(&items, &decisions);
    let scenarios = nodes.scenarios(&articles, scenarios, &items);
    let pages = nodes.pages();
    let home = nodes.home();
    let finder = nodes.finder(diagram);
    let terms = nodes.terms();
    let listed = nodes.lists();
    let redirects = nodes.redirects(&decisions, finder.as_ref());
    let allowances = nodes.allowances();
    let (_, site) = collected.settings?;
    let mut titled: Vec<Phase> = phases.iter().map(|phase| Phase { title: Some(phase.title.clone()) }).collect();
    if titled.is_empty() {
        titled.push(Phase { title: None });
    }
    let copied = collected.copied.iter().map(|(path, target)| ((*path).clone(), crate::base::Address::file(target)));
    Some(Guide {
        site: site.clone(),
        phases: titled,
        home,
        facts: facts.all,
        domains: facts.domains,
        finder,
        parts: parts.into(),
        articles: articles.into(),
        scenarios: scenarios.into(),
        decisions: decisions.into(),
        items: items.into(),
        pages: pages.into(),
        terms: terms.into(),
        sources: listed.sources.into(),
        people: listed.people.into(),
        roles: listed.roles.into(),
        pictures: links.list.into(),
        copied: copied.collect(),
        redirects: redirects.into(),
        allowances: Arc::new(allowances),
        drafts: Arc::new(collected.drafts.iter().cloned().collect()),
    })
}

fn documents_are_broken(collected: &Collected<'_>) -> bool {
    collected.files.values().any(|(kind, name)| collected.names.meaning(*kind, name.as_str()) == Some(Meaning::Broken))
}

/// The documents that have items, in the order of the guide: articles, then scenarios.
fn item_sources<'a>(collected: &'a Collected<'a>) -> Vec<ItemSource<'a>> {
    let articles = collected.articles.iter().enumerate().map(|(at, article)| {
        let front = article.doc.front;
        ItemSource {
            origin: Origin::Article(ArticleId(at)),
            path: article.doc.path,
            name: article.doc.name,
            body: article.doc.body,
            items: &front.items,
            sections: &front.sections,
            audience: front.audience.as_ref(),
            phase: front.phase.as_ref(),
            lost_phase: front.lost_phase,
        }
    });
    let scenarios = collected.scenarios.iter().enumerate().map(|(at, doc)| ItemSource {
        origin: Origin::Scenario(ScenarioId(at)),
        path: doc.path,
        name: doc.name,
        body: doc.body,
        items: &doc.front.items,
        sections: &[],
        audience: None,
        phase: None,
        lost_phase: doc.front.lost_phase,
    });
    // A withdrawn article's items are on no list.
    articles.filter(|source| !is_withdrawn(collected, source)).chain(scenarios).collect()
}

fn is_withdrawn(collected: &Collected<'_>, source: &ItemSource<'_>) -> bool {
    match source.origin {
        Origin::Article(id) => {
            collected.articles.get(id.0).is_some_and(|article| article.doc.front.withdrawn.is_some())
        }
        Origin::Scenario(_) => false,
    }
}

//! The nodes of the guide, made of the documents: everything they refer to is found here.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::addresses::{self, Addresses, Wanted};
use super::checklists::articles_on;
use super::collect::{Collected, Entry};
use super::finder;
use super::links::LinkFinder;
use super::names::{Kind, Meaning};
use super::references::{References, ToDraft, draft, live};
use crate::base::{Address, InputPath, Place, Spanned};
use crate::guide::{
    Allowance, Article, ArticleId, Condition, Decision, DecisionId, Finder, FinderWords, Home, Item, ItemId, Line,
    Making, Named, NodeId, Origin, Page, PageId, Part, PartId, Person, PersonId, Persona, Prose, Review, Role,
    Scenario, ScenarioId, Source, SourceId, Term, Written,
};
use crate::logic;
use crate::markup::{Body, visit};
use crate::parse::schema;
use crate::report::Problems;

/// Makes nodes.
pub(super) struct Nodes<'n, 'a> {
    pub(super) collected: &'a Collected<'a>,
    pub(super) references: &'n dyn Fn(&InputPath) -> References<'a>,
    pub(super) finder: &'n mut LinkFinder<'a>,
    pub(super) problems: &'n mut Problems,
}

/// The lists that documents refer to.
pub(super) struct Lists {
    pub(super) sources: Vec<Named<Source>>,
    pub(super) people: Vec<Named<Person>>,
    pub(super) roles: Vec<Named<Role>>,
}

/// The old names of a page: among which folder, of which page, in which file.
type Aliases<'a> = (Option<&'static str>, NodeId, &'a InputPath, &'a [Spanned<String>]);

/// What is made of a scenario before the rest of it.
pub(super) struct ScenarioParts {
    pub(super) when: Option<Condition>,
    /// Phases with their items.
    pub(super) checklist: Vec<(usize, Vec<Line>)>,
    pub(super) left_out: Vec<ItemId>,
    pub(super) tests: Vec<Persona>,
}

impl<'a> Nodes<'_, 'a> {
    pub(super) fn parts(&mut self) -> Vec<Part> {
        let mut parts = Vec::new();
        for (at, doc) in self.collected.parts.iter().enumerate() {
            let articles = self.collected.articles.iter().enumerate().filter(|(_, article)| {
                article.part == Some(at) && !article.doc.front.unlisted && article.doc.front.withdrawn.is_none()
            });
            parts.push(Part {
                name: doc.name.clone(),
                title: doc.front.title.value.clone(),
                summary: doc.front.summary.clone(),
                articles: articles.map(|(at, _)| ArticleId(at)).collect(),
                prose: self.prose(doc.path, NodeId::Part(PartId(at)), doc.body),
                draft: doc.front.draft,
            });
        }
        parts
    }

    pub(super) fn articles(&mut self, items: &[Item], decisions: &[Decision]) -> Vec<Article> {
        let mut articles = Vec::new();
        for (at, article) in self.collected.articles.iter().enumerate() {
            let (doc, front) = (&article.doc, article.doc.front);
            let own = NodeId::Article(ArticleId(at));
            let references = (self.references)(doc.path);
            let mut target = |reference: &Spanned<String>, to_draft| {
                references.target(doc.path, Some(own), reference, to_draft, self.problems)
            };
            let related: Vec<crate::guide::Target> =
                front.related.iter().filter_map(|name| target(name, ToDraft::Drop)).collect();
            let withdrawn = front.withdrawn.as_ref().map(|withdrawn| {
                let instead = withdrawn.instead.as_ref().and_then(|instead| target(instead, ToDraft::Refuse));
                (withdrawn.date, instead)
            });
            let further = front.further_reading.iter().filter_map(|name| self.live(Kind::Source, doc.path, name));
            let further = further.map(SourceId).collect();
            // Both stand in the order of their articles.
            let own_id = ArticleId(at);
            let mine = between(items, |item| item.origin.cmp(&Origin::Article(own_id)));
            let decided = between(decisions, |decision| decision.article.cmp(&own_id));
            articles.push(Article {
                name: doc.name.clone(),
                title: front.title.value.clone(),
                summary: front.summary.clone(),
                part: article.part.map(PartId),
                prose: self.prose(doc.path, own, doc.body),
                making: self.making(doc.path, &front.authors, front.updated, &front.reviews, &front.corrections),
                related: related.into_iter().filter(|target| !self.is_withdrawn(target.node)).collect(),
                further,
                decisions: decided.map(DecisionId).collect(),
                items: mine.map(ItemId).collect(),
                draft: article.draft,
                unlisted: front.unlisted,
                withdrawn,
            });
        }
        articles
    }

    pub(super) fn scenarios(
        &mut self,
        articles: &[Article],
        parts: Vec<ScenarioParts>,
        items: &[Item],
    ) -> Vec<Scenario> {
        let mut scenarios = Vec::new();
        for ((at, doc), parts) in self.collected.scenarios.iter().enumerate().zip(parts) {
            let ScenarioParts { when, checklist, left_out, tests } = parts;
            let id = ScenarioId(at);
            let read = match &doc.front.read {
                Some(names) => self.reading(doc.path, names),
                None => self.reading_by_audience(id, articles),
            };
            let listed = |id: &ArticleId| articles.get(id.0).is_some_and(Article::is_listed);
            let more = articles_on(&checklist, items).into_iter().filter(|id| !read.contains(id) && listed(id));
            scenarios.push(Scenario {
                name: doc.name.clone(),
                title: doc.front.title.value.clone(),
                summary: doc.front.summary.clone(),
                more: more.collect(),
                read,
                when,
                checklist,
                left_out,
                tests,
                prose: self.prose(doc.path, NodeId::Scenario(id), doc.body),
                making: self.making(doc.path, &[], doc.front.updated, &doc.front.reviews, &doc.front.corrections),
                draft: doc.front.draft,
                unlisted: doc.front.unlisted,
            });
        }
        scenarios
    }

    /// Whether a page was taken back: it leaves every list.
    fn is_withdrawn(&self, node: NodeId) -> bool {
        let NodeId::Article(id) = node else { return false };
        self.collected.articles.get(id.0).is_some_and(|article| article.doc.front.withdrawn.is_some())
    }

    /// The articles that a scenario names; withdrawn ones are left out.
    fn reading(&mut self, path: &InputPath, names: &[Spanned<crate::base::Name>]) -> Vec<ArticleId> {
        let mut read: Vec<ArticleId> = Vec::new();
        let from_draft = (self.references)(path).from_draft;
        for name in names {
            let place = name.span.in_file(path);
            match self.collected.names.find(Kind::Article, name, &|_| place.clone(), self.problems) {
                Some(Meaning::Live(at))
                    if !read.contains(&ArticleId(at)) && !self.is_withdrawn(NodeId::Article(ArticleId(at))) =>
                {
                    read.push(ArticleId(at));
                }
                Some(Meaning::Draft) if !from_draft => {
                    self.problems.push(draft(Kind::Article, name.value.as_str(), place))
                }
                Some(Meaning::Live(_) | Meaning::Draft | Meaning::Broken) | None => {}
            }
        }
        read
    }

    /// The listed articles for a scenario in the order of the guide, those for everybody last.
    fn reading_by_audience(&self, id: ScenarioId, articles: &[Article]) -> Vec<ArticleId> {
        let name = |at: usize| self.collected.scenarios.get(at).map(|doc| doc.name);
        let (mut named, mut all) = (Vec::new(), Vec::new());
        for (at, (doc, article)) in self.collected.articles.iter().zip(articles).enumerate() {
            if !article.is_listed() {
                continue;
            }
            let has = |names: &[Spanned<crate::base::Name>]| names.iter().any(|one| Some(&one.value) == name(id.0));
            match doc.doc.front.audience.as_ref().map(|audience| &audience.value) {
                None | Some(schema::Audience::All) => all.push(ArticleId(at)),
                Some(schema::Audience::Only(names)) if has(names) => named.push(ArticleId(at)),
                Some(schema::Audience::AllBut(names)) if !has(names) => all.push(ArticleId(at)),
                Some(schema::Audience::Only(_) | schema::Audience::AllBut(_)) => {}
            }
        }
        named.extend(all);
        named
    }

    pub(super) fn pages(&mut self) -> Vec<Page> {
        let mut pages = Vec::new();
        for (at, doc) in self.collected.pages.iter().enumerate() {
            pages.push(Page {
                name: doc.name.clone(),
                title: doc.front.title.value.clone(),
                summary: doc.front.summary.clone(),
                prose: self.prose(doc.path, NodeId::Page(PageId(at)), doc.body),
                updated: doc.front.updated,
                draft: doc.front.draft,
                unlisted: doc.front.unlisted,
            });
        }
        pages
    }

    pub(super) fn home(&mut self) -> Option<Home> {
        let (path, front, body) = self.collected.home?;
        let prose = self.prose(path, NodeId::Home, body);
        Some(Home { title: front.title.value.clone(), summary: front.summary.clone(), prose })
    }

    /// The finder; `None` without one, and if it could not be read where it leads.
    pub(super) fn finder(&mut self, diagram: Option<logic::Finder>) -> Option<Finder> {
        let collected = self.collected;
        let mut words = None;
        let mut otherwise = None;
        if let Some((path, front, body)) = collected.finder {
            let prose = self.prose(path, NodeId::Finder, body);
            words = Some(FinderWords { title: front.title.value.clone(), summary: front.summary.clone(), prose });
            if let Some(reference) = &front.otherwise {
                let own = Some(NodeId::Finder);
                let references = (self.references)(path);
                otherwise = Some(references.target(path, own, reference, ToDraft::Refuse, self.problems)?);
            }
        }
        let written = finder::written(collected)?;
        let diagram = diagram.filter(|_| !collected.finder_broken)?;
        Some(Finder { words, scenarios: finder::scenarios(collected), diagram, otherwise, written })
    }

    pub(super) fn terms(&mut self) -> Vec<Term> {
        let Some((path, terms)) = self.collected.terms else { return Vec::new() };
        let mut made = Vec::new();
        for term in &terms.terms {
            let body = Body { blocks: term.meaning.clone(), ..Body::default() };
            let prose = self.prose(path, NodeId::Glossary, &Arc::new(body));
            made.push(Term {
                name: term.name.value.clone(),
                title: term.title.clone(),
                meaning: term.meaning.clone(),
                forms: term.forms.clone(),
                linked: term.linked,
                targets: prose.targets,
                written: Written { path: path.clone(), span: term.name.span },
            });
        }
        made
    }

    /// Sources, people and roles.
    pub(super) fn lists(&self) -> Lists {
        Lists {
            sources: named(&self.collected.sources),
            people: named(&self.collected.people),
            roles: named(&self.collected.roles),
        }
    }

    /// Aliases; on the way, every address is taken once.
    pub(super) fn redirects(&mut self, decisions: &[Decision], finder: Option<&Finder>) -> Vec<(Address, NodeId)> {
        let mut all = Addresses::default();
        let mut aliases: Vec<Aliases<'a>> = Vec::new();
        let collected = self.collected;
        for own in ["", "articles", "parts", "scenarios", "glossary", "sources"] {
            all.reserve(&Address::page([own].into_iter().filter(|own| !own.is_empty())));
        }
        if let Some(finder) = finder {
            all.reserve(&Address::page(["find"]));
            let pages = finder.diagram.pages.len() + finder.diagram.ends.len();
            (0..=pages).for_each(|page| all.reserve(&Address::page(["find", &page.to_string()])));
        }
        for path in ["404.html", "robots.txt", "sitemap.xml", "site-manifest.json"] {
            all.reserve(&Address::file(path));
        }
        let mut page = |folder: Option<&'static str>,
                        name: &str,
                        node,
                        path: &'a InputPath,
                        old: &'a [Spanned<String>],
                        problems: &mut Problems| {
            let address = Address::page(folder.into_iter().chain([name]));
            all.take(&address, Place::file(path), Wanted::Page, problems);
            aliases.push((folder, node, path, old));
        };
        for (at, doc) in collected.parts.iter().enumerate() {
            page(
                Some("parts"),
                doc.name.as_str(),
                NodeId::Part(PartId(at)),
                doc.path,
                &doc.front.aliases,
                self.problems,
            );
        }
        for (at, article) in collected.articles.iter().enumerate() {
            let (doc, node) = (&article.doc, NodeId::Article(ArticleId(at)));
            // Two articles of one name were reported already.
            if collected.names.meaning(Kind::Article, doc.name.as_str()) == Some(Meaning::Live(at)) {
                page(Some("articles"), doc.name.as_str(), node, doc.path, &doc.front.aliases, self.problems);
            }
        }
        for (at, doc) in collected.scenarios.iter().enumerate() {
            page(
                Some("scenarios"),
                doc.name.as_str(),
                NodeId::Scenario(ScenarioId(at)),
                doc.path,
                &doc.front.aliases,
                self.problems,
            );
        }
        for (at, decision) in decisions.iter().enumerate() {
            let Some(article) = collected.articles.get(decision.article.0) else { continue };
            page(
                Some("decisions"),
                decision.name.as_str(),
                NodeId::Decision(DecisionId(at)),
                article.doc.path,
                &[],
                self.problems,
            );
        }
        for (at, doc) in collected.pages.iter().enumerate() {
            addresses::check_reserved(doc.name.as_str(), Place::file(doc.path), self.problems);
            let taken = super::addresses::is_reserved(doc.name.as_str());
            if !taken {
                page(None, doc.name.as_str(), NodeId::Page(PageId(at)), doc.path, &doc.front.aliases, self.problems);
            }
        }
        for (path, target) in &collected.copied {
            all.take(&Address::file(target), Place::file(path), Wanted::Copy, self.problems);
        }
        let mut redirects = Vec::new();
        for (folder, node, path, old) in aliases {
            for alias in old {
                let address = addresses::alias(folder, alias);
                if all.take(&address, alias.span.in_file(path), Wanted::Alias, self.problems) {
                    redirects.push((address, node));
                }
            }
        }
        redirects.sort();
        redirects
    }

    /// Findings that authors allow, by file.
    pub(super) fn allowances(&self) -> BTreeMap<InputPath, Vec<Allowance>> {
        let mut all: BTreeMap<InputPath, Vec<Allowance>> = BTreeMap::new();
        let collected = self.collected;
        let mut add = |path: &InputPath, allow: &[Allowance]| {
            if !allow.is_empty() {
                all.entry(path.clone()).or_default().extend_from_slice(allow);
            }
        };
        collected.parts.iter().for_each(|doc| add(doc.path, &doc.front.allow));
        collected.articles.iter().for_each(|article| add(article.doc.path, &article.doc.front.allow));
        collected.scenarios.iter().for_each(|doc| add(doc.path, &doc.front.allow));
        collected.pages.iter().for_each(|doc| add(doc.path, &doc.front.allow));
        collected.home.iter().for_each(|(path, home, _)| add(path, &home.allow));
        collected.finder.iter().for_each(|(path, finder, _)| add(path, &finder.allow));
        collected.terms.iter().for_each(|(path, terms)| add(path, &terms.allow));
        collected.facts.iter().for_each(|fact| add(fact.path, &fact.value.allow));
        all
    }

    /// The prose of a page: what its links mean is found, and what it cites is held against the sources.
    fn prose(&mut self, path: &InputPath, own: NodeId, body: &Arc<Body>) -> Prose {
        let references = (self.references)(path);
        let targets = self.finder.targets(path, Some(own), body, &references, self.problems);
        if !self.collected.broken_lists.contains(&Kind::Source) {
            let mut seen = BTreeSet::new();
            for citation in visit::citations(body) {
                let known = self.collected.names.meaning(Kind::Source, &citation.value).is_some();
                if !known && seen.insert(&citation.value) {
                    let place = citation.span.in_file(path);
                    self.problems.push(self.collected.names.unknown(Kind::Source, &citation.value, place));
                }
            }
        }
        for words in visit::texts(body) {
            super::signs::check(path, words, &self.collected.names, self.finder, self.problems);
        }
        Prose { body: body.clone(), targets: Arc::new(targets) }
    }

    fn making(
        &mut self,
        path: &InputPath,
        authors: &[Spanned<crate::base::Name>],
        updated: Option<crate::base::Date>,
        reviews: &[schema::Review],
        corrections: &[schema::Correction],
    ) -> Making {
        let authors = authors.iter().filter_map(|name| self.live(Kind::Person, path, name)).map(PersonId).collect();
        let mut reviewed = Vec::new();
        for review in reviews {
            let Some(by) = self.live(Kind::Person, path, &review.by) else { continue };
            let by_clinician = review.role == schema::shared::ReviewRole::Clinician;
            let by = Spanned::new(PersonId(by), review.by.span);
            reviewed.push(Review { date: review.date, by, by_clinician, next: review.next });
        }
        Making { authors, updated, reviews: reviewed, corrections: corrections.to_vec() }
    }

    fn live(&mut self, kind: Kind, path: &InputPath, name: &Spanned<crate::base::Name>) -> Option<usize> {
        if self.collected.broken_lists.contains(&kind) {
            return None;
        }
        live(&self.collected.names, kind, path, name, self.problems)
    }
}

/// The places of those that are equal, in a sorted list.
fn between<T>(sorted: &[T], compare: impl Fn(&T) -> Ordering) -> Range<usize> {
    let start = sorted.partition_point(|one| compare(one) == Ordering::Less);
    start..sorted.partition_point(|one| compare(one) != Ordering::Greater)
}

fn named<T: Clone>(entries: &[Entry<'_, T>]) -> Vec<Named<T>> {
    let named = |entry: &Entry<'_, T>| Named {
        name: entry.name.value.clone(),
        value: entry.value.clone(),
        written: Written { path: entry.path.clone(), span: entry.name.span },
    };
    entries.iter().map(named).collect()
}

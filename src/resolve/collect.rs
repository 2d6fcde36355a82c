//! Sorts the documents by kind, leaves drafts out, puts everything in the order of the guide, and
//! gives everything its name.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::names::{Kind, Meaning, Names};
use super::rules;
use crate::base::{InputPath, Name, Place, Spanned};
use crate::markup::Body;
use crate::parse::layout::FileKind;
use crate::parse::schema::{
    Article, Fact, Finder, Home, Page, Part, Person, Role, Scenario, SiteConfig, Source, Terms,
};
use crate::parse::{Content, Document};
use crate::report::{Diagnostic, Problems};

/// One document of a kind.
pub(super) struct Doc<'a, T> {
    pub(super) path: &'a InputPath,
    pub(super) name: &'a Name,
    pub(super) front: &'a T,
    pub(super) body: &'a Arc<Body>,
}

/// An article, and its part's place in the list of parts.
pub(super) struct ArticleDoc<'a> {
    pub(super) doc: Doc<'a, Article>,
    pub(super) part: Option<usize>,
    /// Whether it, or its part, is a draft.
    pub(super) draft: bool,
}

/// A draft that is not there: its names are known, so that references to it can be told apart from mistakes.
pub(super) struct Hidden<'a> {
    pub(super) path: &'a InputPath,
    pub(super) name: &'a Name,
    pub(super) decisions: Vec<&'a Spanned<Name>>,
    pub(super) body: &'a Body,
}

/// One entry of a list such as sources.yaml.
pub(super) struct Entry<'a, T> {
    pub(super) path: &'a InputPath,
    pub(super) name: &'a Spanned<Name>,
    pub(super) value: &'a T,
}

/// All documents that are there, each list in the order of the guide.
#[derive(Default)]
pub(super) struct Collected<'a> {
    pub(super) settings: Option<(&'a InputPath, &'a SiteConfig)>,
    pub(super) settings_broken: bool,
    pub(super) home: Option<(&'a InputPath, &'a Home, &'a Arc<Body>)>,
    pub(super) parts: Vec<Doc<'a, Part>>,
    pub(super) articles: Vec<ArticleDoc<'a>>,
    pub(super) scenarios: Vec<Doc<'a, Scenario>>,
    pub(super) pages: Vec<Doc<'a, Page>>,
    pub(super) terms: Option<(&'a InputPath, &'a Terms)>,
    pub(super) finder: Option<(&'a InputPath, &'a Finder, &'a Arc<Body>)>,
    /// Whether there is a finder.md that could not be read.
    pub(super) finder_broken: bool,
    /// In the author's order.
    pub(super) facts: Vec<Entry<'a, Fact>>,
    /// Whether one of the facts, or all of them, could not be read.
    pub(super) facts_broken: bool,
    pub(super) sources: Vec<Entry<'a, Source>>,
    pub(super) people: Vec<Entry<'a, Person>>,
    pub(super) roles: Vec<Entry<'a, Role>>,
    pub(super) copied: Vec<(&'a InputPath, &'a str)>,
    /// Every name, and what it means.
    pub(super) names: Names,
    /// Files of drafts, whether shown or not.
    pub(super) drafts: Vec<InputPath>,
    /// Articles and scenarios that are not there because they are drafts.
    pub(super) hidden: Vec<Hidden<'a>>,
    /// What a link to a file of the guide means.
    pub(super) files: BTreeMap<InputPath, (Kind, &'a Name)>,
    /// Names of what may be items, in files that could not be read.
    pub(super) broken_items: Vec<(&'a InputPath, &'a Name)>,
    /// Lists that could not be read: references into them are not reported.
    pub(super) broken_lists: Vec<Kind>,
}

/// Whether drafts are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// Left out.
    Hidden,
    /// Shown, each saying that it is one.
    Shown,
}

/// Collects the documents. A withdrawn article is `empty`: nothing of its text is shown, or referred to.
pub(super) fn collect<'a>(
    documents: &'a [Arc<Document>],
    empty: &'a Arc<Body>,
    drafts: Drafts,
    problems: &mut Problems,
) -> Collected<'a> {
    let mut all = Collected::default();
    let mut hidden: Vec<FileName<'a>> = Vec::new();
    let mut broken: Vec<FileName<'a>> = Vec::new();
    let mut written: Vec<WrittenArticle<'a>> = Vec::new();
    let shown = |draft: bool| drafts == Drafts::Shown || !draft;
    for document in documents {
        let path = &document.path;
        match &document.content {
            Content::Settings(site) => all.settings = Some((path, site)),
            Content::Home(home, body) => all.home = Some((path, home, body)),
            Content::Part(name, front, body) => {
                note_draft(&mut all.drafts, path, front.draft);
                match shown(front.draft) {
                    true => all.parts.push(Doc { path, name, front, body }),
                    false => hidden.push((Kind::Part, name, path)),
                }
            }
            Content::Article(name, part, front, body) => {
                let body = if front.withdrawn.is_some() { empty } else { body };
                written.push((path, name, part, front, body));
            }
            Content::Scenario(name, front, body) => {
                note_draft(&mut all.drafts, path, front.draft);
                match shown(front.draft) {
                    true => all.scenarios.push(Doc { path, name, front, body }),
                    false => {
                        hidden.push((Kind::Scenario, name, path));
                        all.hidden.push(Hidden { path, name, decisions: Vec::new(), body });
                    }
                }
            }
            Content::Page(name, front, body) => {
                note_draft(&mut all.drafts, path, front.draft);
                match shown(front.draft) {
                    true => all.pages.push(Doc { path, name, front, body }),
                    false => hidden.push((Kind::Page, name, path)),
                }
            }
            Content::Finder(finder, body) => all.finder = Some((path, finder, body)),
            Content::Facts(list) => fact_names(&mut all, path, list, problems),
            Content::Terms(terms) => all.terms = Some((path, terms)),
            Content::Sources(list) => list_names(&mut all.names, Kind::Source, path, list, &mut all.sources, problems),
            Content::People(list) => list_names(&mut all.names, Kind::Person, path, list, &mut all.people, problems),
            Content::Roles(list) => list_names(&mut all.names, Kind::Role, path, list, &mut all.roles, problems),
            Content::Copied(target) => all.copied.push((path, target)),
            Content::Picture | Content::Theme => {}
            Content::Broken { kind, draft, named } => {
                all.broken_items.extend(named.iter().map(|name| (path, name)));
                note_draft(&mut all.drafts, path, *draft);
                match kind {
                    FileKind::Settings => all.settings_broken = true,
                    FileKind::Part(name) => broken.push((Kind::Part, name, path)),
                    FileKind::Article(name, _) => broken.push((Kind::Article, name, path)),
                    FileKind::Scenario(name) => broken.push((Kind::Scenario, name, path)),
                    FileKind::Page(name) => broken.push((Kind::Page, name, path)),
                    FileKind::Terms => all.broken_lists.push(Kind::Term),
                    FileKind::Facts => {
                        all.facts_broken = true;
                        all.broken_lists.push(Kind::Fact);
                    }
                    FileKind::Finder => all.finder_broken = true,
                    FileKind::Sources => all.broken_lists.push(Kind::Source),
                    FileKind::People => all.broken_lists.push(Kind::Person),
                    FileKind::Roles => all.broken_lists.push(Kind::Role),
                    FileKind::Home | FileKind::Picture | FileKind::Copied(_) | FileKind::Theme => {}
                }
            }
        }
    }
    all.parts
        .sort_by(|a, b| by_order((a.front.order, &a.front.title, a.name), (b.front.order, &b.front.title, b.name)));
    all.scenarios
        .sort_by(|a, b| by_order((a.front.order, &a.front.title, a.name), (b.front.order, &b.front.title, b.name)));
    all.pages
        .sort_by(|a, b| by_order((a.front.order, &a.front.title, a.name), (b.front.order, &b.front.title, b.name)));
    let hidden_parts = hidden.iter().filter(|(kind, _, _)| *kind == Kind::Part).map(|(_, name, _)| *name);
    let hidden_parts: BTreeSet<&Name> = hidden_parts.collect();
    let mut without_index: BTreeSet<&Name> = BTreeSet::new();
    let places: BTreeMap<&Name, usize> = all.parts.iter().enumerate().rev().map(|(at, doc)| (doc.name, at)).collect();
    for (path, name, part, front, body) in written {
        let part_draft = part.as_ref().is_some_and(|part| {
            hidden_parts.contains(part)
                || places.get(part).and_then(|at| all.parts.get(*at)).is_some_and(|doc| doc.front.draft)
        });
        let draft = front.draft || part_draft;
        note_draft(&mut all.drafts, path, draft);
        if !shown(draft) {
            hidden.push((Kind::Article, name, path));
            let decisions = front.decisions.iter().map(|(name, _)| name).collect();
            all.hidden.push(Hidden { path, name, decisions, body });
            continue;
        }
        let place = part.as_ref().and_then(|part| places.get(part).copied());
        if let Some(part) = part
            && place.is_none()
            && !broken.iter().any(|(kind, name, _)| *kind == Kind::Part && *name == part)
            && without_index.insert(part)
        {
            problems.push(part_without_index(path, part));
        }
        all.articles.push(ArticleDoc { doc: Doc { path, name, front, body }, part: place, draft });
    }
    all.articles.sort_by(|a, b| {
        let key = |article: &ArticleDoc<'_>| article.part.map_or(0, |part| part + 1);
        let order = |article: &'_ ArticleDoc<'a>| (article.doc.front.order, &article.doc.front.title, article.doc.name);
        key(a).cmp(&key(b)).then_with(|| by_order(order(a), order(b)))
    });
    add_names(&mut all, &hidden, &broken, problems);
    all
}

fn note_draft(drafts: &mut Vec<InputPath>, path: &InputPath, draft: bool) {
    if draft {
        drafts.push(path.clone());
    }
}

/// By the author's number, then by title, then by name.
fn by_order(a: (i64, &Spanned<String>, &Name), b: (i64, &Spanned<String>, &Name)) -> Ordering {
    (a.0, &a.1.value, a.2).cmp(&(b.0, &b.1.value, b.2))
}

/// An article before its part is found.
type WrittenArticle<'a> = (&'a InputPath, &'a Name, &'a Option<Name>, &'a Article, &'a Arc<Body>);

/// A kind, a name, and the file that gives it.
type FileName<'a> = (Kind, &'a Name, &'a InputPath);

/// Names in the order of paths, so that of two the later file is reported.
fn add_names<'a>(all: &mut Collected<'a>, hidden: &[FileName<'a>], broken: &[FileName<'a>], problems: &mut Problems) {
    let mut found: Vec<(&InputPath, Kind, &'a Name, Meaning)> = Vec::new();
    found.extend(all.parts.iter().enumerate().map(|(at, doc)| (doc.path, Kind::Part, doc.name, Meaning::Live(at))));
    found.extend(
        all.scenarios.iter().enumerate().map(|(at, doc)| (doc.path, Kind::Scenario, doc.name, Meaning::Live(at))),
    );
    found.extend(all.pages.iter().enumerate().map(|(at, doc)| (doc.path, Kind::Page, doc.name, Meaning::Live(at))));
    let articles = all.articles.iter().enumerate();
    found.extend(articles.map(|(at, article)| (article.doc.path, Kind::Article, article.doc.name, Meaning::Live(at))));
    found.extend(hidden.iter().map(|(kind, name, path)| (*path, *kind, *name, Meaning::Draft)));
    found.extend(broken.iter().map(|(kind, name, path)| (*path, *kind, *name, Meaning::Broken)));
    found.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    for (path, kind, name, meaning) in found {
        all.files.insert(path.clone(), (kind, name));
        all.names.add(kind, name, meaning, Place::file(path), problems);
    }
}

fn list_names<'a, T>(
    names: &mut Names,
    kind: Kind,
    path: &'a InputPath,
    list: &'a [(Spanned<Name>, Option<T>)],
    entries: &mut Vec<Entry<'a, T>>,
    problems: &mut Problems,
) {
    let mut sorted: Vec<&(Spanned<Name>, Option<T>)> = list.iter().collect();
    sorted.sort_by(|a, b| a.0.value.cmp(&b.0.value));
    for (name, value) in sorted {
        let meaning = match value {
            Some(value) => {
                entries.push(Entry { path, name, value });
                Meaning::Live(entries.len() - 1)
            }
            None => Meaning::Broken,
        };
        names.add(kind, &name.value, meaning, name.span.in_file(path), problems);
    }
}

/// Facts keep the author's order: it is that of the questions.
fn fact_names<'a>(
    all: &mut Collected<'a>,
    path: &'a InputPath,
    list: &'a [(Spanned<Name>, Option<Fact>)],
    problems: &mut Problems,
) {
    for (name, value) in list {
        let meaning = match value {
            Some(value) => {
                all.facts.push(Entry { path, name, value });
                Meaning::Live(all.facts.len() - 1)
            }
            None => {
                all.facts_broken = true;
                Meaning::Broken
            }
        };
        all.names.add(Kind::Fact, &name.value, meaning, name.span.in_file(path), problems);
    }
}

fn part_without_index(path: &InputPath, part: &Name) -> Diagnostic {
    let message = format!("the folder `{part}` has articles, but no index.md");
    Diagnostic::new(&rules::PART_WITHOUT_INDEX, Place::file(path), message)
        .note("a folder of articles is a part of the guide, and a part has a title")
        .help(format!("write content/articles/{part}/index.md, with a `title`"))
}

//! Who gets what: scenarios against articles, and against items.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Desk;
use crate::guide::{Article, ArticleId, Guide, ItemId, NodeId, Origin, Prose, Scenario};
use crate::markup::text;
use crate::pages::condition;

/// Scenarios against articles and items.
#[derive(Clone, Debug, Serialize)]
pub struct CoverageView {
    /// The scenarios: the columns of both tables.
    pub scenarios: Vec<String>,
    /// The articles, each with its cells.
    pub articles: Vec<ArticleCells>,
    /// The items, grouped by the document that they stand in.
    pub groups: Vec<ItemGroup>,
    /// Articles that nobody is led to: on no checklist and linked from nowhere.
    pub lonely: Vec<String>,
    /// Scenarios that the finder does not lead to.
    pub outside: Vec<String>,
}

/// An article, and what it is to each scenario.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleCells {
    /// Its title.
    pub title: String,
    /// For each scenario, what stands there.
    pub cells: Vec<ArticleCell>,
}

/// What an article is to a scenario.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleCell {
    /// Its place in the reading list, from 1.
    pub read: Option<usize>,
    /// How many of its items are on the checklist.
    pub items: usize,
}

/// The items of a document.
#[derive(Clone, Debug, Serialize)]
pub struct ItemGroup {
    /// The document's title.
    pub title: String,
    /// Its items.
    pub items: Vec<ItemCells>,
}

/// An item, and how it stands on each checklist.
#[derive(Clone, Debug, Serialize)]
pub struct ItemCells {
    /// Its words.
    pub text: String,
    /// Its name.
    pub name: String,
    /// For each scenario, how it stands there.
    pub cells: Vec<ItemCell>,
}

/// How an item stands on a checklist.
#[derive(Clone, Debug, Serialize)]
pub struct ItemCell {
    /// `plain`, `if`, `out` (its condition holds for nobody there) or `no` (it is not for this scenario).
    pub state: &'static str,
    /// "Only if …"
    pub only_if: Option<String>,
}

/// The view.
pub(super) fn view(desk: &Desk<'_>) -> CoverageView {
    let guide = desk.guide();
    let articles = guide.articles.iter().enumerate().filter(|(_, article)| article.withdrawn.is_none());
    let articles: Vec<(ArticleId, &Article)> = articles.map(|(at, article)| (ArticleId(at), article)).collect();
    let led_to = led_to(guide);
    let is_lonely = |id: ArticleId| {
        let listed = guide.scenarios.iter().any(|scenario| scenario.read.contains(&id) || scenario.more.contains(&id));
        !listed && !led_to.contains(&NodeId::Article(id))
    };
    let in_finder: BTreeSet<&str> =
        guide.finder.iter().flat_map(|finder| &finder.scenarios).map(|id| guide.scenario(*id).name.as_str()).collect();
    let outside = guide.scenarios.iter().filter(|scenario| !in_finder.contains(scenario.name.as_str()));
    CoverageView {
        scenarios: guide.scenarios.iter().map(|scenario| scenario.title.clone()).collect(),
        articles: articles.iter().map(|(id, article)| article_cells(guide, *id, article)).collect(),
        groups: groups(desk),
        lonely: articles.iter().filter(|(id, _)| is_lonely(*id)).map(|(_, one)| one.title.clone()).collect(),
        outside: outside.filter(|_| guide.finder.is_some()).map(|scenario| scenario.title.clone()).collect(),
    }
}

fn article_cells(guide: &Guide, id: ArticleId, article: &Article) -> ArticleCells {
    let cell = |scenario: &Scenario| {
        let lines = scenario.checklist.iter().flat_map(|(_, lines)| lines);
        ArticleCell {
            read: scenario.read.iter().position(|read| *read == id).map(|at| at + 1),
            items: lines.filter(|line| guide.item(line.item).origin == Origin::Article(id)).count(),
        }
    };
    ArticleCells { title: article.title.clone(), cells: guide.scenarios.iter().map(cell).collect() }
}

fn groups(desk: &Desk<'_>) -> Vec<ItemGroup> {
    let guide = desk.guide();
    let mut groups: Vec<(Origin, ItemGroup)> = Vec::new();
    for (at, item) in guide.items.iter().enumerate() {
        let cells = guide.scenarios.iter().map(|scenario| item_cell(desk, scenario, ItemId(at)));
        let row = ItemCells { text: text::plain(&item.text), name: item.name.to_string(), cells: cells.collect() };
        match groups.last_mut() {
            Some((origin, group)) if *origin == item.origin => group.items.push(row),
            _ => {
                let title = match item.origin {
                    Origin::Article(id) => guide.article(id).title.clone(),
                    Origin::Scenario(id) => guide.scenario(id).title.clone(),
                };
                groups.push((item.origin, ItemGroup { title, items: vec![row] }));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn item_cell(desk: &Desk<'_>, scenario: &Scenario, item: ItemId) -> ItemCell {
    let mut lines = scenario.checklist.iter().flat_map(|(_, lines)| lines);
    match lines.find(|line| line.item == item) {
        Some(line) => {
            let only_if = line.only_if.as_ref().map(|when| condition::only_if(desk.guide(), desk.words, when));
            ItemCell { state: if only_if.is_some() { "if" } else { "plain" }, only_if }
        }
        None => ItemCell { state: if scenario.left_out.contains(&item) { "out" } else { "no" }, only_if: None },
    }
}

/// All pages that some text, decision or list of related pages leads to.
fn led_to(guide: &Guide) -> BTreeSet<NodeId> {
    let proses: Vec<(Option<NodeId>, &Prose)> = (guide.articles.iter().enumerate())
        .map(|(at, it)| (Some(NodeId::Article(ArticleId(at))), &it.prose))
        .chain(guide.scenarios.iter().map(|it| (None, &it.prose)))
        .chain(guide.pages.iter().map(|it| (None, &it.prose)))
        .chain(guide.parts.iter().map(|it| (None, &it.prose)))
        .chain(guide.home.iter().map(|it| (None, &it.prose)))
        .collect();
    // A link to itself leads nobody to a page.
    let links = proses.iter().flat_map(|(own, prose)| {
        prose.targets.links.values().map(|target| target.node).filter(move |node| Some(*node) != *own)
    });
    let related = guide.articles.iter().flat_map(|article| &article.related).map(|target| target.node);
    let options = guide.decisions.iter().flat_map(|decision| {
        let own = NodeId::Article(decision.article);
        let then = decision.options.iter().filter_map(|option| option.then.as_ref());
        then.map(|target| target.node).filter(move |node| *node != own)
    });
    let otherwise = guide.finder.iter().filter_map(|finder| finder.otherwise.as_ref()).map(|target| target.node);
    let terms = guide.terms.iter().flat_map(|term| term.targets.links.values()).map(|target| target.node);
    links.chain(related).chain(options).chain(otherwise).chain(terms).collect()
}

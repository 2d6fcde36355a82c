//! An article; what was taken back says so and nothing else.

use super::frame::Frame;
use super::prose::{Pen, term_href};
use super::route;
use super::view::{ArticleView, ChecklistRowView, ContentsView, CorrectionView, View, WithdrawnView};
use crate::guide::{Article, ArticleId, Decision, DecisionId, NodeId, ScenarioId, Target};
use crate::markup::{Block, Heading, text};

/// From how many sections on a list of contents helps.
const CONTENTS_FROM: usize = 3;

/// The view of an article.
pub(super) fn view(frame: &Frame<'_, '_>, id: ArticleId) -> View {
    let guide = frame.plan.guide;
    let article = guide.article(id);
    let href = term_href(frame);
    let mut pen = Pen::new(frame, &href);
    let body_html = if article.withdrawn.is_some() { String::new() } else { body(&mut pen, article) };
    let cited = pen.cited();
    let mut above = vec![frame.start(), (NodeId::Parts, frame.title(NodeId::Parts))];
    if let Some(part) = article.part {
        above.push((NodeId::Part(part), guide.part(part).title.clone()));
    }
    // Nothing that a withdrawn page said is said again.
    let summary = article.withdrawn.is_none().then(|| article.summary.clone());
    let mut head = frame.head(article.title.clone(), summary, &above);
    head.draft = article.draft;
    head.noindex = article.draft || !article.is_listed();
    let (before, next) = neighbours(frame, id);
    let withdrawn = article.withdrawn.as_ref().map(|(date, instead)| WithdrawnView {
        date: frame.date(*date),
        instead: instead.as_ref().map(|target| frame.link(target)),
    });
    let further = article.further.iter().map(|id| frame.source(&guide.source(*id).value, 0, Vec::new()));
    let corrections = article.making.corrections.iter();
    let view = ArticleView {
        review: frame.review(&article.making, !cited.is_empty()),
        contents: if withdrawn.is_some() { Vec::new() } else { contents(visible(frame, article)) },
        body_html,
        checklists: if withdrawn.is_some() { Vec::new() } else { checklists(frame, id) },
        sources: frame.sources(&cited),
        before,
        next,
        related: article.related.iter().map(|target| frame.row(target)).collect(),
        further: further.collect(),
        corrections: corrections
            .map(|one| CorrectionView { date: frame.date(one.date), what: one.what.clone() })
            .collect(),
        withdrawn,
        head,
    };
    View::Article(Box::new(view))
}

/// The words of an article. A decision's options are compared on a page of their own; here stands the way to it.
fn body(pen: &mut Pen<'_, '_, '_>, article: &Article) -> String {
    let guide = pen.frame.plan.guide;
    let blocks = &article.prose.body.blocks;
    let targets = &article.prose.targets;
    let mut html = String::new();
    let mut at = 0;
    for id in &article.decisions {
        let decision = guide.decision(*id);
        let options_at = decision.at + decision.introduction;
        html.push_str(&pen.blocks(blocks.get(at..options_at).unwrap_or(&[]), targets).unwrap_or_default());
        if let Some(table) = route::table(pen.frame, decision) {
            html.push_str(&pen.route_table(&table));
        }
        html.push_str(&decision_link(pen, *id, decision));
        at = decision.at + decision.length;
    }
    html.push_str(&pen.blocks(blocks.get(at..).unwrap_or(&[]), targets).unwrap_or_default());
    html.push_str(&pen.footnotes(&article.prose.body.footnotes, targets));
    html
}

fn decision_link(pen: &mut Pen<'_, '_, '_>, id: DecisionId, decision: &Decision) -> String {
    let href = pen.frame.to(NodeId::Decision(id));
    let label = pen.frame.plan.words.counted("compare", decision.options.len());
    let options: Vec<String> = decision.options.iter().map(|option| text::plain(&option.title)).collect();
    pen.decision_link(&href, &label, &options)
}

/// The blocks that stand on the article's own page.
fn visible<'a>(frame: &Frame<'_, 'a>, article: &'a Article) -> impl Iterator<Item = &'a Block> {
    let guide = frame.plan.guide;
    article.prose.body.blocks.iter().enumerate().filter_map(move |(at, block)| {
        let hidden = article.decisions.iter().any(|id| {
            let decision = guide.decision(*id);
            at >= decision.at + decision.introduction && at < decision.at + decision.length
        });
        (!hidden).then_some(block)
    })
}

/// The sections of a page, if there are enough of them.
pub(super) fn contents<'b>(blocks: impl Iterator<Item = &'b Block>) -> Vec<ContentsView> {
    let headings = blocks.filter_map(Block::heading).filter(|heading| heading.level == 2);
    let entry =
        |heading: &Heading| ContentsView { href: format!("#{}", heading.anchor), text: text::plain(&heading.text) };
    let sections: Vec<ContentsView> = headings.map(entry).collect();
    if sections.len() < CONTENTS_FROM { Vec::new() } else { sections }
}

/// The checklists that have items of the article.
fn checklists(frame: &Frame<'_, '_>, id: ArticleId) -> Vec<ChecklistRowView> {
    let guide = frame.plan.guide;
    let counts = frame.plan.index.counts.get(id.0).map(Vec::as_slice).unwrap_or_default();
    let listed = counts.iter().filter(|(scenario, _)| !guide.scenario(*scenario).unlisted);
    let row = |(id, count): &(ScenarioId, usize)| ChecklistRowView {
        href: frame.to(NodeId::Scenario(*id)),
        title: guide.scenario(*id).title.clone(),
        count: *count,
    };
    listed.map(row).collect()
}

/// The listed articles before and after it, in the order of the guide.
fn neighbours(frame: &Frame<'_, '_>, id: ArticleId) -> (Option<super::view::LinkView>, Option<super::view::LinkView>) {
    let articles = &frame.plan.guide.articles;
    let listed = |at: &usize| articles.get(*at).is_some_and(Article::is_listed);
    let link = |at: usize| frame.link(&Target { node: NodeId::Article(ArticleId(at)), anchor: None });
    if !listed(&id.0) {
        return (None, None);
    }
    let before = (0..id.0).rev().find(listed).map(link);
    (before, (id.0 + 1..articles.len()).find(listed).map(link))
}

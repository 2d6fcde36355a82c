//! A part, and all parts.

use super::frame::{Frame, description};
use super::prose::{Pen, term_href};
use super::view::{LinkView, PartRowView, PartView, PartsView, RowView, View};
use crate::guide::{Article, ArticleId, NodeId, PartId};

/// The view of a part.
pub(super) fn view(frame: &Frame<'_, '_>, id: PartId) -> View {
    let guide = frame.plan.guide;
    let part = guide.part(id);
    let href = term_href(frame);
    let mut pen = Pen::new(frame, &href);
    let above = [frame.start(), (NodeId::Parts, frame.title(NodeId::Parts))];
    let mut head = frame.head(part.title.clone(), part.summary.clone(), &above);
    head.description = part.summary.clone().or_else(|| description(&part.prose.body.blocks));
    head.draft = part.draft;
    head.noindex = part.draft;
    let link = |at: usize| {
        let part = guide.parts.get(at)?;
        Some(LinkView { href: frame.to(NodeId::Part(PartId(at))), title: part.title.clone() })
    };
    let intro_html = pen.all(&part.prose);
    View::Part(PartView {
        intro_html,
        sources: frame.sources(&pen.cited()),
        articles: part.articles.iter().map(|id| frame.article_row(*id)).collect(),
        before: id.0.checked_sub(1).and_then(link),
        next: link(id.0 + 1),
        head,
    })
}

/// The view of all parts.
pub(super) fn all(frame: &Frame<'_, '_>) -> View {
    let head = frame.head(frame.word("title_parts"), Some(frame.word("summary_parts")), &[frame.start()]);
    View::Parts(PartsView { head, parts: rows(frame, true), others: others(frame) })
}

/// Articles in no part that are listed.
fn others(frame: &Frame<'_, '_>) -> Vec<RowView> {
    let articles = frame.plan.guide.articles.iter().enumerate();
    let others = articles.filter(|(_, article)| article.part.is_none() && Article::is_listed(article));
    others.map(|(at, _)| frame.article_row(ArticleId(at))).collect()
}

/// All parts in a list, with or without their articles.
pub(super) fn rows(frame: &Frame<'_, '_>, with_articles: bool) -> Vec<PartRowView> {
    let parts = frame.plan.guide.parts.iter().enumerate();
    let row = |(at, part): (usize, &crate::guide::Part)| PartRowView {
        number: at + 1,
        title: part.title.clone(),
        href: frame.to(NodeId::Part(PartId(at))),
        summary: part.summary.clone(),
        articles: match with_articles {
            true => part.articles.iter().map(|id| frame.article_row(*id)).collect(),
            false => Vec::new(),
        },
    };
    parts.map(row).collect()
}

//! Plain pages, and old addresses.

use super::article::contents;
use super::frame::{Frame, description};
use super::prose::{Pen, term_href};
use super::view::{PageView, RedirectView, View};
use crate::guide::{NodeId, PageId};

/// The view of a plain page.
pub(super) fn view(frame: &Frame<'_, '_>, id: PageId) -> View {
    let page = frame.plan.guide.page(id);
    let href = term_href(frame);
    let mut pen = Pen::new(frame, &href);
    let body_html = pen.all(&page.prose).unwrap_or_default();
    let mut head = frame.head(page.title.clone(), page.summary.clone(), &[frame.start()]);
    head.description = page.summary.clone().or_else(|| description(&page.prose.body.blocks));
    head.draft = page.draft;
    head.noindex = page.draft || page.unlisted;
    View::Page(PageView {
        contents: contents(page.prose.body.blocks.iter()),
        body_html,
        sources: frame.sources(&pen.cited()),
        updated: page.updated.map(|date| frame.date(date)),
        head,
    })
}

/// The view of an old address.
pub(super) fn redirect(frame: &Frame<'_, '_>, node: NodeId) -> View {
    View::Redirect(RedirectView { kind: "redirect", title: frame.title(node), target: frame.to(node) })
}

//! All sources, each with the pages that cite it.

use super::frame::Frame;
use super::glossary::is_listed;
use super::view::{SourceRowView, SourcesView, View};
use crate::guide::{SourceId, Target};

/// The view of all sources, by title.
pub(super) fn view(frame: &Frame<'_, '_>) -> View {
    let guide = frame.plan.guide;
    let mut sources: Vec<SourceRowView> = Vec::new();
    for (at, named) in guide.sources.iter().enumerate() {
        let cites = frame.plan.index.cites.get(&SourceId(at)).map(Vec::as_slice).unwrap_or_default();
        let cited_by = cites.iter().filter(|node| is_listed(guide, **node));
        let source = &named.value;
        sources.push(SourceRowView {
            id: format!("cg-source-{}", named.name),
            title: source.title.clone(),
            url: source.url.clone(),
            publisher: source.publisher.clone(),
            published: source.published.as_deref().map(|date| frame.published(date)),
            accessed: frame.date(source.accessed),
            cited_by: cited_by.map(|node| frame.link(&Target { node: *node, anchor: None })).collect(),
        });
    }
    sources.sort_by(|a, b| (a.title.to_lowercase(), &a.id).cmp(&(b.title.to_lowercase(), &b.id)));
    let head = frame.head(frame.word("title_sources"), Some(frame.word("summary_sources")), &[frame.start()]);
    View::Sources(SourcesView { head, sources })
}

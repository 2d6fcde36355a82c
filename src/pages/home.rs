//! The home page: its author's words, or, without them, the site's title and its scenarios.

use super::frame::{Frame, description};
use super::part;
use super::prose::{Pen, term_href};
use super::view::{HomeView, SectionView, SlipView, View};
use crate::guide::Prose;
use crate::markup::{Block, Heading};

/// The view of the home page.
pub(super) fn view(frame: &Frame<'_, '_>) -> View {
    let guide = frame.plan.guide;
    let title = guide.home.as_ref().map_or(&guide.site.title, |home| &home.title);
    let mut head = frame.head(title.clone(), None, &[]);
    let mut view = HomeView {
        lead_html: None,
        slip: None,
        finder: frame.finder(),
        scenarios: frame.scenario_rows(),
        parts: part::rows(frame, false),
        sections: Vec::new(),
        sources: Vec::new(),
        head: head.clone(),
    };
    if let Some(home) = &guide.home {
        head.description = home.summary.clone().or_else(|| description(lead(&home.prose)));
        let href = term_href(frame);
        let mut pen = Pen::new(frame, &href);
        let (notes, targets) = (&home.prose.body.footnotes, &home.prose.targets);
        // What stands together on the page has its footnotes there.
        view.lead_html = pen.blocks(lead(&home.prose), targets).map(|html| html + &pen.footnotes(notes, targets));
        for (heading, blocks) in sections(&home.prose) {
            let title_html = pen.plain(&heading.text);
            let body_html = pen.blocks(blocks, targets).unwrap_or_default() + &pen.footnotes(notes, targets);
            let is_list = blocks.iter().any(|block| matches!(block, Block::List(list) if list.start.is_some()));
            if view.slip.is_none() && is_list {
                view.slip = Some(SlipView { id: heading.anchor.to_string(), title_html, body_html });
            } else {
                view.sections.push(SectionView { id: heading.anchor.to_string(), title_html, body_html });
            }
        }
        view.sources = frame.sources(&pen.cited());
    }
    view.head = head;
    View::Home(view)
}

/// What stands before the first heading.
fn lead(prose: &Prose) -> &[Block] {
    let blocks = &prose.body.blocks;
    let end = blocks.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(blocks.len());
    blocks.get(..end).unwrap_or(blocks)
}

/// The sections: each heading of the second level, and what stands under it.
fn sections(prose: &Prose) -> Vec<(&Heading, &[Block])> {
    let blocks = &prose.body.blocks;
    let starts: Vec<usize> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| matches!(block, Block::Heading(heading) if heading.level == 2))
        .map(|(at, _)| at)
        .collect();
    let mut sections = Vec::new();
    for (place, at) in starts.iter().enumerate() {
        let end = starts.get(place + 1).copied().unwrap_or(blocks.len());
        if let (Some(Block::Heading(heading)), Some(body)) = (blocks.get(*at), blocks.get(at + 1..end)) {
            sections.push((heading, body));
        }
    }
    sections
}

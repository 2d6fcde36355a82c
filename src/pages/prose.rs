//! Writes the prose of documents on one page: says what links, pictures and items mean there.

use super::frame::Frame;
use super::who::{refrain, who};
use crate::base::{InputPath, Name};
use crate::guide::{NodeId, Prose, Target, Targets};
use crate::markup::html::{Cited, ItemLine, PictureSource, RouteTable, Scope, Writer};
use crate::markup::{Block, Footnote, Inline, Item};

/// Writes one page.
pub(super) struct Pen<'f, 'p, 'a> {
    pub(super) frame: &'f Frame<'p, 'a>,
    writer: Writer<'f>,
}

/// The reference to a term's entry in the glossary.
pub(super) fn term_href<'f>(frame: &'f Frame<'_, '_>) -> impl Fn(&Name) -> String + 'f {
    |name: &Name| frame.to_target(&Target { node: NodeId::Glossary, anchor: Some(name.as_str().to_owned()) })
}

impl<'f, 'p, 'a> Pen<'f, 'p, 'a> {
    /// A pen for a page on which nothing is written yet.
    pub(super) fn new(frame: &'f Frame<'p, 'a>, term_href: &'f dyn Fn(&Name) -> String) -> Pen<'f, 'p, 'a> {
        Pen { frame, writer: Writer::new(&frame.plan.index.labels, &frame.plan.index.terms, term_href) }
    }

    /// The HTML of blocks from a document; `None` if there are none.
    pub(super) fn blocks(&mut self, blocks: &[Block], targets: &Targets) -> Option<String> {
        let html = with_scope(self.frame, targets, |scope| self.writer.blocks(blocks, scope));
        (!html.is_empty()).then_some(html)
    }

    /// The HTML of a line without links: for labels and lists of contents.
    pub(super) fn plain(&mut self, inlines: &[Inline]) -> String {
        self.writer.plain_inlines(inlines)
    }

    /// The whole prose of a document, footnotes last; `None` if there is none.
    pub(super) fn all(&mut self, prose: &Prose) -> Option<String> {
        let html = self.blocks(&prose.body.blocks, &prose.targets);
        let notes = self.footnotes(&prose.body.footnotes, &prose.targets);
        html.map(|html| html + &notes)
    }

    /// The footnotes that were referred to.
    pub(super) fn footnotes(&mut self, footnotes: &[Footnote], targets: &Targets) -> String {
        with_scope(self.frame, targets, |scope| self.writer.footnotes(footnotes, scope))
    }

    /// Begins a term's own entry: it does not link to itself, and to each other term once again.
    pub(super) fn begin_term(&mut self, name: &Name) {
        self.writer.link_terms_anew();
        self.writer.already_linked(name);
    }

    /// The link from an article to the page that compares the options of a decision.
    pub(super) fn decision_link(&mut self, href: &str, label: &str, options: &[String]) -> String {
        self.writer.decision_link(href, label, options)
    }

    /// The table of a decision.
    pub(super) fn route_table(&mut self, table: &RouteTable) -> String {
        self.writer.route_table(table)
    }

    /// Writes headings so many levels deeper than their authors did, from now on.
    pub(super) fn shift_headings(&mut self, by: i8) {
        self.writer.shift_headings(by);
    }

    /// The sources cited so far.
    pub(super) fn cited(&self) -> Vec<Cited> {
        self.writer.cited()
    }
}

fn with_scope<T>(frame: &Frame<'_, '_>, targets: &Targets, write: impl FnOnce(&Scope<'_>) -> T) -> T {
    let guide = frame.plan.guide;
    let link = |written: &str| {
        let page = targets.links.get(written).map(|target| frame.to_target(target));
        page.or_else(|| targets.files.get(written).map(|address| frame.href(address)))
    };
    let picture = |written: &str| {
        let picture = guide.picture(*targets.pictures.get(written)?);
        let side = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        Some(PictureSource {
            src: frame.href(&picture.address),
            width: side(picture.width),
            height: side(picture.height),
        })
    };
    let item = |item: &Item| item_line(frame, &targets.path, item);
    let items_caption = |count: usize| crate::markup::text::capitalized(&frame.plan.words.counted("strip", count));
    write(&Scope { link: &link, picture: &picture, item: &item, items_caption: &items_caption })
}

/// What an article says of an item beside its words.
fn item_line(frame: &Frame<'_, '_>, path: &InputPath, item: &Item) -> ItemLine {
    match frame.plan.item(path, item) {
        Some(known) => ItemLine {
            name: known.name.to_string(),
            who: who(frame, known),
            key: known.must,
            refrain: refrain(frame, known).map(str::to_owned),
        },
        None => ItemLine { name: item.slug.to_string(), ..ItemLine::default() },
    }
}

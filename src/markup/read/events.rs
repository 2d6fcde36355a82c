//! The Markdown parser's events. The only file that names `pulldown-cmark`.
//!
//! Extensions are listed one by one: `all()` would bring the old footnotes with it.

use std::collections::BTreeMap;
use std::ops::Range;

pub(super) use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd,
};
use pulldown_cmark::{BrokenLink, Options, Parser};

use super::citations;
use crate::markup::Dialect;

/// What the parser said of a text.
pub(super) struct Events<'a> {
    /// Each event with its range in the text.
    pub(super) list: Vec<(Event<'a>, Range<usize>)>,
    /// `[text][label]` and `[text][]` without a definition of the label.
    pub(super) undefined: Vec<(Range<usize>, String)>,
    /// Where the definitions of the labels in use stand.
    pub(super) definitions: BTreeMap<String, Range<usize>>,
}

/// Reads `text`.
pub(super) fn events(text: &str, dialect: Dialect) -> Events<'_> {
    let options = match dialect {
        Dialect::CommonMark => Options::empty(),
        Dialect::Guide => {
            Options::ENABLE_TABLES
                | Options::ENABLE_FOOTNOTES
                | Options::ENABLE_DEFINITION_LIST
                | Options::ENABLE_TASKLISTS
                | Options::ENABLE_GFM
                | Options::ENABLE_SMART_PUNCTUATION
        }
    };
    let mut undefined = Vec::new();
    let on_undefined = |link: BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> {
        if dialect == Dialect::CommonMark {
            return None;
        }
        // A citation is, for the parser, a link whose label is defined nowhere.
        let shortcut = link.link_type == LinkType::Shortcut;
        if citations::is_citation(&link.reference) || shortcut && citations::holds_citation(&link.reference) {
            return Some((CowStr::Borrowed(""), CowStr::Borrowed("")));
        }
        if !shortcut {
            undefined.push((link.span, link.reference.to_string()));
        }
        None
    };
    let mut parser = Parser::new_with_broken_link_callback(text, options, Some(on_undefined)).into_offset_iter();
    let list: Vec<_> = parser.by_ref().collect();
    let mut definitions = BTreeMap::new();
    for (event, _) in &list {
        let (Event::Start(Tag::Link { id, .. }) | Event::Start(Tag::Image { id, .. })) = event else { continue };
        if !id.is_empty()
            && let Some(definition) = parser.reference_definitions().get(id)
        {
            definitions.insert(id.to_string(), definition.span.clone());
        }
    }
    drop(parser);
    Events { list, undefined, definitions }
}

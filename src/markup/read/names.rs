//! Names made of words, numbered within the file, and never equal to one that an author wrote.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::attributes;
use super::events::{Event, Tag, TagEnd};
use crate::base::Name;

/// The names of one kind in one file.
pub(super) struct Names {
    fallback: Name,
    taken: BTreeSet<String>,
    /// The number to try next for a name, so that a thousand equal headings stay cheap.
    next: BTreeMap<String, usize>,
}

impl Names {
    /// No name but those that authors wrote; `fallback` stands where words give none.
    pub(super) fn new(fallback: Name, written: BTreeSet<String>) -> Names {
        Names { fallback, taken: written, next: BTreeMap::new() }
    }

    /// A new name made of `words`.
    pub(super) fn fresh(&mut self, words: &str) -> Name {
        let mut base = Name::nearest(words).unwrap_or_else(|| self.fallback.clone());
        if is_reserved(base.as_str()) {
            base = self.name(&format!("{}-{base}", self.fallback));
        }
        if self.taken.insert(base.as_str().to_owned()) {
            return base;
        }
        let number = self.next.entry(base.as_str().to_owned()).or_insert(2);
        loop {
            let candidate = format!("{base}-{number}");
            *number += 1;
            if self.taken.insert(candidate.clone()) {
                return self.name(&candidate);
            }
        }
    }

    fn name(&self, text: &str) -> Name {
        Name::new(text).unwrap_or_else(|| self.fallback.clone())
    }
}

/// Whether the program gives names that begin so: the theme's own, and those of items.
pub(super) fn is_reserved(name: &str) -> bool {
    name.starts_with("cg-") || name.starts_with("item-")
}

/// The names that authors wrote.
#[derive(Default)]
pub(super) struct Written {
    /// At the end of headings.
    pub(super) headings: BTreeSet<String>,
    /// At the end of items' first lines.
    pub(super) items: BTreeSet<String>,
}

/// All names that authors wrote in a text, before any is made of words.
pub(super) fn written(text: &str, events: &[(Event<'_>, Range<usize>)]) -> Written {
    let mut found = Written::default();
    let mut in_item = false;
    // The unbroken words that end at the present event.
    let mut run: Option<Range<usize>> = None;
    for (event, range) in events {
        let closes_item = in_item
            && matches!(
                event,
                Event::SoftBreak
                    | Event::HardBreak
                    | Event::End(TagEnd::Paragraph | TagEnd::Item)
                    | Event::Start(Tag::List(_))
            );
        let closes_heading = matches!(event, Event::End(TagEnd::Heading(_)));
        if closes_item || closes_heading {
            let names = if closes_heading { &mut found.headings } else { &mut found.items };
            let attributes = run.as_ref().and_then(|run| attributes::trailing(text, run));
            names.extend(attributes.iter().flat_map(|found| &found.names).map(|name| name.text.clone()));
            in_item = false;
        }
        if matches!(event, Event::TaskListMarker(_)) {
            in_item = true;
        }
        run = match (event, run) {
            (Event::Text(_), Some(before)) => Some(before.start..range.end),
            (Event::Text(_), None) => Some(range.clone()),
            _ => None,
        };
    }
    found
}

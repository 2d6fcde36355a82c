//! Places as tools count them: lines and columns, from 1, columns in characters.

use std::collections::BTreeMap;

use crate::base::text::LineColumn;
use crate::base::{InputPath, Place, Text};

/// Finds lines and columns; each text is looked through once.
pub(super) struct Places<'p, 's> {
    source_of: &'p dyn Fn(&InputPath) -> Option<&'s str>,
    texts: BTreeMap<InputPath, Option<Text<'s>>>,
}

impl<'p, 's> Places<'p, 's> {
    pub(super) fn new(source_of: &'p dyn Fn(&InputPath) -> Option<&'s str>) -> Places<'p, 's> {
        Places { source_of, texts: BTreeMap::new() }
    }

    /// The first character of a place and the one after its last; `None` where a whole file is meant.
    pub(super) fn of(&mut self, place: &Place) -> Option<(LineColumn, LineColumn)> {
        let span = place.span?;
        let source_of = self.source_of;
        let text = self.texts.entry(place.path.clone()).or_insert_with(|| source_of(&place.path).map(Text::new));
        text.as_ref().map(|text| (text.line_column(span.start), text.line_column(span.end)))
    }
}

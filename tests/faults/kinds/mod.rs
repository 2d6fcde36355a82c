//! Every fault of every kind that can be made in the guide. Each says itself what has to be told of it.

mod anchors;
mod boxes;
mod logic;
mod names;
mod text;
mod values;

use std::collections::BTreeMap;

use crate::fault::Fault;
use crate::references::References;
use crate::source::File;

/// All of them, by kind.
pub(crate) fn all(guide: &[File]) -> BTreeMap<&'static str, Vec<Fault>> {
    let references = References::new(guide);
    let mut all: BTreeMap<&str, Vec<Fault>> = BTreeMap::new();
    let made = [
        anchors::deleted(&references),
        anchors::duplicated(&references),
        boxes::mistyped(&references),
        boxes::deleted(&references),
        text::fences(&references),
        text::headings(&references),
        text::table_rows(&references),
        text::options(&references),
        text::links(&references),
        names::misspelt(&references),
        names::keys(&references),
        names::doubled(&references),
        values::dates(&references),
        values::swapped(&references),
        values::missing(&references),
        logic::all(&references),
    ];
    for fault in made.into_iter().flatten() {
        all.entry(fault.kind).or_default().push(fault);
    }
    all
}

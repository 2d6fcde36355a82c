//! The views of the glossary and of all sources.

use serde::Serialize;

use super::{DateView, HeadView, LinkView, SourceView};

/// The glossary.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryView {
    /// What every view has.
    #[serde(flatten)]
    pub head: HeadView,
    /// The letters, with those that lead somewhere.
    pub letters: Vec<LetterView>,
    /// The terms, by letter.
    pub groups: Vec<GroupView>,
    /// The sources that their meanings cite.
    pub sources: Vec<SourceView>,
}

/// A letter.
#[derive(Clone, Debug, Serialize)]
pub struct LetterView {
    /// The letter.
    pub letter: String,
    /// Its group, if it has one.
    pub href: Option<String>,
}

/// The terms of a letter.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    /// The letter.
    pub letter: String,
    /// The group's anchor.
    pub id: String,
    /// The terms.
    pub terms: Vec<TermView>,
}

/// A term.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// Its anchor.
    pub id: String,
    /// Its words.
    pub title: String,
    /// Other spellings, but for plurals.
    pub forms: Vec<String>,
    /// What it means.
    pub meaning_html: String,
    /// Articles that use it.
    pub used_in: Vec<LinkView>,
}

/// All sources.
#[derive(Clone, Debug, Serialize)]
pub struct SourcesView {
    /// What every view has.
    #[serde(flatten)]
    pub head: HeadView,
    /// The sources, by title.
    pub sources: Vec<SourceRowView>,
}

/// A source in the list of all.
#[derive(Clone, Debug, Serialize)]
pub struct SourceRowView {
    /// Its anchor.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where it can be read.
    pub url: String,
    /// Who published it.
    pub publisher: String,
    /// When, as exactly as is known.
    pub published: Option<String>,
    /// When it was read for the guide.
    pub accessed: DateView,
    /// The pages that cite it.
    pub cited_by: Vec<LinkView>,
}

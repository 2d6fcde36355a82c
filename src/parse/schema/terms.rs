//! The glossary: terms.md, whose headings are terms.

use super::shared::Allowance;
use super::shared::{ALLOW, allowances};
use crate::base::{Name, Span, Spanned};
use crate::markup::Block;
use crate::markup::Inline;
use crate::parse::fields::{Key, Reader, Schema};
use crate::parse::node::Node;

static FORMS: Key =
    Key { name: "forms", example: "{care-plan: [care plans]}", doc: "Other spellings of a term, by its name." };
static LINK: Key =
    Key { name: "link", example: "{stage: false}", doc: "`false` for a term that only the glossary shall have." };

/// The keys of terms.md.
pub static TERMS: Schema = Schema { what: "terms.md", keys: &[&FORMS, &LINK, &ALLOW] };

/// The glossary.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    /// The terms, in the author's order.
    pub terms: Vec<Term>,
    /// Names under `forms` and `link`, to be held against the terms.
    pub named: Vec<Spanned<Name>>,
    /// Findings that are right as they are.
    pub allow: Vec<Allowance>,
}

/// One entry of the glossary.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its name.
    pub name: Spanned<Name>,
    /// Its words, as the heading has them.
    pub title: Vec<Inline>,
    /// What it means.
    pub meaning: Vec<Block>,
    /// Other spellings.
    pub forms: Vec<String>,
    /// Whether it is linked where it is first used.
    pub linked: bool,
}

/// The metadata of terms.md: other spellings and terms not to be linked.
pub(in crate::parse) struct TermRules {
    pub(in crate::parse) forms: Vec<(Spanned<Name>, Vec<Spanned<String>>)>,
    pub(in crate::parse) links: Vec<(Spanned<Name>, bool)>,
    pub(in crate::parse) allow: Vec<Allowance>,
}

/// The metadata of terms.md.
pub(in crate::parse) fn rules(reader: &mut Reader<'_>, node: &Spanned<Node>, fence: Span) -> TermRules {
    let fields = reader.fields(&TERMS, node, fence);
    let entries = |reader: &mut Reader<'_>, key: &'static Key| match fields.value(key) {
        Some(node) => reader.named_entries("terms by their names", node),
        None => Vec::new(),
    };
    let forms = entries(reader, &FORMS)
        .into_iter()
        .filter_map(|(name, node)| Some((name, reader.list(&FORMS, &node, |r, k, n| r.words(k, n))?.value)));
    let forms: Vec<_> = forms.collect();
    let links = entries(reader, &LINK);
    let links = links.into_iter().filter_map(|(name, node)| Some((name, reader.boolean(&LINK, &node)?))).collect();
    TermRules { forms, links, allow: allowances(reader, &fields) }
}

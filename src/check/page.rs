//! One page and what is resolved of it, as the checks of its items and decisions get them.

use crate::base::InputPath;
use crate::guide::{Article, Decision, Guide, Item, Origin};
use crate::language::Language;
use crate::markup::Body;

/// An article or a scenario with its items and decisions.
///
/// A check of it sees nothing else: after a change of its words, it alone is looked at again.
pub struct Page<'a> {
    /// Its file.
    pub(super) path: &'a InputPath,
    /// Its words.
    pub(super) body: &'a Body,
    /// Its items, in the order of its text.
    pub(super) items: Vec<&'a Item>,
    /// Its decisions, in the order of its text.
    pub(super) decisions: Vec<&'a Decision>,
    /// The language of the guide.
    pub(super) language: Language,
    /// How something not to do may begin, in small letters: "do not".
    pub(super) do_not_forms: &'a [String],
}

/// What a page is made of, in a guide.
pub(super) fn page<'a>(guide: &'a Guide, origin: Origin, do_not_forms: &'a [String]) -> Page<'a> {
    let (prose, decisions) = match origin {
        Origin::Article(id) => {
            let Article { prose, decisions, .. } = guide.article(id);
            (prose, decisions.as_slice())
        }
        Origin::Scenario(id) => (&guide.scenario(id).prose, &[][..]),
    };
    Page {
        path: &prose.targets.path,
        body: &prose.body,
        items: guide.items_of(origin).map(|id| guide.item(id)).collect(),
        decisions: decisions.iter().map(|id| guide.decision(*id)).collect(),
        language: super::text::language(guide),
        do_not_forms,
    }
}

//! References in metadata: a bare name, a name with its kind, a section.

use super::names::{Kind, Meaning, Names};
use super::rules;
use super::sections::Anchors;
use crate::base::suggest::did_you_mean;
use crate::base::{InputPath, Name, Place, Spanned};
use crate::guide::{ArticleId, DecisionId, NodeId, PageId, ScenarioId, Target};
use crate::report::{Diagnostic, Problems};

/// The kinds that a bare name is looked for among, and the word that tells them apart.
const KINDS: [Kind; 4] = [Kind::Article, Kind::Scenario, Kind::Decision, Kind::Page];

/// What is needed to understand a reference.
pub(super) struct References<'a> {
    pub(super) names: &'a Names,
    pub(super) anchors: &'a Anchors,
    /// Whether a draft may lead to a draft.
    pub(super) from_draft: bool,
}

/// What becomes of a reference to a draft that is not there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ToDraft {
    /// It is left out.
    Drop,
    /// It is an error: the reader would be led nowhere.
    Refuse,
}

impl References<'_> {
    /// What `reference`, written in the article `own` at its place, leads to.
    pub(super) fn target(
        &self,
        path: &InputPath,
        own: Option<NodeId>,
        reference: &Spanned<String>,
        to_draft: ToDraft,
        problems: &mut Problems,
    ) -> Option<Target> {
        let place = reference.span.in_file(path);
        let (name, anchor) = match reference.value.split_once('#') {
            Some((name, anchor)) => (name, Some(anchor)),
            None => (reference.value.as_str(), None),
        };
        let node = match (name, own) {
            ("", Some(own)) => own,
            ("", None) => return None,
            (name, _) => self.node(name, &place, to_draft, problems)?,
        };
        match anchor {
            None => Some(Target { node, anchor: None }),
            Some(anchor) => self.section(node, own == Some(node), anchor, place, problems),
        }
    }

    /// The node called `name`, with or without its kind before a slash.
    fn node(&self, name: &str, place: &Place, to_draft: ToDraft, problems: &mut Problems) -> Option<NodeId> {
        let (kinds, bare): (Vec<Kind>, &str) = match name.split_once('/') {
            Some((word, bare)) => (KINDS.into_iter().filter(|kind| kind.word() == word).collect(), bare),
            None => (KINDS.to_vec(), name),
        };
        let found: Vec<(Kind, Meaning)> =
            kinds.iter().filter_map(|kind| Some((*kind, self.names.meaning(*kind, bare)?))).collect();
        // What is there comes before a draft of the same name.
        let is_live = |(_, meaning): &(Kind, Meaning)| matches!(meaning, Meaning::Live(_));
        let live: Vec<(Kind, Meaning)> = found.iter().copied().filter(is_live).collect();
        let found = if live.is_empty() { found } else { live };
        match found.as_slice() {
            [] => {
                problems.push(self.unknown(name, &kinds, bare, place.clone()));
                None
            }
            [(kind, Meaning::Live(at))] => node(*kind, *at),
            [(_, Meaning::Broken)] => None,
            [(kind, Meaning::Draft)] => {
                if to_draft == ToDraft::Refuse && !self.from_draft {
                    problems.push(draft(*kind, bare, place.clone()));
                }
                None
            }
            several => {
                let words: Vec<String> = several.iter().map(|(kind, _)| format!("`{}/{bare}`", kind.word())).collect();
                problems.push(
                    Diagnostic::new(&rules::NAME_AMBIGUOUS, place.clone(), format!("`{bare}` could mean two things"))
                        .label("several have this name")
                        .help(format!("write {}", words.join(" or "))),
                );
                None
            }
        }
    }

    /// A section of a page that is known.
    fn section(&self, node: NodeId, own: bool, anchor: &str, place: Place, problems: &mut Problems) -> Option<Target> {
        match self.anchors.find(node, anchor, own) {
            Some(target) => Some(target),
            None => {
                problems.push(self.unknown_section(node, own, anchor, place));
                None
            }
        }
    }

    /// That a page has no section of this name.
    pub(super) fn unknown_section(&self, node: NodeId, own: bool, anchor: &str, place: Place) -> Diagnostic {
        let message = format!("no section is called `#{anchor}`");
        let diagnostic = Diagnostic::new(&rules::DEAD_LINK, place, message);
        if self.anchors.is_unnamed(node, anchor) {
            return diagnostic
                .label("the heading has no name of its own")
                .note("a name made of a heading's words changes with them, and the link would break")
                .help(format!("end the heading's line with `{{#{anchor}}}`"));
        }
        if self.names.meaning(Kind::Item, anchor.trim_start_matches("item-")).is_some() {
            return diagnostic
                .label("the name of an item, not of a heading")
                .help("link to the heading above the item, by its name");
        }
        let diagnostic = diagnostic.label("no heading there has this name");
        match did_you_mean(anchor, self.anchors.names(node, own)) {
            Some(near) => diagnostic.help(format!("did you mean `#{near}`?")),
            None => diagnostic.help(format!("end the heading's line with `{{#{anchor}}}`, or take `#{anchor}` out")),
        }
    }

    fn unknown(&self, name: &str, kinds: &[Kind], bare: &str, place: Place) -> Diagnostic {
        let diagnostic = Diagnostic::new(&rules::UNKNOWN_NAME, place, format!("nothing is called `{name}`"));
        if kinds.is_empty() {
            return diagnostic
                .label("the word before the slash is no kind")
                .help("write `article/…`, `scenario/…`, `decision/…` or `page/…`");
        }
        let diagnostic = diagnostic.label("no article, scenario, decision or page has this name");
        match did_you_mean(bare, kinds.iter().flat_map(|kind| self.names.of(*kind))) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.help("write the name of an article, a scenario, a decision or a page"),
        }
    }
}

/// The node of a kind at its place in the list of its kind.
pub(super) fn node(kind: Kind, at: usize) -> Option<NodeId> {
    match kind {
        Kind::Article => Some(NodeId::Article(ArticleId(at))),
        Kind::Scenario => Some(NodeId::Scenario(ScenarioId(at))),
        Kind::Decision => Some(NodeId::Decision(DecisionId(at))),
        Kind::Page => Some(NodeId::Page(PageId(at))),
        Kind::Part => Some(NodeId::Part(crate::guide::PartId(at))),
        Kind::Item | Kind::Term | Kind::Source | Kind::Person | Kind::Role | Kind::Phase | Kind::Fact => None,
    }
}

/// That something published leads to a draft.
pub(super) fn draft(kind: Kind, name: &str, place: Place) -> Diagnostic {
    Diagnostic::new(&rules::LINK_TO_DRAFT, place, format!("the {} `{name}` is a draft", kind.word()))
        .label("a reader would be led nowhere")
        .help(format!("take `draft: true` out of the {}, or take this reference out", kind.word()))
}

/// Roles, people, sources, phases: the place of each in the list of its kind, unknown ones reported.
pub(super) fn live(
    names: &Names,
    kind: Kind,
    path: &InputPath,
    name: &Spanned<Name>,
    problems: &mut Problems,
) -> Option<usize> {
    match names.find(kind, name, &|name| name.span.in_file(path), problems)? {
        Meaning::Live(at) => Some(at),
        Meaning::Draft | Meaning::Broken => None,
    }
}

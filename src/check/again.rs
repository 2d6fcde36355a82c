//! Judges one page again whose words have changed, and nothing that the rest of the guide sees of it.

use std::collections::BTreeMap;

use super::{Check, CheckedGuide, Memory, Standpoint, allow, levels, look_at_page, mentions};
use crate::base::InputPath;
use crate::guide::{Guide, NodeId, Origin};
use crate::report::Problems;

/// What a judgement of the whole guide leaves for judging one page of it again.
#[derive(Debug)]
pub struct Kept {
    /// The checks that judged.
    checks: Vec<&'static Check>,
    /// What was found by looking at more than one page, file by file, before levels and allowances.
    of_guide: BTreeMap<InputPath, Problems>,
    /// How far into each file these findings point.
    reach: BTreeMap<InputPath, usize>,
}

/// A document that has other words now.
#[derive(Debug)]
pub struct Revised<'a> {
    /// Its page.
    pub node: NodeId,
    /// Its file.
    pub path: &'a InputPath,
    /// Where its text begins.
    pub body_start: usize,
    /// What was found in reading it.
    pub parsed: Problems,
}

impl Kept {
    pub(super) fn new(checks: Vec<&'static Check>, of_guide: Problems) -> Kept {
        let mut reach: BTreeMap<InputPath, usize> = BTreeMap::new();
        for place in of_guide.iter().flat_map(|problem| &problem.labels).map(|label| &label.place) {
            let end = place.span.map_or(0, |span| span.end);
            let known = reach.entry(place.path.clone()).or_default();
            *known = end.max(*known);
        }
        let (_, of_guide) = of_guide.apart(|_| true);
        Kept { checks, of_guide, reach }
    }
}

/// The guide with one page's new words, and all problems of that page's file, sorted. `None` if this can only be told
/// by judging the whole guide: the page mentions other things now, an error is in it, or something that was
/// found by looking at more than this page points into the text.
pub fn again(
    kept: &Kept,
    old: &CheckedGuide,
    guide: Guide,
    revised: Revised<'_>,
    from: &Standpoint<'_>,
    memory: &mut Memory,
) -> Option<(CheckedGuide, Problems)> {
    let Revised { node, path, body_start, parsed } = revised;
    if kept.reach.get(path).is_some_and(|end| *end > body_start) {
        return None;
    }
    let mut problems = levels::spare_drafts(&guide, parsed);
    let (prose, origin, decisions) = match node {
        NodeId::Article(id) => {
            let article = guide.article(id);
            (&article.prose, Some(Origin::Article(id)), article.decisions.as_slice())
        }
        NodeId::Scenario(id) => (&guide.scenario(id).prose, Some(Origin::Scenario(id)), &[][..]),
        NodeId::Part(id) => (&guide.part(id).prose, None, &[][..]),
        NodeId::Page(id) => (&guide.page(id).prose, None, &[][..]),
        NodeId::Home => (&guide.home.as_ref()?.prose, None, &[][..]),
        NodeId::Parts
        | NodeId::Scenarios
        | NodeId::Decision(_)
        | NodeId::Finder
        | NodeId::Glossary
        | NodeId::Sources => return None,
    };
    let options = decisions.iter().map(|id| mentions::options(&guide, *id)).collect();
    if !memory.mentions.take(path, &prose.body, options) {
        return None;
    }
    problems.extend(memory.text(&kept.checks, &guide, node)?);
    if let Some(origin) = origin {
        problems.extend(look_at_page(&kept.checks, &guide, origin, from.do_not_forms));
    }
    problems.extend(kept.of_guide.get(path).cloned().unwrap_or_default());
    // With an error in it, other checks would not have judged, or will not.
    if problems.has_errors() {
        return None;
    }
    let problems = allow::apply_in(&guide, path, problems, true, from.today);
    let problems = levels::apply(&guide, problems, from.occasion);
    let problems = allow::spare_the_ended(&guide, problems, from.today, from.occasion);
    let problems = levels::spare_drafts(&guide, problems).sorted();
    (!problems.has_errors()).then(|| (old.with(guide), problems))
}

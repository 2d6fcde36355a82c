//! Options that lead to a page from which nothing leads on.

use crate::check::{Check, Context, Judges};
use crate::guide::{Guide, NodeId, Prose};
use crate::markup::visit;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("page-dead-end", Level::Error, include_str!("page_dead_end.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds options whose next page has nothing to do on it and no way to go on.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    for decision in &guide.decisions {
        for option in &decision.options {
            let Some(title) = option.then.as_ref().and_then(|target| dead_end(guide, target.node)) else { continue };
            let message = format!("option `{}` leads to \"{title}\", and nothing leads on from there", option.name);
            problems.push(
                Diagnostic::new(&RULE, option.written.clone(), message)
                    .label("its next page has no box to tick, no decision and no link")
                    .note("a reader who picks this option ends up with nothing to do, and is not told that this is the end")
                    .help(format!(
                        "add `related:` or a box to that page; or, if nothing more has to be done, move `{}` from `then` to `ends`",
                        option.name
                    )),
            );
        }
    }
}

/// The title of a page with nothing to do on it and no way to another.
fn dead_end(guide: &Guide, node: NodeId) -> Option<&str> {
    let links = |prose: &Prose| !visit::links(&prose.body).is_empty();
    let (title, leads_on) = match node {
        NodeId::Article(id) => {
            let article = guide.article(id);
            let has_to_do = !article.items.is_empty() || !article.decisions.is_empty();
            let has_to_read = !article.related.is_empty() || !article.further.is_empty() || links(&article.prose);
            let has_instead = matches!(article.withdrawn, Some((_, Some(_))));
            (&article.title, has_to_do || has_to_read || has_instead)
        }
        NodeId::Page(id) => (&guide.page(id).title, links(&guide.page(id).prose)),
        NodeId::Home | NodeId::Parts | NodeId::Part(_) | NodeId::Scenarios | NodeId::Scenario(_) => return None,
        NodeId::Decision(_) | NodeId::Finder | NodeId::Glossary | NodeId::Sources => return None,
    };
    (!leads_on).then_some(title)
}

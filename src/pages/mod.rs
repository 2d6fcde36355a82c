//! What each address shows, as data: the plan of pages, and the view of each.
//!
//! A page's view is a pure function of the checked guide; one that was not checked has no plan.

mod article;
mod checklist;
pub mod condition;
mod decision;
mod finder;
mod frame;
mod glossary;
mod home;
mod page;
mod part;
mod plan;
mod prose;
mod route;
mod scenario;
mod sources;
pub mod view;
mod who;
pub mod words;

pub use plan::{Form, Index, KINDS, PageKind, Plan, index, plan, plan_with};
pub use view::{SiteView, View};
pub use words::Words;

use crate::base::Address;
use frame::Frame;

/// What the page at `address` shows, and what it shares with all others.
pub fn view(plan: &Plan<'_>, address: &Address, kind: PageKind) -> (View, SiteView) {
    let frame = Frame { plan, address, kind };
    let view = match kind {
        PageKind::Home => home::view(&frame),
        PageKind::Parts => part::all(&frame),
        PageKind::Part(id) => part::view(&frame, id),
        PageKind::Article(id) => article::view(&frame, id),
        PageKind::Decision(id) => decision::view(&frame, id),
        PageKind::Scenarios => scenario::all(&frame),
        PageKind::Scenario(id) => scenario::view(&frame, id),
        PageKind::Finder(at) => finder::question(&frame, at).unwrap_or_else(|| scenario::not_found(&frame)),
        PageKind::Found(at) => finder::found(&frame, at).unwrap_or_else(|| scenario::not_found(&frame)),
        PageKind::Glossary => glossary::view(&frame),
        PageKind::Sources => sources::view(&frame),
        PageKind::Page(id) => page::view(&frame, id),
        PageKind::NotFound => scenario::not_found(&frame),
        PageKind::Redirect(at) => match plan.redirect(at) {
            Some(node) => page::redirect(&frame, node),
            // The plan holds one page for each redirect of its guide.
            None => scenario::not_found(&frame),
        },
    };
    (view, frame.site())
}

/// Whether a page belongs in the sitemap.
pub fn is_indexed(plan: &Plan<'_>, kind: PageKind) -> bool {
    plan.is_indexed(kind)
}

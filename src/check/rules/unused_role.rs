//! Roles that no item and no table names.

use std::collections::BTreeSet;

use crate::check::unused::unused;
use crate::check::{Check, Context, Judges};
use crate::guide::{ItemKind, Outcome};
use crate::report::{Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("unused-role", Level::Warn, include_str!("unused_role.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds roles that no item asks, calls or gets something from, and no table leads to.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for item in &guide.items {
        match &item.kind {
            ItemKind::Ask(roles) | ItemKind::Call(roles) => {
                used.extend(roles.iter().map(|id| guide.role(*id).name.as_str()))
            }
            ItemKind::GetFrom(id) => {
                used.insert(guide.role(*id).name.as_str());
            }
            ItemKind::Do | ItemKind::Bring | ItemKind::Dont => {}
        }
    }
    for route in guide.decisions.iter().filter_map(|decision| decision.route.as_ref()) {
        for outcome in route.rows.iter().map(|row| &row.then).chain(&route.otherwise) {
            if let Outcome::See(roles) = outcome {
                used.extend(roles.iter().map(|id| guide.role(*id).name.as_str()));
            }
        }
    }
    unused(
        &RULE,
        "no item names the role",
        &guide.roles,
        &|name| used.contains(name),
        "name it in an item: `ask: [NAME]`",
        problems,
    );
}

//! Roles that no item names.

use std::collections::BTreeSet;

use crate::check::unused::unused;
use crate::check::{Check, Context, Judges};
use crate::guide::ItemKind;
use crate::report::{Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("unused-role", Level::Warn, include_str!("unused_role.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check { rule: &RULE, judges: Judges::Whole, run };

/// Finds roles that no item asks, calls or gets something from.
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
    unused(
        &RULE,
        "no item names the role",
        &guide.roles,
        &|name| used.contains(name),
        "name it in an item: `ask: [NAME]`",
        problems,
    );
}

//! Whom an item concerns, in words.

use super::frame::Frame;
use crate::guide::{Item, ItemKind, RoleId};

/// Whom it concerns: "Ask your contact".
pub(super) fn who(frame: &Frame<'_, '_>, item: &Item) -> Option<String> {
    let roles = |ids: &[RoleId]| {
        let names: Vec<String> = ids.iter().map(|id| frame.plan.guide.role(*id).value.one.clone()).collect();
        frame.plan.words.list(&names)
    };
    let fill = |key: &str, who: &str| Some(frame.plan.words.fill(key, &[("who", who)]));
    match &item.kind {
        ItemKind::Ask(ids) => fill("who_ask", &roles(ids)),
        ItemKind::Call(ids) => fill("who_call", &roles(ids)),
        ItemKind::GetFrom(id) => fill("who_get", &roles(&[*id])),
        ItemKind::Bring => fill("who_bring", ""),
        ItemKind::Do | ItemKind::Dont => None,
    }
}

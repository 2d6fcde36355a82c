//! What a page says of an item beside its words: whom it concerns, and that it is not to be done.

use super::frame::Frame;
use crate::guide::{Item, ItemKind, RoleId};
use crate::markup::text;

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

/// "Do not", for something not to do whose own words do not begin so: read out without them, it would be
/// an order to do it.
pub(super) fn refrain<'a>(frame: &Frame<'_, 'a>, item: &Item) -> Option<&'a str> {
    let forms = frame.plan.words.list_of("do_not_forms");
    let begins = text::after_one_of(&text::plain(&item.text), forms).is_some();
    (item.kind == ItemKind::Dont && !begins).then_some(frame.plan.words.text("do_not"))
}

//! A checklist: phases, items, who to ask, room to write.

use std::collections::BTreeMap;

use super::condition::only_if;
use super::frame::Frame;
use super::prose::Pen;
use super::view::{ChecklistView, FieldView, ItemView, PhaseView, ReadMoreView, WebView};
use super::who::{refrain, who};
use crate::guide::{Item, ItemKind, Line, NodeId, Origin, Prose, Record, RoleId, Scenario, Target};
use crate::markup::text;

/// The addresses that a checklist leads to, for paper, and the number of each.
#[derive(Default)]
struct Web {
    views: Vec<WebView>,
    numbers: BTreeMap<String, usize>,
}

/// The checklist of a scenario, and the list of addresses for paper.
pub(super) fn checklist(pen: &mut Pen<'_, '_, '_>, scenario: &Scenario) -> (ChecklistView, Vec<WebView>) {
    let guide = pen.frame.plan.guide;
    let mut web = Web::default();
    let mut phases = Vec::new();
    for (phase, lines) in &scenario.checklist {
        let items: Vec<ItemView> = lines.iter().map(|line| item(pen, line, &mut web)).collect();
        let title = guide.phases.get(*phase).and_then(|phase| phase.title.clone());
        phases.push(PhaseView { title, steps: items.len(), items });
    }
    let steps = phases.iter().map(|phase| phase.steps).sum();
    let key_steps = phases.iter().flat_map(|phase| &phase.items).filter(|item| item.key).count();
    (ChecklistView { steps, key_steps, phases }, web.views)
}

fn item(pen: &mut Pen<'_, '_, '_>, line: &Line, web: &mut Web) -> ItemView {
    let frame = pen.frame;
    let item = frame.plan.guide.item(line.item);
    let dont = item.kind == ItemKind::Dont;
    let prose = prose(frame, item);
    let (mut text_html, mut words) = (pen.plain(&item.text), text::plain(&item.text));
    if let Some(do_not) = refrain(frame, item) {
        text_html = format!("{do_not} {text_html}");
        words = format!("{do_not} {words}");
    }
    ItemView {
        id: format!("item-{}", item.name),
        name: item.name.to_string(),
        key: item.must,
        dont,
        who: who(frame, item),
        due: item.due.map(|days| due(frame, days)),
        when: line.only_if.as_ref().map(|when| only_if(frame.plan.guide, frame.plan.words, when)),
        text_html,
        text: words,
        // Its footnotes come with it: the rest of its document is on another page.
        why_html: pen
            .blocks(&item.why, &prose.targets)
            .map(|html| html + &pen.footnotes(&prose.body.footnotes, &prose.targets)),
        fields: fields(frame, item),
        read_more: read_more(frame, item, web),
    }
}

/// The document that an item stands in.
fn prose<'a>(frame: &Frame<'_, 'a>, item: &Item) -> &'a Prose {
    match item.origin {
        Origin::Article(id) => &frame.plan.guide.article(id).prose,
        Origin::Scenario(id) => &frame.plan.guide.scenario(id).prose,
    }
}

/// "within 7 days", "at least 2 weeks before"; whole weeks from two on.
fn due(frame: &Frame<'_, '_>, days: i32) -> String {
    let count = usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
    let (unit, number) = if count >= 14 && count % 7 == 0 { ("weeks", count / 7) } else { ("days", count) };
    let side = if days < 0 { "before" } else { "within" };
    frame.plan.words.counted_in_figures(&format!("due_{side}_{unit}"), number)
}

/// Room to write; two people asked, two answers.
fn fields(frame: &Frame<'_, '_>, item: &Item) -> Vec<FieldView> {
    let asked: &[RoleId] = match &item.kind {
        ItemKind::Ask(roles) | ItemKind::Call(roles) => roles,
        ItemKind::Do | ItemKind::Bring | ItemKind::GetFrom(_) | ItemKind::Dont => &[],
    };
    let mut fields = Vec::new();
    for record in &item.record {
        let (kind, key) = match record {
            Record::Name => ("name", "field_name"),
            Record::Phone => ("phone", "field_phone"),
            Record::Date => ("date", "field_date"),
            Record::Answer => ("answer", "field_answer"),
        };
        if *record == Record::Answer && asked.len() > 1 {
            for id in asked {
                let role = frame.plan.guide.role(*id);
                let label = frame.plan.words.fill("field_said", &[("who", &role.value.one)]);
                let id = format!("cg-{}-{kind}-{}", item.name, role.name);
                fields.push(FieldView { kind, id, label: text::capitalized(&label) });
            }
        } else {
            fields.push(FieldView { kind, id: format!("cg-{}-{kind}", item.name), label: frame.word(key) });
        }
    }
    fields
}

/// The section that explains it, numbered for paper; none for a scenario's own items.
fn read_more(frame: &Frame<'_, '_>, item: &Item, web: &mut Web) -> Option<ReadMoreView> {
    let Origin::Article(article) = item.origin else { return None };
    let node = NodeId::Article(article);
    let (target, title, page) = match &item.section {
        Some(section) => (section.target.clone(), text::plain(&section.title), Some(frame.title(node))),
        None => (Target { node, anchor: None }, frame.title(node), None),
    };
    let href = frame.to_target(&target);
    let number = web.numbers.get(&href).copied().unwrap_or_else(|| {
        let number = web.views.len() + 1;
        web.views.push(WebView { number, title: title.clone(), page, address: address(frame, &target) });
        web.numbers.insert(href.clone(), number);
        number
    });
    Some(ReadMoreView { href, title, number })
}

/// The whole address of a page, without its scheme, as one types it.
fn address(frame: &Frame<'_, '_>, target: &Target) -> Option<String> {
    let base = frame.plan.form.base_url.as_deref()?;
    let base = base.split_once("://").map_or(base, |(_, rest)| rest);
    let page = frame.plan.guide.address(target.node);
    Some(format!("{base}{}", page.as_str().trim_start_matches('/')).trim_end_matches('/').to_owned())
}

//! What changes on a checklist: items that are new, gone, moved, reworded; who, when and why.

use std::collections::BTreeMap;

use super::fields;
use super::html;
use super::model::{Change, Kind};
use super::order;
use crate::pages::view::{ChecklistView, ItemView};

/// What a phase is called now, by what it was called: a phase with another title is no other phase.
pub(super) type Phases = BTreeMap<String, String>;

/// An item, and the title of its phase.
type Placed<'a> = (&'a str, &'a ItemView);

/// All that changes on a checklist.
pub(super) fn changes(old: &ChecklistView, new: &ChecklistView, phases: &Phases) -> Vec<Change> {
    let (before, after) = (items(old), items(new));
    let names = pairs(&before, &after);
    let keys: Vec<&str> =
        before.iter().map(|(_, item)| names.get(item.name.as_str()).copied().unwrap_or(&item.name)).collect();
    let lists = order::compare(&keys, &after.iter().map(|(_, item)| item.name.as_str()).collect::<Vec<_>>());
    let mut changes = Vec::new();
    for at in &lists.new {
        changes.extend(after.get(*at).map(|(phase, item)| Change::new(Kind::New, "item", &item.text).is(Some(phase))));
    }
    for at in &lists.gone {
        changes
            .extend(before.get(*at).map(|(phase, item)| Change::new(Kind::Gone, "item", &item.text).was(Some(phase))));
    }
    for (was, is) in &lists.both {
        let (Some((from, old)), Some((to, new))) = (before.get(*was), after.get(*is)) else { continue };
        if phases.get(*from).map_or(*from, String::as_str) != *to {
            changes.push(Change::new(Kind::Moved, "item", &new.text).was(Some(from)).is(Some(to)));
        } else if lists.moved.contains(is) {
            let above = is.checked_sub(1).and_then(|above| after.get(above)).filter(|(phase, _)| phase == to);
            changes.push(Change::new(Kind::Moved, "item", &new.text).is(above.map(|(_, item)| item.text.as_str())));
        }
        changes.extend(item(old, new));
    }
    changes
}

fn items(checklist: &ChecklistView) -> Vec<Placed<'_>> {
    let phases = checklist.phases.iter();
    phases.flat_map(|phase| phase.items.iter().map(|item| (phase.title.as_deref().unwrap_or(""), item))).collect()
}

/// The new name of each item that has another: one without a name of its own is named after its
/// words, so another wording is another name.
fn pairs<'a>(before: &[Placed<'a>], after: &[Placed<'a>]) -> BTreeMap<&'a str, &'a str> {
    let left = |items: &[Placed<'a>], others: &[Placed<'a>]| -> Vec<&'a ItemView> {
        let only = items.iter().filter(|(_, item)| others.iter().all(|(_, other)| other.name != item.name));
        only.map(|(_, item)| *item).collect()
    };
    let (gone, mut new) = (left(before, after), left(after, before));
    let mut pairs = BTreeMap::new();
    for old in gone {
        let near = new.iter().enumerate().map(|(at, item)| (likeness(&old.text, &item.text), at));
        let best =
            near.filter(|(likeness, _)| *likeness >= 50).max_by_key(|(likeness, at)| (*likeness, usize::MAX - at));
        if let Some((_, at)) = best {
            pairs.insert(old.name.as_str(), new.remove(at).name.as_str());
        }
    }
    pairs
}

/// How many in a hundred words two sentences share.
fn likeness(one: &str, other: &str) -> usize {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (one, mut other) = (words(one), words(other));
    let longest = one.len().max(other.len()).max(1);
    let mut shared = 0;
    for word in one {
        if let Some(at) = other.iter().position(|found| *found == word) {
            other.remove(at);
            shared += 1;
        }
    }
    shared * 100 / longest
}

/// What changes of one item.
fn item(old: &ItemView, new: &ItemView) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut part = |part: &str, from: Option<&str>, to: Option<&str>| {
        if from != to {
            changes.push(Change::part("item", &new.text, part, from, to));
        }
    };
    part("who", old.who.as_deref(), new.who.as_deref());
    part("when", old.due.as_deref(), new.due.as_deref());
    part("condition", old.when.as_deref(), new.when.as_deref());
    let yes_no = |is: bool| Some(if is { "yes" } else { "no" });
    part("key step", yes_no(old.key), yes_no(new.key));
    let room = |item: &ItemView| item.fields.iter().map(|field| field.label.clone()).collect::<Vec<_>>().join(", ");
    let some = |words: String| (!words.is_empty()).then_some(words);
    part("room to write", some(room(old)).as_deref(), some(room(new)).as_deref());
    let why = |item: &ItemView| some(item.why_html.as_deref().map(html::words).unwrap_or_default());
    part("why", why(old).as_deref(), why(new).as_deref());
    let section = |item: &ItemView| item.read_more.as_ref().map(|more| more.title.clone());
    part("explained in", section(old).as_deref(), section(new).as_deref());
    if old.text != new.text {
        changes.insert(0, Change::part("item", &old.text, "", Some(&old.text), Some(&new.text)));
    }
    let told =
        ["due", "dont", "fields", "id", "key", "name", "read_more", "text", "text_html", "when", "who", "why_html"];
    let rest = fields::changes(old, new, &told);
    changes.extend(rest.into_iter().map(|change| Change {
        part: change.what,
        what: "item".to_owned(),
        name: new.text.clone(),
        ..change
    }));
    changes
}

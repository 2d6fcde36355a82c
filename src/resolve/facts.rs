//! Facts: what they may name, and how logic sees them.

use super::collect::{Collected, Entry};
use super::conditions::{Conditions, unknown_value};
use super::names::{Kind, Meaning};
use super::rules;
use crate::base::{InputPath, Name, Spanned};
use crate::guide::{Condition, Fact, FactId, FactValue, Written};
use crate::logic::{self, Answers};
use crate::parse::schema::{self, When};
use crate::report::{Diagnostic, Problems};

/// All facts, twice: for those who tell of them, and for logic.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) all: Vec<Fact>,
    pub(super) domains: Vec<logic::Fact>,
    /// Whether nothing was wrong with any of them: if something was, nothing is proved.
    pub(super) is_whole: bool,
}

/// Whether the guide has no facts, and names some: that is one mistake, however often it does.
pub(super) fn are_missing(collected: &Collected<'_>, problems: &mut Problems) -> bool {
    if !collected.facts.is_empty()
        || collected.names.any_broken(Kind::Fact)
        || collected.broken_lists.contains(&Kind::Fact)
    {
        return false;
    }
    let mut used: Vec<(&InputPath, &Spanned<Name>)> = Vec::new();
    for article in &collected.articles {
        let front = article.doc.front;
        let items = front.items.iter().filter_map(|(_, rules)| rules.when.as_ref());
        let routes = front.decisions.iter().filter_map(|(_, rules)| rules.route.as_ref());
        let rows = routes.flat_map(|route| &route.value.rows).map(|row| &row.value.when);
        used_in(article.doc.path, items.chain(rows), &mut used);
    }
    for doc in &collected.scenarios {
        let items = doc.front.items.iter().filter_map(|(_, rules)| rules.when.as_ref());
        used_in(doc.path, doc.front.when.iter().chain(items), &mut used);
        let given = doc.front.tests.iter().flat_map(|test| &test.value.given);
        used.extend(given.map(|given| (doc.path, &given.fact)));
    }
    used.sort_by_key(|(path, name)| ((*path).clone(), name.span.start));
    let Some(((path, name), others)) = used.split_first() else { return false };
    let problem =
        Diagnostic::new(&rules::UNKNOWN_NAME, name.span.in_file(path), format!("no fact is called `{}`", name.value))
            .label("the guide has no facts")
            .help(format!("write the facts in content/facts.yaml: `{}:`, and below it `ask` and `values`", name.value));
    problems.push(match others.len() {
        0 => problem,
        1 => problem.note("a fact is named in one more place"),
        more => problem.note(format!("facts are named in {more} more places")),
    });
    true
}

fn used_in<'a>(
    path: &'a InputPath,
    conditions: impl Iterator<Item = &'a Spanned<When>>,
    used: &mut Vec<(&'a InputPath, &'a Spanned<Name>)>,
) {
    let mut found = Vec::new();
    conditions.for_each(|when| names(&when.value, &mut found));
    used.extend(found.into_iter().map(|name| (path, name)));
}

/// The facts of facts.yaml.
pub(super) fn facts(conditions: &Conditions<'_>, problems: &mut Problems) -> Facts {
    let mut facts = Facts { is_whole: !conditions.is_broken, ..Facts::default() };
    for (at, entry) in conditions.facts.iter().enumerate() {
        let none = entry.value.none.as_ref();
        let found = none.and_then(|none| none_of(conditions, entry, none, problems));
        let asked = entry.value.asked_when.as_ref();
        let asked_when = asked.and_then(|when| asked_when(conditions, at, entry, when, problems));
        facts.is_whole &= found.is_some() == none.is_some() && asked_when.is_some() == asked.is_some();
        facts.domains.push(logic::Fact {
            values: entry.value.values.len(),
            answers: if entry.value.many { Answers::Many { none: found } } else { Answers::One },
            asked_when: asked_when.as_ref().map(|condition| condition.expr.clone()),
        });
        facts.all.push(fact(entry, found, asked_when));
    }
    facts
}

fn fact(entry: &Entry<'_, schema::Fact>, none: Option<usize>, asked_when: Option<Condition>) -> Fact {
    let written = |name: &Spanned<Name>| Written { path: entry.path.clone(), span: name.span };
    let value = |value: &schema::FactValue| FactValue {
        name: value.name.value.clone(),
        label: value.label.clone(),
        in_words: value.in_words.clone(),
        written: written(&value.name),
    };
    Fact {
        name: entry.name.value.clone(),
        ask: entry.value.ask.clone(),
        values: entry.value.values.iter().map(value).collect(),
        many: entry.value.many,
        none,
        asked_when,
        in_words: entry.value.in_words.clone(),
        written: written(entry.name),
    }
}

/// The place of the value that excludes all others.
fn none_of(
    conditions: &Conditions<'_>,
    entry: &Entry<'_, schema::Fact>,
    none: &Spanned<Name>,
    problems: &mut Problems,
) -> Option<usize> {
    let found = entry.value.values.iter().position(|value| value.name.value == none.value);
    if found.is_none() {
        problems.push(unknown_value(entry.path, conditions.facts, entry, none));
    }
    found
}

/// When a fact is asked; it can depend only on facts above it.
fn asked_when(
    conditions: &Conditions<'_>,
    own: usize,
    entry: &Entry<'_, schema::Fact>,
    when: &Spanned<When>,
    problems: &mut Problems,
) -> Option<Condition> {
    let condition = conditions.condition(entry.path, when, problems)?;
    let mut named = Vec::new();
    names(&when.value, &mut named);
    let late = named.into_iter().find_map(|name| match conditions.names.meaning(Kind::Fact, name.value.as_str()) {
        Some(Meaning::Live(at)) if at >= own => Some((name, FactId(at))),
        Some(Meaning::Live(_) | Meaning::Draft | Meaning::Broken) | None => None,
    });
    match late {
        None => Some(condition),
        Some((name, id)) => {
            problems.push(too_late(entry.path, entry.name, name, id.0 == own));
            None
        }
    }
}

/// Every fact that a condition names.
fn names<'a>(when: &'a When, found: &mut Vec<&'a Spanned<Name>>) {
    match when {
        When::Has { fact, .. } => found.push(fact),
        When::All(parts) | When::Any(parts) => parts.iter().for_each(|part| names(part, found)),
        When::Not(part) => names(part, found),
        When::Broken => {}
    }
}

/// That `asked-when` names a fact that is not asked before.
fn too_late(path: &InputPath, own: &Spanned<Name>, name: &Spanned<Name>, is_own: bool) -> Diagnostic {
    let message = match is_own {
        true => format!("`asked-when` of `{}` names the fact itself", own.value),
        false => format!("`asked-when` of `{}` names `{}`, which stands below it", own.value, name.value),
    };
    Diagnostic::new(&rules::ASKED_WHEN_ORDER, name.span.in_file(path), message)
        .label("not answered yet when this fact comes up")
        .also(own.span.in_file(path), "this fact")
        .note("questions come in the order of the file")
        .help(match is_own {
            true => "name a fact that stands above it, or take `asked-when` out".to_owned(),
            false => format!("move `{}` above `{}`", name.value, own.value),
        })
}

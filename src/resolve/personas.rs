//! Tests of scenarios: the reader's answers and the expected items become numbers.

use std::collections::BTreeMap;

use super::collect::Doc;
use super::conditions::Conditions;
use super::names::{Kind, Meaning, Names};
use super::rules;
use crate::base::{InputPath, Name, Span, Spanned};
use crate::guide::{Given, Item, ItemId, Persona, Written};
use crate::parse::schema::{self, Scenario};
use crate::report::{Diagnostic, Problems};

/// What tests can name.
pub(super) struct Personas<'a> {
    conditions: &'a Conditions<'a>,
    items: BTreeMap<&'a Name, usize>,
    is_draft: &'a dyn Fn(&InputPath) -> bool,
}

impl<'a> Personas<'a> {
    /// Readers who answer what `conditions` know, with checklists made of `items`.
    pub(super) fn new(
        conditions: &'a Conditions<'a>,
        items: &'a [Item],
        is_draft: &'a dyn Fn(&InputPath) -> bool,
    ) -> Personas<'a> {
        let items = items.iter().enumerate().map(|(at, item)| (&item.name, at)).collect();
        Personas { conditions, items, is_draft }
    }

    /// The tests of a scenario; one in which anything is wrong is left out.
    pub(super) fn of(&self, doc: &Doc<'_, Scenario>, problems: &mut Problems) -> Vec<Persona> {
        let tests = doc.front.tests.iter();
        tests.filter_map(|test| self.persona(doc.path, test, problems)).collect()
    }

    fn persona(&self, path: &InputPath, test: &Spanned<schema::Persona>, problems: &mut Problems) -> Option<Persona> {
        let answers: Vec<Option<Given>> =
            test.value.given.iter().map(|given| self.given(path, given, problems)).collect();
        let has = self.items(path, &test.value.has, problems);
        let lacks = self.items(path, &test.value.lacks, problems);
        let given = answers.into_iter().collect::<Option<Vec<Given>>>()?;
        let given_at = test.value.given.iter().map(|given| given.fact.span.to(given.values.span)).collect();
        let written = Written { path: path.clone(), span: test.span };
        Some(Persona { given, given_at, has: has?, lacks: lacks?, written })
    }

    fn given(&self, path: &InputPath, given: &schema::Given, problems: &mut Problems) -> Option<Given> {
        let fact = self.conditions.fact(path, &given.fact, given.values.value.first(), problems)?;
        let values = self.conditions.values(path, fact, &given.values.value, problems)?;
        let entry = self.conditions.facts.get(fact.0)?;
        let (name, has) = (&given.fact.value, values.len());
        let none = entry.value.none.as_ref().filter(|_| entry.value.many);
        let excluded = none.filter(|none| has > 1 && given.values.value.iter().any(|value| value.value == none.value));
        let (label, help) = match (entry.value.many, none, excluded) {
            (false, _, _) if has > 1 => {
                let label = format!("`{name}` has one answer");
                (label, "keep one of them, or leave the fact out if any answer will do".to_owned())
            }
            (false, _, _) if has == 0 => {
                (format!("`{name}` always has an answer"), "write the answer, or leave the fact out".to_owned())
            }
            (true, Some(none), _) if has == 0 => (
                format!("`{name}` always has an answer: `{}` is there for none of the others", none.value),
                format!("write `{name}: {}`", none.value),
            ),
            (true, Some(none), Some(_)) => {
                (format!("`{}` excludes all others", none.value), format!("take `{}` or the others out", none.value))
            }
            _ => return Some(Given { fact, values }),
        };
        problems.push(
            Diagnostic::new(
                &rules::GIVEN_IMPOSSIBLE,
                given.values.span.in_file(path),
                format!("nobody can answer `{name}` like this"),
            )
            .label(label)
            .also(entry.name.span.in_file(entry.path), "the fact")
            .help(help),
        );
        None
    }

    /// The items of these names, and where they stand; `None` if one of them is not there.
    fn items(&self, path: &InputPath, names: &[Spanned<Name>], problems: &mut Problems) -> Option<Vec<(ItemId, Span)>> {
        let found: Vec<Option<(ItemId, Span)>> = names.iter().map(|name| self.item(path, name, problems)).collect();
        found.into_iter().collect()
    }

    fn item(&self, path: &InputPath, name: &Spanned<Name>, problems: &mut Problems) -> Option<(ItemId, Span)> {
        let known: &Names = self.conditions.names;
        match known.find(Kind::Item, name, &|name| name.span.in_file(path), problems)? {
            Meaning::Live(_) => self.items.get(&name.value).map(|at| (ItemId(*at), name.span)),
            Meaning::Broken => None,
            Meaning::Draft => {
                if !(self.is_draft)(path) {
                    problems.push(in_draft(path, name));
                }
                None
            }
        }
    }
}

/// That an item stands in a draft, so that it is on no checklist now.
fn in_draft(path: &InputPath, name: &Spanned<Name>) -> Diagnostic {
    let message = format!("the item `{}` stands in a draft", name.value);
    Diagnostic::new(&rules::LINK_TO_DRAFT, name.span.in_file(path), message)
        .label("on no checklist before the draft is published")
        .help("take `draft: true` out of the file that has the item, or take its name out here")
}

//! Conditions: the names of facts and values in them become numbers.

use super::collect::Entry;
use super::names::{Kind, Meaning, Names};
use super::rules;
use crate::base::suggest::did_you_mean;
use crate::base::{InputPath, Name, Spanned};
use crate::guide::{Condition, Expr, FactId, Written};
use crate::parse::schema::{Fact, When};
use crate::report::{Diagnostic, Problems};

/// What conditions can speak of.
pub(super) struct Conditions<'a> {
    pub(super) names: &'a Names,
    /// The facts that are there, in the author's order.
    pub(super) facts: &'a [Entry<'a, Fact>],
    /// Whether facts.yaml could not be read: then no name is held against it.
    pub(super) is_broken: bool,
}

impl Conditions<'_> {
    /// The condition; `None` if a name in it means nothing. Each such name is reported, and nothing is
    /// said of the condition any more.
    pub(super) fn condition(
        &self,
        path: &InputPath,
        when: &Spanned<When>,
        problems: &mut Problems,
    ) -> Option<Condition> {
        let expr = self.expr(path, &when.value, problems)?;
        Some(Condition { expr, written: Written { path: path.clone(), span: when.span } })
    }

    fn expr(&self, path: &InputPath, when: &When, problems: &mut Problems) -> Option<Expr> {
        match when {
            When::Has { fact, values } => {
                let id = self.fact(path, fact, values.first(), problems)?;
                let values = self.values(path, id, values, problems)?;
                Some(Expr::Has { fact: id, values })
            }
            When::All(parts) => self.parts(path, parts, problems).map(Expr::All),
            When::Any(parts) => self.parts(path, parts, problems).map(Expr::Any),
            When::Broken => None,
            When::Not(part) => self.expr(path, part, problems).map(|part| Expr::Not(Box::new(part))),
        }
    }

    fn parts(&self, path: &InputPath, parts: &[When], problems: &mut Problems) -> Option<Vec<Expr>> {
        // All of them are looked at before one that means nothing makes the whole mean nothing.
        let parts: Vec<Option<Expr>> = parts.iter().map(|part| self.expr(path, part, problems)).collect();
        parts.into_iter().collect()
    }

    /// The fact called `name`, which is held against `value`.
    pub(super) fn fact(
        &self,
        path: &InputPath,
        name: &Spanned<Name>,
        value: Option<&Spanned<Name>>,
        problems: &mut Problems,
    ) -> Option<FactId> {
        if self.is_broken {
            return None;
        }
        match self.names.meaning(Kind::Fact, name.value.as_str()) {
            Some(Meaning::Live(at)) => Some(FactId(at)),
            Some(Meaning::Draft | Meaning::Broken) => None,
            None => {
                problems.push(self.unknown_fact(path, name, value));
                None
            }
        }
    }

    /// The places of `names` among the values of a fact, sorted.
    pub(super) fn values(
        &self,
        path: &InputPath,
        fact: FactId,
        names: &[Spanned<Name>],
        problems: &mut Problems,
    ) -> Option<Vec<usize>> {
        let found: Vec<Option<usize>> = names.iter().map(|name| self.value(path, fact, name, problems)).collect();
        let mut found = found.into_iter().collect::<Option<Vec<usize>>>()?;
        found.sort_unstable();
        Some(found)
    }

    /// The place of `name` among the values of a fact.
    pub(super) fn value(
        &self,
        path: &InputPath,
        fact: FactId,
        name: &Spanned<Name>,
        problems: &mut Problems,
    ) -> Option<usize> {
        let entry = self.facts.get(fact.0)?;
        let place = entry.value.values.iter().position(|value| value.name.value == name.value);
        if place.is_none() {
            problems.push(unknown_value(path, self.facts, entry, name));
        }
        place
    }

    fn unknown_fact(&self, path: &InputPath, name: &Spanned<Name>, value: Option<&Spanned<Name>>) -> Diagnostic {
        let place = name.span.in_file(path);
        let has = |entry: &&Entry<'_, Fact>, wanted: &Name| {
            entry.value.values.iter().any(|value| value.name.value == *wanted)
        };
        // Written the wrong way round, or a value without its fact.
        let swapped = value.and_then(|value| {
            let named = |entry: &&Entry<'_, Fact>| entry.name.value == value.value && has(entry, &name.value);
            self.facts.iter().find(named)
        });
        let owner = self.facts.iter().find(|entry| has(entry, &name.value));
        let near = did_you_mean(name.value.as_str(), self.names.of(Kind::Fact));
        match (swapped, near, owner) {
            (Some(fact), _, _) | (None, None, Some(fact)) => {
                let message = format!("no fact is called `{}`", name.value);
                Diagnostic::new(&rules::UNKNOWN_NAME, place, message)
                    .label(format!("a value of `{}`", fact.name.value))
                    .help(format!("write the fact first: `{}: {}`", fact.name.value, name.value))
            }
            (None, _, _) => self.names.unknown(Kind::Fact, name.value.as_str(), place),
        }
    }
}

/// That a fact has no value of this name.
pub(super) fn unknown_value(
    path: &InputPath,
    facts: &[Entry<'_, Fact>],
    fact: &Entry<'_, Fact>,
    name: &Spanned<Name>,
) -> Diagnostic {
    let message = format!("the fact `{}` has no value `{}`", fact.name.value, name.value);
    let has = |entry: &&Entry<'_, Fact>| entry.value.values.iter().any(|value| value.name.value == name.value);
    let label = match facts.iter().find(has) {
        Some(owner) => format!("a value of `{}`", owner.name.value),
        None => "none of its values".to_owned(),
    };
    let diagnostic = Diagnostic::new(&rules::UNKNOWN_FACT_VALUE, name.span.in_file(path), message)
        .label(label)
        .also(fact.name.span.in_file(fact.path), "the fact");
    let names = || fact.value.values.iter().map(|value| value.name.value.as_str());
    match did_you_mean(name.value.as_str(), names()) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => {
            let all: Vec<String> = names().map(|name| format!("`{name}`")).collect();
            diagnostic.help(format!("write one of {}", all.join(", ")))
        }
    }
}

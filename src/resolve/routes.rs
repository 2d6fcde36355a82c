//! Tables of decisions: conditions, roles and options become numbers.

use super::conditions::Conditions;
use super::names::{Kind, Names};
use super::references::live;
use super::rules;
use crate::base::suggest::did_you_mean;
use crate::base::{InputPath, Name, Span, Spanned};
use crate::guide::{DecisionOption, Outcome, RoleId, Route, Row, Written};
use crate::parse::schema::{self, DecisionRules};
use crate::report::{Diagnostic, Problems};

/// What the table of a decision can name.
pub(super) struct Routing<'a> {
    pub(super) path: &'a InputPath,
    pub(super) names: &'a Names,
    pub(super) conditions: &'a Conditions<'a>,
    /// Lists that could not be read.
    pub(super) broken_lists: &'a [Kind],
    /// What the decision's author says of it.
    pub(super) rules_of: &'a DecisionRules,
    /// The options that were found.
    pub(super) options: &'a [DecisionOption],
}

impl Routing<'_> {
    /// The table; `None` without one, and if anything in it means nothing, which is reported.
    pub(super) fn route(&self, problems: &mut Problems) -> Option<Route> {
        let route = self.rules_of.route.as_ref()?;
        let mut rows: Vec<Option<Row>> = Vec::new();
        for row in &route.value.rows {
            let when = self.conditions.condition(self.path, &row.value.when, problems);
            let then = self.outcome(&row.value.then, problems);
            let written = self.written(row.span);
            rows.push(when.zip(then).map(|(when, then)| Row { when, then, written }));
        }
        let otherwise = match &route.value.otherwise {
            None => Some(None),
            Some(outcome) => self.outcome(&outcome.value, problems).map(Some),
        };
        if !route.value.is_whole {
            return None;
        }
        Some(Route {
            hit: route.value.hit,
            rows: rows.into_iter().collect::<Option<Vec<Row>>>()?,
            otherwise: otherwise?,
            written: self.written(route.span),
        })
    }

    fn written(&self, span: Span) -> Written {
        Written { path: self.path.clone(), span }
    }

    fn outcome(&self, outcome: &schema::Outcome, problems: &mut Problems) -> Option<Outcome> {
        match outcome {
            schema::Outcome::See(_) if self.broken_lists.contains(&Kind::Role) => None,
            schema::Outcome::See(roles) => {
                let roles: Vec<Option<RoleId>> = roles.iter().map(|role| self.role(role, problems)).collect();
                roles.into_iter().collect::<Option<Vec<RoleId>>>().map(Outcome::See)
            }
            schema::Outcome::Option(name) => self.option(name, problems).map(Outcome::Option),
        }
    }

    /// The role called `name`; an option in its place is told as one.
    fn role(&self, name: &Spanned<Name>, problems: &mut Problems) -> Option<RoleId> {
        let is_option = self.options.iter().any(|option| option.name == name.value);
        if is_option && self.names.meaning(Kind::Role, name.value.as_str()).is_none() {
            let message = format!("no role is called `{}`", name.value);
            problems.push(
                Diagnostic::new(&rules::UNKNOWN_NAME, name.span.in_file(self.path), message)
                    .label("an option of this decision")
                    .help(format!("write `option: {}` in place of `see`", name.value)),
            );
            return None;
        }
        live(self.names, Kind::Role, self.path, name, problems).map(RoleId)
    }

    /// The place of an option; one that is listed and has no heading was reported there.
    fn option(&self, name: &Spanned<Name>, problems: &mut Problems) -> Option<usize> {
        let listed = self.rules_of.options.as_ref()?;
        let names = || listed.value.iter().map(|option| option.value.as_str());
        // An option that is misspelt where it is listed was told of there.
        let mut without_heading = names().filter(|one| !self.options.iter().any(|option| option.name.as_str() == *one));
        let is_echo = without_heading.any(|one| did_you_mean(name.value.as_str(), [one]).is_some());
        if !is_echo && !names().any(|option| option == name.value.as_str()) {
            let message = format!("the decision has no option `{}`", name.value);
            let diagnostic = Diagnostic::new(&rules::UNKNOWN_OPTION, name.span.in_file(self.path), message)
                .label("not among its options")
                .also(listed.span.in_file(self.path), "the options");
            problems.push(match did_you_mean(name.value.as_str(), names()) {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None if self.names.meaning(Kind::Role, name.value.as_str()).is_some() => {
                    diagnostic.help(format!("write `see: [{}]` in place of `option` for a role", name.value))
                }
                None => diagnostic.help(format!("add `{}` to `options`, or name one of them here", name.value)),
            });
        }
        self.options.iter().position(|option| option.name == name.value)
    }
}

//! Who is called what: every name of the guide, and what it stands for.

use std::collections::BTreeMap;

use super::rules;
use crate::base::suggest::did_you_mean;
use crate::base::{Name, Place, Spanned};
use crate::report::{Diagnostic, Problems};

/// The kinds of things that have names, each with names of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Part,
    Article,
    Scenario,
    Decision,
    Page,
    Item,
    Term,
    Source,
    Person,
    Role,
    Phase,
    Fact,
}

impl Kind {
    /// "article"
    pub(super) fn word(self) -> &'static str {
        match self {
            Kind::Part => "part",
            Kind::Article => "article",
            Kind::Scenario => "scenario",
            Kind::Decision => "decision",
            Kind::Page => "page",
            Kind::Item => "item",
            Kind::Term => "term",
            Kind::Source => "source",
            Kind::Person => "person",
            Kind::Role => "role",
            Kind::Phase => "phase",
            Kind::Fact => "fact",
        }
    }

    /// Whether the name is that of a file or a folder.
    fn is_file(self) -> bool {
        matches!(self, Kind::Part | Kind::Article | Kind::Scenario | Kind::Page)
    }

    /// Where one of this kind is written, for the help: "content/articles/NAME.md".
    pub(super) fn home(self, name: &str) -> String {
        match self {
            Kind::Part => format!("write content/articles/{name}/index.md"),
            Kind::Article => format!("write content/articles/{name}.md"),
            Kind::Scenario => format!("write content/scenarios/{name}.md"),
            Kind::Page => format!("write content/pages/{name}.md"),
            Kind::Decision => format!("add `{name}` under `decisions` in the article that has it"),
            Kind::Item => format!("end the item's line with `{{#{name}}}`"),
            Kind::Term => format!("add `## … {{#{name}}}` to content/terms.md"),
            Kind::Source => format!("add `{name}:` to content/sources.yaml"),
            Kind::Person => format!("add `{name}:` to content/people.yaml"),
            Kind::Role => format!("add `{name}:` to content/roles.yaml"),
            Kind::Fact => format!("add `{name}:` to content/facts.yaml"),
            Kind::Phase => format!("add `[[phases]]` with `name = \"{name}\"` to site.toml"),
        }
    }
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Something in the guide: its place in the list of its kind.
    Live(usize),
    /// A draft that is not there now.
    Draft,
    /// Something that could not be read; that was reported.
    Broken,
}

/// All names.
#[derive(Debug, Default)]
pub(super) struct Names {
    names: BTreeMap<Kind, BTreeMap<Name, (Meaning, Place)>>,
}

impl Names {
    /// Gives a name to something. Used twice, it is reported, and the first keeps it.
    pub(super) fn add(
        &mut self,
        kind: Kind,
        name: &Name,
        meaning: Meaning,
        place: Place,
        problems: &mut Problems,
    ) -> bool {
        let names = self.names.entry(kind).or_default();
        match names.get(name) {
            Some((_, first)) => {
                let message = format!("two {}s are called `{name}`", kind.word());
                problems.push(
                    Diagnostic::new(&rules::NAME_USED_TWICE, place, message)
                        .label("for the second time here")
                        .also(first.clone(), "first here")
                        .help(match kind.is_file() {
                            true => "rename one of the two: the name is part of the address".to_owned(),
                            false => format!(
                                "give one of them another name: it belongs to one {} of the whole guide",
                                kind.word()
                            ),
                        }),
                );
                false
            }
            None => {
                names.insert(name.clone(), (meaning, place));
                true
            }
        }
    }

    /// Gives a name to something that could not be read, unless something has it already.
    pub(super) fn add_broken(&mut self, kind: Kind, name: &Name, place: Place) {
        self.names.entry(kind).or_default().entry(name.clone()).or_insert((Meaning::Broken, place));
    }

    /// What `name` means.
    pub(super) fn meaning(&self, kind: Kind, name: &str) -> Option<Meaning> {
        self.names.get(&kind)?.get(name).map(|(meaning, _)| *meaning)
    }

    /// Whether something of a kind could not be read.
    pub(super) fn any_broken(&self, kind: Kind) -> bool {
        self.names.get(&kind).is_some_and(|names| names.values().any(|(meaning, _)| *meaning == Meaning::Broken))
    }

    /// Whether what stands at `place` has this name for itself: it was not taken before.
    pub(super) fn is_owned(&self, kind: Kind, name: &Name, place: &Place) -> bool {
        self.names.get(&kind).and_then(|names| names.get(name)).is_some_and(|(_, first)| first == place)
    }

    /// Every name of a kind.
    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.names.get(&kind).into_iter().flat_map(|names| names.keys().map(Name::as_str))
    }

    /// What `name` means; a name that nothing has is reported where `at` says. What a draft or something
    /// broken means there is the caller's to say.
    pub(super) fn find(
        &self,
        kind: Kind,
        name: &Spanned<Name>,
        at: &dyn Fn(&Spanned<Name>) -> Place,
        problems: &mut Problems,
    ) -> Option<Meaning> {
        let meaning = self.meaning(kind, name.value.as_str());
        if meaning.is_none() {
            problems.push(self.unknown(kind, name.value.as_str(), at(name)));
        }
        meaning
    }

    /// That no `kind` is called `name`.
    pub(super) fn unknown(&self, kind: Kind, name: &str, place: Place) -> Diagnostic {
        let rule = if kind == Kind::Source { &rules::UNKNOWN_SOURCE } else { &rules::UNKNOWN_NAME };
        let diagnostic = Diagnostic::new(rule, place, format!("no {} is called `{name}`", kind.word()))
            .label("nothing has this name");
        match did_you_mean(name, self.of(kind)) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.help(kind.home(name)),
        }
    }
}

//! All problems of a run, in one order; and a value together with its problems.

use super::{Diagnostic, Severity};

/// A set of problems. Adding keeps the order of finding; [`Problems::sorted`] gives the order of telling.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<Diagnostic>);

impl Problems {
    /// No problem.
    pub fn new() -> Problems {
        Problems::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all of `others`.
    pub fn extend(&mut self, others: Problems) {
        self.0.extend(others.0);
    }

    /// By file, place, rule and message; the same thing said twice is said once.
    #[must_use]
    pub fn sorted(mut self) -> Problems {
        self.0.sort_by(|a, b| {
            let key = |d: &Diagnostic| (d.place().clone(), d.rule.name, d.message.clone());
            key(a).cmp(&key(b))
        });
        self.0.dedup();
        self
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// Each of them changed, or left out.
    #[must_use]
    pub fn filter_map(self, change: impl FnMut(Diagnostic) -> Option<Diagnostic>) -> Problems {
        Problems(self.0.into_iter().filter_map(change).collect())
    }

    /// Those that a build and a check tell. Notes are for the report: told again and again, they would hide the rest.
    #[must_use]
    pub fn without_notes(self) -> Problems {
        self.filter_map(|diagnostic| (diagnostic.severity > Severity::Note).then_some(diagnostic))
    }

    /// How many have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Whether one of them stops publishing.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A value, and all that is wrong with it.
#[derive(Clone, Debug)]
#[must_use = "the problems have to be told"]
pub struct Reported<T> {
    /// What the stage made; what was wrong is left out of it.
    pub value: T,
    /// What was wrong.
    pub problems: Problems,
}

impl<T> Reported<T> {
    /// `value` with `problems`.
    pub fn new(value: T, problems: Problems) -> Reported<T> {
        Reported { value, problems }
    }

    /// Takes the value out and adds the problems to `problems`.
    pub fn take(self, problems: &mut Problems) -> T {
        problems.extend(self.problems);
        self.value
    }
}

//! All problems of a run, in one order; and a value together with its problems.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Diagnostic, Severity};
use crate::base::{InputPath, Place};

/// A set of problems. Adding keeps the order of finding; [`Problems::sorted`] gives the order of telling.
///
/// What was found is shared: a session tells again what it remembers, without copying it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<Arc<Diagnostic>>);

impl Problems {
    /// No problem.
    pub fn new() -> Problems {
        Problems::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(Arc::new(diagnostic));
    }

    /// Adds all of `others`.
    pub fn extend(&mut self, others: Problems) {
        self.0.extend(others.0);
    }

    /// By file, place, rule and message; the same thing said twice is said once.
    #[must_use]
    pub fn sorted(mut self) -> Problems {
        fn key(diagnostic: &Diagnostic) -> (&Place, &str, &str) {
            (diagnostic.place(), diagnostic.rule.name, &diagnostic.message)
        }
        self.0.sort_by(|a, b| key(a).cmp(&key(b)));
        self.0.dedup();
        self
    }

    /// All of them.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Diagnostic> {
        self.0.iter().map(|diagnostic| &**diagnostic)
    }

    /// Each of them with the severity that `judge` gives it, or left out.
    #[must_use]
    pub fn judged(mut self, judge: impl Fn(&Diagnostic) -> Option<Severity>) -> Problems {
        self.0.retain_mut(|diagnostic| match judge(diagnostic) {
            Some(severity) => {
                if severity != diagnostic.severity {
                    Arc::make_mut(diagnostic).severity = severity;
                }
                true
            }
            None => false,
        });
        self
    }

    /// Only those that fit.
    #[must_use]
    pub fn only(mut self, fits: impl Fn(&Diagnostic) -> bool) -> Problems {
        self.0.retain(|diagnostic| fits(diagnostic));
        self
    }

    /// Those in files that fit, file by file; and before them, all others.
    pub fn apart(self, fits: impl Fn(&InputPath) -> bool) -> (Problems, BTreeMap<InputPath, Problems>) {
        let mut others = Problems::new();
        let mut by_file: BTreeMap<InputPath, Problems> = BTreeMap::new();
        for diagnostic in self.0 {
            let path = &diagnostic.place().path;
            match fits(path) {
                true => by_file.entry(path.clone()).or_default().0.push(diagnostic),
                false => others.0.push(diagnostic),
            }
        }
        (others, by_file)
    }

    /// Those that a build and a check tell. Notes are for the report: told again and again, they would hide the rest.
    #[must_use]
    pub fn without_notes(self) -> Problems {
        self.only(|diagnostic| diagnostic.severity > Severity::Note)
    }

    /// Sorted problems, with `new` in place of those in one file.
    #[must_use]
    pub fn with_file(mut self, path: &InputPath, new: Problems) -> Problems {
        let start = self.0.partition_point(|problem| problem.place().path < *path);
        let end = self.0.partition_point(|problem| problem.place().path <= *path);
        self.0.splice(start..end, new.0);
        self
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

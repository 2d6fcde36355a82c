//! One found problem, with its places and its four texts.

use super::{Level, Rule};
use crate::base::Place;

/// How much one diagnostic weighs. Errors stop publishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know.
    Note,
    /// Wants mending, stops nothing.
    Warning,
    /// Stops publishing.
    Error,
}

impl Severity {
    /// What a report calls it.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// One found problem.
///
/// The four texts, in the order of reading: `message`, one lower-case phrase that says what is
/// wrong; the label, what is wrong *here*; `note`, why it matters; `help`, what to type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of problem.
    pub rule: &'static Rule,
    /// Its weight.
    pub severity: Severity,
    /// What is wrong, one lower-case phrase, names in quotes, no advice.
    pub message: String,
    /// Where; the first is the place itself, further ones are places involved.
    pub labels: Vec<Label>,
    /// Why it matters.
    pub notes: Vec<String>,
    /// What to type.
    pub helps: Vec<String>,
}

/// A place and what is to be said there; the text may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub place: Place,
    /// What is wrong here.
    pub text: String,
}

impl Diagnostic {
    /// A problem of kind `rule` at `place`; its severity is the rule's own level.
    pub fn new(rule: &'static Rule, place: Place, message: impl Into<String>) -> Diagnostic {
        let severity = match rule.level {
            Level::Error => Severity::Error,
            Level::Warn => Severity::Warning,
            Level::Note | Level::Off => Severity::Note,
        };
        let labels = vec![Label { place, text: String::new() }];
        Diagnostic { rule, severity, message: message.into(), labels, notes: Vec::new(), helps: Vec::new() }
    }

    /// Says what is wrong at the place itself.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Diagnostic {
        if let Some(first) = self.labels.first_mut() {
            first.text = text.into();
        }
        self
    }

    /// Shows another place that is involved.
    #[must_use]
    pub fn also(mut self, place: Place, text: impl Into<String>) -> Diagnostic {
        self.labels.push(Label { place, text: text.into() });
        self
    }

    /// Says why it matters.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Diagnostic {
        self.notes.push(text.into());
        self
    }

    /// Says what to type.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Diagnostic {
        self.helps.push(text.into());
        self
    }

    /// Where the problem is.
    pub fn place(&self) -> &Place {
        // `new` puts the first label in, and nothing takes it out.
        #[expect(clippy::indexing_slicing, reason = "a diagnostic always has its first label")]
        &self.labels[0].place
    }
}

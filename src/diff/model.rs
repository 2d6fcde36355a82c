//! What a change of a guide changes for its readers: plain data, no sentences.

use crate::base::Address;

/// All that two editions of a guide differ in, told by what it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Scenarios first; each with at least one change.
    pub groups: Vec<Group>,
    /// Pages that are in both editions and do not look the same, whatever the reason.
    pub pages: Vec<Address>,
    /// How many pages are in both.
    pub common: usize,
}

impl Changes {
    /// Whether no reader sees a difference.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.pages.is_empty()
    }
}

/// Changes of one page, or the same changes of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they are about.
    pub about: Vec<Subject>,
    /// The changes.
    pub changes: Vec<Change>,
}

/// What changes are about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The guide as a whole.
    Guide,
    /// What readers are asked, and what they can answer.
    Questions,
    /// Which pages there are.
    Addresses,
    /// The page of a title, in the new edition.
    Page(String, Address),
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It was not there before.
    New,
    /// It is no longer there.
    Gone,
    /// It stands elsewhere.
    Moved,
    /// It is another.
    Changed,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub kind: Kind,
    /// To what: `item`, `section`, `title`.
    pub what: String,
    /// Its words, as readers knew them; empty where there is one only.
    pub name: String,
    /// What of it: `due`, `title`; empty if it itself.
    pub part: String,
    /// How it was, or where.
    pub from: Option<String>,
    /// How it is, or where.
    pub to: Option<String>,
}

impl Change {
    /// A change of `what`, called `name`.
    pub(super) fn new(kind: Kind, what: &str, name: &str) -> Change {
        let (what, name) = (what.to_owned(), name.to_owned());
        Change { kind, what, name, part: String::new(), from: None, to: None }
    }

    /// That a part of it is another.
    pub(super) fn part(what: &str, name: &str, part: &str, from: Option<&str>, to: Option<&str>) -> Change {
        Change { part: part.to_owned(), ..Change::new(Kind::Changed, what, name) }.was(from).is(to)
    }

    pub(super) fn was(self, from: Option<&str>) -> Change {
        Change { from: from.map(str::to_owned), ..self }
    }

    pub(super) fn is(self, to: Option<&str>) -> Change {
        Change { to: to.map(str::to_owned), ..self }
    }
}

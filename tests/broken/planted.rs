//! The guide of `guide.rs` with mistakes in it, and what has to be told of them.

use std::collections::BTreeMap;

use careguide::input::Inputs;

use crate::dice::Dice;
use crate::guide::FILES;
use crate::mistakes::{self, Hides, Mistake};

/// Rules that look at a text together with its metadata, and with the rest of the guide.
const NEEDS_THE_WHOLE: [&str; 7] = [
    "aspect-misplaced",
    "dead-link",
    "missing-picture",
    "name-used-twice",
    "option-unnamed",
    "unknown-section",
    "unknown-source",
];

/// A guide with mistakes.
pub(crate) struct Broken {
    mistakes: Vec<&'static Mistake>,
    files: BTreeMap<&'static str, String>,
}

impl Broken {
    /// The guide with these mistakes; none of them may stand where another one does.
    pub(crate) fn new(mistakes: Vec<&'static Mistake>) -> Broken {
        let mut files: BTreeMap<&str, String> = FILES.iter().map(|(path, text)| (*path, (*text).to_owned())).collect();
        for mistake in &mistakes {
            let text = files.get_mut(mistake.file).unwrap();
            only(text, mistake.find);
            *text = text.replacen(mistake.find, mistake.put, 1);
        }
        Broken { mistakes, files }
    }

    pub(crate) fn mistakes(&self) -> &[&'static Mistake] {
        &self.mistakes
    }

    pub(crate) fn files(&self) -> Vec<(&'static str, String)> {
        self.files.iter().map(|(path, text)| (*path, text.clone())).collect()
    }

    pub(crate) fn inputs(&self) -> Inputs {
        Inputs::from_pairs(&self.files)
    }

    /// What has to be told: file, line and rule, sorted.
    pub(crate) fn expected(&self) -> Vec<String> {
        let mut all: Vec<String> = self.mistakes.iter().map(|mistake| self.expected_of(mistake)).collect();
        all.sort();
        all
    }

    fn expected_of(&self, mistake: &Mistake) -> String {
        let (file, at) = match mistake.told {
            Some((file, words)) => (file, only(&self.files[file], words)),
            None => {
                // Where the mistake stands in the whole guide, moved by what was done before it.
                let whole = FILES.iter().find(|(path, _)| *path == mistake.file).unwrap().1;
                let at = only(whole, mistake.find);
                let others = self.mistakes.iter().filter(|other| other.file == mistake.file);
                let before = others.filter(|other| only(whole, other.find) < at);
                let (gone, come) =
                    before.fold((0, 0), |(gone, come), other| (gone + other.find.len(), come + other.put.len()));
                (mistake.file, at + come - gone)
            }
        };
        let line = self.files[file].get(..at).unwrap().matches('\n').count() + 1;
        format!("{file}:{line} {}", mistake.rule)
    }

    /// What its author did.
    pub(crate) fn about(&self) -> String {
        let one = self
            .mistakes
            .iter()
            .map(|mistake| format!("{}: {:?} became {:?}", mistake.file, mistake.find, mistake.put));
        one.collect::<Vec<_>>().join("\n")
    }
}

/// A guide with `count` mistakes that have nothing to do with each other.
pub(crate) fn some(dice: &mut Dice, count: usize) -> Broken {
    let all: Vec<&'static Mistake> = mistakes::all().collect();
    let mut chosen: Vec<&'static Mistake> = Vec::new();
    while chosen.len() < count {
        let next = *dice.pick(&all);
        if chosen.iter().all(|other| are_independent(next, other)) {
            chosen.push(next);
        }
    }
    Broken::new(chosen)
}

/// Where `words` stand in `text`; panics unless they stand there once.
fn only(text: &str, words: &str) -> usize {
    assert_eq!(text.matches(words).count(), 1, "{words:?} in\n{text}");
    text.find(words).unwrap()
}

/// Whether two mistakes have nothing to do with each other: they are about different things, stand and are
/// told of in different lines, neither hides the place of the other, and each is told whatever else is wrong.
fn are_independent(one: &Mistake, other: &Mistake) -> bool {
    let apart = one.file != other.file || {
        let ((from, to), (start, end)) = (lines(one), lines(other));
        to < start || end < from
    };
    let told = |mistake: &Mistake| mistake.told.unwrap_or((mistake.file, mistake.find));
    apart && one.about != other.about && told(one) != told(other) && !hides(one, other) && !hides(other, one)
}

/// The first and the last line of a mistake in the whole guide.
fn lines(mistake: &Mistake) -> (usize, usize) {
    let whole = FILES.iter().find(|(path, _)| *path == mistake.file).unwrap().1;
    let first = whole.get(..only(whole, mistake.find)).unwrap().matches('\n').count();
    (first, first + mistake.find.trim_end().matches('\n').count())
}

/// Whether `other` is made or told where nothing can be read because of `one`.
fn hides(one: &Mistake, other: &Mistake) -> bool {
    let is_in_metadata = |words: &str| {
        let whole = FILES.iter().find(|(path, _)| *path == one.file).unwrap().1;
        whole.find(words).is_some_and(|at| at < whole.rfind("\n---\n").unwrap_or(whole.len()))
    };
    let (file, words) = other.told.unwrap_or((other.file, other.find));
    match one.hides {
        Hides::Nothing => false,
        Hides::Everything => file == one.file || other.file == one.file,
        Hides::Metadata => {
            let in_metadata =
                file == one.file && is_in_metadata(words) || other.file == one.file && is_in_metadata(other.find);
            in_metadata || file == one.file && NEEDS_THE_WHOLE.contains(&other.rule)
        }
    }
}

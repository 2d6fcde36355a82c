//! What checks found in words that have not changed since.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::mentions::Remembered;
use super::text::{self, Text, Words, Written, Yardstick};
use super::{Check, Look};
use crate::base::InputPath;
use crate::guide::{Guide, NodeId};
use crate::markup::Body;
use crate::report::{Problems, Rule};

/// What the checks of language found, page by page: told again where neither the words nor what they are
/// judged by have changed.
#[derive(Debug, Default)]
pub struct Memory {
    by: Option<Yardstick>,
    rules: Vec<&'static Rule>,
    pages: BTreeMap<InputPath, Known>,
    pub(super) mentions: Remembered,
}

/// The words of a page, and what was found in them.
#[derive(Debug)]
struct Known {
    /// Bodies are never changed, and one that is kept here is not taken for another.
    body: Arc<Body>,
    titles: [Option<String>; 2],
    found: Problems,
}

impl Memory {
    /// What those of `checks` that look at words find in a guide.
    pub(super) fn texts(&mut self, checks: &[&Check], guide: &Guide) -> Problems {
        let by = Yardstick::of(guide);
        let rules: Vec<&'static Rule> = checks.iter().map(|check| check.rule).collect();
        let mut old = std::mem::take(&mut self.pages);
        if self.by.as_ref() != Some(&by) || self.rules != rules {
            old.clear();
        }
        let texts: Vec<(Written<'_>, Option<Known>)> = text::written(guide)
            .into_iter()
            .map(|written| (written, old.remove(written.path).filter(|known| known.is_of(&written))))
            .collect();
        let texts: Vec<(Written<'_>, Known)> = texts
            .into_par_iter()
            .map(|(written, known)| (written, known.unwrap_or_else(|| Known::new(checks, &written, &by))))
            .collect();
        let mut problems = Problems::new();
        for (written, known) in texts {
            problems.extend(known.found.clone());
            if let Words::Page(_) = written.words {
                self.pages.insert(written.path.clone(), known);
            }
        }
        (self.by, self.rules) = (Some(by), rules);
        problems
    }

    /// What those of `checks` that look at words find on one page, while all else is as it was.
    pub(super) fn text(&mut self, checks: &[&Check], guide: &Guide, node: NodeId) -> Option<Problems> {
        let by = self.by.as_ref()?;
        let written = text::written_on(guide, node)?;
        let known = Known::new(checks, &written, by);
        let found = known.found.clone();
        self.pages.insert(written.path.clone(), known);
        Some(found)
    }
}

impl Known {
    fn new(checks: &[&Check], written: &Written<'_>, by: &Yardstick) -> Known {
        let text = Text::new(*written, by);
        let mut found = Problems::new();
        for check in checks {
            if let Look::Text(run) = check.look {
                run(&text, &mut found);
            }
        }
        let body = match written.words {
            Words::Page(body) => body.clone(),
            // The glossary is looked at each time.
            Words::Glossary(_) => Arc::default(),
        };
        Known { body, titles: written.titles.map(|title| title.map(str::to_owned)), found }
    }

    fn is_of(&self, written: &Written<'_>) -> bool {
        let Words::Page(body) = written.words else { return false };
        let titles = self.titles.iter().map(Option::as_deref);
        Arc::ptr_eq(&self.body, body) && titles.eq(written.titles)
    }
}

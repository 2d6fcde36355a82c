//! A guide being edited: takes the files as they are now, again and again.
//!
//! Files that have not changed are not read again. If only words changed that no other document sees (see
//! [`resolve::revised`]), the new words take the place of the old ones, and that page alone is judged again. Everything else
//! goes through the same pass as a build, which remembers what checks found in words that have not changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::preview::{Good, Preview, Rebuilt};
use super::{Memory, Options, Passed, pass, standpoint};
use crate::base::InputPath;
use crate::check::{self, Kept, Revised};
use crate::input::Inputs;
use crate::parse::{self, Document};
use crate::report::{Problems, Reported};
use crate::resolve;

/// So many files at most are taken one by one; for more, the whole guide is looked at again.
const ONE_BY_ONE: usize = 16;

/// A guide being edited. It goes the way of [`super::build`], and remembers what has not changed.
#[derive(Debug)]
pub struct Session {
    options: Options,
    inputs: Inputs,
    files: BTreeMap<InputPath, File>,
    memory: Memory,
    /// What the last update gave; `None` before the first.
    last: Option<Preview>,
    /// The last guide without an error.
    good: Option<Arc<Good>>,
    /// What is needed to judge one of its pages again; `None` if it is not the one of the present files.
    kept: Option<Kept>,
}

/// A file that was read.
#[derive(Clone, Debug)]
struct File {
    /// `None` for one that nothing is looked for in.
    document: Option<Arc<Document>>,
    problems: Problems,
}

/// A file that is not as it was.
struct Change {
    path: InputPath,
    /// `None` for one that is new.
    old: Option<File>,
    /// `None` for one that is gone.
    new: Option<File>,
}

impl Session {
    /// A session that has seen no file yet.
    pub fn new(options: Options) -> Session {
        Session {
            options,
            inputs: Inputs::default(),
            files: BTreeMap::new(),
            memory: Memory::default(),
            last: None,
            good: None,
            kept: None,
        }
    }

    /// Takes all files as they are now, and answers what they give. Cheap where little changed.
    pub fn update(&mut self, inputs: &Inputs) -> Preview {
        let changes = self.read(inputs);
        let before = std::mem::replace(&mut self.inputs, inputs.clone());
        let paths: Vec<InputPath> =
            changes.iter().filter(|change| change.new.is_some()).map(|change| change.path.clone()).collect();
        let rebuilt = |resolved| Rebuilt { parsed: paths.clone(), resolved };
        let preview = match self.last.clone().filter(|_| changes.is_empty()) {
            Some(last) => last.with(rebuilt(false)),
            None => match self.one_by_one(&before, &changes) {
                Some((good, problems)) => {
                    self.good = Some(Arc::new(good));
                    Preview::new(inputs.clone(), problems, self.good.clone(), true, rebuilt(false))
                }
                None => {
                    let (problems, is_current) = self.pass();
                    Preview::new(inputs.clone(), problems, self.good.clone(), is_current, rebuilt(true))
                }
            },
        };
        self.last = Some(preview.clone());
        preview
    }

    /// Reads the files that changed.
    fn read(&mut self, inputs: &Inputs) -> Vec<Change> {
        let paths = inputs.changes(&self.inputs);
        let read = |path: &InputPath| {
            let Reported { value, problems } = parse::document(path, inputs.bytes(path)?);
            Some(File { document: value.map(Arc::new), problems })
        };
        let read: Vec<Option<File>> = paths.par_iter().map(read).collect();
        let mut changes = Vec::new();
        for (path, new) in paths.into_iter().zip(read) {
            let old = match &new {
                Some(file) => self.files.insert(path.clone(), file.clone()),
                None => self.files.remove(&path),
            };
            changes.push(Change { path, old, new });
        }
        changes
    }

    /// The whole guide, from its documents on: all problems, and whether its pages are those of the present files.
    fn pass(&mut self) -> (Problems, bool) {
        let mut parsed = Problems::new();
        self.files.values().for_each(|file| parsed.extend(file.problems.clone()));
        let documents: Vec<Arc<Document>> = self.files.values().filter_map(|file| file.document.clone()).collect();
        let Passed { judged, theme } = pass(&documents, parsed, &self.inputs, &self.options, &mut self.memory);
        let Reported { value, problems } = judged.reported;
        let good = value.zip(theme);
        let is_current = good.is_some();
        self.kept = judged.kept.filter(|_| is_current);
        if let Some((checked, theme)) = good {
            self.good = Some(Arc::new(Good::new(checked, theme, self.inputs.clone(), self.options.clone())));
        }
        (problems, is_current)
    }

    /// The guide with the words of the changed files in it, if nothing but these words changed.
    fn one_by_one(&mut self, before: &Inputs, changes: &[Change]) -> Option<(Good, Problems)> {
        let kept = self.kept.as_ref().filter(|_| changes.len() <= ONE_BY_ONE)?;
        let good = self.good.clone()?;
        let standpoint = standpoint(Some(&good.theme), &self.options);
        let mut checked = None;
        let mut problems = self.last.as_ref()?.problems().clone();
        for Change { path, old, new } in changes {
            let (old, new) = (old.as_ref()?, new.as_ref()?);
            let body_start = same_metadata(path, before.bytes(path)?, self.inputs.bytes(path)?)?;
            let guide = checked.as_ref().unwrap_or(&good.checked);
            let node = guide.node(path)?;
            let revised = resolve::revised(guide.guide(), node, old.document.as_ref()?, new.document.as_ref()?)?;
            let parsed = new.problems.clone();
            let page = Revised { node, path, body_start, parsed };
            let (next, found) = check::again(kept, guide, revised, page, &standpoint, &mut self.memory.checks)?;
            checked = Some(next);
            problems = problems.with_file(path, found);
        }
        Some((good.with(checked?, self.inputs.clone()), problems))
    }
}

/// Where the text of a document begins, if all that stands before it is the same in `old` and `new`.
fn same_metadata(path: &InputPath, old: &[u8], new: &[u8]) -> Option<usize> {
    let start = parse::body_start(path, new)?;
    (parse::body_start(path, old) == Some(start) && old.get(..start) == new.get(..start)).then_some(start)
}

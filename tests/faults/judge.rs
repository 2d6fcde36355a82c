//! What the program says of a fault, held against what has to be said.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use careguide::base::{Date, InputPath, Links, Text};
use careguide::check::Occasion;
use careguide::diff::{self, Edition};
use careguide::disk;
use careguide::input::Inputs;
use careguide::parse::{self, Document};
use careguide::report::human::{self, Style};
use careguide::report::{Problems, Reported, Severity};
use careguide::resolve::{self, Drafts};
use careguide::session::{self, Options};

use crate::fault::Fault;
use crate::source::File;

/// The guide without a fault, read once.
pub(crate) struct Judge<'a> {
    files: BTreeMap<&'a str, &'a File>,
    inputs: Inputs,
    documents: BTreeMap<InputPath, Reported<Option<Arc<Document>>>>,
    edition: Edition,
}

fn options() -> Options {
    let today = Date::parse("2026-11-22").unwrap();
    Options { drafts: Drafts::Hidden, base_url: None, links: Links::Server, today, occasion: Occasion::Everyday }
}

fn document(path: &InputPath, bytes: &[u8]) -> Reported<Option<Arc<Document>>> {
    let Reported { value, problems } = parse::document(path, bytes);
    Reported::new(value.map(Arc::new), problems)
}

impl<'a> Judge<'a> {
    pub(crate) fn new(guide: &'a [File]) -> Judge<'a> {
        let inputs = disk::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let files = guide.iter().map(|file| (file.path.as_str(), file)).collect();
        let documents = inputs.iter().map(|(path, bytes)| (path.clone(), document(path, bytes))).collect();
        let edition = session::edition(&inputs, &options()).value.expect("the guide has no error");
        Judge { files, inputs, documents, edition }
    }

    /// What is told of a fault and should not be, or the other way round.
    pub(crate) fn wrong(&self, fault: &Fault) -> Option<String> {
        let file = self.files[fault.path.as_str()];
        let text: String = fault.lines(file).iter().map(|line| format!("{line}\n")).collect();
        assert_ne!(text, file.text(), "{fault} changes nothing");
        let path = InputPath::new(fault.path.as_str());
        let mut inputs = self.inputs.clone();
        inputs.insert(path.clone(), text.as_bytes());
        let problems = self.problems(&inputs, &path);
        let (told, expected) = (told(&problems, &inputs), fault.expected());
        let report = || human::render(&problems, Style::Plain, &|path: &InputPath| inputs.text(path));
        if told != expected {
            return Some(format!("{fault}\n should tell {expected:#?}\n tells {told:#?}\n{}", report()));
        }
        if !expected.is_empty() {
            return None;
        }
        let edition = session::edition(&inputs, &options()).value.expect("the guide has no error");
        let changes = diff::changes(&self.edition, &edition);
        changes.groups.is_empty().then(|| format!("{fault}\n is no mistake, and `diff` shows no difference"))
    }

    /// All that is wrong with `inputs`, which differ from the guide in the file at `path`.
    fn problems(&self, inputs: &Inputs, path: &InputPath) -> Problems {
        let changed = document(path, inputs.bytes(path).unwrap());
        let mut problems = Problems::new();
        let documents = self.documents.iter().map(|(other, document)| if other == path { &changed } else { document });
        let documents: Vec<Arc<Document>> =
            documents.filter_map(|document| document.clone().take(&mut problems)).collect();
        problems.extend(resolve::guide(&documents, inputs, Drafts::Hidden).problems);
        // Judgements are for guides without a mistake.
        if problems.has_errors() {
            return problems.sorted();
        }
        session::check(inputs, &options()).problems
    }
}

/// The errors: `path:line rule`, sorted.
fn told(problems: &Problems, inputs: &Inputs) -> Vec<String> {
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).map(|problem| {
        let place = problem.place();
        let text = Text::new(inputs.text(&place.path).unwrap_or(""));
        let line = place.span.map_or(0, |span| text.line_column(span.start).line);
        format!("{}:{line} {}", place.path, problem.rule.name)
    });
    let mut told: Vec<String> = errors.collect();
    told.sort();
    told.dedup();
    told
}

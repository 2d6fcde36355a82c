//! What a tab is told of the guide: whether its page has other bytes now, and what is wrong.

use serde::Serialize;

use super::answer::{self, Found};
use super::excerpt::{self, Line};
use super::page::{self, Version};
use super::{Shown, editor};
use crate::base::{Address, Place, Text};
use crate::guide::{ArticleId, NodeId, Origin, ScenarioId};
use crate::report::{Diagnostic, Severity};

/// How many problems a page shows; the desk has all of them.
const PROBLEMS: usize = 40;

/// What one tab is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Told {
    /// The bytes of its page.
    version: String,
    /// The style sheets of its page, as the page refers to them.
    styles: Vec<String>,
    /// Whether there are pages at all.
    built: bool,
    /// Whether the pages are those of the files as they are now.
    current: bool,
    errors: usize,
    warnings: usize,
    /// The first problems, errors first.
    problems: Vec<Problem>,
    /// How many more there are.
    more: usize,
    notices: Vec<String>,
    /// The file that the page is written in, and the link that opens it.
    source: Option<Source>,
    /// The checklists that have items of this page.
    checklists: Vec<Link>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Source {
    path: String,
    open: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Link {
    title: String,
    href: String,
}

/// A problem as the terminal tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Problem {
    level: &'static str,
    rule: &'static str,
    message: String,
    places: Vec<Where>,
    notes: Vec<String>,
    helps: Vec<String>,
}

/// A place, the lines there, and what is wrong with them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Where {
    place: String,
    open: Option<String>,
    label: String,
    lines: Vec<Line>,
}

/// What the tab that shows `path` is told.
pub(super) fn told(shown: &Shown, path: &str) -> Told {
    let preview = &shown.preview;
    let found = answer::find(shown, path);
    let (version, written, failed) = match found {
        Found::Page(it) => (page::version(it.status, &it.html), it.written, it.failed),
        Found::File(..) | Found::Elsewhere(_) => (Version { name: String::new(), styles: Vec::new() }, None, None),
    };
    let failed = failed.as_deref();
    let all = || failed.into_iter().chain(preview.problems().iter());
    let of = |severity| all().filter(move |problem| problem.severity == severity);
    let (errors, warnings) = (of(Severity::Error).count(), of(Severity::Warning).count());
    let first = of(Severity::Error).chain(of(Severity::Warning)).take(PROBLEMS);
    let source = written.map(|path| Source { open: editor::link(shown, path.as_str(), None), path: path.to_string() });
    Told {
        version: version.name,
        styles: version.styles,
        built: preview.guide().is_some(),
        current: preview.is_current() && failed.is_none(),
        errors,
        warnings,
        problems: first.map(|problem| row(shown, problem)).collect(),
        more: (errors + warnings).saturating_sub(PROBLEMS),
        notices: shown.notices.clone(),
        checklists: if source.is_some() { checklists(shown, path) } else { Vec::new() },
        source,
    }
}

impl Told {
    /// As the preview's script reads it: one line.
    pub(super) fn json(&self) -> String {
        // Words and numbers only: there is nothing in it that JSON cannot say.
        serde_json::to_string(self).unwrap_or_default()
    }
}

fn row(shown: &Shown, problem: &Diagnostic) -> Problem {
    Problem {
        level: problem.severity.word(),
        rule: problem.rule.name,
        message: problem.message.clone(),
        places: problem.labels.iter().map(|label| place(shown, &label.place, &label.text)).collect(),
        notes: problem.notes.clone(),
        helps: problem.helps.clone(),
    }
}

fn place(shown: &Shown, place: &Place, label: &str) -> Where {
    let text = shown.preview.inputs().text(&place.path);
    let at = place.span.zip(text).map(|(span, text)| Text::new(text).line_column(span.start));
    Where {
        place: at.map_or_else(|| place.path.to_string(), |at| format!("{}:{}:{}", place.path, at.line, at.column)),
        open: editor::link(shown, place.path.as_str(), at),
        label: label.to_owned(),
        lines: place.span.zip(text).map(|(span, text)| excerpt::lines(text, span)).unwrap_or_default(),
    }
}

/// The checklists that have items of the article at `path`.
fn checklists(shown: &Shown, path: &str) -> Vec<Link> {
    let Some(guide) = shown.preview.guide() else { return Vec::new() };
    let address = Address::page(path.split('/').filter(|part| !part.is_empty()));
    let is_here = |at: &usize| guide.address(NodeId::Article(ArticleId(*at))) == address;
    let Some(article) = (0..guide.articles.len()).find(is_here).map(ArticleId) else { return Vec::new() };
    let mut links = Vec::new();
    for (at, scenario) in guide.scenarios.iter().enumerate() {
        let mut lines = scenario.checklist.iter().flat_map(|(_, lines)| lines);
        if lines.any(|line| guide.item(line.item).origin == Origin::Article(article)) {
            let href = guide.address(NodeId::Scenario(ScenarioId(at))).to_string();
            links.push(Link { title: scenario.title.clone(), href });
        }
    }
    links
}

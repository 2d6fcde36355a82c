//! What authors write, and what they are told or what readers get: through [`super::body`] and
//! [`super::html::Writer`] only.

mod boxes;
mod hostile;
mod html;
mod passages;
mod problems;
mod terms;
mod tree;

use super::html::{ItemLine, Labels, PictureSource, Scope, Writer};
use super::terms::Terms;
use super::{Body, Boxes, Dialect, body};
use crate::base::{InputPath, Name, Span, Text};
use crate::report::{Diagnostic, Problems, Reported};

/// Reads a whole text as the body of an article.
fn read(source: &str) -> Reported<Body> {
    read_with(source, Boxes::Allowed)
}

fn read_with(source: &str, boxes: Boxes) -> Reported<Body> {
    body(&InputPath::new("a.md"), source, Span::new(0, source.len()), Dialect::Guide, boxes)
}

/// What is told, one line each: `line:column rule: help`, or the message where there is no help.
fn told(source: &str) -> Vec<String> {
    lines(source, read(source).problems)
}

fn lines(source: &str, problems: Problems) -> Vec<String> {
    let text = Text::new(source);
    problems.sorted().iter().map(|problem| line(&text, problem)).collect()
}

fn line(text: &Text<'_>, problem: &Diagnostic) -> String {
    let place = text.line_column(problem.place().span.unwrap().start);
    let help = problem.helps.first().unwrap_or(&problem.message);
    format!("{}:{} {}: {help}", place.line, place.column, problem.rule.name)
}

/// What the problem that is told points at.
fn pointed<'a>(source: &'a str, rule: &str) -> Vec<&'a str> {
    let problems = read(source).problems.sorted();
    let found = problems.iter().filter(|problem| problem.rule.name == rule);
    found.flat_map(|problem| &problem.labels).map(|label| at(source, label.place.span.unwrap())).collect()
}

fn at(source: &str, span: Span) -> &str {
    source.get(span.start..span.end).unwrap()
}

/// The HTML of a text about which there is nothing to tell.
fn html(source: &str) -> String {
    let found = read(source);
    assert_eq!(lines(source, found.problems), Vec::<String>::new());
    html_of(&found.value, &Terms::default())
}

fn html_of(body: &Body, terms: &Terms) -> String {
    let labels = labels();
    let href = |name: &Name| format!("../glossary/#{name}");
    let mut writer = Writer::new(&labels, terms, &href);
    let scope = scope();
    let blocks = writer.blocks(&body.blocks, &scope);
    blocks + &writer.footnotes(&body.footnotes, &scope)
}

fn labels() -> Labels {
    Labels {
        source: "Source".into(),
        footnote: "Footnote".into(),
        footnotes: "Footnotes".into(),
        back_to_text: "Back to the text".into(),
        note: "Good to know".into(),
        tip: "Tip".into(),
        important: "Important".into(),
        warning: "Warning".into(),
        caution: "Act now".into(),
        table: "Table".into(),
        key_step: "Key step".into(),
    }
}

/// Links to `gone.md` and pictures called `gone.png` are not found; every item is to be asked of somebody.
fn scope() -> Scope<'static> {
    Scope {
        link: &|target| (target != "gone.md").then(|| target.replace(".md", "/")),
        picture: &|target| {
            (target != "gone.png").then(|| PictureSource {
                src: format!("../assets/{target}"),
                width: 640,
                height: 480,
            })
        },
        item: &|item| ItemLine {
            name: item.name.as_ref().map_or(&item.slug, |name| &name.value).to_string(),
            who: Some("Ask <someone>".into()),
            key: item.name.is_some(),
            refrain: None,
        },
        items_caption: &|count| format!("{count} steps for your checklist"),
    }
}

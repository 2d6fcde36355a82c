//! Problems as people read them: file, line, column, picture, what to type.
//!
//! The only file that names `annotate-snippets`, the drawing hand of rustc itself.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Label, Problems, Severity};
use crate::base::{InputPath, Span};

/// How a report is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// With colours, for a terminal.
    Coloured,
    /// Letters only.
    Plain,
}

/// Draws all `problems` in the order given, each followed by an empty line.
///
/// `source_of` gives the text of an input, `None` where there is no text to show.
pub fn render<'a>(problems: &'a Problems, style: Style, source_of: &dyn Fn(&InputPath) -> Option<&'a str>) -> String {
    let renderer = match style {
        Style::Coloured => Renderer::styled(),
        Style::Plain => Renderer::plain(),
    }
    .decor_style(DecorStyle::Ascii);
    let mut drawn = String::new();
    for diagnostic in problems.iter() {
        drawn.push_str(&renderer.render(&[group(diagnostic, source_of)]));
        drawn.push_str("\n\n");
    }
    drawn
}

fn group<'a>(diagnostic: &'a Diagnostic, source_of: &dyn Fn(&InputPath) -> Option<&'a str>) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.rule.name);
    let mut group = Group::with_title(title);
    let mut paths: Vec<&InputPath> = Vec::new();
    for label in &diagnostic.labels {
        if !paths.contains(&&label.place.path) {
            paths.push(&label.place.path);
        }
    }
    for path in paths {
        let labels = diagnostic.labels.iter().filter(|label| label.place.path == *path);
        let shown: Vec<&Label> = labels.collect();
        group = match source_of(path) {
            Some(source) if shown.iter().all(|label| label.place.span.is_some()) => {
                group.element(snippet(diagnostic, path, source, &shown))
            }
            _ => group.element(Origin::path(path.as_str())),
        };
    }
    for note in &diagnostic.notes {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    for help in &diagnostic.helps {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

fn snippet<'a>(
    diagnostic: &Diagnostic,
    path: &'a InputPath,
    source: &'a str,
    labels: &[&'a Label],
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let mut snippet = Snippet::source(source).path(path.as_str());
    for label in labels {
        let span = label.place.span.map_or(Span::default(), |span| within(span, source));
        let kind = if label.place == *diagnostic.place() { AnnotationKind::Primary } else { AnnotationKind::Context };
        let text = (!label.text.is_empty()).then_some(label.text.as_str());
        snippet = snippet.annotation(kind.span(span.start..span.end).label(text));
    }
    snippet
}

/// The span cut to the text, in case the text is not the one that was read.
fn within(span: Span, source: &str) -> Span {
    let mut end = span.end.min(source.len());
    while !source.is_char_boundary(end) {
        end -= 1;
    }
    let mut start = span.start.min(end);
    while !source.is_char_boundary(start) {
        start -= 1;
    }
    Span::new(start, end)
}

//! Problems as people read them: file, line, column, picture, what to type.
//!
//! In a terminal, words are broken and long source lines cut so that nothing is wider than it.
//! The only file that names `annotate-snippets`, the drawing hand of rustc itself.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Label, Problems, Severity};
use crate::base::{InputPath, Span, Text};

/// How a report is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// With colours, for a terminal.
    Coloured,
    /// Letters only.
    Plain,
}

/// How wide a report is that goes into a file: nobody knows who will read it where. Sentences stay whole.
const FILE_WIDTH: usize = 140;
/// Narrower than this, a picture says nothing any more.
const LEAST_WIDTH: usize = 40;

/// Draws all `problems` in the order given, each followed by an empty line.
///
/// `source_of` gives the text of an input, `None` where there is no text to show.
pub fn render<'a>(problems: &'a Problems, style: Style, source_of: &dyn Fn(&InputPath) -> Option<&'a str>) -> String {
    draw(problems, style, None, source_of)
}

/// The same for a terminal that is so many columns wide.
pub fn render_within<'a>(
    problems: &'a Problems,
    style: Style,
    width: usize,
    source_of: &dyn Fn(&InputPath) -> Option<&'a str>,
) -> String {
    draw(problems, style, Some(width.max(LEAST_WIDTH)), source_of)
}

fn draw<'a>(
    problems: &'a Problems,
    style: Style,
    width: Option<usize>,
    source_of: &dyn Fn(&InputPath) -> Option<&'a str>,
) -> String {
    let mut drawn = String::new();
    for diagnostic in problems.iter() {
        let mut shape = Shape { columns: width.unwrap_or(FILE_WIDTH), width, here: Here::Beside, marked: None };
        if let Some(width) = width {
            fit(diagnostic, &mut shape, width, source_of);
        }
        drawn.push_str(&picture(diagnostic, style, shape, source_of));
        drawn.push_str("\n\n");
    }
    drawn
}

/// How one problem is drawn.
#[derive(Clone, Copy)]
struct Shape {
    /// Where source lines are cut.
    columns: usize,
    /// Where sentences are broken; `None`: nowhere.
    width: Option<usize>,
    here: Here,
    /// How many characters are marked at most: a mark wider than the terminal keeps its line from being cut.
    marked: Option<usize>,
}

/// Where it stands what is wrong at the place itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Here {
    /// Beside the marks.
    Beside,
    /// Under the picture, because it does not fit beside them.
    Below,
}

/// Changes `shape` until nothing is wider than the terminal, as far as that can be had.
fn fit<'a>(
    diagnostic: &'a Diagnostic,
    shape: &mut Shape,
    width: usize,
    source_of: &dyn Fn(&InputPath) -> Option<&'a str>,
) {
    let excess = |shape: Shape| {
        let picture = picture(diagnostic, Style::Plain, shape, source_of);
        let widest = picture.lines().map(|line| line.chars().count()).max().unwrap_or(0);
        widest.saturating_sub(width)
    };
    if excess(*shape) == 0 {
        return;
    }
    shape.here = Here::Below;
    if excess(*shape) > 0 {
        shape.marked = Some(width / 2);
    }
}

fn picture<'a>(
    diagnostic: &'a Diagnostic,
    style: Style,
    shape: Shape,
    source_of: &dyn Fn(&InputPath) -> Option<&'a str>,
) -> String {
    let renderer = match style {
        Style::Coloured => Renderer::styled(),
        Style::Plain => Renderer::plain(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(shape.columns);
    renderer.render(&[group(diagnostic, shape, source_of)])
}

fn group<'a>(diagnostic: &'a Diagnostic, shape: Shape, source_of: &dyn Fn(&InputPath) -> Option<&'a str>) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let name = diagnostic.rule.name;
    let before = diagnostic.severity.word().len() + name.len() + "[]: ".len();
    let message = wrapped(&diagnostic.message, shape.width, before);
    let mut group = Group::with_title(level.primary_title(message).id(name));
    let mut paths: Vec<&InputPath> = Vec::new();
    for label in &diagnostic.labels {
        if !paths.contains(&&label.place.path) {
            paths.push(&label.place.path);
        }
    }
    let mut last_line = 0;
    for path in paths {
        let labels = diagnostic.labels.iter().filter(|label| label.place.path == *path);
        let shown: Vec<&Label> = labels.collect();
        group = match source_of(path) {
            Some(source) if shown.iter().all(|label| label.place.span.is_some()) => {
                last_line = last_line.max(last(source, &shown));
                group.element(snippet(diagnostic, shape, path, source, &shown))
            }
            _ => group.element(Origin::path(path.as_str())),
        };
    }
    // What stands below is set in as far as the numbers of lines are wide.
    let margin = last_line.to_string().len() + " = : ".len();
    let below = |level: Level<'static>, word: &'static str, text: &str| {
        level.with_name(word).message(wrapped(text, shape.width, margin + word.len()))
    };
    if let Some(here) = diagnostic.labels.first().filter(|label| shape.here == Here::Below && !label.text.is_empty()) {
        group = group.element(below(Level::NOTE, "here", &here.text));
    }
    for note in &diagnostic.notes {
        group = group.element(below(Level::NOTE, "note", note));
    }
    for help in &diagnostic.helps {
        group = group.element(below(Level::HELP, "help", help));
    }
    group
}

/// The last line that a picture of these labels shows.
fn last(source: &str, labels: &[&Label]) -> usize {
    let text = Text::new(source);
    let ends = labels.iter().filter_map(|label| label.place.span).map(|span| text.line_column(span.end).line);
    ends.max().unwrap_or(0)
}

/// A sentence in lines that fit beside `before` columns; the drawing hand sets further lines in as far.
fn wrapped(sentence: &str, width: Option<usize>, before: usize) -> String {
    let Some(width) = width else { return sentence.to_owned() };
    // Beside a very long name, better a line that is too long than a column of single words.
    crate::base::text::wrapped(sentence, width.saturating_sub(before).max(24)).join("\n")
}

fn snippet<'a>(
    diagnostic: &Diagnostic,
    shape: Shape,
    path: &'a InputPath,
    source: &'a str,
    labels: &[&'a Label],
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let mut snippet = Snippet::source(source).path(path.as_str());
    for label in labels {
        let span = label.place.span.map_or(Span::default(), |span| within(span, source, shape.marked));
        let is_first = label.place == *diagnostic.place();
        let kind = if is_first { AnnotationKind::Primary } else { AnnotationKind::Context };
        let is_below = is_first && shape.here == Here::Below;
        let text = (!is_below && !label.text.is_empty()).then_some(label.text.as_str());
        snippet = snippet.annotation(kind.span(span.start..span.end).label(text));
    }
    snippet
}

/// The span cut to the text, in case the text is not the one that was read, and to so many characters.
fn within(span: Span, source: &str, marked: Option<usize>) -> Span {
    let mut end = span.end.min(source.len());
    while !source.is_char_boundary(end) {
        end -= 1;
    }
    let mut start = span.start.min(end);
    while !source.is_char_boundary(start) {
        start -= 1;
    }
    let shown = source.get(start..end).unwrap_or("");
    let too_many = marked.and_then(|marked| shown.char_indices().nth(marked));
    Span::new(start, too_many.map_or(end, |(at, _)| start + at))
}

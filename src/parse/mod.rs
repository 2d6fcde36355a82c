//! One file in, one document out.
//!
//! Parsing never fails: a broken file still yields its name, marked broken, so that references to
//! it are not reported as well. A document depends on its own file alone; its problems come with it.

mod advice;
mod characters;
pub mod fields;
mod glossary;
pub mod layout;
mod meant;
pub mod node;
pub mod rules;
mod scan;
pub mod schema;
pub(crate) mod settings;
mod split;
mod values;
mod yaml;

use std::sync::Arc;

use crate::base::{InputPath, Name, Span, Spanned};
use crate::markup::{self, Body, Boxes, Dialect};
use crate::report::{Diagnostic, Problems, Reported};
use fields::Reader;
use layout::FileKind;
use node::Node;
use schema::*;

/// A parsed file: what it is, and what is in it. Nothing is resolved.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file.
    pub path: InputPath,
    /// What is in it.
    pub content: Content,
}

/// What a document holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// The settings.
    Settings(Box<SiteConfig>),
    /// The words of the home page.
    Home(Home, Arc<Body>),
    /// A part.
    Part(Name, Part, Arc<Body>),
    /// An article, and the part it lies in.
    Article(Name, Option<Name>, Box<Article>, Arc<Body>),
    /// A scenario.
    Scenario(Name, Box<Scenario>, Arc<Body>),
    /// A plain page.
    Page(Name, Page, Arc<Body>),
    /// The words around the finder.
    Finder(Finder, Arc<Body>),
    /// The facts, in the author's order; `None` for one that is broken.
    Facts(Vec<(Spanned<Name>, Option<Fact>)>),
    /// The glossary.
    Terms(Terms),
    /// The sources; `None` for one that is broken.
    Sources(Vec<(Spanned<Name>, Option<Source>)>),
    /// The people; `None` for one that is broken.
    People(Vec<(Spanned<Name>, Option<Person>)>),
    /// The roles; `None` for one that is broken.
    Roles(Vec<(Spanned<Name>, Option<Role>)>),
    /// A picture: its bytes stay in the inputs.
    Picture,
    /// A file that is copied to this path below the root.
    Copied(String),
    /// A file of a site's own theme.
    Theme,
    /// It could not be read, and that was reported; this is what it would have been.
    Broken {
        /// What it would have been.
        kind: FileKind,
        /// Whether it says that it is a draft.
        draft: bool,
        /// The names in it, `{#name}`: what refers to them is not reported as well.
        named: Vec<Name>,
    },
}

/// Reads one file. `None` if nothing is looked for at its path, and that is reported.
pub fn document(path: &InputPath, bytes: &[u8]) -> Reported<Option<Document>> {
    let kind = match layout::classify(path) {
        Ok(kind) => kind,
        Err(diagnostic) => {
            let mut problems = Problems::new();
            problems.push(*diagnostic);
            return Reported::new(None, problems);
        }
    };
    let mut problems = Problems::new();
    let content = content(path, &kind, bytes, &mut problems).unwrap_or_else(|| Content::Broken {
        draft: says_draft(bytes),
        named: named(bytes),
        kind,
    });
    Reported::new(Some(Document { path: path.clone(), content }), problems)
}

fn content(path: &InputPath, kind: &FileKind, bytes: &[u8], problems: &mut Problems) -> Option<Content> {
    if let Some(content) = untouched(kind) {
        return Some(content);
    }
    let source = characters::text(path, bytes, problems)?;
    let mut reader = Reader::new(path, source);
    let content = match kind {
        FileKind::Settings => settings(&mut reader),
        FileKind::Sources => entries(&mut reader, lists::sources).map(Content::Sources),
        FileKind::People => entries(&mut reader, lists::people).map(Content::People),
        FileKind::Roles => entries(&mut reader, lists::roles).map(Content::Roles),
        FileKind::Facts => entries(&mut reader, facts::facts).map(Content::Facts),
        FileKind::Terms => glossary::terms(&mut reader).map(Content::Terms),
        FileKind::Home => halves(&mut reader, Boxes::Refused, page::home).map(|(home, body)| Content::Home(home, body)),
        FileKind::Finder => halves_without_text(&mut reader, Boxes::Refused, finder::finder)
            .map(|(finder, body)| Content::Finder(finder, body)),
        FileKind::Part(name) => halves_without_text(&mut reader, Boxes::Refused, page::part)
            .map(|(part, body)| Content::Part(name.clone(), part, body)),
        FileKind::Page(name) => {
            halves(&mut reader, Boxes::Refused, page::page).map(|(page, body)| Content::Page(name.clone(), page, body))
        }
        FileKind::Article(name, part) => halves(&mut reader, Boxes::Allowed, article::article)
            .map(|(article, body)| Content::Article(name.clone(), part.clone(), Box::new(article), body)),
        FileKind::Scenario(name) => halves_without_text(&mut reader, Boxes::Allowed, scenario::scenario)
            .map(|(scenario, body)| Content::Scenario(name.clone(), Box::new(scenario), body)),
        FileKind::Picture | FileKind::Copied(_) | FileKind::Theme => None,
    };
    problems.extend(reader.problems);
    content
}

/// Where the text of a document begins, below its metadata.
pub fn body_start(path: &InputPath, bytes: &[u8]) -> Option<usize> {
    let text = std::str::from_utf8(bytes).ok()?;
    split::split(path, text).ok().map(|halves| halves.body.start)
}

/// Whether a file that cannot be read says in its metadata that it is a draft.
fn says_draft(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let front = text.trim_start_matches('\u{feff}').lines().skip(1).take_while(|line| line.trim_end() != "---");
    let mut keys = front.filter_map(|line| line.split_once(':'));
    keys.any(|(key, value)| key == "draft" && value.trim() == "true")
}

/// The names that a file that cannot be read gives to its items and sections.
fn named(bytes: &[u8]) -> Vec<Name> {
    let text = String::from_utf8_lossy(bytes);
    let braces = text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    braces.filter_map(|name| Name::new(name.trim_start_matches('#'))).collect()
}

/// What is handed on as it is.
fn untouched(kind: &FileKind) -> Option<Content> {
    if let FileKind::Copied(target) = kind {
        return Some(Content::Copied(target.clone()));
    }
    match kind == &FileKind::Picture {
        true => Some(Content::Picture),
        false => (kind == &FileKind::Theme).then_some(Content::Theme),
    }
}

/// How the metadata of one kind of document is read.
type Front<T> = fn(&mut Reader<'_>, &Spanned<Node>, Span) -> Option<T>;

/// Metadata and text; a document without text is reported.
fn halves<T>(reader: &mut Reader<'_>, boxes: Boxes, front: Front<T>) -> Option<(T, Arc<Body>)> {
    let (front, body, fence) = both(reader, boxes, front)?;
    // A text that nothing is left of because of a mistake in it was told of that mistake.
    let swallows = [markup::rules::UNCLOSED_COMMENT.name, markup::rules::RAW_HTML.name];
    let is_told = reader.problems.iter().any(|problem| swallows.contains(&problem.rule.name));
    if body.blocks.is_empty() && !is_told {
        reader.problems.push(
            Diagnostic::new(&rules::NO_TEXT, fence.in_file(reader.path), "there is no text")
                .label("metadata, and nothing below it")
                .help("write the text below the second `---`"),
        );
    }
    Some((front?, Arc::new(body)))
}

/// Metadata and text, where the text may be empty.
fn halves_without_text<T>(reader: &mut Reader<'_>, boxes: Boxes, front: Front<T>) -> Option<(T, Arc<Body>)> {
    let (front, body, _) = both(reader, boxes, front)?;
    Some((front?, Arc::new(body)))
}

/// Both halves; the text is read, and its problems told, even if the metadata is broken.
fn both<T>(reader: &mut Reader<'_>, boxes: Boxes, front: Front<T>) -> Option<(Option<T>, Body, Span)> {
    let halves = match split::split(reader.path, reader.source) {
        Ok(halves) => halves,
        Err(diagnostic) => {
            reader.problems.push(*diagnostic);
            return None;
        }
    };
    let node = yaml::read(reader.path, reader.source, halves.front).take(&mut reader.problems);
    let front = node.and_then(|node| match node.value {
        Node::Map(_) => front(reader, &node, halves.fence),
        Node::Empty | Node::Scalar(_) | Node::List(_) => {
            reader.problems.push(not_keys(reader, &node, halves.fence));
            None
        }
    });
    let body = markup::body(reader.path, reader.source, halves.body, Dialect::Guide, boxes).take(&mut reader.problems);
    Some((front, body, halves.fence))
}

/// That the metadata `node` has no keys.
fn not_keys(reader: &Reader<'_>, node: &Spanned<Node>, fence: Span) -> Diagnostic {
    let (path, source) = (reader.path, reader.source);
    let problem =
        |span: Span| Diagnostic::new(&rules::FRONT_MATTER_NOT_KEYS, span.in_file(path), "the metadata has no keys");
    let help = "write `title: …` on a line of its own, and below it the other keys";
    if node.value == Node::Empty {
        return problem(fence).label("no key stands between this line and the next `---`").help(help);
    }
    let line = scan::line_at(source, node.span, node.span.start);
    if let Some(cause) = advice::no_space(source, line) {
        return cause.told(path);
    }
    let words = scan::text(source, line);
    match words.split_once('=').map(|(key, value)| (key.trim(), value.trim())) {
        Some((key, value)) if Name::new(key).is_some() && !value.is_empty() => {
            let at = line.start + words.find('=').unwrap_or(0);
            problem(Span::new(at, at + 1))
                .label("a colon belongs here")
                .help(format!("write `{key}: {}`", advice::quote(value)))
        }
        _ => problem(node.span).label(format!("{} and no keys", node.value.what())).help(help),
    }
}

/// The entries of a file of metadata only; `None` if it is not written as names with their keys.
fn entries<T>(reader: &mut Reader<'_>, read: fn(&mut Reader<'_>, &Spanned<Node>) -> T) -> Option<T> {
    let node = metadata(reader)?;
    let entries = read(reader, &node);
    matches!(node.value, Node::Map(_) | Node::Empty).then_some(entries)
}

/// A file of metadata only.
fn metadata(reader: &mut Reader<'_>) -> Option<Spanned<Node>> {
    let start = if reader.source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let range = Span::new(start, reader.source.len());
    yaml::read(reader.path, reader.source, range).take(&mut reader.problems)
}

fn settings(reader: &mut Reader<'_>) -> Option<Content> {
    let node = settings::read(reader.path, reader.source).take(&mut reader.problems)?;
    reader.assign = " = ";
    site::site(reader, &node).map(|site| Content::Settings(Box::new(site)))
}

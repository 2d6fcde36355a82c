//! The words of finished HTML, section by section, so that two of them can be held side by side.
//!
//! It reads only what `markup` writes: a closed set of elements, every `<` and `>` among words escaped.

use super::model::{Change, Kind};
use super::order;

/// Part of a page: from one heading to the next.
struct Section {
    /// The heading's anchor, its words where it has none; empty before the first heading.
    id: String,
    title: String,
    words: String,
    /// Its elements and their attributes, but for numbers that shift with what comes before.
    marks: String,
}

/// A piece of HTML.
enum Piece<'a> {
    Tag(&'a str),
    Words(&'a str),
}

/// What changed between two pieces of prose: sections that are new, gone, moved; words of sections.
pub(super) fn prose(old: &str, new: &str) -> Vec<Change> {
    let (before, after) = (sections(old), sections(new));
    let ids = |sections: &[Section]| sections.iter().map(|section| section.id.clone()).collect::<Vec<_>>();
    let lists = order::compare(&ids(&before), &ids(&after));
    let mut changes = Vec::new();
    let titled =
        |sections: &[Section], at: usize| sections.get(at).map_or(String::new(), |section| section.title.clone());
    for (was, is) in &lists.both {
        let (Some(old), Some(new)) = (before.get(*was), after.get(*is)) else { continue };
        if lists.moved.contains(is) {
            let place = is.checked_sub(1).map(|at| titled(&after, at));
            changes.push(Change::new(Kind::Moved, "section", &new.title).is(place.as_deref()));
        }
        if old.title != new.title {
            changes.push(Change::part("section", &old.title, "", Some(&old.title), Some(&new.title)));
        }
        if old.words != new.words {
            changes.push(Change::part("section", &new.title, "words", None, None));
        } else if old.marks != new.marks {
            changes.push(Change::part("section", &new.title, "paragraphs, links or emphasis", None, None));
        }
    }
    changes.extend(lists.new.iter().map(|at| Change::new(Kind::New, "section", &titled(&after, *at))));
    changes.extend(lists.gone.iter().map(|at| Change::new(Kind::Gone, "section", &titled(&before, *at))));
    changes
}

/// The words, as one line.
pub(super) fn words(html: &str) -> String {
    let mut words = String::new();
    for section in sections(html) {
        words.push_str(&section.title);
        words.push(' ');
        words.push_str(&section.words);
        words.push(' ');
    }
    words.trim().to_owned()
}

fn sections(html: &str) -> Vec<Section> {
    let new = |id: String| Section { id, title: String::new(), words: String::new(), marks: String::new() };
    let mut sections: Vec<Section> = Vec::new();
    let mut current = new(String::new());
    let mut in_heading = false;
    // The element that is left out, and how many of its kind are open.
    let mut left_out: Option<(&str, usize)> = None;
    for piece in pieces(html) {
        if let Some((element, open)) = left_out {
            let depth = match &piece {
                Piece::Tag(tag) if name(tag) == element => open + 1,
                Piece::Tag(tag) if tag.strip_prefix('/') == Some(element) => open - 1,
                Piece::Tag(_) | Piece::Words(_) => open,
            };
            left_out = (depth > 0).then_some((element, depth));
            continue;
        }
        match piece {
            Piece::Tag(tag) if is_told_elsewhere(tag) => left_out = Some((name(tag), 1)),
            Piece::Tag(tag) if is_heading(name(tag)) => {
                let id = attribute(tag, "id").unwrap_or_default().to_owned();
                sections.push(std::mem::replace(&mut current, new(id)));
                in_heading = true;
            }
            Piece::Tag(tag) if tag.strip_prefix('/').is_some_and(is_heading) => in_heading = false,
            Piece::Tag(tag) => {
                let ends =
                    !["a", "/a", "em", "/em", "strong", "/strong", "code", "/code", "sup", "/sup", "span", "/span"]
                        .contains(&name(tag));
                if ends && !current.words.ends_with(' ') {
                    current.words.push(' ');
                }
                current.marks.push_str(&without_numbers(tag));
            }
            Piece::Words(text) if in_heading => current.title.push_str(&unescaped(text)),
            Piece::Words(text) => current.words.push_str(&unescaped(text)),
        }
    }
    sections.push(current);
    for section in &mut sections {
        section.words = one_line(&section.words);
        section.title = one_line(&section.title);
        if section.id.is_empty() {
            section.id.clone_from(&section.title);
        }
    }
    // Before the first heading there is often nothing.
    sections.retain(|section| !section.title.is_empty() || !section.words.is_empty() || !section.marks.is_empty());
    sections
}

/// Items, options, tables of decisions and the numbers of sources are told where they belong.
fn is_told_elsewhere(tag: &str) -> bool {
    let class = attribute(tag, "class").unwrap_or_default();
    ["strip", "decision-link", "cite", "footnote-ref", "route"].contains(&class)
}

fn is_heading(element: &str) -> bool {
    ["h1", "h2", "h3", "h4", "h5", "h6"].contains(&element)
}

fn name(tag: &str) -> &str {
    tag.split_whitespace().next().unwrap_or("")
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

/// The tag as it is compared. A first use of a term is linked: which one is the first is no news.
fn without_numbers(tag: &str) -> String {
    match attribute(tag, "class") {
        Some("term") => String::new(),
        // The same for its end, which no class tells apart.
        _ if tag == "/a" => String::new(),
        _ => format!("<{}>", tag.chars().filter(|c| !c.is_ascii_digit() || !tag.contains("cg-")).collect::<String>()),
    }
}

fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for part in html.split_inclusive('>') {
        match part.split_once('<') {
            Some((words, tag)) => {
                pieces.push(Piece::Words(words));
                pieces.push(Piece::Tag(tag.trim_end_matches('>')));
            }
            None => pieces.push(Piece::Words(part)),
        }
    }
    pieces
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&amp;", "&")
}

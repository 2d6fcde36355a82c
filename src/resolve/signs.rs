//! Names of the guide among words, in signs that other programs know: `(@source)` and `[[article]]`.
//!
//! Only what exactly is a name of this guide is taken for one; everything else stays words.

use super::links::LinkFinder;
use super::names::{Kind, Names};
use crate::base::{InputPath, Place, Span, Spanned};
use crate::markup::rules;
use crate::report::{Diagnostic, Problems};

/// Reports the names in `words`, a piece of the document `path`.
pub(super) fn check(
    path: &InputPath,
    words: &Spanned<String>,
    names: &Names,
    finder: &LinkFinder<'_>,
    problems: &mut Problems,
) {
    let text = words.value.as_str();
    for (at, _) in text.match_indices('@') {
        let (before, after) = (text.get(..at).unwrap_or(""), text.get(at + 1..).unwrap_or(""));
        let bracket = usize::from(after.starts_with('['));
        let name = begins_name(after.get(bracket..).unwrap_or(""));
        // `ann@example.org` is an address; `[@name` was reported where it was read.
        let is_sign = !before.ends_with(|c: char| c.is_alphanumeric() || c == '[');
        if is_sign && names.meaning(Kind::Source, name).is_some() {
            let place = part(path, words, at, at + 1 + bracket + name.len());
            problems.push(
                Diagnostic::new(&rules::CITATION_MALFORMED, place, format!("`@{name}` is not a citation"))
                    .label("printed as words")
                    .help(format!("write `[@{name}]`, in square brackets and no others")),
            );
        }
    }
    for (at, _) in text.match_indices("[[") {
        let Some((inner, _)) = text.get(at + 2..).and_then(|after| after.split_once("]]")) else { continue };
        let (target, shown) = inner.split_once('|').unwrap_or((inner, ""));
        let name = target.split('#').next().unwrap_or("").trim_end_matches(".md");
        if let Some(href) = finder.path_to(path, name) {
            let shown = if shown.is_empty() { "the name of the page" } else { shown };
            let place = part(path, words, at, at + inner.len() + 4);
            problems.push(
                Diagnostic::new(&rules::MISTYPED_LINK, place, "words and an address did not become a link")
                    .label("printed as it stands")
                    .help(format!("write `[{shown}]({href})`")),
            );
        }
    }
}

/// The longest name that `text` begins with; a hyphen at its end belongs to the sentence.
fn begins_name(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
    text.get(..end.unwrap_or(text.len())).unwrap_or("").trim_end_matches('-')
}

/// The place of a part of `words`; that of the whole where they are not as written.
fn part(path: &InputPath, words: &Spanned<String>, from: usize, to: usize) -> Place {
    let span = words.span;
    let is_verbatim = span.end - span.start == words.value.len();
    let part = if is_verbatim { Span::new(span.start + from, span.start + to) } else { span };
    part.in_file(path)
}

//! The parts of a line.

use super::escape::{escape, escape_address};
use super::{Scope, Writer};
use crate::markup::address::{SCHEMES, is_protocol_relative, scheme};
use crate::markup::{Inline, Link, Picture};

/// Which links a line may have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    /// All, and terms are linked at their first use.
    WithTerms,
    /// Those of the author: a heading.
    Written,
    /// None: the words of a link.
    No,
}

/// Signs that close a clause: a raised mark stands after them, as in print.
const CLOSING: [char; 9] = ['.', ',', ';', ':', '!', '?', '…', '”', '’'];

impl Writer<'_> {
    pub(super) fn write_inlines(&mut self, html: &mut String, inlines: &[Inline], links: Links, scope: &Scope<'_>) {
        let begin = html.len();
        let mut rest = inlines;
        // How many bytes of the next words were written already, before a mark.
        let mut ahead = 0;
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            match first {
                Inline::Text(_) | Inline::SoftBreak => {
                    // Words side by side are searched together: a term may span a line end.
                    let mut words = words_of(first).get(ahead..).unwrap_or("").to_owned();
                    ahead = 0;
                    while let Some((next @ (Inline::Text(_) | Inline::SoftBreak), after)) = rest.split_first() {
                        words.push_str(words_of(next));
                        rest = after;
                    }
                    self.write_words(html, &words, links);
                }
                Inline::Code(code) => wrap(html, "code", |html| escape(html, code)),
                Inline::Emphasis(inner) => wrap(html, "em", |html| self.write_inlines(html, inner, links, scope)),
                Inline::Strong(inner) => wrap(html, "strong", |html| self.write_inlines(html, inner, links, scope)),
                Inline::Link(link) => self.write_link(html, link, links, scope),
                Inline::Picture(picture) => write_picture(html, picture, scope, true),
                Inline::Citation(names) => {
                    ahead += close_up(html, begin, rest, ahead);
                    self.write_citation(html, names);
                }
                Inline::FootnoteMark(number) => {
                    ahead += close_up(html, begin, rest, ahead);
                    self.write_mark(html, *number);
                }
                Inline::HardBreak => html.push_str("<br>\n"),
            }
        }
    }

    fn write_words(&mut self, html: &mut String, words: &str, links: Links) {
        let mut done = 0;
        if links == Links::WithTerms {
            for found in self.terms.find(words) {
                if !self.linked.insert(found.term.clone()) {
                    continue;
                }
                escape(html, words.get(done..found.range.start).unwrap_or(""));
                html.push_str("<a class=\"term\" href=\"");
                escape(html, &(self.term_href)(&found.term));
                html.push_str("\">");
                escape(html, words.get(found.range.clone()).unwrap_or(""));
                html.push_str("</a>");
                done = found.range.end;
            }
        }
        escape(html, words.get(done..).unwrap_or(""));
    }

    fn write_link(&mut self, html: &mut String, link: &Link, links: Links, scope: &Scope<'_>) {
        let target = &link.target.value;
        let scheme = scheme(target);
        let outside = scheme.as_deref().is_some_and(|scheme| SCHEMES.contains(&scheme));
        let mut href = String::new();
        if outside {
            escape_address(&mut href, target);
        } else if scheme.is_none()
            && !is_protocol_relative(target)
            && let Some(address) = (scope.link)(target)
        {
            escape_address(&mut href, &address);
        } else {
            return self.write_inlines(html, &link.text, links, scope);
        }
        if links == Links::No {
            return self.write_inlines(html, &link.text, links, scope);
        }
        html.push_str("<a href=\"");
        html.push_str(&href);
        html.push('"');
        if let Some(title) = &link.title {
            html.push_str(" title=\"");
            escape(html, title);
            html.push('"');
        }
        if matches!(scheme.as_deref(), Some("http" | "https")) {
            html.push_str(" rel=\"noreferrer noopener\"");
        }
        html.push('>');
        self.write_inlines(html, &link.text, Links::No, scope);
        html.push_str("</a>");
    }
}

/// A picture; its title is an attribute where it cannot be a caption.
pub(super) fn write_picture(html: &mut String, picture: &Picture, scope: &Scope<'_>, titled: bool) {
    let Some(source) = (scope.picture)(&picture.target.value) else {
        return escape(html, &picture.alt);
    };
    html.push_str("<img src=\"");
    escape_address(html, &source.src);
    html.push_str("\" alt=\"");
    escape(html, &picture.alt);
    html.push('"');
    if let Some(title) = picture.caption.as_ref().filter(|_| titled) {
        html.push_str(" title=\"");
        escape(html, title);
        html.push('"');
    }
    html.push_str(&format!(" width=\"{}\" height=\"{}\">", source.width, source.height));
}

/// A line without links, marks and pictures.
pub(super) fn write_plain(html: &mut String, inlines: &[Inline]) {
    let begin = html.len();
    for inline in inlines {
        match inline {
            Inline::Text(text) => escape(html, &text.value),
            Inline::Code(code) => wrap(html, "code", |html| escape(html, code)),
            Inline::Emphasis(inner) => wrap(html, "em", |html| write_plain(html, inner)),
            Inline::Strong(inner) => wrap(html, "strong", |html| write_plain(html, inner)),
            Inline::Link(link) => write_plain(html, &link.text),
            Inline::Picture(picture) => escape(html, &picture.alt),
            Inline::Citation(_) | Inline::FootnoteMark(_) => {
                html.truncate(begin + html.get(begin..).map_or(0, |line| line.trim_end().len()));
            }
            Inline::SoftBreak | Inline::HardBreak => html.push(' '),
        }
    }
}

/// An element around what `inner` writes.
pub(super) fn wrap(html: &mut String, element: &str, inner: impl FnOnce(&mut String)) {
    html.push_str(&format!("<{element}>"));
    inner(html);
    html.push_str(&format!("</{element}>"));
}

fn words_of(inline: &Inline) -> &str {
    if let Inline::Text(text) = inline { &text.value } else { "\n" }
}

/// Makes room for a mark: the space before it goes, and the sign that closes the clause comes first.
/// Gives how many bytes of the words that follow are written with that.
fn close_up(html: &mut String, begin: usize, rest: &[Inline], ahead: usize) -> usize {
    let line = html.get(begin..).unwrap_or("");
    let end = begin + line.trim_end_matches([' ', '\n']).len();
    if end > begin {
        html.truncate(end);
    }
    let Some(Inline::Text(words)) = rest.first() else { return 0 };
    let words = words.value.get(ahead..).unwrap_or("");
    let length = words.len() - words.trim_start_matches(CLOSING).len();
    escape(html, words.get(..length).unwrap_or(""));
    length
}

//! Citations and footnotes: marks in the text, and the way there and back.

use super::escape::escape;
use super::{Cited, Scope, Writer};
use crate::base::Spanned;
use crate::markup::{Block, Footnote};

/// A footnote that was referred to and is not written yet.
pub(super) struct Pending {
    /// Its place among the body's footnotes.
    index: usize,
    /// Its number on the page, from 1.
    number: usize,
    /// How many marks refer to it.
    marks: usize,
}

impl Writer<'_> {
    /// The raised numbers of cited sources.
    pub(super) fn write_citation(&mut self, html: &mut String, names: &[Spanned<String>]) {
        html.push_str("<sup class=\"cite\">");
        for (at, name) in names.iter().enumerate() {
            if at > 0 {
                html.push_str(", ");
            }
            self.citations += 1;
            let id = format!("cg-cite-{}", self.citations);
            let number = self.cite(&name.value, id.clone());
            html.push_str(&format!("<a id=\"{id}\" href=\"#cg-source-{number}\"><span class=\"vh\"> "));
            escape(html, &self.labels.source);
            html.push_str(&format!(" </span>{number}</a>"));
        }
        html.push_str("</sup>");
    }

    fn cite(&mut self, name: &str, place: String) -> usize {
        let next = self.cited.len();
        let index = *self.numbers.entry(name.to_owned()).or_insert(next);
        if let Some(cited) = self.cited.get_mut(index) {
            cited.places.push(place);
            return cited.number;
        }
        let number = next + 1;
        self.cited.push(Cited { name: name.to_owned(), number, places: vec![place] });
        number
    }

    /// The raised letter of a footnote.
    pub(super) fn write_mark(&mut self, html: &mut String, index: usize) {
        let next = self.pending.len();
        let place = *self.marked.entry(index).or_insert(next);
        if place == next {
            self.footnotes += 1;
            self.pending.push(Pending { index, number: self.footnotes, marks: 0 });
        }
        let Some(pending) = self.pending.get_mut(place) else { return };
        pending.marks += 1;
        let number = pending.number;
        let mark = if pending.marks == 1 { String::new() } else { format!("-{}", pending.marks) };
        html.push_str(&format!(
            "<sup class=\"footnote-ref\"><a id=\"cg-fnref-{number}{mark}\" href=\"#cg-fn-{number}\"><span class=\"vh\"> "
        ));
        escape(html, &self.labels.footnote);
        html.push_str(&format!(" </span>{}</a></sup>", letters(number)));
    }

    /// The texts of the footnotes that are pending; those that they refer to come after them.
    pub(super) fn write_footnotes(&mut self, footnotes: &[Footnote], scope: &Scope<'_>) -> String {
        if self.pending.is_empty() {
            return String::new();
        }
        let start = self.pending.first().map_or(1, |first| first.number);
        let mut html = String::from("<section class=\"footnotes\" aria-label=\"");
        escape(&mut html, &self.labels.footnotes);
        html.push_str(if start == 1 { "\"><ol>" } else { "\">" });
        if start != 1 {
            html.push_str(&format!("<ol start=\"{start}\">"));
        }
        let mut at = 0;
        while let Some(Pending { index, number, .. }) = self.pending.get(at) {
            let (index, number) = (*index, *number);
            html.push_str(&format!("<li id=\"cg-fn-{number}\">"));
            let blocks = footnotes.get(index).map_or(&[][..], |footnote| &footnote.blocks);
            let (last, before) = match blocks.split_last() {
                Some((Block::Paragraph(text) | Block::Plain(text), before)) => (text.as_slice(), before),
                _ => (&[][..], blocks),
            };
            self.write_blocks(&mut html, before, scope);
            html.push_str("<p>");
            self.write_inlines(&mut html, last, super::inlines::Links::WithTerms, scope);
            if !last.is_empty() {
                html.push(' ');
            }
            html.push_str(&format!("<a class=\"footnote-back\" href=\"#cg-fnref-{number}\">"));
            escape(&mut html, &self.labels.back_to_text);
            html.push_str("</a></p></li>");
            at += 1;
        }
        self.pending.clear();
        self.marked.clear();
        html.push_str("</ol></section>\n");
        html
    }
}

/// 1 is `a`, 26 is `z`, 27 is `aa`.
fn letters(number: usize) -> String {
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'a' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

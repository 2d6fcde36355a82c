//! Raw HTML: refused, with what to type instead. Comments are dropped without a word.
//!
//! It is refused and not cleaned: what is never let in cannot slip through a cleaner.

use std::ops::Range;

use super::events::Event;
use super::{Reader, shortened};
use crate::markup::rules;
use crate::report::Diagnostic;

/// Elements without an end tag.
const VOID: [&str; 9] = ["br", "hr", "img", "input", "wbr", "meta", "link", "source", "col"];

/// A tag in the middle of a line.
pub(super) struct Found {
    source: String,
    range: Range<usize>,
}

impl Found {
    /// Whether all of it stands in `range`.
    pub(super) fn is_within(&self, range: &Range<usize>) -> bool {
        range.start <= self.range.start && self.range.end <= range.end
    }
}

/// A tag's name and kind.
struct Tag<'a> {
    name: String,
    closing: bool,
    /// Neither a void element nor closed in itself.
    opens: bool,
    source: &'a str,
}

impl Reader<'_> {
    /// A tag or a comment in a line.
    pub(super) fn html_tag(&mut self, source: &str, range: Range<usize>) {
        if !source.starts_with("<!--") {
            self.line.tags.push(Found { source: source.to_owned(), range });
        }
    }

    /// Reports the tags of the line that has ended, each pair once.
    pub(super) fn report_tags(&mut self) {
        let found = std::mem::take(&mut self.line.tags);
        let mut told: Vec<(usize, Option<Range<usize>>)> = Vec::new();
        // Open elements: their names and their places in `told`.
        let mut open: Vec<(String, usize)> = Vec::new();
        for (at, tag) in found.iter().enumerate() {
            let read = read(&tag.source);
            let partner = open.iter().rposition(|(name, _)| read.closing && *name == read.name);
            if let Some((_, place)) = partner.and_then(|partner| open.drain(partner..).next()) {
                if let Some((_, end)) = told.get_mut(place) {
                    *end = Some(tag.range.clone());
                }
                continue;
            }
            if read.opens && open.len() < 100 {
                open.push((read.name, told.len()));
            }
            told.push((at, None));
        }
        for (at, end) in told {
            let Some(tag) = found.get(at) else { continue };
            let read = read(&tag.source);
            let words = end.as_ref().and_then(|end| self.text.get(tag.range.end..end.start)).unwrap_or("");
            let problem = self.refuse(&read, &tag.range);
            self.problems.push(problem.help(instead(&read, words)));
        }
    }

    /// A block of HTML, up to and over its end.
    pub(super) fn html_block(&mut self, range: Range<usize>) {
        let mut source = String::new();
        for (event, _) in self.events.by_ref() {
            if let Event::Html(html) | Event::Text(html) = event {
                source.push_str(&html);
            } else if let Event::End(_) = event {
                break;
            }
        }
        let indent = self.text.get(range.clone()).map_or(0, |block| block.len() - block.trim_start().len());
        let start = range.start + indent;
        let line = start..self.line_end(start).min(range.end).max(start);
        let Some(rest) = without_comments(&source) else {
            return self.unclosed_comment(line);
        };
        if rest.trim().is_empty() {
            return;
        }
        let Some(first) = tags(&rest).next() else {
            let problem = self
                .problem(&rules::RAW_HTML, &line, "words on the line of a comment")
                .label("this line would not be printed")
                .help("put the comment on a line of its own, with an empty line after it");
            self.problems.push(problem);
            return;
        };
        let mut expected = true;
        for tag in tags(&rest) {
            if tag.closing {
                match self.open_html.iter().rposition(|name| *name == tag.name) {
                    Some(at) => self.open_html.truncate(at),
                    None => expected = false,
                }
            } else {
                expected = false;
                if tag.opens && self.open_html.len() < 100 {
                    self.open_html.push(tag.name);
                }
            }
        }
        if !expected {
            let words = rest
                .trim()
                .strip_prefix(first.source)
                .and_then(|rest| rest.rsplit_once("</"))
                .map_or("", |(words, _)| words);
            let problem = self.refuse(&first, &line);
            self.problems.push(problem.help(instead(&first, words)));
        }
    }

    fn refuse(&self, tag: &Tag<'_>, range: &Range<usize>) -> Diagnostic {
        let problem = self
            .problem(&rules::RAW_HTML, range, format!("raw HTML `{}`", shortened(tag.source)))
            .label("no HTML is let through")
            .note("what is never let in can do no harm to a reader");
        let curly = ["=“", "=”", "=„", "=‘", "=’", "=«"].iter().any(|quote| tag.source.contains(quote));
        if curly {
            problem.note("its attribute is in typographic quotes, so that browsers would misread it, too")
        } else {
            problem
        }
    }
}

/// What to type instead of a tag around `words`.
fn instead(tag: &Tag<'_>, words: &str) -> String {
    let words = words.trim();
    let shown = if words.is_empty() || words.contains('<') { "words".to_owned() } else { shortened(words) };
    match tag.name.as_str() {
        "br" | "wbr" => "end the line with two spaces or a backslash".to_owned(),
        "b" | "strong" => format!("write `**{shown}**`"),
        "i" | "em" | "cite" | "var" | "dfn" => format!("write `*{shown}*`"),
        "code" | "kbd" | "samp" | "tt" => format!("write `` `{shown}` ``"),
        "pre" => "put the text between two lines of three backticks".to_owned(),
        "a" => match value(tag.source, "href") {
            Some(address) => format!("write `[{shown}]({address})`"),
            None => "give the heading a name: `## Words {#name}`".to_owned(),
        },
        "img" => {
            let (alt, address) = (value(tag.source, "alt"), value(tag.source, "src"));
            format!("write `![{}]({})`", alt.unwrap_or("what it shows"), address.unwrap_or("picture.png"))
        }
        "hr" => "write `***` on a line of its own".to_owned(),
        "p" | "div" | "span" | "section" | "center" | "font" => {
            "take the tags away; an empty line begins a new paragraph".to_owned()
        }
        "h1" | "h2" => format!("write `## {shown}`"),
        "h3" => format!("write `### {shown}`"),
        "h4" | "h5" | "h6" => format!("write `#### {shown}`"),
        "ul" | "ol" | "li" => "write a list: `- words` on a line for each point".to_owned(),
        "table" | "tr" | "td" | "th" => "write a table: `| words | words |` on a line for each row".to_owned(),
        "blockquote" => format!("write `> {shown}`"),
        "dl" | "dt" | "dd" => "write the term on one line and `: ` with its meaning on the next".to_owned(),
        "input" => "write a checklist line: `- [ ] What to do`".to_owned(),
        "script" | "style" | "iframe" | "object" | "embed" | "form" | "button" | "video" | "audio" | "svg" => {
            "take it away; a link can lead to what it showed".to_owned()
        }
        _ => "take it away, or write `\\<` to print the sign itself".to_owned(),
    }
}

/// The value of an attribute.
fn value<'a>(source: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = source.split_once(&format!("{name}="))?;
    let quote = after.chars().next()?;
    if quote == '"' || quote == '\'' {
        return after.get(1..)?.split(quote).next();
    }
    after.split(|c: char| c.is_whitespace() || c == '>').next()
}

/// All tags in `html`.
fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    html.match_indices('<').filter_map(|(at, _)| {
        let rest = html.get(at..)?;
        let after = rest.get(1..)?;
        let begins = |c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?');
        if !after.starts_with(begins) {
            return None;
        }
        let end = after.find(['>', '<']).map_or(rest.len(), |end| end + 2);
        Some(read(rest.get(..end).unwrap_or(rest).trim_end_matches('<')))
    })
}

fn read(source: &str) -> Tag<'_> {
    let inner = source.trim_start_matches('<');
    let closing = inner.starts_with('/');
    let name: String = inner.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    let opens = !closing && !name.is_empty() && !VOID.contains(&name.as_str()) && !source.ends_with("/>");
    Tag { name, closing, opens, source }
}

/// The text without comments; `None` if one is never closed.
fn without_comments(html: &str) -> Option<String> {
    let mut kept = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        // `<!-->` and `<!--->` are comments, too.
        let short = after.strip_prefix("->").or_else(|| after.strip_prefix('>'));
        rest = match short {
            Some(after) => after,
            None => after.split_once("-->")?.1,
        };
    }
    kept.push_str(rest);
    Some(kept)
}

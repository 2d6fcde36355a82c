//! Links and pictures: where they lead, and whether their words say so.

use std::ops::Range;

use super::events::LinkType;
use super::inlines::{Part, Target};
use super::{Reader, shortened};
use crate::base::{Span, Spanned};
use crate::markup::address::{SCHEMES, is_protocol_relative, scheme};
use crate::markup::{Inline, Link, Picture, rules, text};
use crate::report::Rule;

/// Words that say nothing of where a link leads.
const VAGUE: [&str; 25] = [
    "here",
    "click here",
    "click",
    "see here",
    "this",
    "this link",
    "this page",
    "this site",
    "this website",
    "link",
    "page",
    "website",
    "more",
    "read more",
    "learn more",
    "see more",
    "more information",
    "details",
    "find out more",
    "read on",
    "read here",
    "more here",
    "the link",
    "this article",
    "this text",
];

/// Words that programs put where those of a picture belong.
const NO_WORDS: [&str; 8] = ["image", "img", "picture", "photo", "figure", "untitled", "alt text", "image alt text"];

/// The endings of pictures' files.
const PICTURE_FILES: [&str; 8] = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp"];

impl Reader<'_> {
    /// A link, or a citation, which the parser takes for one.
    pub(super) fn link(&mut self, target: Target, inner: Vec<Part>, range: Range<usize>, parts: &mut Vec<Part>) {
        if is_unknown(&target) {
            return self.cited(target.kind, inner, range, parts);
        }
        let place = self.target_place(&target, inner.last().map(|part| part.range().end), &range);
        let Target { kind, address, title, .. } = target;
        let address = if kind == LinkType::Email { format!("mailto:{address}") } else { address };
        if self.guide && !self.may_lead_to(&address, &place, &range) {
            parts.extend(inner);
            return;
        }
        let words = self.join(inner);
        if self.guide {
            self.link_words(&words, &address, kind, &range);
        }
        let target = Spanned::new(address, self.span(&place));
        let link = Link { target, title, text: words, span: self.span(&range) };
        parts.push(Part::Made(Inline::Link(link), range));
    }

    /// A picture.
    pub(super) fn picture(&mut self, target: Target, inner: Vec<Part>, range: Range<usize>, parts: &mut Vec<Part>) {
        if is_unknown(&target) {
            // `so![@name]`: words that end with an exclamation mark, and a citation.
            parts.push(Part::Words("!".to_owned(), range.start..range.start + 1));
            return self.cited(target.kind, inner, range.start + 1..range.end, parts);
        }
        let place = self.target_place(&target, inner.last().map(|part| part.range().end), &range);
        let alt = text::plain(&self.join(inner)).trim().to_owned();
        if self.guide && !self.may_show(&target.address, &alt, &place, &range) {
            parts.push(Part::Made(Inline::Text(Spanned::new(alt, self.span(&range))), range));
            return;
        }
        let target_at = Spanned::new(target.address, self.span(&place));
        let picture = Picture { target: target_at, alt, caption: target.title };
        parts.push(Part::Made(Inline::Picture(picture), range));
    }

    /// `[@name]`, or `[words][@name]`, which is words in brackets before a citation.
    fn cited(&mut self, kind: LinkType, inner: Vec<Part>, range: Range<usize>, parts: &mut Vec<Part>) {
        let end = range.end - 1;
        let names = if kind == LinkType::ReferenceUnknown {
            let close = inner.last().map_or(range.start + 1, |part| part.range().end);
            parts.push(Part::Words("[".to_owned(), range.start..range.start + 1));
            parts.extend(inner);
            parts.push(Part::Words("]".to_owned(), close..close + 1));
            close + 2..end.max(close + 2)
        } else {
            let brackets = if kind == LinkType::CollapsedUnknown { 2 } else { 0 };
            range.start + 1..end.saturating_sub(brackets).max(range.start + 1)
        };
        let citation = self.citation(names);
        if !citation.is_empty() {
            parts.push(Part::Made(Inline::Citation(citation), range));
        }
    }

    /// Where the author wrote the address.
    fn target_place(&self, target: &Target, words_end: Option<usize>, range: &Range<usize>) -> Range<usize> {
        let found = if matches!(target.kind, LinkType::Autolink | LinkType::Email) {
            Some(range.start + 1..range.end - 1)
        } else if target.kind == LinkType::Inline {
            let from = words_end.unwrap_or(range.start + 1);
            self.text.get(from..range.end).and_then(|rest| address_in(rest, "](", from))
        } else {
            self.definitions.get(&target.label).and_then(|definition| {
                let source = self.text.get(definition.clone())?;
                address_in(source, "]:", definition.start)
            })
        };
        found.filter(|found| !found.is_empty()).unwrap_or_else(|| range.clone())
    }

    /// Whether a link may lead to `address`; says so if not.
    fn may_lead_to(&mut self, address: &str, place: &Range<usize>, link: &Range<usize>) -> bool {
        if address.trim().is_empty() {
            let problem = self
                .problem(&rules::EMPTY_LINK, link, "a link has no address")
                .label("leads nowhere")
                .help("write the address in the round brackets: `[words](address)`");
            self.problems.push(problem);
            return false;
        }
        if is_protocol_relative(address) {
            let problem = self
                .problem(&rules::LINK_SCHEME, place, "an address without its scheme")
                .label("`https:` is missing")
                .help(format!("write `https:{}`", shortened(address)));
            self.problems.push(problem);
            return false;
        }
        match scheme(address) {
            Some(scheme) if !SCHEMES.contains(&scheme.as_str()) => {
                let problem = self
                    .problem(&rules::LINK_SCHEME, place, format!("a link to an address of kind `{scheme}:`"))
                    .label("no page may link to this")
                    .note("links lead to pages of the guide, and to `https:`, `http:`, `mailto:` and `tel:`");
                let is_on_disk = scheme.len() == 1 || scheme == "file";
                self.problems.push(if is_on_disk {
                    problem.help(
                        "write the path from this file to the other one, such as `../articles/name.md`; \
                         a leaflet lies in content/files/",
                    )
                } else {
                    problem.help("write an address that begins with `https://`, or take the link away")
                });
                false
            }
            _ => true,
        }
    }

    fn link_words(&mut self, words: &[Inline], address: &str, kind: LinkType, range: &Range<usize>) {
        let plain = text::plain(words);
        let plain = plain.trim();
        let has_picture = words.iter().any(|inline| matches!(inline, Inline::Picture(_)));
        let shown = shortened(address);
        let (rule, message, label): (&'static Rule, String, &str) = if plain.is_empty() {
            if has_picture || self.is_told_within(range) {
                return;
            }
            (&rules::EMPTY_LINK, "a link has no words".to_owned(), "nothing to press")
        } else if kind != LinkType::Email && is_bare_address(plain) {
            (&rules::VAGUE_LINK, "the words of a link are its address".to_owned(), "read out letter by letter")
        } else if VAGUE.contains(&plain.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str()) {
            let message = format!("the words `{plain}` do not say where the link leads");
            (&rules::VAGUE_LINK, message, "means nothing in a list of links")
        } else {
            return;
        };
        let problem = self
            .problem(rule, range, message)
            .label(label)
            .help(format!("say what the reader finds there: `[the name of the page]({shown})`"));
        self.problems.push(problem);
    }

    /// Whether what stands in `range` was left out, and that is told: HTML, a picture from elsewhere.
    fn is_told_within(&self, range: &Range<usize>) -> bool {
        let span = self.span(range);
        let within = |inner: Span| span.start <= inner.start && inner.end <= span.end;
        let is_tag = self.line.tags.iter().any(|tag| tag.is_within(range));
        is_tag || self.problems.iter().any(|problem| problem.place().span.is_some_and(within))
    }

    /// Whether a picture can be shown; says so if not.
    fn may_show(&mut self, address: &str, alt: &str, place: &Range<usize>, range: &Range<usize>) -> bool {
        let shown = shortened(address);
        if address.trim().is_empty() {
            let problem = self
                .problem(&rules::EMPTY_LINK, range, "a picture has no address")
                .label("shows nothing")
                .help("write the path of its file in the round brackets: `![what it shows](picture.png)`");
            self.problems.push(problem);
            return false;
        }
        if scheme(address).is_some() || is_protocol_relative(address) {
            let problem = self
                .problem(&rules::PICTURE_ELSEWHERE, place, "a picture from another site")
                .label("loaded from elsewhere")
                .note("the other site would learn who reads this page, and when")
                .help("save the picture beside this file and write its name here");
            self.problems.push(problem);
            return false;
        }
        let file = address.rsplit(['/', '\\']).next().unwrap_or(address);
        let lower = alt.to_lowercase();
        let is_file = alt == file || !alt.contains(' ') && PICTURE_FILES.iter().any(|ending| lower.ends_with(ending));
        let is_nothing = NO_WORDS.contains(&lower.trim_end_matches(|c: char| c.is_numeric() || c == ' '));
        if alt.is_empty() || is_file || is_nothing {
            let message = if is_file {
                format!("the words of a picture are a file's name, `{alt}`")
            } else if is_nothing {
                format!("the words of a picture are only `{alt}`")
            } else {
                "a picture has no words".to_owned()
            };
            let problem = self
                .problem(&rules::PICTURE_WITHOUT_WORDS, range, message)
                .label("says nothing to a reader who cannot see it")
                .help(format!("say what it shows: `![…]({shown})`"));
            self.problems.push(problem);
        }
        true
    }

    /// Reports `[text][label]` without a definition.
    pub(super) fn undefined_references(&mut self, undefined: Vec<(Range<usize>, String)>) {
        for (range, label) in undefined {
            let shown = shortened(&label);
            let problem = self
                .problem(&rules::UNDEFINED_REFERENCE, &range, format!("no address is given for `[{shown}]`"))
                .label("printed as it stands, brackets and all")
                .help(format!("write `[words](address)`, or add a line `[{shown}]: address`"));
            self.problems.push(problem);
        }
    }
}

/// Links that stand for a citation: the parser found no definition, and we said that there is one.
fn is_unknown(target: &Target) -> bool {
    matches!(target.kind, LinkType::ReferenceUnknown | LinkType::CollapsedUnknown | LinkType::ShortcutUnknown)
}

fn is_bare_address(words: &str) -> bool {
    let begins = ["https://", "http://", "www."].iter().any(|start| words.to_ascii_lowercase().starts_with(start));
    begins && !words.contains(char::is_whitespace)
}

/// The range of the address after `opening` in `source`, which begins at byte `start` of the text.
fn address_in(source: &str, opening: &str, start: usize) -> Option<Range<usize>> {
    let at = source.find(opening)? + opening.len();
    let rest = source.get(at..)?;
    let address = rest.trim_start_matches([' ', '\t', '\n', '>']);
    let begin = start + at + (rest.len() - address.len());
    if let Some(pointed) = address.strip_prefix('<') {
        return Some(begin + 1..begin + 1 + pointed.find('>')?);
    }
    let mut open = 0usize;
    let mut escaped = false;
    for (at, character) in address.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' => open += 1,
            ')' if open == 0 => return Some(begin..begin + at),
            ')' => open -= 1,
            c if c.is_whitespace() => return Some(begin..begin + at),
            _ => {}
        }
    }
    Some(begin..begin + address.len())
}

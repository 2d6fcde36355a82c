//! Headings: their names, their levels, and what `{.for}` says of their sections.

use std::ops::Range;

use super::attributes::{Attributes, Token};
use super::events::HeadingLevel;
use super::inlines::{Part, cut};
use super::{Reader, names, shortened};
use crate::base::suggest::did_you_mean;
use crate::base::{Name, Spanned};
use crate::markup::{Aspect, Heading, rules, text};

/// The classes that a heading can have.
const ASPECTS: [(&str, Aspect); 3] = [("for", Aspect::For), ("against", Aspect::Against), ("like", Aspect::Like)];

impl Reader<'_> {
    /// A heading, up to and over its end.
    pub(super) fn heading(&mut self, level: HeadingLevel, range: Range<usize>) -> Heading {
        let parts = self.parts();
        self.leave();
        let mut line = range.start..range.start + self.text.get(range.clone()).map_or(0, |line| line.trim_end().len());
        if !self.text.get(line.clone()).unwrap_or("").starts_with('#') {
            // The line below, which makes words a heading, is not the heading's.
            line.end = parts.last().map_or(line.end, |part| part.range().end);
        }
        let heading = self.heading_of(level as u8, &line, parts);
        if self.guide {
            let is_empty = text::plain(&heading.text).trim().is_empty();
            self.heading_level(&heading, is_empty, &line);
        }
        heading
    }

    /// A line of a paragraph that looks like a heading: reported, and read as the heading that it means.
    pub(super) fn mistyped_heading(&mut self, mut parts: Vec<Part>) -> Heading {
        let start = parts.first().map_or(0, |part| part.range().start);
        let line = start..parts.last().map_or(start, |part| part.range().end);
        let source = self.text.get(line.clone()).unwrap_or("");
        let words = source.trim_start_matches('#');
        let marks = source.len() - words.len();
        // The page's title is the one heading of level 1.
        let level = u8::try_from(marks.clamp(2, 6)).unwrap_or(2);
        let problem = self
            .problem(&rules::HEADING_MISTYPED, &line, "a line looks like a heading but is not one")
            .label("no space after the `#`")
            .note("it would be printed as words, and nothing could link to it")
            .help(format!("write `{} {}`", "#".repeat(usize::from(level)), shortened(words)));
        self.problems.push(problem);
        cut(&mut parts, &(start..start + source.len() - words.trim_start().len()));
        self.level = level;
        self.heading_of(level, &line, parts)
    }

    fn heading_of(&mut self, level: u8, line: &Range<usize>, mut parts: Vec<Part>) -> Heading {
        let mut attributes = if self.guide { self.take_attributes(&mut parts) } else { Vec::new() };
        if self.guide && attributes.is_empty() {
            attributes.extend(self.take_bare_attribute(&mut parts));
        }
        self.no_box(&parts, "in a heading");
        let inlines = self.finish(parts);
        let words = text::plain(&inlines).trim().to_owned();
        let written = self.written_name(&attributes).and_then(|(name, place)| self.first_use(name, place));
        let aspect = self.aspect(&attributes);
        let named = written.as_ref().map(|(_, place)| self.span(place));
        let anchor = written.map_or_else(|| self.anchors.fresh(&words), |(name, _)| name);
        let (written, level) = (level, if self.guide { self.closed_up(level) } else { level });
        Heading { level, written, anchor, named, aspect, text: inlines, span: self.span(line) }
    }

    /// The level that a heading has on the page, where the title alone has the first, and none is left out.
    fn closed_up(&mut self, written: u8) -> u8 {
        let written = written.max(2);
        self.around.retain(|above| *above < written);
        self.around.push(written);
        u8::try_from(self.around.len() + 1).map_or(6, |level| level.min(6))
    }

    fn heading_level(&mut self, heading: &Heading, is_empty: bool, line: &Range<usize>) {
        let marks = |level: u8| "#".repeat(usize::from(level));
        let level = heading.written;
        let written = self.text.get(line.clone()).unwrap_or("").trim_start_matches('#');
        let shown = shortened(written);
        let before = std::mem::replace(&mut self.level, level.max(2));
        let problem = if is_empty {
            self.problem(&rules::EMPTY_HEADING, line, "a heading has no words")
                .label("nothing to read here")
                .help(format!("write its words after `{}`, or delete the line", marks(level)))
        } else if level == 1 {
            self.problem(&rules::HEADING_LEVEL_ONE, line, "a heading has the level of the page's title")
                .label("printed as one of level 2")
                .note("the title is the page's only heading of level 1; sections begin at level 2")
                .help(format!("write `## {shown}`, or delete the line if it says what the title says"))
        } else if level > before + 1 {
            let message = match before {
                1 => format!("the first heading has level {level}"),
                _ => format!("a heading of level {level} follows one of level {before}"),
            };
            self.problem(&rules::HEADING_LEVEL_SKIPPED, line, message)
                .label(format!("printed as one of level {}", heading.level))
                .note("people who listen to a page find their way by the levels of its headings")
                .help(format!("write `{} {shown}`", marks(heading.level)))
        } else {
            return;
        };
        self.problems.push(problem);
    }

    /// The name that an author wrote, and where; the nearest one if it is not a name.
    pub(super) fn written_name(&mut self, attributes: &[Attributes]) -> Option<(Name, Range<usize>)> {
        let mut tokens = attributes.iter().flat_map(|found| found.names.iter().map(move |token| (found, token)));
        let (found, token) = tokens.next()?;
        for (_, second) in tokens {
            let problem = self
                .problem(&rules::ATTRIBUTE_MISPLACED, &second.range, format!("`#{}` is a second name", second.text))
                .label("one name is enough")
                .also(self.place(&token.range), "the first name")
                .help("take one of them away");
            self.problems.push(problem);
        }
        let place = token.range.start + 1..token.range.end;
        if token.text.trim().is_empty() {
            let problem = self
                .problem(&rules::UNKNOWN_ATTRIBUTE, &found.range, "`#` without a name")
                .label("no name here")
                .help("write the name after `#`, or take the braces away");
            self.problems.push(problem);
            return None;
        }
        let Some(name) = Name::new(&token.text) else {
            return self.invalid_name(token, place);
        };
        if names::is_reserved(name.as_str()) {
            let free = name.as_str().trim_start_matches("cg-").trim_start_matches("item-");
            let problem = self
                .problem(&rules::RESERVED_NAME, &place, format!("the name `{name}` is reserved"))
                .label("the program gives such names itself")
                .note("names that begin with `cg-` or `item-` belong to the program");
            let better = Name::nearest(free).map(|name| format!("write `#{name}`"));
            self.problems.push(problem.help(better.unwrap_or_else(|| "choose another name".to_owned())));
        }
        Some((name, place))
    }

    fn invalid_name(&mut self, token: &Token, place: Range<usize>) -> Option<(Name, Range<usize>)> {
        let text = token.text.trim();
        let near = Name::nearest(text);
        let problem = self
            .problem(&rules::NAME_INVALID, &place, format!("`{text}` is not a name"))
            .label("a name is made of `a` to `z`, `0` to `9` and `-`");
        let help = near.as_ref().map(|name| format!("write `#{name}`"));
        self.problems.push(problem.help(help.unwrap_or_else(|| "choose a name of these characters".to_owned())));
        near.map(|name| (name, place))
    }

    /// The name, if no heading before this one has it.
    fn first_use(&mut self, name: Name, place: Range<usize>) -> Option<(Name, Range<usize>)> {
        if let Some(first) = self.named.get(&name) {
            let problem = self
                .problem(&rules::DUPLICATE_ANCHOR, &place, format!("two headings are named `{name}`"))
                .label("named again here")
                .also(self.place(first), "first named here")
                .help("give one of them another name");
            self.problems.push(problem);
            return None;
        }
        self.named.insert(name.clone(), place.clone());
        Some((name, place))
    }

    /// What the heading's class says; other attributes are reported.
    fn aspect(&mut self, attributes: &[Attributes]) -> Option<Spanned<Aspect>> {
        let mut aspect: Option<Spanned<Aspect>> = None;
        for class in attributes.iter().flat_map(|found| &found.classes) {
            let known = ASPECTS.iter().find(|(name, _)| *name == class.text);
            match known {
                Some((_, found)) if aspect.is_none() => aspect = Some(Spanned::new(*found, self.span(&class.range))),
                Some(_) => {
                    let problem = self
                        .problem(
                            &rules::UNKNOWN_ATTRIBUTE,
                            &class.range,
                            format!("`.{}` is a second class", class.text),
                        )
                        .label("a section says one thing of an option")
                        .help("take one of them away");
                    self.problems.push(problem);
                }
                None => {
                    let near = did_you_mean(&class.text, ASPECTS.map(|(name, _)| name));
                    let problem = self
                        .problem(&rules::UNKNOWN_ATTRIBUTE, &class.range, format!("unknown class `.{}`", class.text))
                        .label("not a class of this format");
                    self.problems.push(match near {
                        Some(near) => problem.help(format!("write `.{near}`")),
                        None => problem.help("a heading can have `.for`, `.against` or `.like`"),
                    });
                }
            }
        }
        self.no_others(attributes);
        aspect
    }

    /// Reports attributes that nothing can have.
    pub(super) fn no_others(&mut self, attributes: &[Attributes]) {
        for token in attributes.iter().flat_map(|found| &found.others) {
            let problem = self
                .problem(&rules::UNKNOWN_ATTRIBUTE, &token.range, format!("unknown attribute `{}`", token.text))
                .label("not an attribute of this format")
                .help("take it away");
            self.problems.push(problem);
        }
    }
}

/// Whether a line of a paragraph is meant as a heading: `##Words`, but not `#1`.
pub(super) fn looks_like_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    let marks = line.len() - words.len();
    let Some(first) = words.chars().next() else { return false };
    let spaced = first == '\u{a0}' || !first.is_whitespace() && marks > 1;
    matches!(marks, 1..=6) && (spaced || first.is_uppercase())
}

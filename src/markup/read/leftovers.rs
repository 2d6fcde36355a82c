//! Words that their author meant as more: attributes in the middle of a text, footnote marks
//! without a footnote, comments that never end. Links that did not become one: `near_links`.
//!
//! Looked for in the source of the words, after the parser has taken away all that it understood.

use std::ops::Range;

use super::attributes::{self, Attributes};
use super::{Reader, shortened};
use crate::base::suggest::did_you_mean;
use crate::markup::rules;

/// Quotes as typesetters make them.
const CURLY: [char; 8] = ['“', '”', '„', '‟', '‘', '’', '«', '»'];

/// What a callout can be.
const CALLOUTS: [&str; 5] = ["note", "tip", "important", "warning", "caution"];

/// How long the label of a footnote may be to be taken for one.
const LONGEST_LABEL: usize = 80;

impl Reader<'_> {
    /// Reports what stayed words in `run`.
    pub(super) fn leftovers(&mut self, run: &[(String, Range<usize>)]) {
        let mut rest = run;
        while let Some((_, first)) = rest.first() {
            // Words with more than a backslash between them had something between them.
            let joined = rest.windows(2).take_while(|pair| match pair {
                [(_, before), (_, after)] => after.start.saturating_sub(before.end) <= 1,
                _ => false,
            });
            let count = joined.count() + 1;
            let (unbroken, after) = rest.split_at_checked(count).unwrap_or((rest, &[]));
            let end = unbroken.last().map_or(first.end, |(_, range)| range.end);
            self.look_at(first.start..end, unbroken);
            rest = after;
        }
    }

    fn look_at(&mut self, range: Range<usize>, run: &[(String, Range<usize>)]) {
        let Some(source) = self.text.get(range.clone()) else { return };
        let has_address = !self.line.in_link && (source.contains("://") || source.contains("www."));
        if !has_address && !source.contains(['{', '[', ']', '=', '<']) {
            return;
        }
        let mut done = range.start;
        let mut bracket = range.start;
        for (at, character) in source.char_indices() {
            let at = range.start + at;
            let is_letter = has_address && matches!(character, 'h' | 'w');
            let is_sign = matches!(character, '{' | '[' | ']' | '=' | '<');
            if at < done || !(is_letter || is_sign) || self.is_escaped(at, run) {
                continue;
            }
            let after = self.text.get(at + 1..self.line_end(at)).unwrap_or("");
            match character {
                '{' => done = self.brace(at, after),
                '[' => {
                    self.line.bracket = true;
                    bracket = at;
                    done = if after.starts_with('@') {
                        self.open_citation(at, after)
                    } else if after.starts_with('^') {
                        self.footnote_mark(at, after)
                    } else if let Some(mark) = self.callout_mark(at, after) {
                        self.mistyped_callout(at, mark)
                    } else {
                        self.swapped_link(range.start, at, after)
                    };
                }
                ']' if self.line.bracket => done = self.mistyped_link(bracket.min(at)..at, after),
                'h' | 'w' => done = self.bare_address(range.start, at),
                '=' if after.starts_with(CURLY) => done = self.curly(&range, at, after),
                '<' if after.starts_with("!--") => {
                    self.unclosed_comment(at..self.line_end(at));
                    done = self.line_end(at);
                }
                '<' if begins_like_a_comment(after) => done = self.mistyped_comment(at, after),
                _ => {}
            }
        }
    }

    /// Whether a backslash before `at` says that the character means itself.
    fn is_escaped(&self, at: usize, run: &[(String, Range<usize>)]) -> bool {
        let begins = run.binary_search_by_key(&at, |(_, range)| range.start).is_ok();
        begins && at > 0 && self.text.as_bytes().get(at - 1) == Some(&b'\\')
    }

    /// Reports a name or a class without its sign.
    pub(super) fn bare_attribute(&mut self, found: &Attributes) {
        let word = self.text.get(found.range.clone()).unwrap_or("").trim_matches(['{', '}']).trim();
        let problem = self
            .problem(&rules::ATTRIBUTE_MISPLACED, &found.range, format!("`{{{word}}}` says nothing"))
            .label("printed as words");
        let help = match (found.classes.first(), found.names.first()) {
            (Some(class), _) => format!("write `{{.{}}}`", class.text),
            (None, name) => {
                let name = name.map_or(word, |name| name.text.as_str());
                format!("write `{{#{name}}}` to give a name, or `\\{{{word}}}` to print it")
            }
        };
        self.problems.push(problem.help(help));
    }

    /// `{…}`; returns where to go on.
    fn brace(&mut self, at: usize, after: &str) -> usize {
        let end = after.find(['{', '}']);
        let content = after.get(..end.unwrap_or(after.len())).unwrap_or("");
        let closed = end.is_some_and(|end| after.get(end..).is_some_and(|rest| rest.starts_with('}')));
        if !attributes::is_attribute(content) {
            return at + 1;
        }
        let is_ours = content.trim_start().starts_with(['#', '.']);
        let range = at..at + 1 + content.trim_end().len() + usize::from(closed);
        let shown = shortened(self.text.get(range.clone()).unwrap_or(""));
        let problem = if !closed && !is_ours {
            return at + 1;
        } else if !closed {
            self.problem(&rules::ATTRIBUTE_MISPLACED, &range, format!("`{shown}` has no closing brace"))
                .label("printed as words")
                .help(format!("write `{shown}}}` at the end of a heading or of an item's first line"))
        } else if is_ours {
            self.problem(&rules::ATTRIBUTE_MISPLACED, &range, format!("`{shown}` has no meaning here"))
                .label("only the end of a heading or of an item's first line can have it")
                .help(format!("move it there, or write `\\{shown}` to print it"))
        } else {
            self.problem(&rules::UNKNOWN_ATTRIBUTE, &range, format!("`{shown}` is no attribute of this format"))
                .label("would be printed as words")
                .help(format!("take it away, or write `\\{shown}` to print it"))
        };
        self.problems.push(problem);
        range.end
    }

    /// `[^label]`; returns where to go on.
    fn footnote_mark(&mut self, at: usize, after: &str) -> usize {
        let label: String = after.chars().skip(1).take(LONGEST_LABEL).take_while(|c| *c != ']').collect();
        let closed = after.get(label.len() + 1..).is_some_and(|rest| rest.starts_with(']'));
        if !closed || label.is_empty() || label.contains(|c: char| c.is_whitespace() || c == '[') {
            return at + 1;
        }
        let range = at..at + label.len() + 3;
        let problem = self
            .problem(&rules::UNDEFINED_FOOTNOTE, &range, format!("there is no footnote `{label}`"))
            .label("a mark without a text")
            .help(format!("write the note on a line of its own, with an empty line before it: `[^{label}]: …`"));
        self.problems.push(problem);
        self.line.bracket = false;
        range.end
    }

    /// The word in `[!WORD]` at the beginning of a line, with all that stands before its `]`.
    fn callout_mark<'b>(&self, at: usize, after: &'b str) -> Option<&'b str> {
        let (mark, _) = after.split_once(']')?;
        let word = mark.trim().strip_prefix('!')?.trim();
        let line = self.text.get(..at)?.rsplit('\n').next()?;
        let is_word = !word.is_empty() && word.chars().all(char::is_alphabetic);
        (is_word && line.trim_matches([' ', '>']).is_empty()).then_some(mark)
    }

    /// `[!WARNING]` that did not begin a callout; returns where to go on.
    fn mistyped_callout(&mut self, at: usize, mark: &str) -> usize {
        let range = at..at + mark.len() + 2;
        let word = mark.trim_matches(['!', ' ']).to_lowercase();
        let help = match did_you_mean(&word, CALLOUTS) {
            Some(near) => {
                let near = near.to_uppercase();
                format!("write `> [!{near}]` on a line of its own, and `> ` before each line of its words")
            }
            None => {
                "write `> [!WARNING]` on a line of its own; or NOTE, TIP, IMPORTANT, CAUTION in its place".to_owned()
            }
        };
        let problem = self
            .problem(&rules::CALLOUT_MISTYPED, &range, format!("`[{mark}]` begins no callout"))
            .label("printed as words")
            .note("readers would see a sign among words, and no box that warns or helps them")
            .help(help);
        self.problems.push(problem);
        self.line.bracket = false;
        range.end
    }

    /// `[@name` that stayed words; returns where to go on.
    fn open_citation(&mut self, at: usize, after: &str) -> usize {
        let len = after.find(|c: char| c.is_whitespace() || c == '[').unwrap_or(after.len());
        let shown = after.get(..len).unwrap_or("").trim_end_matches(|c: char| !c.is_alphanumeric());
        if shown.is_empty() {
            return at + 1;
        }
        let range = at..at + 1 + shown.len();
        let problem = self
            .problem(&rules::CITATION_MALFORMED, &range, format!("`[{shown}` did not become a citation"))
            .label("printed as words")
            .help(format!("write `[{shown}]`"));
        self.problems.push(problem);
        range.end
    }

    /// `key=“value”`; returns where to go on.
    fn curly(&mut self, run: &Range<usize>, at: usize, after: &str) -> usize {
        let before = self.text.get(run.start..at).unwrap_or("");
        let key = before.len() - before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '-').len();
        if key == 0 {
            return at + 1;
        }
        let value: usize = after.chars().next().map_or(0, char::len_utf8);
        let inner = after.get(value..).unwrap_or("");
        let close = inner.char_indices().find(|(_, c)| CURLY.contains(c)).map(|(at, c)| at + c.len_utf8());
        let end = at + 1 + value + close.unwrap_or_else(|| inner.find(char::is_whitespace).unwrap_or(inner.len()));
        let range = at - key..end;
        let shown = self.text.get(range.clone()).unwrap_or("");
        let straight = shown.replace(CURLY, "\"");
        let problem = self
            .problem(&rules::TYPOGRAPHIC_QUOTES_IN_ATTRIBUTE, &range, format!("`{shown}` has typographic quotes"))
            .label("printed as words, not read as an attribute")
            .help(format!("take it away, or write `{straight}` in code"));
        self.problems.push(problem);
        end
    }

    /// `<!- note ->`; returns where to go on.
    fn mistyped_comment(&mut self, at: usize, after: &str) -> usize {
        let end = after.find('>').map_or(after.len(), |end| end + 1);
        let range = at..at + 1 + end;
        let words = after.get(..end).unwrap_or("").trim_matches(|c: char| c.is_whitespace() || "!->–—".contains(c));
        let problem = self
            .problem(&rules::UNCLOSED_COMMENT, &range, "a comment is not written as one")
            .label("printed as words")
            .note("readers would see what you wrote for yourself")
            .help(format!("write `<!-- {} -->`", shortened(words)));
        self.problems.push(problem);
        range.end
    }

    /// `<!--` without its end.
    pub(super) fn unclosed_comment(&mut self, range: Range<usize>) {
        let problem = self
            .problem(&rules::UNCLOSED_COMMENT, &range, "a comment is never closed")
            .label("opened here")
            .help("write `-->` where the comment ends");
        self.problems.push(problem);
    }
}

/// Whether `after`, which stands after a `<`, was meant to begin a comment: `!-`, ` !--`, `!—`.
fn begins_like_a_comment(after: &str) -> bool {
    let marks = after.trim_start_matches(' ').strip_prefix('!').map(|rest| rest.trim_start_matches(' '));
    marks.is_some_and(|marks| marks.starts_with(['-', '–', '—']))
}

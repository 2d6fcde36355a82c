//! What usually went wrong when YAML cannot be read, and what to type instead.
//!
//! Authors are not programmers: the parser's own words would not help them. It is asked only where
//! it stopped; the cause is often a line earlier.

use super::schema::SCHEMAS;
use super::{rules, scan};
use crate::base::{InputPath, Name, Span};
use crate::markup::rules::CONFLICT_MARKER;
use crate::report::{Diagnostic, Rule};

/// What went wrong, in an author's words.
pub(super) struct Cause {
    pub(super) rule: &'static Rule,
    pub(super) span: Span,
    pub(super) message: String,
    pub(super) label: String,
    pub(super) help: String,
}

impl Cause {
    /// As an author sees it.
    pub(super) fn told(self, path: &InputPath) -> Diagnostic {
        Diagnostic::new(self.rule, self.span.in_file(path), self.message).label(self.label).help(self.help)
    }
}

/// What no parser needs to be asked about: marks of an unfinished merge, spaces that are none.
pub(super) fn before_reading(path: &InputPath, source: &str, range: Span) -> Option<Diagnostic> {
    conflict(path, source, range).or_else(|| odd_spaces(path, source, range))
}

fn conflict(path: &InputPath, source: &str, range: Span) -> Option<Diagnostic> {
    let (first, last) = scan::conflict(source, range)?;
    let problem = Diagnostic::new(&CONFLICT_MARKER, first.in_file(path), "a merge was not finished")
        .label("one version begins")
        .help("keep the lines that are right, and delete those with the marks");
    Some(match last {
        Some(last) => problem.also(last.in_file(path), "the conflict ends"),
        None => problem,
    })
}

fn odd_spaces(path: &InputPath, source: &str, range: Span) -> Option<Diagnostic> {
    let found = scan::odd_spaces(source, range);
    let (first, others) = found.split_first()?;
    let problem = Diagnostic::new(&rules::ODD_SPACE, first.in_file(path), "a space that is not the space bar's")
        .label("looks like a space, and is another character")
        .note("word processors and web pages make such spaces, and they are copied along")
        .help("delete it, and press the space bar");
    Some(others.iter().fold(problem, |problem, other| problem.also(other.in_file(path), "and here")))
}

/// Keys whose value is a fact with its value.
const CONDITIONS: [&str; 3] = ["when", "given", "not"];

/// Whether a word is a key of anything.
fn is_key(word: &str) -> bool {
    SCHEMAS.iter().any(|schema| schema.keys.iter().any(|key| key.name == word))
}

/// Metadata that could not be read, and where the parser stopped.
struct Stop<'a> {
    source: &'a str,
    range: Span,
    at: Span,
    line: Span,
    parser: &'a str,
}

/// The likely cause of what the parser said of `source[range]` at `at`.
pub(super) fn cause(source: &str, range: Span, at: Span, parser: &str) -> Cause {
    let line = scan::line_at(source, range, at.start);
    let stop = Stop { source, range, at, line, parser };
    let causes = [
        Stop::tab,
        Stop::no_space,
        Stop::comma,
        Stop::quotes,
        Stop::sign,
        Stop::brackets,
        Stop::no_colon,
        Stop::place,
        Stop::colon,
    ];
    causes.iter().find_map(|cause| cause(&stop)).unwrap_or_else(|| {
        let help = "write `key: value`, one a line; put a value with `:`, `#` or quotes in it in double quotes";
        stop.cause("the metadata cannot be read", "it stops making sense here", help)
    })
}

impl Stop<'_> {
    fn cause(&self, message: &str, label: &str, help: impl Into<String>) -> Cause {
        let rule = &rules::YAML_INVALID;
        Cause { rule, span: self.at, message: message.into(), label: label.into(), help: help.into() }
    }

    /// The line where the parser stopped.
    fn text(&self) -> &str {
        scan::text(self.source, self.line)
    }

    /// The character where the parser stopped.
    fn here(&self) -> Option<char> {
        self.source.get(self.at.start..self.range.end)?.chars().next()
    }

    /// How many bytes before the parser's place its line begins.
    fn column(&self) -> usize {
        self.at.start.saturating_sub(self.line.start)
    }

    /// `begin` and the line with its value in quotes.
    fn quoted(&self, begin: &str) -> String {
        format!("{begin}: `{}`", quote_value(self.text(), self.column()))
    }

    fn tab(&self) -> Option<Cause> {
        let text = self.text();
        let tab = text.find('\t').filter(|tab| text.get(..*tab).is_some_and(|before| before.trim().is_empty()))?;
        let cause =
            self.cause("tab in the metadata", "a tab, which YAML does not allow here", "put spaces in its place");
        let start = self.line.start + tab;
        Some(Cause { span: Span::new(start, start + 1), ..cause })
    }

    /// `title:Stairs`, on this line or on the one above, which only then makes no sense.
    fn no_space(&self) -> Option<Cause> {
        let above = scan::line_above(self.source, self.range, self.line);
        let lines = [Some(self.line), above.filter(|_| matches!(self.here(), Some(':') | None))];
        lines.into_iter().flatten().find_map(|line| no_space(self.source, line))
    }

    /// Two keys in brackets without a comma between them: `{yes: "Yes" no: "No"}`.
    fn comma(&self) -> Option<Cause> {
        let (before, rest) = self.text().split_at_checked(self.column())?;
        let open = scan::open_bracket(self.source, Span::new(self.range.start, self.at.start));
        open.filter(|_| before.trim_end().ends_with(['"', '\'', ']', '}']))?;
        let next = rest.trim_start_matches(';').trim_start();
        let word = next.get(scan::key(next)?)?;
        let help = match rest.starts_with(';') {
            true => "write `,` in place of `;`".to_owned(),
            false => format!("put a comma before `{word}`"),
        };
        Some(self.cause("comma missing", "the value before this has ended", help))
    }

    fn quotes(&self) -> Option<Cause> {
        let after_quotes = self.parser.contains("after single-quoted") || self.parser.contains("after double-quoted");
        if self.parser.contains("unclosed quote") {
            let quote = self.here().filter(|c| matches!(c, '"' | '\'')).unwrap_or('"');
            let help = format!("write `{quote}` where the value ends");
            return Some(self.cause("quote is never closed", "opened here", help));
        }
        after_quotes.then(|| {
            let help = self.quoted("put the whole value in quotes");
            self.cause("words after a closing quote", "the value ended before this", help)
        })
    }

    /// A value that begins with a sign of YAML's own.
    fn sign(&self) -> Option<Cause> {
        let text = self.text();
        if self.parser.contains("unsupported tag") {
            let at = text.get(..self.column())?.rfind('!')?;
            return Some(self.kept_sign('!', self.line.start + at));
        }
        match self.here()? {
            sign @ ('@' | '`' | '%' | '?' | '&' | '*' | '!' | '|' | '>') => Some(self.kept_sign(sign, self.at.start)),
            _ => None,
        }
    }

    fn kept_sign(&self, sign: char, at: usize) -> Cause {
        let shown = if sign == '`' { "a backtick".to_owned() } else { format!("`{sign}`") };
        let label = format!("a value cannot begin with {shown}");
        let message = "value begins with a sign that YAML keeps for itself";
        let cause = self.cause(message, &label, self.quoted("put the value in quotes"));
        // Anchors, aliases and tags are YAML, only not ours.
        let is_extra = matches!(sign, '&' | '*' | '!');
        let rule = if is_extra { &rules::YAML_ANCHOR_OR_TAG } else { cause.rule };
        Cause { rule, span: Span::new(at, at + sign.len_utf8()), ..cause }
    }

    fn brackets(&self) -> Option<Cause> {
        let closes = matches!(self.here(), Some(']' | '}'));
        if matches!(self.here(), Some('[' | '{')) && self.parser.contains("bracket") {
            return Some(self.never_closed(self.at.start));
        }
        if let Some((at, _)) = scan::open_bracket(self.source, Span::new(self.range.start, self.at.start))
            && (at < self.line.start || self.here().is_none_or(|c| c == '\n' || c == '\r'))
        {
            return Some(self.never_closed(at));
        }
        let before = self.text().get(..self.column())?.trim_end();
        let value = before.split_once(": ").map_or(before, |(_, value)| value.trim_start());
        if !closes && value.starts_with(['[', '{']) && before.ends_with([']', '}']) {
            let row = self.text().trim().strip_prefix("- ").filter(|_| self.here() == Some(','));
            let help = match row {
                Some(row) => format!("put braces around the line: `- {{{row}}}`"),
                None => format!("put the whole value in quotes: `{}`", quote_value(self.text(), 0)),
            };
            return Some(self.cause("words after a closing bracket", "the value ended before this", help));
        }
        (closes || self.parser.contains("bracket")).then(|| {
            let help = "close every `[` with `]`, every `{` with `}`, and take this one away if it is too many";
            self.cause("brackets do not match", "nothing is open that this could close", help)
        })
    }

    /// That the bracket at `at` has no partner.
    fn never_closed(&self, at: usize) -> Cause {
        let is_list = self.source.get(at..).is_some_and(|rest| rest.starts_with('['));
        let help = if is_list { "write `]` where the list ends" } else { "write `}` where it ends" };
        Cause { span: Span::new(at, at + 1), ..self.cause("bracket is never closed", "opened here", help) }
    }

    /// Something that is right, but on another line or in another column.
    fn place(&self) -> Option<Cause> {
        let text = self.text();
        if self.here() == Some('-') && self.parser.contains("block sequence") {
            let point = text.get(self.column()..)?.trim_start_matches('-').trim();
            let key = text.split(':').next()?.trim();
            let help = format!("write `{key}: [{point}]`, or put `- {point}` on a line of its own");
            return Some(self.cause(
                "list begins on the line of its key",
                "a list in lines begins below its key",
                help,
            ));
        }
        if self.parser.contains("multiple YAML documents") {
            let fences = scan::lines(self.source, self.range).take_while(|line| line.start <= self.at.start);
            let fence = fences.filter(|line| scan::text(self.source, *line).trim_end() == "---").last()?;
            let cause =
                self.cause("`---` in the middle of a list", "what follows would not be read", "delete this line");
            return Some(Cause { span: fence, ..cause });
        }
        if self.parser.contains("did not find expected key") {
            let help = match text.trim_start().starts_with("- ") {
                true => "take `- ` away, or begin it in the column of the other lines of its list",
                false => "begin all keys of one group in the same column",
            };
            let label = "indented by another number of spaces than its neighbours";
            return Some(self.cause("key does not line up", label, help));
        }
        if self.parser.contains("did not find expected '-' indicator") && self.column() == scan::indent(text) {
            let is_point = self.here() == Some('-');
            let (message, help) = match is_point {
                true => ("point of a list does not line up", "begin all lines of one list in the same column"),
                false => ("key does not line up", "put two spaces before it if it belongs to the `- ` above it"),
            };
            return Some(self.cause(message, "indented by another number of spaces than its neighbours", help));
        }
        let above = scan::line_above(self.source, self.range, self.line)?;
        let key = scan::key(text).filter(|key| self.here() == Some(':') && key.end == self.column())?;
        let further = scan::indent(text) > scan::indent(scan::text(self.source, above));
        further.then(|| {
            let help = format!("begin it in the same column: `{}`", text.trim());
            let label = "begins further to the right than the key above it";
            let cause = self.cause("key does not line up", label, help);
            Cause { span: Span::new(self.line.start + key.start, self.line.start + key.end), ..cause }
        })
    }

    /// A key without its colon, on this line or on the one above, which only then makes no sense.
    fn no_colon(&self) -> Option<Cause> {
        let above = scan::line_above(self.source, self.range, self.line).filter(|above| {
            let above = scan::text(self.source, *above);
            let is_beside = scan::indent(above) == scan::indent(self.text());
            self.here() == Some(':') && (is_beside || !above.trim().contains(' '))
        });
        [Some(self.line), above].into_iter().flatten().find_map(|line| {
            let text = scan::text(self.source, line);
            let words = text.trim();
            let (word, rest) = words.split_once(' ').unwrap_or((words, ""));
            let below = scan::lines(self.source, self.range).find(|below| below.start > line.start);
            let has_more = below.is_some_and(|below| {
                let below = scan::text(self.source, below);
                scan::key(below).is_some() && scan::indent(below) > scan::indent(text)
            });
            let is_meant = if rest.is_empty() { Name::new(word).is_some() && has_more } else { is_key(word) };
            (is_meant && !words.contains(": ")).then(|| {
                let start = line.start + scan::indent(text);
                let help = format!("write `{}`", format!("{word}: {rest}").trim());
                let cause = self.cause("colon missing", "a key has a colon after it", help);
                Cause { span: Span::new(start, start + word.len()), ..cause }
            })
        })
    }

    fn colon(&self) -> Option<Cause> {
        let text = self.text();
        if self.here() != Some(':') || !text.contains(": ") {
            return None;
        }
        let before = text.get(..self.column())?;
        let word = before.rsplit([' ', ',', '{', '[', ':']).next().unwrap_or("");
        let is_key = is_key(word);
        let outside = before.get(..before.len() - word.len())?.trim_end();
        let start = self.line.start + before.len() - word.len();
        let is_in_brackets = scan::open_bracket(self.source, Span::new(self.range.start, start)).is_some();
        let (first, rest) = (outside.trim_end_matches(':'), text.get(start - self.line.start..)?.trim_end());
        let is_condition = CONDITIONS.iter().any(|key| first.ends_with(key)) && outside.ends_with(':');
        if is_condition {
            let end = rest.find(['}', ',']).filter(|_| is_in_brackets).unwrap_or(rest.len());
            let (inner, after) = rest.split_at_checked(end)?;
            let help = format!("put braces around it: `{} {{{inner}}}{after}`", outside.trim_start());
            let cause = self.cause("condition without braces", "a fact and its value stand in braces", help);
            return Some(Cause { span: Span::new(start, self.at.start), ..cause });
        }
        if is_key && rest.get(word.len() + 1..).is_some_and(|value| value.starts_with(['[', '{', '"'])) {
            let help = format!("put a space after `{word}:`");
            return Some(self.cause(
                "no space after a colon",
                "YAML takes the words before and after it for one",
                help,
            ));
        }
        if is_key && is_in_brackets {
            let cause = self.cause(
                "comma missing",
                "the value before this has not ended",
                format!("put a comma before `{word}`"),
            );
            return Some(Cause { span: Span::new(start, self.at.start), ..cause });
        }
        if is_key && outside.ends_with(':') {
            let help = format!("put braces around it: `{} {{{rest}}}`", outside.trim_start());
            let cause = self.cause("key on the line of another key", "keys in one line stand in braces", help);
            return Some(Cause { span: Span::new(start, self.at.start), ..cause });
        }
        let help = self.quoted("put the value in quotes");
        Some(self.cause("colon inside a value", "a value ends before a colon and a space", help))
    }
}

/// A key whose colon has no space after it, if there is one on this line.
pub(super) fn no_space(source: &str, line: Span) -> Option<Cause> {
    let colon = scan::colon_without_space(source, line)?;
    let (before, after) = (source.get(line.start..colon.end)?, source.get(colon.end..line.end)?);
    Some(Cause {
        rule: &rules::YAML_INVALID,
        span: colon,
        message: "no space after a colon".into(),
        label: "YAML takes the words before and after it for one".into(),
        help: format!("write `{} {}`", before.trim_start(), after.trim_end()),
    })
}

/// The part of the line around `column` that is one value, with the value in quotes.
fn quote_value(line: &str, column: usize) -> String {
    let in_brackets = |(at, c): &(usize, char)| *at < column && matches!(c, '{' | '[' | ',');
    let is_flow = scan::open_bracket(line, Span::new(0, column.min(line.len()))).is_some();
    let start = line.char_indices().rfind(|c| is_flow && in_brackets(c)).map_or(0, |(at, _)| at + 1);
    let rest = line.get(start..).unwrap_or(line);
    let end = rest.find(['}', ']', ',']).filter(|end| start > 0 && start + end > column).unwrap_or(rest.len());
    let part = rest.get(..end).unwrap_or(rest).trim();
    match part.split_once(": ") {
        Some((key, value)) => format!("{key}: {}", quote(value)),
        None => quote(part),
    }
}

/// A value in quotes that fit it.
pub(super) fn quote(value: &str) -> String {
    let value = value.trim();
    let pairs = [('"', '"'), ('\'', '\''), ('“', '”'), ('„', '“'), ('‘', '’'), ('«', '»')];
    let inside = pairs.iter().find_map(|(open, close)| value.strip_prefix(*open)?.strip_suffix(*close));
    let value = inside.unwrap_or(value);
    match (value.contains('"'), value.contains('\'')) {
        (true, false) => format!("'{value}'"),
        _ => format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

//! Reads single values and lists as a key takes them: words, names, numbers, dates.
//!
//! Each reader gives `None` where it reported something; the help is what to type instead.

use super::fields::{Key, Reader};
use super::node::{Look, Node, Scalar, Setting};
use super::rules;
use crate::base::date::{Date, parse_days};
use crate::base::suggest::did_you_mean;
use crate::base::{Name, Span, Spanned};
use crate::markup;
use crate::report::Diagnostic;

/// From how many words on a value in brackets is prose, in which a comma is likely.
const PROSE_FROM: usize = 5;

impl Reader<'_> {
    /// Words that a reader will read; not empty, not a number, not a yes.
    pub(super) fn words(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<String>> {
        let scalar = self.scalar(key, node, "words")?;
        if scalar.look != Look::Words {
            let quoted = format!("`{}: \"{}\"`", key.name, scalar.text);
            self.wrong_type(node, "words", format!("if these are the words you mean, put them in quotes: {quoted}"));
            return None;
        }
        self.label(key, node)
    }

    /// Words that stand for an answer, however they look: `Yes` and `2` are words here.
    pub(super) fn label(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<String>> {
        let scalar = self.scalar(key, node, "words")?;
        self.warn_of_cut(key, scalar, node.span);
        let text = scalar.text.trim();
        if text.is_empty() {
            self.empty(key, node.span, self.example(key));
            return None;
        }
        Some(Spanned::new(text.to_owned(), node.span))
    }

    /// A name.
    pub(super) fn name(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<Name>> {
        if let Node::List(names) = &node.value
            && let [Spanned { value: Node::Scalar(name), .. }] = names.as_slice()
        {
            self.wrong_type(node, "a name", self.write(key, &name.text));
            return None;
        }
        let scalar = self.scalar(key, node, "a name")?;
        let text = scalar.text.clone();
        if let Some(place) = where_names_stand(key.name).filter(|_| text.trim().contains(' ') && !text.contains(';')) {
            let message = format!("\"{text}\" is not a name");
            self.problems.push(
                Diagnostic::new(&markup::rules::NAME_INVALID, node.span.in_file(self.path), message)
                    .label("a name has only a-z, 0-9 and -")
                    .help(format!("write {place}")),
            );
            return None;
        }
        self.valid_name(&text, node.span).map(|name| Spanned::new(name, node.span))
    }

    /// A name, a name with its kind (`scenario/starting-out`), or a section (`other-article#costs`, `#costs`).
    pub(super) fn reference(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<String>> {
        let scalar = self.scalar(key, node, "a name")?;
        let text = scalar.text.clone();
        let is_file = text.split('#').next().is_some_and(|file| file.ends_with(".md"));
        let parts = text.split(['/', '#']).filter(|part| !part.is_empty());
        if is_file || parts.clone().any(|part| Name::new(part).is_none()) {
            let worst = parts.clone().find(|part| Name::new(part).is_none()).unwrap_or("");
            self.valid_name(if is_file { &text } else { worst }, node.span);
            return None;
        }
        if text.is_empty() {
            self.empty(key, node.span, self.example(key));
            return None;
        }
        Some(Spanned::new(text, node.span))
    }

    /// A list, each value as `read` understands it.
    pub(super) fn list<T>(
        &mut self,
        key: &'static Key,
        node: &Spanned<Node>,
        mut read: impl FnMut(&mut Self, &'static Key, &Spanned<Node>) -> Option<T>,
    ) -> Option<Spanned<Vec<T>>> {
        match &node.value {
            Node::List(values) => {
                let values = values.iter().filter_map(|value| read(self, key, value)).collect();
                Some(Spanned::new(values, node.span))
            }
            Node::Empty => {
                self.empty(key, node.span, self.example(key));
                None
            }
            Node::Scalar(scalar) if matches!(scalar.look, Look::Words | Look::Date) => {
                let help = format!("put brackets around it: `{}{}[{}]`", key.name, self.assign, scalar.text);
                self.wrong_type(node, "a list", help);
                None
            }
            Node::Map(_) if self.assign == ": " => {
                let source = self.source.get(node.span.start..node.span.end).unwrap_or("");
                let help = match source.contains(['\n', '\r']) {
                    true => "put `- ` before the first key, and two spaces before the others".to_owned(),
                    false => format!("put brackets around it: `{}: [{source}]`", key.name),
                };
                self.wrong_type(node, "a list", help);
                None
            }
            Node::Scalar(_) | Node::Map(_) => {
                self.wrong_type(node, "a list", self.example(key));
                None
            }
        }
    }

    /// `true` or `false`.
    pub(super) fn boolean(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<bool> {
        let scalar = self.scalar(key, node, "`true` or `false`")?;
        match (scalar.look, scalar.text.as_str()) {
            (Look::Boolean, text) => Some(text.eq_ignore_ascii_case("true")),
            (Look::NearBoolean, text) => {
                let value = matches!(text.to_ascii_lowercase().as_str(), "yes" | "on" | "y");
                self.wrong_type(node, "`true` or `false`", self.write(key, &value.to_string()));
                None
            }
            _ => {
                let help = format!("{} or `{}{}false`", self.write(key, "true"), key.name, self.assign);
                self.wrong_type(node, "`true` or `false`", help);
                None
            }
        }
    }

    /// A whole number.
    pub(super) fn integer(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<i64> {
        let scalar = self.scalar(key, node, "a whole number")?;
        let octal = scalar.text.len() > 1 && scalar.text.starts_with('0');
        match scalar.text.parse() {
            Ok(number) if scalar.look == Look::Integer && !octal => Some(number),
            _ => {
                let near = scalar.text.trim().parse::<i64>().ok().filter(|_| !scalar.text.trim().is_empty());
                let help = near.map_or_else(|| self.example(key), |number| self.write(key, &number.to_string()));
                self.wrong_type(node, "a whole number", help);
                None
            }
        }
    }

    /// A date, `YYYY-MM-DD`.
    pub(super) fn date(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<Date>> {
        let scalar = self.scalar(key, node, "a date")?;
        match Date::parse(&scalar.text) {
            Some(date) => Some(Spanned::new(date, node.span)),
            None => {
                let label =
                    if is_like_date(&scalar.text) { "there is no such day" } else { "not written year-month-day" };
                self.impossible_date(key, node.span, label);
                None
            }
        }
    }

    /// A date as exact as a publisher gives it: `2026`, `2026-11` or `2026-11-20`.
    pub(super) fn rough_date(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<String>> {
        let scalar = self.scalar(key, node, "a date")?;
        let text = scalar.text.as_str();
        let whole = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.to_owned(),
        };
        if Date::parse(&whole).is_some() {
            return Some(Spanned::new(text.to_owned(), node.span));
        }
        self.impossible_date(key, node.span, "not a year, a month or a date in the calendar");
        None
    }

    /// Whole days or weeks from the visit: `P7D`, `-P2W`.
    pub(super) fn days(&mut self, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<i32>> {
        let scalar = self.scalar(key, node, "a number of days or weeks")?;
        match parse_days(&scalar.text) {
            Some(days) => Some(Spanned::new(days, node.span)),
            None => {
                let label = "days are written `P7D`, weeks `P2W`, and before the visit `-P7D`";
                let message = format!("`{}` cannot be \"{}\"", key.name, scalar.text);
                let problem = Diagnostic::new(&rules::IMPOSSIBLE_DATE, node.span.in_file(self.path), message);
                self.problems.push(match meant_days(&scalar.text) {
                    Some(meant) if meant.contains("P0") => problem
                        .label("the day of the visit itself needs no `due`")
                        .help(format!("take `{}` out", key.name)),
                    Some(meant) => problem.label(label).help(self.write(key, &meant)),
                    None => problem.label(label).help(self.example(key)),
                });
                None
            }
        }
    }

    /// One of a few words; the help names them all.
    pub(super) fn one_of<T: Copy>(
        &mut self,
        key: &'static Key,
        node: &Spanned<Node>,
        values: &[(&str, T)],
    ) -> Option<T> {
        let scalar = self.scalar(key, node, "one of a few words")?;
        if let Some((_, value)) = values.iter().find(|(word, _)| *word == scalar.text) {
            return Some(*value);
        }
        let text = scalar.text.clone();
        let all: Vec<String> = values.iter().map(|(word, _)| format!("`{word}`")).collect();
        let help = match did_you_mean(&text, values.iter().map(|(word, _)| *word)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write one of {}", all.join(", ")),
        };
        let message = format!("`{}` cannot be \"{text}\"", key.name);
        self.problems.push(
            Diagnostic::new(&rules::UNKNOWN_VALUE, node.span.in_file(self.path), message)
                .label("none of the words that it takes")
                .help(help),
        );
        None
    }

    /// The words of a single value; anything else is reported.
    pub(super) fn scalar<'n>(
        &mut self,
        key: &'static Key,
        node: &'n Spanned<Node>,
        wanted: &str,
    ) -> Option<&'n Scalar> {
        match &node.value {
            Node::Scalar(scalar) => Some(scalar),
            Node::Empty => {
                self.empty(key, node.span, self.example(key));
                None
            }
            Node::List(_) | Node::Map(_) => {
                self.wrong_type(node, wanted, self.example(key));
                None
            }
        }
    }

    pub(super) fn valid_name(&mut self, text: &str, span: Span) -> Option<Name> {
        let name = Name::new(text);
        if name.is_none() {
            let mut diagnostic = Diagnostic::new(
                &markup::rules::NAME_INVALID,
                span.in_file(self.path),
                format!("\"{text}\" is not a name"),
            )
            .label("a name has only a-z, 0-9 and -");
            diagnostic = diagnostic.help(meant_name(text));
            self.problems.push(diagnostic);
        }
        name
    }

    /// Reports a value of another type than `wanted`.
    pub(super) fn wrong_type(&mut self, node: &Spanned<Node>, wanted: &str, help: impl Into<String>) {
        let found = node.value.what();
        let verb = if found == "words" || found.starts_with("keys") { "these are" } else { "this is" };
        let place = node.span.in_file(self.path);
        self.problems.push(
            Diagnostic::new(&rules::WRONG_TYPE, place, format!("{found} where {wanted} should be"))
                .label(format!("{verb} {found}"))
                .help(help),
        );
    }

    /// Reports that nothing is written at `span`.
    pub(super) fn empty(&mut self, key: &'static Key, span: Span, help: String) {
        let rest = self.source.get(span.end..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let rest = rest.trim_start_matches(':').trim();
        if rest.starts_with('#') {
            let place = Span::new(span.end, span.end).in_file(self.path);
            self.problems.push(
                Diagnostic::new(&rules::EMPTY_VALUE, place, format!("`{}` is empty", key.name))
                    .label("all after ` #` is a comment that nobody will read")
                    .help(self.write(key, &format!("\"{}\"", rest.replace('"', "\\\"")))),
            );
            return;
        }
        self.problems.push(
            Diagnostic::new(&rules::EMPTY_VALUE, span.in_file(self.path), format!("`{}` is empty", key.name))
                .label("nothing is written here")
                .help(help),
        );
    }

    fn impossible_date(&mut self, key: &'static Key, span: Span, label: &str) {
        let text = self.source.get(span.start..span.end).unwrap_or("").to_owned();
        let help = meant_date(&text).map_or_else(|| self.example(key), |date| self.write(key, &date.to_string()));
        self.problems.push(
            Diagnostic::new(
                &rules::IMPOSSIBLE_DATE,
                span.in_file(self.path),
                format!("`{}` cannot be \"{text}\"", key.name),
            )
            .label(label)
            .help(help),
        );
    }

    /// "write `key: example`".
    pub(super) fn example(&self, key: &Key) -> String {
        if self.assign == " = " && key.example.starts_with('[') {
            // A table of site.toml: its name stands in the brackets.
            return format!("write `{}` on a line of its own, and its keys below it", key.example);
        }
        self.write(key, key.example)
    }

    /// "write `key: value`".
    pub(super) fn write(&self, key: &Key, value: &str) -> String {
        format!("write `{}{}{value}`", key.name, self.assign)
    }

    /// Prose that a comma or a `#` cuts without a word.
    fn warn_of_cut(&mut self, key: &'static Key, scalar: &Scalar, span: Span) {
        let text = &scalar.text;
        let rest = self.source.get(span.end..).unwrap_or("");
        let rest = rest.split('\n').next().unwrap_or("");
        let place = span.in_file(self.path);
        match scalar.setting {
            Setting::BareInBrackets if text.split_whitespace().count() >= PROSE_FROM => self.problems.push(
                Diagnostic::new(&rules::PROSE_IN_FLOW, place, "words without quotes inside brackets")
                    .label("the next comma would end them")
                    .help(format!("put them in quotes: `\"{text}\"`")),
            ),
            Setting::Bare if rest.trim_start().starts_with('#') && rest.starts_with([' ', '\t']) => {
                let whole = format!("{text}{}", rest.trim_end()).replace('"', "\\\"");
                self.problems.push(
                    Diagnostic::new(&rules::VALUE_CUT, place, "the value ends at ` #`")
                        .label("all after this is a comment that nobody will read")
                        .help(format!("if it belongs to the value, put it in quotes: `{}: \"{whole}\"`", key.name)),
                );
            }
            Setting::Quoted | Setting::Bare | Setting::BareInBrackets => {}
        }
    }
}

/// Where the names stand that a key takes, for those who wrote words that readers see: nothing can be guessed from these.
fn where_names_stand(key: &str) -> Option<&'static str> {
    match key {
        "see" | "ask" | "call" | "get-from" => Some("the name that stands before these words in content/roles.yaml"),
        "has" | "lacks" | "after" => Some("the name that stands in `{#…}` at the end of the item's line"),
        "phase" => Some("the `name` that stands above these words in site.toml"),
        "for" | "all-but" | "includes" => Some("the name of the scenario's file, without `.md`"),
        "option" | "options" | "status-quo" | "ends" => {
            Some("the name that stands in `{#…}` at the end of the option's heading")
        }
        "none" => Some("the name that stands before these words in `values`"),
        _ => None,
    }
}

/// Whether it is written as a date, in the calendar or not.
fn is_like_date(text: &str) -> bool {
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(text.split('-').collect::<Vec<_>>().as_slice(), [year, month, day]
        if digits(year, 4) && digits(month, 2) && digits(day, 2))
}

/// The date that people mean by `20.11.2026`, `2026-1-5` or `11/20/2026`; `None` for `5/6/2026`,
/// which means one day here and another there.
fn meant_date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let number = |part: &str| part.parse::<u32>().ok();
    let (first, second, third, is_year_first) = (number(first)?, number(second)?, number(third)?, first.len() == 4);
    let (year, month, day) = match (is_year_first, text.contains('.')) {
        (true, _) => (first, second, third),
        (false, true) => (third, second, first),
        (false, false) if second > 12 => (third, first, second),
        (false, false) if first > 12 => (third, second, first),
        (false, false) => return None,
    };
    Date::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

/// What people mean by `10 days before`, `-10` or `P0D`; a number alone is of days.
fn meant_days(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let digits: String = lower.chars().filter(char::is_ascii_digit).collect();
    let number: u32 = digits.parse().ok().filter(|number| *number < 1000 && lower.contains(&digits))?;
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()).collect();
    let known = ["p", "d", "w", "day", "days", "week", "weeks", "before", "after", "the", "visit", "in"];
    let is_known = words.iter().all(|word| known.contains(word));
    let unit = if words.iter().any(|word| word.starts_with('w')) { 'W' } else { 'D' };
    let sign = if lower.trim().starts_with('-') || words.contains(&"before") { "-" } else { "" };
    is_known.then(|| format!("{sign}P{number}{unit}"))
}

/// What to type where `text` is not a name.
pub(super) fn meant_name(text: &str) -> String {
    let file = text.split('#').next().and_then(|file| file.strip_suffix(".md"));
    if let Some(name) = file.and_then(|file| file.rsplit('/').next()).and_then(Name::new) {
        let anchor = text.split_once('#').map_or(String::new(), |(_, anchor)| format!("#{anchor}"));
        return format!("write the name alone: `{name}{anchor}`");
    }
    let parts: Vec<&str> = text.split(';').map(str::trim).collect();
    if parts.len() > 1 && parts.iter().all(|part| Name::new(part).is_some()) {
        return format!("put a comma between two names: `{}`", parts.join(", "));
    }
    match Name::nearest(text) {
        Some(near) => format!("write `{near}`"),
        None => "write a name such as `my-name`".to_owned(),
    }
}

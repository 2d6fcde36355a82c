//! The files of the small guide that each example of a mistake starts from, and what its author is told.
//!
//! Cases of `tests/wrong/` and examples in the texts of rules lay their own files over these. A file's
//! path can be followed by `(absent)`: it is taken away; or by `(escaped)`: in it stand `\xNN`, `\u{…}`,
//! `\t`, `\r`, `\\`, a `\` at the end of a line for no line end, and `\{90*words}` for words many times over.

use std::collections::BTreeMap;

use careguide::base::{Date, InputPath, Links, Text};
use careguide::check::Occasion;
use careguide::input::Inputs;
use careguide::report::human::{self, Style};
use careguide::report::{Problems, Severity};
use careguide::resolve::Drafts;
use careguide::session::{self, Options};

/// The guide that every example starts from.
pub(crate) const DEFAULTS: [(&str, &str); 3] = [
    ("site.toml", "title = \"Knees\"\npublisher = \"The knee charity\"\ncontact = \"mailto:knees@example.org\"\n"),
    (
        "content/articles/first-visit.md",
        "---\ntitle: The first visit\nsummary: What to bring.\n---\n\n- [ ] Bring your letters. {#bring-letters}\n",
    ),
    (
        "content/scenarios/new-pain.md",
        "---\ntitle: My knee hurts\nsummary: The pain is new.\n---\n\nMost pain goes away.\n",
    ),
];

/// How lines end in the files of a case.
#[derive(Clone, Copy, Debug)]
pub(crate) enum LineEnds {
    /// As the case has them.
    Lf,
    /// As Windows has them.
    CrLf,
}

/// The files of a guide.
#[derive(Clone, Debug)]
pub(crate) struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Those of the small guide.
    pub(crate) fn small() -> Files {
        let default = |(path, text): (&str, &str)| (path.to_owned(), text.as_bytes().to_vec());
        Files(DEFAULTS.into_iter().map(default).collect())
    }

    /// Adds a file, replaces it, or takes it away; panics with a sentence if `header` is not written as above.
    pub(crate) fn put(&mut self, header: &str, content: &str) {
        match header.split_once(" (") {
            None => self.0.insert(header.to_owned(), content.as_bytes().to_vec()),
            Some((path, "escaped)")) => self.0.insert(path.to_owned(), unescape(content)),
            Some((path, "absent)")) => self.0.remove(path),
            Some(_) => panic!("`{header}`: a path can be followed by (escaped) or (absent)"),
        };
    }

    /// The files as the program gets them.
    pub(crate) fn inputs(&self, ends: LineEnds) -> Inputs {
        Inputs::from_pairs(self.0.iter().map(|(path, bytes)| match ends {
            LineEnds::Lf => (path, bytes.clone()),
            LineEnds::CrLf => (path, with_crlf(bytes)),
        }))
    }
}

/// What a build tells of a guide, on the one day of all tests.
pub(crate) fn problems(inputs: &Inputs) -> Problems {
    let today = Date::parse("2026-11-22").expect("a date");
    let options =
        Options { drafts: Drafts::Hidden, base_url: None, links: Links::Server, today, occasion: Occasion::Everyday };
    session::build(inputs, &options).problems.without_notes()
}

/// The report as an author sees it, without colours; empty if there is nothing to report.
pub(crate) fn report(problems: &Problems, inputs: &Inputs) -> String {
    human::render(problems, Style::Plain, &|path: &InputPath| inputs.text(path))
}

/// The rules found and where: file, line and column of every label.
pub(crate) fn places(problems: &Problems, inputs: &Inputs) -> Vec<String> {
    let told = problems.iter().map(|problem| {
        let labels = problem.labels.iter().map(|label| {
            let path = &label.place.path;
            let Some(span) = label.place.span else { return path.to_string() };
            let text = Text::new(inputs.text(path).unwrap_or(""));
            let (start, end) = (text.line_column(span.start), text.line_column(span.end));
            format!("{path} {}:{} to {}:{}", start.line, start.column, end.line, end.column)
        });
        let severity = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        format!("{severity} {} at {}", problem.rule.name, labels.collect::<Vec<_>>().join(", "))
    });
    told.collect()
}

/// What is not put in words as all problems are.
pub(crate) fn badly_put(problems: &Problems) -> Vec<String> {
    let mut failures = Vec::new();
    for problem in problems.iter() {
        let mut fail = |what: &str| failures.push(format!("{what}: {}", problem.message));
        if problem.message.starts_with(char::is_uppercase) || problem.message.ends_with('.') {
            fail("a message is one lower-case phrase");
        }
        if problem.helps.is_empty() {
            fail("a help says what to type");
        }
        if problem.place().span.is_some() && problem.labels.iter().any(|label| label.text.is_empty()) {
            fail("a label says what is wrong here");
        }
        let texts = problem.notes.iter().chain(&problem.helps).chain(problem.labels.iter().map(|label| &label.text));
        if texts.into_iter().any(|text| text.ends_with('.') || text.contains('\n')) {
            fail("labels, notes and helps are one line without a full stop");
        }
    }
    failures
}

fn with_crlf(bytes: &[u8]) -> Vec<u8> {
    let mut changed = Vec::new();
    for byte in bytes {
        if *byte == b'\n' && changed.last() != Some(&b'\r') {
            changed.push(b'\r');
        }
        changed.push(*byte);
    }
    changed
}

fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        bytes.extend_from_slice(before.as_bytes());
        let kind = after.chars().next().expect("something after a backslash");
        rest = after.strip_prefix(kind).expect("it begins so");
        match kind {
            't' => bytes.push(b'\t'),
            'r' => bytes.push(b'\r'),
            '\\' => bytes.push(b'\\'),
            '\n' => {}
            'x' => {
                let (digits, left) = rest.split_at(2);
                bytes.push(u8::from_str_radix(digits, 16).expect("two hexadecimal digits"));
                rest = left;
            }
            'u' => {
                let (digits, left) = rest.trim_start_matches('{').split_once('}').expect("a closing brace");
                let number = u32::from_str_radix(digits, 16).expect("hexadecimal digits");
                bytes.extend(char::from_u32(number).expect("a character").to_string().bytes());
                rest = left;
            }
            '{' => {
                let (inside, left) = rest.split_once('}').expect("a closing brace");
                let (count, words) = inside.split_once('*').expect("a count, `*`, and words");
                bytes.extend(words.repeat(count.parse().expect("a count")).bytes());
                rest = left;
            }
            other => panic!("`\\{other}` is no escape"),
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

//! One case: the files of a small guide with a mistake in it, and the report that its author gets.
//!
//! A case is a text: first `# …`, what the author did; then files, each below a line `-- path --`;
//! last `-- report --`. A file that the case leaves out is the one below; `-- path (absent) --`
//! takes it away. In a file below `-- path (escaped) --` stand `\xNN`, `\u{…}`, `\t`, `\r`, `\\`,
//! a `\` at the end of a line for no line end, and `\{90*words}` for words many times over.

use std::collections::BTreeMap;

use careguide::base::{Date, InputPath, Links, Text};
use careguide::check::Occasion;
use careguide::input::Inputs;
use careguide::report::human::{self, Style};
use careguide::report::{Problems, Severity};
use careguide::resolve::Drafts;
use careguide::session::{self, Options};

/// What stands under `-- report --` where there is nothing to report.
const NOTHING: &str = "nothing is wrong\n";

/// The guide that every case starts from.
const DEFAULTS: [(&str, &str); 3] = [
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

/// A guide with a mistake, and its report.
#[derive(Debug)]
pub(crate) struct Case {
    /// What the author did.
    pub(crate) about: String,
    /// The text of the case up to, not including, its report.
    head: String,
    files: BTreeMap<String, Vec<u8>>,
    /// The report that the case promises.
    pub(crate) report: String,
}

impl Case {
    /// Reads a case; panics with a sentence if it is not written as above.
    pub(crate) fn parse(text: &str) -> Case {
        let (head, report) = text.split_once("-- report --\n").unwrap_or((text, ""));
        let mut sections: Vec<(&str, String)> = Vec::new();
        let mut about = String::new();
        for line in head.split_inclusive('\n') {
            let header = line.trim_end().strip_prefix("-- ").and_then(|line| line.strip_suffix(" --"));
            match (header, sections.last_mut()) {
                (Some(header), _) => sections.push((header, String::new())),
                (None, Some((_, content))) => content.push_str(line),
                (None, None) => about.push_str(line.trim_start_matches('#').trim_start()),
            }
        }
        let default = |(path, text): (&str, &str)| (path.to_owned(), text.as_bytes().to_vec());
        let mut files: BTreeMap<String, Vec<u8>> = DEFAULTS.into_iter().map(default).collect();
        for (header, content) in sections {
            match header.split_once(" (") {
                None => files.insert(header.to_owned(), content.into_bytes()),
                Some((path, "escaped)")) => files.insert(path.to_owned(), unescape(&content)),
                Some((path, "absent)")) => files.remove(path),
                Some(_) => panic!("`-- {header} --`: a path can be followed by (escaped) or (absent)"),
            };
        }
        Case { about, head: head.to_owned(), files, report: report.to_owned() }
    }

    /// The case with another report.
    pub(crate) fn with_report(&self, report: &str) -> String {
        format!("{}-- report --\n{report}", self.head)
    }

    /// The files as the program gets them.
    pub(crate) fn inputs(&self, ends: LineEnds) -> Inputs {
        Inputs::from_pairs(self.files.iter().map(|(path, bytes)| match ends {
            LineEnds::Lf => (path, bytes.clone()),
            LineEnds::CrLf => (path, with_crlf(bytes)),
        }))
    }
}

/// All that is wrong with a guide, on the one day of all tests.
pub(crate) fn problems(inputs: &Inputs) -> Problems {
    let today = Date::parse("2026-11-22").expect("a date");
    let options =
        Options { drafts: Drafts::Hidden, base_url: None, links: Links::Server, today, occasion: Occasion::Everyday };
    session::build(inputs, &options).problems
}

/// The report as an author sees it, without colours.
pub(crate) fn report(problems: &Problems, inputs: &Inputs) -> String {
    if problems.is_empty() {
        return NOTHING.to_owned();
    }
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
            other => panic!("`\\{other}` is no escape of a case"),
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

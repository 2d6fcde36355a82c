//! The text of a rule, as `src/*/rules/*.md` hold it: what explains it, and its three examples.
//!
//! First `# name`, and one sentence that says what it finds. Then the sections of [`SECTIONS`], each
//! once and in this order. An example is a sentence or more, then its files, then its report: a comment
//! on a line of its own, `<!-- file: PATH -->` or `<!-- report -->`, says what the fence below it is.
//! A path can be followed by `(escaped)` or `(absent)`, as `tests/wrong/files.rs` reads them.

use std::ops::Range;

use crate::files::Files;

/// What each text has, in order.
pub(crate) const SECTIONS: [&str; 5] = ["Why it matters", "How to mend it", "Wrong", "Right", "Edge"];

/// A rule's text.
#[derive(Debug, Default)]
pub(crate) struct Text {
    pub(crate) name: String,
    pub(crate) summary: String,
    pub(crate) sections: Vec<Section>,
}

/// A section; the last three are examples.
#[derive(Debug, Default)]
pub(crate) struct Section {
    pub(crate) title: String,
    /// What is outside of fences and comments.
    pub(crate) prose: String,
    /// The path of each file with what may follow it, and its text.
    pub(crate) files: Vec<(String, String)>,
    /// The report, if there is one: what it says, and where its fence stands (nowhere yet: an empty range).
    pub(crate) report: Option<(String, Range<usize>)>,
    /// Where the section ends.
    end: usize,
}

impl Section {
    /// Whether nobody wrote it yet.
    pub(crate) fn is_left(&self) -> bool {
        self.prose.split_whitespace().any(|word| word == TO_DO)
    }

    /// The guide of the example.
    pub(crate) fn guide(&self) -> Files {
        let mut files = Files::small();
        for (path, content) in &self.files {
            files.put(path, content);
        }
        files
    }
}

/// Put together, so that nobody finds it here.
const TO_DO: &str = concat!("TO", "DO");

/// What a comment on a line of its own says.
fn comment(line: &str) -> Option<&str> {
    line.trim_end().strip_prefix("<!-- ")?.strip_suffix(" -->")
}

impl Text {
    /// Reads a text; says what is not written as above.
    pub(crate) fn read(text: &str) -> Result<Text, String> {
        let mut read = Text::default();
        let mut lines = Lines { rest: text, at: 0 };
        let mut opening = String::new();
        while let Some(line) = lines.next() {
            if let Some(title) = line.strip_prefix("## ") {
                read.sections.push(Section { title: title.trim_end().to_owned(), ..Section::default() });
            } else if let Some(section) = read.sections.last_mut() {
                section.line(line, &mut lines)?;
            } else if let Some(name) = line.strip_prefix("# ").filter(|_| read.name.is_empty()) {
                read.name = name.trim_end().to_owned();
            } else {
                opening.push_str(line);
            }
            if let Some(section) = read.sections.last_mut() {
                section.end = lines.at;
            }
        }
        read.summary = opening.trim().to_owned();
        if read.summary.contains('\n') || !read.summary.ends_with('.') {
            return Err("below its name stands one sentence, on one line, and no more".to_owned());
        }
        let titles: Vec<&str> = read.sections.iter().map(|section| section.title.as_str()).collect();
        if titles != SECTIONS {
            return Err(format!("its sections are {titles:?}, and have to be {SECTIONS:?}"));
        }
        for section in &read.sections {
            let title = &section.title;
            let is_example = SECTIONS.iter().position(|known| known == title) >= Some(2);
            if section.prose.trim().is_empty() {
                return Err(format!("`## {title}` begins with no sentence"));
            }
            let words: String = section.prose.split('`').step_by(2).collect();
            if words.contains("](") {
                return Err(format!(
                    "`## {title}` has a link; a terminal shows none: write the name of the rule as `code`"
                ));
            }
            if !is_example && (!section.files.is_empty() || section.report.is_some()) {
                return Err(format!("`## {title}` has a file or a report; those belong in the examples"));
            }
            if is_example && section.files.is_empty() && !section.is_left() {
                return Err(format!("`## {title}` has no file"));
            }
        }
        Ok(read)
    }
}

impl Section {
    /// Reads one more line, and what belongs to it.
    fn line(&mut self, line: &str, lines: &mut Lines) -> Result<(), String> {
        match comment(line) {
            Some("report") => {
                if self.report.is_some() {
                    return Err(format!("`## {}` has two reports", self.title));
                }
                let start = lines.at;
                let said = if lines.is_fence() { lines.fence()? } else { String::new() };
                self.report = Some((said, start..lines.at));
            }
            Some(what) => {
                let Some(path) = what.strip_prefix("file: ") else {
                    return Err(format!("`{}`: a comment is `file: PATH` or `report`", line.trim_end()));
                };
                if self.report.is_some() {
                    return Err(format!("`{path}` stands below a report, which comes last"));
                }
                let content = if path.ends_with(" (absent)") { String::new() } else { lines.fence()? };
                self.files.push((path.to_owned(), content));
            }
            None if line.starts_with("```") => {
                return Err("a fence has to follow a comment that says what it is".into());
            }
            None if line.starts_with('#') => return Err(format!("`{}`: a heading too many", line.trim_end())),
            None if self.report.is_some() && !line.trim().is_empty() => {
                return Err(format!("`{}` stands below the report, which comes last", line.trim_end()));
            }
            None => self.prose.push_str(line),
        }
        Ok(())
    }

    /// The text that this section stands in, with another report in it.
    pub(crate) fn with_report(&self, text: &str, said: &str) -> String {
        let fence = "`".repeat(longest_fence(said).max(2) + 1);
        let made = format!("{fence}text\n{}\n{fence}\n", said.trim_end());
        match &self.report {
            Some((_, at)) => format!("{}{made}{}", &text[..at.start], &text[at.end..]),
            None => {
                let (before, after) = text.split_at(self.end);
                let gap = if after.is_empty() { "" } else { "\n" };
                format!("{}\n\n<!-- report -->\n{made}{gap}{after}", before.trim_end())
            }
        }
    }
}

/// The longest run of backticks that begins a line.
fn longest_fence(text: &str) -> usize {
    text.lines().map(|line| line.len() - line.trim_start_matches('`').len()).max().unwrap_or(0)
}

/// Lines with their ends, and the place of the next one.
struct Lines<'a> {
    rest: &'a str,
    at: usize,
}

impl<'a> Lines<'a> {
    fn next(&mut self) -> Option<&'a str> {
        let line = self.rest.split_inclusive('\n').next()?;
        self.rest = &self.rest[line.len()..];
        self.at += line.len();
        Some(line)
    }

    fn is_fence(&self) -> bool {
        self.rest.starts_with("```")
    }

    /// What is inside the fence that begins here.
    fn fence(&mut self) -> Result<String, String> {
        let first = self.next().unwrap_or("").trim_end();
        let ticks = longest_fence(first);
        if ticks < 3 || ticks == first.len() {
            return Err(format!("a fence with its language has to follow its comment, not `{first}`"));
        }
        let mut inside = String::new();
        while let Some(line) = self.next() {
            if line.trim_end() == "`".repeat(ticks) {
                return Ok(inside);
            }
            inside.push_str(line);
        }
        Err(format!("`{first}` is never closed"))
    }
}

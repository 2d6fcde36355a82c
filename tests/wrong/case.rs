//! One case: the files of a small guide with a mistake in it, and the report that its author gets.
//!
//! A case is a text: first `# …`, what the author did; then files, each below a line `-- path --`,
//! as `files.rs` reads them; last `-- report --`. A file that the case leaves out is the small guide's.

use careguide::input::Inputs;
use careguide::report::Problems;

use crate::files::{self, Files};

/// What stands under `-- report --` where there is nothing to report.
const NOTHING: &str = "nothing is wrong\n";

/// A guide with a mistake, and its report.
#[derive(Debug)]
pub(crate) struct Case {
    /// What the author did.
    pub(crate) about: String,
    /// The text of the case up to, not including, its report.
    head: String,
    pub(crate) files: Files,
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
        let mut files = Files::small();
        for (header, content) in sections {
            files.put(header, &content);
        }
        Case { about, head: head.to_owned(), files, report: report.to_owned() }
    }

    /// The case with another report.
    pub(crate) fn with_report(&self, report: &str) -> String {
        format!("{}-- report --\n{report}", self.head)
    }
}

/// The report of a case: what its author sees, or that nothing is wrong.
pub(crate) fn report(problems: &Problems, inputs: &Inputs) -> String {
    if problems.is_empty() { NOTHING.to_owned() } else { files::report(problems, inputs) }
}

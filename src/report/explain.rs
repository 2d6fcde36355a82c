//! The texts of rules as a terminal shows them: no Markdown left but the `code` that one types.
//!
//! The texts are our own, and simpler than what authors write: paragraphs, lists, examples. So they are
//! read line by line; `tests/rules` holds them to that form.

use super::human::Style;
use super::{Kind, Level, Rule};

/// How much further an example stands to the right.
const EXAMPLE: &str = "      ";

/// A rule explained: its text, and what can be done about its level.
pub fn rule(rule: &Rule, width: usize, style: Style) -> String {
    let mut shown = Shown { text: String::new(), words: String::new(), width, style };
    let mut fence: Option<Fence> = None;
    let mut example = Example::None;
    for line in rule.text.lines() {
        if let Some(open) = fence.as_mut() {
            if line.trim_end() == open.end {
                if open.is_empty {
                    shown.line("", &format!("{EXAMPLE}(nothing)"));
                }
                fence = None;
            } else {
                open.is_empty = false;
                shown.line("", &format!("{EXAMPLE}{line}"));
            }
        } else if let Some(title) = line.strip_prefix("## ") {
            shown.end_example(example);
            example = Example::None;
            shown.heading(if title == "Edge" { "At the edge" } else { title });
        } else if let Some(name) = line.strip_prefix("# ") {
            shown.heading(name);
        } else if let Some(comment) = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->")) {
            example = if comment == "report" { Example::Reported } else { Example::Files };
            shown.paragraph();
            shown.wrap("  ", 2, &said(comment));
        } else if line.starts_with("```") {
            fence = Some(Fence { end: line.chars().take_while(|c| *c == '`').collect(), is_empty: true });
        } else {
            shown.prose(line);
        }
    }
    shown.end_example(example);
    shown.level(rule);
    shown.text
}

/// All rules in groups: name, level, and what each finds.
pub fn list(groups: &[(&str, Vec<&Rule>)], width: usize, style: Style) -> String {
    let rules = || groups.iter().flat_map(|(_, rules)| rules);
    let names = rules().map(|rule| rule.name.len()).max().unwrap_or(0);
    let levels = rules().map(|rule| rule.level.as_str().len()).max().unwrap_or(0);
    let mut shown = Shown { text: String::new(), words: String::new(), width, style };
    for (title, rules) in groups.iter().filter(|(_, rules)| !rules.is_empty()) {
        shown.heading(title);
        for rule in rules {
            let first = format!("  {:names$}  {:levels$}  ", rule.name, rule.level.as_str());
            // On a narrow terminal what it finds stands below its name.
            let margin = if width < names + levels + 40 { 6 } else { first.len() };
            if margin == 6 {
                shown.line("", first.trim_end());
                shown.wrap(&" ".repeat(margin), margin, rule.summary());
            } else {
                shown.wrap(&first, margin, rule.summary());
            }
        }
    }
    shown.text
}

/// What a comment of a text says to its readers.
fn said(comment: &str) -> String {
    let Some(path) = comment.strip_prefix("file: ") else { return "careguide says:".to_owned() };
    match path.split_once(" (") {
        Some((path, "absent)")) => format!("{path} is not there"),
        Some((path, _)) => format!("{path} (what cannot be seen or is very long stands behind a \\):"),
        None => format!("{path}:"),
    }
}

/// An open fence.
struct Fence {
    end: String,
    is_empty: bool,
}

/// What was shown of an example so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Example {
    None,
    Files,
    Reported,
}

/// What is shown so far; `words` are those of a paragraph that goes on.
struct Shown {
    text: String,
    words: String,
    width: usize,
    style: Style,
}

impl Shown {
    /// A line as it is.
    fn line(&mut self, margin: &str, text: &str) {
        self.end_paragraph();
        self.text.push_str(format!("{margin}{text}").trim_end());
        self.text.push('\n');
    }

    /// A heading, below an empty line.
    fn heading(&mut self, title: &str) {
        self.paragraph();
        match self.style {
            Style::Coloured => self.line("", &format!("\u{1b}[1m{title}\u{1b}[0m")),
            Style::Plain => self.line("", title),
        }
    }

    /// Ends a paragraph with an empty line, unless one is there.
    fn paragraph(&mut self) {
        self.end_paragraph();
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// One more line of prose: of a paragraph, or of a list.
    fn prose(&mut self, line: &str) {
        let is_point = line.starts_with("- ") || line.split_once(". ").is_some_and(|(number, _)| is_number(number));
        if line.trim().is_empty() {
            self.end_paragraph();
            // None below a heading.
            if self.text.lines().last().is_some_and(|last| last.starts_with("  ")) {
                self.paragraph();
            }
            return;
        }
        if is_point {
            self.end_paragraph();
        }
        if !self.words.is_empty() {
            self.words.push(' ');
        }
        self.words.push_str(line.trim());
    }

    /// Writes the paragraph or the point of a list that ends here.
    fn end_paragraph(&mut self) {
        let words = std::mem::take(&mut self.words);
        if words.is_empty() {
            return;
        }
        let point = match words.split_once(' ') {
            Some((mark, _)) if mark == "-" || mark.strip_suffix('.').is_some_and(is_number) => mark.len() + 1,
            _ => 0,
        };
        self.wrap("  ", 2 + point, &words);
    }

    /// Breaks `text` at blanks: its first line stands behind `first`, all others `margin` to the right.
    fn wrap(&mut self, first: &str, margin: usize, text: &str) {
        let mut line = first.to_owned();
        let mut length = line.chars().count();
        let mut is_empty = true;
        for word in words(text) {
            let letters = word.chars().count();
            if !is_empty && length + 1 + letters > self.width {
                self.text.push_str(&line);
                self.text.push('\n');
                (line, length, is_empty) = (" ".repeat(margin), margin, true);
            }
            if !is_empty {
                line.push(' ');
                length += 1;
            }
            line.push_str(&word);
            length += letters;
            is_empty = false;
        }
        self.text.push_str(&line);
        self.text.push('\n');
    }

    /// Says of an example without a report that nothing is reported.
    fn end_example(&mut self, example: Example) {
        if example == Example::Files {
            self.paragraph();
            self.line("  ", "careguide says nothing.");
        }
    }

    /// What can be done about the rule's level.
    fn level(&mut self, rule: &Rule) {
        self.heading("Its level");
        if rule.kind == Kind::Structural {
            self.wrap("  ", 2, "It is always an error: without it no guide could be built that holds together.");
            return;
        }
        let other = if rule.level == Level::Off { Level::Warn } else { Level::Off };
        let set = "In site.toml you can set it to \"off\", \"note\", \"warn\" or \"error\":";
        self.wrap("  ", 2, &format!("It is {}. {set}", rule.level_in_words().replace('`', "")));
        self.paragraph();
        self.line(EXAMPLE, "[checks]");
        self.line(EXAMPLE, &format!("{} = \"{}\"", rule.name, other.as_str()));
        self.paragraph();
        self.wrap("  ", 2, "Or allow it on one page, and say why, in the metadata of the page:");
        self.paragraph();
        self.line(EXAMPLE, "allow:");
        self.line(EXAMPLE, &format!("  - {{rule: {}, because: \"…\"}}", rule.name));
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// The words of a text, without the stars of stressed ones. `Code` is one word: it is copied as it stands.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for (at, piece) in text.split('`').enumerate() {
        let is_code = at % 2 == 1;
        if is_code {
            if let Some(last) = words.last_mut() {
                last.push_str(&format!("`{piece}`"));
            }
            continue;
        }
        for (at, part) in piece.replace('*', "").split(' ').enumerate() {
            if at > 0 {
                words.push(String::new());
            }
            if let Some(last) = words.last_mut() {
                last.push_str(part);
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

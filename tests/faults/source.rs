//! The guide in `content/` as lines, read in the simplest way there is: this is the second opinion that the
//! program is held against, so it shares nothing with it.

use std::fs;
use std::ops::Range;
use std::path::Path;

use walkdir::WalkDir;

/// A file of the guide.
pub(crate) struct File {
    /// Its path below the top folder: `content/articles/part/name.md`.
    pub(crate) path: String,
    pub(crate) lines: Vec<String>,
    /// The lines of its metadata, without those that close it in; of a list, all lines.
    pub(crate) front: Range<usize>,
    /// The lines of its text.
    pub(crate) body: Range<usize>,
}

/// A line that ends with `{#name}`.
pub(crate) struct Anchor {
    pub(crate) line: usize,
    pub(crate) name: String,
    /// The words before it, without the marks at the line's start.
    pub(crate) words: String,
    /// Of a heading; 0 of an item.
    pub(crate) level: usize,
}

/// All files of the guide, sorted by path.
pub(crate) fn guide() -> Vec<File> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = WalkDir::new(top.join("content")).sort_by_file_name().into_iter().map(|entry| entry.unwrap());
    let paths = entries.filter(|entry| entry.file_type().is_file()).map(|entry| entry.into_path());
    let mut files: Vec<File> = paths
        .filter_map(|path| {
            let name = path.strip_prefix(top).unwrap().to_str().unwrap().to_owned();
            Some(File::new(&name, &fs::read_to_string(&path).ok()?))
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

impl File {
    fn new(path: &str, text: &str) -> File {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let (front, body) = if path.ends_with(".yaml") {
            (0..lines.len(), lines.len()..lines.len())
        } else {
            let end = lines.iter().skip(1).position(|line| line == "---").unwrap() + 1;
            (1..end, end + 1..lines.len())
        };
        File { path: path.to_owned(), lines, front, body }
    }

    /// The file's name without its ending.
    pub(crate) fn name(&self) -> &str {
        let file = self.path.rsplit('/').next().unwrap();
        file.split('.').next().unwrap()
    }

    pub(crate) fn is_article(&self) -> bool {
        self.path.starts_with("content/articles/") && self.name() != "index"
    }

    pub(crate) fn is_scenario(&self) -> bool {
        self.path.starts_with("content/scenarios/")
    }

    pub(crate) fn text(&self) -> String {
        self.lines.iter().map(|line| format!("{line}\n")).collect()
    }

    pub(crate) fn body_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.body.clone().map(|line| (line, self.lines[line].as_str()))
    }

    /// Headings and items that their author named.
    pub(crate) fn anchors(&self) -> Vec<Anchor> {
        let named = self.body_lines().filter_map(|(line, text)| {
            let (before, name) = text.strip_suffix('}')?.rsplit_once(" {#")?;
            let level = before.len() - before.trim_start_matches('#').len();
            let words = if level > 0 { before.get(level..)? } else { before.strip_prefix("- [ ] ")? };
            Some(Anchor { line, name: name.to_owned(), words: words.trim().to_owned(), level })
        });
        named.collect()
    }

    /// The level of the heading in a line, if there is one.
    pub(crate) fn heading(&self, line: usize) -> Option<usize> {
        let text = self.lines.get(line).filter(|_| self.body.contains(&line))?;
        let level = text.len() - text.trim_start_matches('#').len();
        (level > 0 && text[level..].starts_with(' ')).then_some(level)
    }

    /// The lines of the section whose heading stands in `line`.
    pub(crate) fn section(&self, line: usize) -> Range<usize> {
        let level = self.heading(line).unwrap();
        let next = (line + 1..self.body.end).find(|line| self.heading(*line).is_some_and(|other| other <= level));
        line..next.unwrap_or(self.body.end)
    }

    /// Where links lead, and in which lines: what stands between `](` and `)`.
    pub(crate) fn links(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (line, text) in self.body_lines() {
            for rest in text.split("](").skip(1) {
                if let Some((target, _)) = rest.split_once(')') {
                    found.push((line, target.to_owned()));
                }
            }
        }
        found
    }
}

/// Words as the part of an address that stands for them.
pub(crate) fn slug(words: &str) -> String {
    let small: String =
        words.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    small.split_whitespace().collect::<Vec<_>>().join("-")
}

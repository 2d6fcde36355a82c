//! Who refers to what: everything that breaks when a name goes.

use crate::fault::Place;
use crate::metadata::{Word, words};
use crate::source::{File, slug};

/// The guide, and the words of its metadata.
pub(crate) struct References<'a> {
    pub(crate) files: &'a [File],
    pub(crate) words: Vec<(&'a File, Vec<Word>)>,
}

/// What has to be told, and where.
pub(crate) type Told = Vec<(&'static str, Place)>;

impl<'a> References<'a> {
    pub(crate) fn new(files: &'a [File]) -> References<'a> {
        References { files, words: files.iter().map(|file| (file, words(file))).collect() }
    }

    /// Every word of every file's metadata.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&'a File, &Word)> {
        self.words.iter().flat_map(|(file, words)| words.iter().map(move |word| (*file, word)))
    }

    /// Whether any metadata or text has this word.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.all().any(|(_, other)| other.text == word)
            || self.files.iter().any(|file| {
                file.name() == word
                    || file.path.contains(&format!("/{word}/"))
                    || file.text().contains(&format!("#{word}}}"))
            })
    }

    /// What is told when the section or item called `name` loses its name, `words` being those in its line.
    pub(crate) fn without_anchor(&self, file: &File, name: &str, words: &str, is_item: bool) -> Told {
        let mut told = Told::new();
        let mut add = |rule, file: &File, line| told.push((rule, Place::Line(file.path.clone(), line)));
        let has_rules = self
            .all()
            .any(|(other, word)| other.path == file.path && word.is_key && word.text == name && word.path == ["items"]);
        // The section is missed where its rules stand; then what else leads to it in this file is not told again.
        let has_section = self.all().any(|(other, word)| {
            let rules = word.path == ["checklists"] || word.path == ["decisions"];
            other.path == file.path && word.is_key && word.text == name && rules
        });
        for (other, word) in self.all() {
            let own = other.path == file.path;
            let below = word.below();
            match () {
                () if is_item && own && word.is_key && word.text == name && word.path == ["items"] => {
                    add("unknown-item", other, word.line);
                }
                () if is_item && !has_rules && !word.is_key && word.text == name && is_item_list(below) => {
                    add("unknown-name", other, word.line);
                }
                () if !is_item && own && word.is_key && word.text == name && word.path == ["checklists"] => {
                    add("unknown-section", other, word.line);
                }
                () if !is_item && own && word.is_key && word.text == name && word.path == ["decisions"] => {
                    add("unknown-section", other, word.line);
                }
                () if !is_item && own && word.is_key && word.text == name && file.name() == "terms" => {
                    add("unknown-name", other, word.line);
                }
                () if !is_item && !word.is_key && (!own || !has_section) && leads_to(&word.text, other, file, name) => {
                    add("dead-link", other, word.line);
                }
                () => {}
            }
        }
        if !is_item {
            for other in self.files {
                for (line, target) in other.links() {
                    let Some((path, anchor)) = target.split_once('#') else { continue };
                    let is_here = if path.is_empty() { other.path == file.path } else { is_path_to(path, file) };
                    let still_there = path.is_empty() && slug(words) == name;
                    if is_here && anchor == name && !still_there {
                        add("dead-link", other, line);
                    }
                }
            }
        }
        told
    }
}

/// Whether `key` takes names of items.
pub(crate) fn is_item_list(key: &str) -> bool {
    matches!(key, "after" | "has" | "lacks")
}

/// Whether `reference`, in the metadata of `from`, is the section `name` of `file`.
fn leads_to(reference: &str, from: &File, file: &File, name: &str) -> bool {
    match reference.split_once('#') {
        Some(("", section)) => from.path == file.path && section == name,
        Some((document, section)) => {
            document.rsplit('/').next() == Some(file.name())
                && section == name
                && (file.is_article() || file.is_scenario())
        }
        None => false,
    }
}

/// Whether a link's path leads to `file`: names of files are unique in this guide.
fn is_path_to(path: &str, file: &File) -> bool {
    let name = file.path.rsplit('/').next().unwrap();
    path.rsplit('/').next() == Some(name) && name != "index.md"
}

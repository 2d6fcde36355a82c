//! A source file as these tests see it: its head, and every path that its code names.
//!
//! Comments, the text of strings and the tests at a file's end are left out. It is no compiler: it
//! reads words and signs, which is enough as long as nobody hides a path in a macro.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

/// One file of `src/`.
pub(crate) struct Source {
    /// Its path below `src/`: `disk/read.rs`.
    pub(crate) path: String,
    /// All of it.
    pub(crate) text: String,
    /// Its code as words and signs.
    pub(crate) tokens: Vec<Token>,
    /// The paths in its `use` lines, written out: `use a::{b, c::d}` is `a::b` and `a::c::d`.
    pub(crate) uses: Vec<Vec<String>>,
    /// All other paths, and words that stand alone.
    pub(crate) paths: Vec<Vec<String>>,
    /// What it calls by a short name: by a `use` line, or as a module declared in it.
    pub(crate) names: BTreeSet<String>,
}

/// A word, or a sign; `::` is one sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    Word(String),
    Colons,
    Sign(char),
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Source {
        let tokens = tokens(without_tests(text));
        let mut source = Source {
            path: path.to_owned(),
            text: text.to_owned(),
            uses: Vec::new(),
            paths: Vec::new(),
            names: BTreeSet::new(),
            tokens,
        };
        source.find_paths();
        source
    }

    /// The module that it belongs to: `disk` of `disk/read.rs`, `session` of `session.rs`.
    pub(crate) fn module(&self) -> &str {
        self.path.split('/').next().unwrap().trim_end_matches(".rs")
    }

    /// How many modules it is below the crate: 1 of `disk/mod.rs`, 2 of `disk/read.rs`.
    pub(crate) fn depth(&self) -> usize {
        let path = self.path.trim_end_matches("/mod.rs");
        path.split('/').count()
    }

    /// The lines of its head, the marks cut off.
    pub(crate) fn head(&self) -> Vec<&str> {
        self.text.lines().map_while(|line| line.strip_prefix("//!")).collect()
    }

    /// Every path that leads out of the file, from a `use` line or the code.
    pub(crate) fn all_paths(&self) -> impl Iterator<Item = &Vec<String>> {
        self.uses.iter().chain(&self.paths)
    }

    /// Whether it names the third-party crate `name`, and not something else that is called so.
    pub(crate) fn names_crate(&self, name: &str) -> bool {
        let begins = |path: &Vec<String>| path.len() > 1 && path[0] == name;
        self.uses.iter().any(|path| path[0] == name) || (!self.names.contains(name) && self.paths.iter().any(begins))
    }

    /// Whether `word` stands somewhere in the code.
    pub(crate) fn has_word(&self, word: &str) -> bool {
        self.tokens.iter().any(|token| matches!(token, Token::Word(found) if found == word))
    }

    fn find_paths(&mut self) {
        let mut at = 0;
        while at < self.tokens.len() {
            let before = at.checked_sub(1).map(|before| &self.tokens[before]);
            match &self.tokens[at] {
                // `use` also stands in types (`impl Trait + use<'a>`): then a sign comes before.
                Token::Word(word) if word == "use" && !matches!(before, Some(Token::Sign('+'))) => {
                    let mut found = Vec::new();
                    at = tree(&self.tokens, at + 1, &[], &mut found);
                    for (path, name) in found {
                        self.names.insert(name);
                        self.uses.push(path);
                    }
                }
                Token::Word(word) if word == "mod" => {
                    if let Some(Token::Word(name)) = self.tokens.get(at + 1) {
                        self.names.insert(name.clone());
                    }
                    at += 2;
                }
                // `pub(in super::super)` says who may see it; it leads nowhere.
                Token::Word(word) if word == "in" && before == Some(&Token::Sign('(')) => {
                    while self.tokens[at] != Token::Sign(')') {
                        at += 1;
                    }
                }
                Token::Word(_) => {
                    let field = before == Some(&Token::Sign('.'));
                    let mut path = Vec::new();
                    while let Some(Token::Word(word)) = self.tokens.get(at) {
                        path.push(word.clone());
                        at += 1;
                        if self.tokens.get(at) != Some(&Token::Colons) {
                            break;
                        }
                        at += 1;
                    }
                    if !field {
                        self.paths.push(path);
                    }
                }
                Token::Colons | Token::Sign(_) => at += 1,
            }
        }
    }
}

/// All files of `src/` but those of tests, sorted by path.
pub(crate) fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"));
    let source = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        Source::new(&path, &fs::read_to_string(entry.path()).unwrap())
    };
    let tests = |source: &Source| source.path.contains("/tests/") || source.path.ends_with("/tests.rs");
    files.map(source).filter(|source| !tests(source)).collect()
}

/// The text up to its tests. They come last: `tests_come_last` holds files to that.
fn without_tests(text: &str) -> &str {
    text.split("\n#[cfg(test)]\nmod tests {").next().unwrap()
}

/// Reads one branch of a `use` line from `at` on; returns the place after it.
fn tree(tokens: &[Token], mut at: usize, above: &[String], found: &mut Vec<(Vec<String>, String)>) -> usize {
    let mut path = above.to_vec();
    let mut name = None;
    loop {
        match tokens.get(at) {
            Some(Token::Word(word)) if word == "as" => {
                if let Some(Token::Word(word)) = tokens.get(at + 1) {
                    name = Some(word.clone());
                }
                at += 2;
            }
            Some(Token::Word(word)) => {
                // `{self}` is the path above it.
                if word != "self" || path.is_empty() {
                    path.push(word.clone());
                }
                at += 1;
            }
            Some(Token::Sign('{')) => {
                at += 1;
                while tokens.get(at) != Some(&Token::Sign('}')) {
                    at = tree(tokens, at, &path, found);
                    if tokens.get(at) == Some(&Token::Sign(',')) {
                        at += 1;
                    }
                }
                return at + 1;
            }
            Some(Token::Colons | Token::Sign('*')) => at += 1,
            _ => {
                if let Some(last) = path.last() {
                    let name = name.unwrap_or_else(|| last.clone());
                    found.push((path, name));
                }
                return at;
            }
        }
    }
}

/// The words and signs of a code.
fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let is = |at: usize, wanted: &str| wanted.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c));
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        if is(at, "//") {
            while at < chars.len() && chars[at] != '\n' {
                at += 1;
            }
        } else if is(at, "/*") {
            while at < chars.len() && !is(at, "*/") {
                at += 1;
            }
            at += 2;
        } else if c == '"' {
            at += 1;
            while at < chars.len() && chars[at] != '"' {
                at += if chars[at] == '\\' { 2 } else { 1 };
            }
            at += 1;
            tokens.push(Token::Sign('"'));
        } else if let Some(hashes) = raw_string(&chars, at) {
            let end: String = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            at += hashes + 2;
            while at < chars.len() && !is(at, &end) {
                at += 1;
            }
            at += hashes + 1;
            tokens.push(Token::Sign('"'));
        } else if c == '\'' && chars.get(at + 1) == Some(&'\\') {
            at += 3;
            while at < chars.len() && chars[at] != '\'' {
                at += 1;
            }
            at += 1;
        } else if c == '\'' && chars.get(at + 2) == Some(&'\'') {
            at += 3;
        } else if is(at, "::") {
            tokens.push(Token::Colons);
            at += 2;
        } else if word(c) {
            let start = at;
            while at < chars.len() && word(chars[at]) {
                at += 1;
            }
            tokens.push(Token::Word(chars[start..at].iter().collect()));
        } else {
            if !c.is_whitespace() {
                tokens.push(Token::Sign(c));
            }
            at += 1;
        }
    }
    tokens
}

/// How many `#` a raw string that begins here has.
fn raw_string(chars: &[char], at: usize) -> Option<usize> {
    let part_of_a_word = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_') && chars[at - 1] != 'b';
    if chars[at] != 'r' || part_of_a_word {
        return None;
    }
    let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
    (chars.get(at + 1 + hashes) == Some(&'"')).then_some(hashes)
}

#[test]
fn paths_are_found_where_code_names_them_and_nowhere_else() {
    let text = r##"
//! crate::head
use std::{fs, io::{self, Write as W}};
pub use crate::base::{Date, url};
mod own;
// crate::comment and /* this */
fn run<'a>(x: &'a str, c: char) -> url::Url {
    let _ = ("crate::string", r#"crate::raw "quoted""#, b"crate::bytes", 'r', '"', '\'', '\u{1F600}');
    own::go(); x.tera::<u8>(); std::process::exit(1);
    pub(in super::super) fn f() {}
}

#[cfg(test)]
mod tests {
    use crate::tested;
}
"##;
    let source = Source::new("disk/read.rs", text);
    let joined = |paths: &[Vec<String>]| paths.iter().map(|path| path.join("::")).collect::<Vec<_>>();
    assert_eq!(joined(&source.uses), ["std::fs", "std::io", "std::io::Write", "crate::base::Date", "crate::base::url"]);
    let long: Vec<Vec<String>> = source.paths.iter().filter(|path| path.len() > 1).cloned().collect();
    assert_eq!(joined(&long), ["url::Url", "own::go", "std::process::exit"]);
    assert_eq!((source.module(), source.depth()), ("disk", 2));
    assert!(!source.names_crate("url") && !source.names_crate("tera") && !source.names_crate("own"));
    assert!(Source::new("a.rs", "use serde::de::Visitor;").names_crate("serde"));
    assert!(Source::new("a.rs", "fn f() { serde_json::to_vec(1) }").names_crate("serde_json"));
    assert_eq!(Source::new("disk/mod.rs", "").depth(), 1);
    assert_eq!(Source::new("session.rs", "").module(), "session");
}

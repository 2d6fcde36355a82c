//! Words that people type where a key has another name.

/// What keys describe, what people type there, and the key that they mean.
const MEANT: &[(&str, &[&str], &str)] = &[
    ("a fact", &["options", "answers", "choices"], "values"),
    ("a fact", &["question", "label", "title", "text"], "ask"),
    ("a fact", &["multiple", "several"], "many"),
    ("a fact", &["when", "only-if", "asked-if", "if-asked"], "asked-when"),
    ("a value", &["text", "words", "title", "name"], "label"),
    ("a route", &["else", "default", "others"], "otherwise"),
    ("a route", &["row", "cases", "table"], "rows"),
    ("a test", &["when", "if", "answers", "reader"], "given"),
    ("a test", &["then", "checklist", "result"], "expect"),
    ("`expect`", &["shows", "includes", "contains"], "has"),
    ("`expect`", &["has-not", "hides", "excludes", "not"], "lacks"),
    ("`for`", &["except", "not", "but", "all-except"], "all-but"),
    ("finder.md", &["else", "default", "others"], "otherwise"),
];

/// The key that somebody means by `text` among the keys of `what`.
pub(super) fn key(what: &str, text: &str) -> Option<&'static str> {
    let known = MEANT.iter().find(|(of, typed, _)| *of == what && typed.contains(&text));
    known.map(|(_, _, key)| *key)
}

//! The interface words of a theme: `words/<lang>.toml`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{problems, rules};
use crate::base::{InputPath, Place};
use crate::pages::Words;
use crate::pages::words::{NEEDED, NEEDED_LISTS};
use crate::parse::node::Node;
use crate::parse::settings;
use crate::report::{Diagnostic, Problems, Reported};

/// The words of `lang`: those of the built-in theme, and over them those of `theme`. British English,
/// `en-GB`, takes the words of `en`, and over them its own, if there are any.
pub(super) fn load(files: &BTreeMap<String, Vec<u8>>, theme: &str, lang: &str) -> Reported<Option<Words>> {
    let mut found = Problems::new();
    let mut words = Words::default();
    let mut read = false;
    let language = lang.split('-').next().unwrap_or(lang).to_lowercase();
    for path in
        [&language, lang].iter().flat_map(|lang| ["plain", theme].map(|name| format!("{name}/words/{lang}.toml")))
    {
        let Some(bytes) = files.get(&path) else { continue };
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        let input = problems::input_path(&path);
        if let Some(node) = settings::read(&input, text).take(&mut found) {
            add(&mut words, &node.value);
            read = true;
        }
    }
    let keys = NEEDED.iter().filter(|key| !words.texts.contains_key(**key));
    let missing: Vec<&str> =
        keys.chain(NEEDED_LISTS.iter().filter(|key| !words.lists.contains_key(**key))).copied().collect();
    if !missing.is_empty() && !found.has_errors() {
        let place = Place::file(&InputPath::new("site.toml"));
        let diagnostic = if read {
            let message = format!("the words of `{lang}` lack {}", missing.join(", "));
            Diagnostic::new(&rules::WORDS_MISSING, place, message)
                .help(format!("add them to themes/{theme}/words/{lang}.toml"))
        } else {
            Diagnostic::new(&rules::WORDS_MISSING, place, format!("the theme has no words for the language `{lang}`"))
                .note("buttons, labels and dates would stand in another language than the text")
                .help(format!(
                    "write themes/{theme}/words/{lang}.toml with the keys of the English one, or set another `lang`"
                ))
        };
        found.push(diagnostic);
    }
    let complete = !found.has_errors();
    Reported::new(complete.then_some(words), found)
}

fn add(words: &mut Words, node: &Node) {
    let Node::Map(entries) = node else { return };
    for (key, value) in entries {
        match &value.value {
            Node::Scalar(scalar) => {
                words.texts.insert(key.value.clone(), scalar.text.clone());
            }
            Node::List(values) => {
                let texts = values.iter().filter_map(|value| match &value.value {
                    Node::Scalar(scalar) => Some(scalar.text.clone()),
                    Node::Empty | Node::List(_) | Node::Map(_) => None,
                });
                words.lists.insert(key.value.clone(), texts.collect());
            }
            Node::Empty | Node::Map(_) => {}
        }
    }
}

/// A word or a list of words, as templates see it.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Entry<'a> {
    Text(&'a str),
    List(&'a [String]),
}

/// All words as templates see them: `words.<key>`.
pub(super) fn all(words: &Words) -> BTreeMap<&str, Entry<'_>> {
    let texts = words.texts.iter().map(|(key, text)| (key.as_str(), Entry::Text(text)));
    texts.chain(words.lists.iter().map(|(key, list)| (key.as_str(), Entry::List(list)))).collect()
}

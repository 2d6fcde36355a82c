//! `[@name]` and `[@a; @b]`: the sources that a text rests on.

use std::ops::Range;

use super::Reader;
use crate::base::{Name, Spanned};
use crate::markup::rules;

/// Whether the words in brackets are meant as a citation.
pub(super) fn is_citation(words: &str) -> bool {
    words.trim_start().starts_with('@')
}

/// Whether a citation stands among other words in brackets: `see @name`.
pub(super) fn holds_citation(words: &str) -> bool {
    words.match_indices('@').any(|(at, _)| {
        let before = words.get(..at).unwrap_or("");
        let after = words.get(at + 1..).unwrap_or("");
        before.ends_with(|c: char| c.is_whitespace() || c == ';') && after.starts_with(char::is_alphanumeric)
    })
}

impl Reader<'_> {
    /// The names in a citation; `inner` is what stands between its brackets.
    ///
    /// Names that are none are reported and left out.
    pub(super) fn citation(&mut self, inner: Range<usize>) -> Vec<Spanned<String>> {
        let words = self.text.get(inner.clone()).unwrap_or("");
        let mut names = Vec::new();
        let mut at = inner.start;
        let mut right = true;
        for part in words.split(';') {
            let name = part.trim();
            let start = at + (part.len() - part.trim_start().len());
            at += part.len() + 1;
            match name.strip_prefix('@').filter(|name| Name::new(name).is_some()) {
                Some(found) => names.push(Spanned::new(found.to_owned(), self.span(&(start..start + name.len())))),
                None => right = false,
            }
        }
        if !right {
            self.report_citation(words, inner.start.saturating_sub(1)..inner.end + 1);
        }
        names
    }

    fn report_citation(&mut self, words: &str, range: Range<usize>) {
        let shown = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let meant = mend(words);
        let problem = self
            .problem(&rules::CITATION_MALFORMED, &range, format!("`[{shown}]` is not a citation"))
            .label("does not name sources only");
        self.problems.push(if meant.is_empty() {
            problem.help("write the name of a source after `@`: `[@name]`")
        } else {
            problem
                .note("several sources are separated by `;`; other words stand outside the brackets")
                .help(format!("write `[{}]`", meant.join("; ")))
        });
    }
}

/// The citation that was probably meant.
fn mend(words: &str) -> Vec<String> {
    let parts = words.split([';', ',']).flat_map(|part| match part.find('@') {
        Some(at) => part.get(at..).unwrap_or("").split('@').skip(1).collect(),
        None if words.contains(',') => Vec::new(),
        None => vec![part],
    });
    parts.filter_map(Name::nearest).map(|name| format!("@{name}")).collect()
}

//! Links that did not become one: `[words](two words)`, `[words] (address)`, `(words)[address]`.
//!
//! The parser prints them as they stand, brackets and address and all.

use std::ops::Range;

use super::{Reader, shortened};
use crate::markup::address::scheme;
use crate::markup::rules;
use crate::report::Diagnostic;

/// How long an address may be to be looked for between brackets.
const LONGEST: usize = 500;

impl Reader<'_> {
    /// `[words](…)` that stayed words, seen at the `]`, which stands at the end of `words`; returns where to go on.
    pub(super) fn mistyped_link(&mut self, words: Range<usize>, after: &str) -> usize {
        let spaced = after.trim_start_matches(' ');
        let Some(inner) = spaced.strip_prefix('(') else { return self.other_brackets(words, after, spaced) };
        let open = words.end + 1 + (after.len() - spaced.len());
        let close = inner.find(')');
        let address = inner.get(..close.unwrap_or(inner.len())).unwrap_or("").trim();
        if spaced.len() < after.len() && !(close.is_some() && is_address(address)) {
            return words.end + 1;
        }
        self.line.bracket = false;
        let end = open + 1 + close.map_or_else(|| inner.find(' ').unwrap_or(inner.len()), |close| close + 1);
        let problem = self.not_a_link(&(words.start..end));
        let problem = match close {
            None => problem.help("write `)` after the address, on the same line"),
            Some(_) if spaced.len() < after.len() => {
                problem.help(format!("write the address at once after the words: `]({address})`"))
            }
            Some(_) if address.ends_with(['”', '“', '’', '»']) => {
                problem.help("put the title after the address in straight quotes: `(address \"title\")`")
            }
            Some(_) if address.starts_with("tel:") => problem
                .help(format!("write the number without spaces: `({})`", address.replace(char::is_whitespace, ""))),
            Some(_) if address.contains(char::is_whitespace) => problem.help(format!(
                "write the address without spaces: `({})`",
                address.split_whitespace().collect::<Vec<_>>().join("%20")
            )),
            Some(_) => problem.help("take other links and citations out of the words in the brackets"),
        };
        self.problems.push(problem);
        end
    }

    /// `[words] [address]` and `[words]{address}`; returns where to go on.
    fn other_brackets(&mut self, words: Range<usize>, after: &str, spaced: &str) -> usize {
        let from = words.end + 1;
        let (rest, close) = match (spaced.strip_prefix('['), spaced.strip_prefix('{')) {
            // Without a space, it is a link by reference, and told as such.
            (Some(rest), _) if spaced.len() < after.len() => (rest, ']'),
            (_, Some(rest)) => (rest, '}'),
            _ => return from,
        };
        let Some((address, _)) = rest.split_once(close).filter(|(address, _)| is_address(address)) else { return from };
        // `]{#name}` is a name, and told as such.
        if address.starts_with('#') {
            return from;
        }
        self.line.bracket = false;
        let end = from + (after.len() - spaced.len()) + address.len() + 2;
        let shown = shortened(self.text.get(words.start + 1..words.end).unwrap_or(""));
        let problem = self.not_a_link(&(words.start..end)).help(format!("write `[{shown}]({address})`"));
        self.problems.push(problem);
        end
    }

    /// `(words)[address]`, seen at the `[`; returns where to go on.
    pub(super) fn swapped_link(&mut self, from: usize, at: usize, after: &str) -> usize {
        let before = self.text.get(from..at).unwrap_or("");
        if !before.ends_with(')') {
            return at + 1;
        }
        let address: String = after.chars().take(LONGEST).take_while(|c| *c != ']' && !c.is_whitespace()).collect();
        let closed = after.get(address.len()..).is_some_and(|rest| rest.starts_with(']'));
        let (true, true, Some(open)) = (closed, is_address(&address), before.rfind('(')) else { return at + 1 };
        let end = at + address.len() + 2;
        let words = before.get(open + 1..before.len() - 1).unwrap_or("");
        let problem = self.not_a_link(&(from + open..end)).help(format!("write `[{words}]({address})`"));
        self.problems.push(problem);
        self.line.bracket = false;
        end
    }

    /// `https://…` among words, seen at its first letter; returns where to go on.
    pub(super) fn bare_address(&mut self, from: usize, at: usize) -> usize {
        let before = self.text.get(from..at).unwrap_or("");
        let rest = self.text.get(at..self.line_end(at)).unwrap_or("");
        if before.ends_with(|c: char| c.is_alphanumeric()) || !begins_address(rest) {
            return at + 1;
        }
        let length = rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`')).unwrap_or(rest.len());
        let address =
            rest.get(..length).unwrap_or("").trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '*', '_']);
        let whole = if address.starts_with("www.") { format!("https://{address}") } else { address.to_owned() };
        let end = at + address.len();
        let problem = self
            .problem(&rules::VAGUE_LINK, &(at..end), "a web address among words")
            .label("printed as words: nobody can press it")
            .help(format!("write `[the name of the page]({})`, or put it in backticks to print it", shortened(&whole)));
        self.problems.push(problem);
        end
    }

    fn not_a_link(&self, range: &Range<usize>) -> Diagnostic {
        self.problem(&rules::MISTYPED_LINK, range, "words and an address did not become a link")
            .label("printed as it stands")
    }
}

/// Whether a web address begins here.
pub(super) fn begins_address(words: &str) -> bool {
    let after = ["https://", "http://", "www."].iter().find_map(|start| words.strip_prefix(start));
    after.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()))
}

/// Whether words in brackets can only be meant as an address.
fn is_address(words: &str) -> bool {
    let begins = ["#", "/", "./", "../", "www."].iter().any(|start| words.starts_with(start));
    let is_file = words.split('#').next().is_some_and(|path| path.ends_with(".md"));
    let is_web = scheme(words).is_some() && words.contains(['/', '@']);
    words.len() > 1 && !words.contains(char::is_whitespace) && (begins || is_file || is_web)
}

//! The glossary's words, ready to be found in prose.
//!
//! Matching knows no grammar: a term is found where one of its written forms stands between word
//! borders. Of several forms that begin at one place the longest wins.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::Name;

/// The glossary's words, ready to be found in prose.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Forms by the small letter that they begin with, the longest first.
    forms: BTreeMap<char, Vec<Form>>,
}

/// One way of writing a term.
#[derive(Debug, PartialEq, Eq)]
struct Form {
    term: Name,
    /// Its characters; one space for each run of white space, one kind of apostrophe.
    letters: Vec<char>,
    /// Whether capitals count: `BAR` is not `bar`.
    exact: bool,
}

/// A term found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The term.
    pub term: Name,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
}

impl Terms {
    /// Takes in terms by their forms, several for a term where it has several. Of equal forms the first counts.
    ///
    /// Small and capital letters are the same unless the form has a capital after its first letter.
    pub fn new<'a>(forms: impl IntoIterator<Item = (&'a Name, &'a str)>) -> Terms {
        let mut terms = Terms::default();
        for (term, text) in forms {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let exact = text.chars().skip(1).any(char::is_uppercase);
            let letters: Vec<char> = text.chars().map(|c| same(c, exact)).collect();
            if let Some(first) = letters.first() {
                let form = Form { term: term.clone(), exact, letters: letters.clone() };
                terms.forms.entry(small(*first)).or_default().push(form);
            }
        }
        for forms in terms.forms.values_mut() {
            // Stable: of equal forms the first stays first.
            forms.sort_by_key(|form| std::cmp::Reverse(form.letters.len()));
        }
        terms
    }

    /// All terms in `text`, in order, without overlap. A line end counts as a space.
    pub fn find(&self, text: &str) -> Vec<Match> {
        let mut found = Vec::new();
        if self.forms.is_empty() {
            return found;
        }
        let letters: Vec<(usize, char)> = text.char_indices().collect();
        let mut at = 0;
        while let Some((start, first)) = letters.get(at) {
            let hit = is_border(&letters, at).then(|| self.form_at(&letters, at, *first)).flatten();
            match hit {
                Some((form, end)) => {
                    let end_byte = letters.get(end).map_or(text.len(), |(byte, _)| *byte);
                    found.push(Match { term: form.term.clone(), range: *start..end_byte });
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }

    fn form_at(&self, letters: &[(usize, char)], at: usize, first: char) -> Option<(&Form, usize)> {
        let forms = self.forms.get(&small(same(first, false)))?;
        forms.iter().find_map(|form| {
            let end = form.ends(letters, at)?;
            is_border(letters, end).then_some((form, end))
        })
    }
}

impl Form {
    /// Where the form ends if it stands at `at`.
    fn ends(&self, letters: &[(usize, char)], at: usize) -> Option<usize> {
        let mut place = at;
        for wanted in &self.letters {
            let (_, letter) = letters.get(place)?;
            if *wanted == ' ' {
                let spaces = letters.iter().skip(place).take_while(|(_, c)| c.is_whitespace()).count();
                if spaces == 0 {
                    return None;
                }
                place += spaces;
            } else if same(*letter, self.exact) == *wanted {
                place += 1;
            } else {
                return None;
            }
        }
        Some(place)
    }
}

/// The character as it is compared.
fn same(character: char, exact: bool) -> char {
    match character {
        '\'' | '‘' => '’',
        '\u{2010}' | '\u{2011}' => '-',
        c if exact => c,
        c => small(c),
    }
}

fn small(character: char) -> char {
    let mut lower = character.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => character,
    }
}

/// Whether a word may begin or end between `at - 1` and `at`.
fn is_border(letters: &[(usize, char)], at: usize) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).map(|(_, c)| *c);
    let joins = |place: Option<usize>| letter(place).is_some_and(joins_words);
    let (before, after) = (at.checked_sub(1), Some(at));
    if joins(before) && joins(after) {
        return false;
    }
    // A hyphen between letters makes one word of two: "day" does not stand in "week-day".
    let hyphen = |place: Option<usize>| matches!(letter(place), Some('-' | '\u{2010}' | '\u{2011}'));
    let inside_left = hyphen(before) && joins(after) && joins(at.checked_sub(2));
    let inside_right = hyphen(after) && joins(before) && joins(Some(at + 1));
    !(inside_left || inside_right)
}

/// Letters and digits of writing that sets spaces between words.
fn joins_words(character: char) -> bool {
    let spaceless = matches!(character, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}');
    character.is_alphanumeric() && !spaceless
}

//! Looks at metadata line by line, as an author does: for what people, and programs that correct
//! them, type in place of what YAML needs. Knows just enough of YAML to find a place.

use super::split::Lines;
use crate::base::Span;

/// The lines that begin within `range`, without their line ends.
pub(super) fn lines(source: &str, range: Span) -> impl Iterator<Item = Span> {
    Lines { source, at: range.start }.take_while(move |line| line.start < range.end)
}

/// The line that holds the byte `at`, among those of `range`.
pub(super) fn line_at(source: &str, range: Span, at: usize) -> Span {
    lines(source, range).take_while(|line| line.start <= at).last().unwrap_or(Span::new(range.start, range.start))
}

/// The line above `line` that holds something, among those of `range`.
pub(super) fn line_above(source: &str, range: Span, line: Span) -> Option<Span> {
    let above = lines(source, range).take_while(|above| above.start < line.start);
    above.filter(|above| !text(source, *above).trim().is_empty()).last()
}

/// The words of a line.
pub(super) fn text(source: &str, line: Span) -> &str {
    source.get(line.start..line.end).unwrap_or("")
}

/// How many bytes of a line are white space before its words.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Characters that look like the space between words, where YAML knows only the space bar's.
pub(super) fn odd_spaces(source: &str, range: Span) -> Vec<Span> {
    let is_odd = |c: char| !matches!(c, ' ' | '\t') && (c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}'));
    let found = lines(source, range).filter_map(|line| {
        let words = text(source, line);
        let spaces = words.find(|c: char| !is_odd(c) && !c.is_whitespace()).unwrap_or(words.len());
        let before = words.get(..spaces)?.find(is_odd);
        let after =
            key(words).map(|key| key.end + 1).filter(|at| words.get(*at..).is_some_and(|w| w.starts_with(is_odd)));
        let at = before.or(after)?;
        let length = words.get(at..)?.chars().take_while(|c| is_odd(*c)).map(char::len_utf8).sum::<usize>();
        Some(Span::new(line.start + at, line.start + at + length))
    });
    found.collect()
}

/// The marks that an unfinished merge left: its first line, and its last one.
pub(super) fn conflict(source: &str, range: Span) -> Option<(Span, Option<Span>)> {
    let mark = |sign: &'static str| move |line: &Span| text(source, *line).starts_with(sign);
    let first = lines(source, range).find(mark("<<<<<<< "))?;
    let last = lines(source, range).filter(|line| line.start > first.start).find(mark(">>>>>>> "));
    Some((first, last))
}

/// The colon that has no space after it, in a line such as `title:Stairs`.
pub(super) fn colon_without_space(source: &str, line: Span) -> Option<Span> {
    let words = text(source, line);
    let colon = key(words)?.end;
    let after = words.get(colon + 1..)?.chars().next()?;
    let is_address = words.get(colon..)?.starts_with("://");
    (!after.is_whitespace() && !is_address).then(|| Span::new(line.start + colon, line.start + colon + 1))
}

/// The range of the key at the beginning of a line, up to its colon.
pub(super) fn key(line: &str) -> Option<std::ops::Range<usize>> {
    let start = indent(line);
    let start = if line.get(start..)?.starts_with("- ") { start + 2 } else { start };
    let rest = line.get(start..)?;
    let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'))?;
    let is_key = rest.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.get(length..)?.starts_with(':');
    is_key.then_some(start..start + length)
}

/// The innermost bracket that is open at the end of `range`.
pub(super) fn open_bracket(source: &str, range: Span) -> Option<(usize, char)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut quote: Option<char> = None;
    // The last character that was no space: a bracket after a word belongs to the words.
    let mut last = '\n';
    let mut comment = false;
    for (at, c) in source.get(range.start..range.end)?.char_indices() {
        let after_space = at == 0 || last == '\n' || source.get(..range.start + at).is_some_and(|s| s.ends_with(' '));
        let value_begins = match last {
            '\n' => true,
            ':' | '-' => after_space,
            ',' | '[' | '{' => !open.is_empty(),
            _ => false,
        };
        match (c, quote) {
            ('\n', _) => comment = false,
            _ if comment => continue,
            (c, Some(sign)) if c == sign => quote = None,
            (_, Some(_)) => {}
            ('#', None) if after_space => comment = true,
            ('"' | '\'', None) if value_begins => quote = Some(c),
            ('[' | '{', None) if value_begins => open.push((range.start + at, c)),
            (']' | '}', None) => {
                open.pop();
            }
            _ => {}
        }
        if c == '\n' || !c.is_whitespace() {
            last = c;
        }
    }
    open.pop()
}

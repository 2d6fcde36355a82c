//! Lines that look like a task-list line and are none: `- []`, `-[ ]`, `- [ ]Text`, `- [x]`, `- ( ) Text`.
//!
//! The parser prints them as text, and a thing to do would be lost in silence.

/// Marks that people put in a box: that it is done, or that it is empty.
const TICKS: [char; 16] = ['x', 'X', 'v', 'V', '✓', '✔', '✗', '✘', '_', '-', '~', '.', '*', '+', '/', '?'];
/// Boxes as single characters.
const DRAWN: [char; 6] = ['☐', '☑', '☒', '□', '▢', '❏'];
/// What people, and programs that correct them, type for a list's bullet.
const BULLETS: [char; 9] = ['-', '*', '+', '–', '—', '−', '‐', '•', '·'];

/// How many bytes at the start of `line` are a box, with the spaces after it.
///
/// `line` is what stands after a bullet.
pub(super) fn after_bullet(line: &str) -> Option<usize> {
    let rest = match line.strip_prefix(DRAWN).or_else(|| other_brackets(line)) {
        Some(rest) => rest,
        None => bracketed(line)?.0,
    };
    // `[x](address)` and `[x][label]` are links, `[x]: ` defines one.
    if rest.starts_with(['(', '[', ':']) {
        return None;
    }
    Some(line.len() - rest.trim_start().len())
}

/// The same for a whole line of a paragraph, with or without something like a bullet.
pub(super) fn in_paragraph(line: &str) -> Option<usize> {
    if let Some(after) = line.strip_prefix(BULLETS) {
        let after = after.trim_start();
        return after_bullet(after).map(|len| line.len() - after.len() + len);
    }
    // Without a bullet, `[x]` may well be words.
    let empty = line.starts_with(DRAWN) || bracketed(line).is_some_and(|(_, ticked)| !ticked);
    let len = after_bullet(line).filter(|_| empty)?;
    let spaced = line.get(..len).is_some_and(|before| before.ends_with(char::is_whitespace));
    spaced.then_some(len)
}

/// Whether a line of indented code looks like a box.
pub(super) fn in_code(line: &str) -> bool {
    let after = line.trim_start_matches(BULLETS);
    let ticked = bracketed(after.trim_start()).map(|(_, ticked)| ticked);
    // `[x]` alone may well be code.
    ticked.is_some_and(|ticked| after.len() < line.len() || !ticked && after.starts_with("[ ]"))
}

/// The rest of the line after empty brackets of another kind: `( )`, `{}`.
fn other_brackets(line: &str) -> Option<&str> {
    let closing = match line.chars().next()? {
        '(' => ')',
        '{' => '}',
        _ => return None,
    };
    let rest = line.get(1..)?.trim_start().strip_prefix(closing)?;
    let is_spaced = rest.starts_with(char::is_whitespace);
    (is_spaced && rest.trim_start().starts_with(char::is_alphanumeric)).then_some(rest)
}

/// The rest of the line after `[ ]`, and whether there is a tick in it.
fn bracketed(line: &str) -> Option<(&str, bool)> {
    let inside = line.strip_prefix(['[', '［'])?.trim_start();
    let ticked = inside.strip_prefix(TICKS);
    let rest = ticked.unwrap_or(inside).trim_start();
    Some((rest.strip_prefix([']', '］'])?, ticked.is_some()))
}

//! Items that are too long, or ask for two things.

use crate::check::page::Page;
use crate::check::{Check, Judges};
use crate::language::{Language, english, phrases, words};
use crate::markup::text;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("item-too-long", Level::Off, include_str!("item_too_long.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_page(&RULE, Judges::Any, run);

/// The most words that pass.
const LIMIT: usize = 20;

/// Finds items with more words, and items with a second action.
fn run(page: &Page<'_>, problems: &mut Problems) {
    let is_english = page.language == Language::English;
    for item in &page.items {
        let text = text::plain(&item.text);
        let count = words(&text).len();
        let second = if is_english { phrases::find(&text, english::SECOND_ACTION) } else { Vec::new() };
        let (message, label, help) = match second.first() {
            _ if count > LIMIT => (
                format!("an item has {count} words"),
                format!("more than {LIMIT}"),
                "keep what to do on the line, and move the rest below it, after an empty line",
            ),
            Some((_, joined)) => (
                "an item asks for two things".to_owned(),
                format!("two actions, joined by `{joined}`"),
                "make two items of it, each with its own `- [ ]`",
            ),
            None => continue,
        };
        problems.push(
            Diagnostic::new(&RULE, item.written.span.in_file(&item.written.path), message)
                .label(label)
                .note("a box can be ticked once only, and on paper each item is a line or two")
                .help(help),
        );
    }
}

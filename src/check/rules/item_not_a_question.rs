//! Items to ask or to call about that ask nothing.

use crate::check::page::Page;
use crate::check::{Check, Judges};
use crate::guide::ItemKind;
use crate::markup::text;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("item-not-a-question", Level::Off, include_str!("item_not_a_question.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_page(&RULE, Judges::Any, run);

/// Finds items for asking and calling without a question mark, in whatever writing.
fn run(page: &Page<'_>, problems: &mut Problems) {
    let asks = page.items.iter().filter(|item| matches!(item.kind, ItemKind::Ask(_) | ItemKind::Call(_)));
    for item in asks {
        let words = text::plain(&item.text);
        // A question between quotation marks is one, too.
        let end = words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '”' | '"' | '»' | ')' | '.'));
        if !end.ends_with(['?', '？', '؟', ';', '։']) {
            problems.push(
                Diagnostic::new(&RULE, item.written.span.in_file(&item.written.path), "an item to ask is no question")
                    .label("no question mark at the end")
                    .note("readers read it out as it stands, on the phone or in the room")
                    .help("write it in the reader's own words: `How long can I wait?`"),
            );
        }
    }
}

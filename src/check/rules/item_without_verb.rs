//! Items that do not begin with what to do.

use crate::check::page::Page;
use crate::check::{Check, Judges};
use crate::guide::ItemKind;
use crate::language::{Language, english, words};
use crate::markup::text;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("item-without-verb", Level::Off, include_str!("item_without_verb.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_page(&RULE, Judges::Any, run);

/// Finds items to do or to get whose first word cannot be a verb.
fn run(page: &Page<'_>, problems: &mut Problems) {
    if page.language != Language::English {
        return;
    }
    let tasks = page.items.iter().filter(|item| matches!(item.kind, ItemKind::Do | ItemKind::GetFrom(_)));
    for item in tasks {
        let text = text::plain(&item.text);
        let Some(first) = words(&text).first().map(|word| word.text) else { continue };
        let is_question = text.trim_end().ends_with('?');
        if !is_question && english::cannot_be_a_request(first) {
            problems.push(
                Diagnostic::new(
                    &RULE,
                    item.written.span.in_file(&item.written.path),
                    "an item does not begin with a verb",
                )
                .label(format!("begins with `{first}`"))
                .note("a line of a checklist is read at a glance: its first word says what to do")
                .help("begin with what to do: `Write down …`, `Get …`, `Send …`"),
            );
        }
    }
}

//! Calls without room for what was said.

use crate::check::page::Page;
use crate::check::{Check, Judges};
use crate::guide::{ItemKind, Record};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("call-without-record", Level::Warn, include_str!("call_without_record.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_page(&RULE, Judges::Whole, run);

/// Finds calls whose `record` has neither an answer nor a date.
fn run(page: &Page<'_>, problems: &mut Problems) {
    for item in &page.items {
        let has_room = item.record.iter().any(|record| matches!(record, Record::Answer | Record::Date));
        if matches!(item.kind, ItemKind::Call(_)) && !has_room {
            problems.push(
                Diagnostic::new(&RULE, item.said(), format!("the call `{}` has no room for its answer", item.name))
                    .label("nowhere to write what was said")
                    .note("what is not written down during a call is soon forgotten")
                    .help("add `record: [answer]`, and `name`, `phone` or `date` if they help"),
            );
        }
    }
}

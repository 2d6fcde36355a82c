//! Key steps of which nothing says why.

use crate::check::page::Page;
use crate::check::{Check, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("must-without-why", Level::Warn, include_str!("must_without_why.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_page(&RULE, Judges::Whole, run);

/// Finds key steps without a line of reasons.
fn run(page: &Page<'_>, problems: &mut Problems) {
    for item in page.items.iter().filter(|item| item.must && item.why.is_empty()) {
        problems.push(
            Diagnostic::new(&RULE, item.written.place(), format!("nothing says why `{}` is a key step", item.name))
                .label("marked with `must`, and no line below it")
                .note("people do what is hard if they know what it is good for")
                .help("write why in a line below it that begins with two spaces"),
        );
    }
}

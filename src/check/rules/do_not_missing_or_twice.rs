//! Things not to do whose words do not say so once.

use crate::check::page::Page;
use crate::check::{Check, Judges};
use crate::guide::ItemKind;
use crate::markup::text;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("do-not-missing-or-twice", Level::Warn, include_str!("do_not_missing_or_twice.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_page(&RULE, Judges::Any, run);

/// Finds things not to do that do not begin with "do not" (in the language of the pages), or say it twice.
fn run(page: &Page<'_>, problems: &mut Problems) {
    let forms = page.do_not_forms;
    let Some(form) = forms.first() else { return };
    for item in page.items.iter().filter(|item| item.kind == ItemKind::Dont) {
        let rest = text::after_one_of(&text::plain(&item.text), forms);
        let twice = rest.as_ref().is_some_and(|rest| text::after_one_of(rest.trim_start(), forms).is_some());
        let (message, label) = match rest {
            None => (format!("a `dont` does not begin with \"{form}\""), "reads like something to do"),
            Some(_) if twice => (format!("a `dont` says \"{form}\" twice"), "the second one takes the first back"),
            Some(_) => continue,
        };
        problems.push(
            Diagnostic::new(&RULE, item.written.place(), message)
                .label(label)
                .note("whoever hears the line without seeing its box hears an order to do it")
                .help(format!("begin the line with \"{}\", once", text::capitalized(form))),
        );
    }
}

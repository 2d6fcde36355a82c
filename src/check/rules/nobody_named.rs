//! Questions of which nothing says whom to ask.

use crate::check::page::Page;
use crate::check::{Check, Judges};
use crate::guide::ItemKind;
use crate::markup::text;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("nobody-named", Level::Warn, include_str!("nobody_named.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_page(&RULE, Judges::Whole, run);

/// Finds things to do that are questions: nobody is named to ask.
fn run(page: &Page<'_>, problems: &mut Problems) {
    for item in &page.items {
        let words = text::plain(&item.text);
        // "Look back: was it good?" is something to do, though it ends as a question does.
        if item.kind == ItemKind::Do && text::is_question(&words) && !words.contains([':', '.', '!', '：', '。']) {
            let help = match item.said {
                Some(_) => {
                    format!("write `{}: {{ask: [contact]}}` under `items`, with a name of roles.yaml", item.name)
                }
                None => format!(
                    "end its line with `{{#{}}}`, and write `{}: {{ask: [contact]}}` under `items`, with a name of roles.yaml",
                    item.name, item.name
                ),
            };
            problems.push(
                Diagnostic::new(&RULE, item.written.place(), "a question names nobody to ask")
                    .label("whom does the reader ask?")
                    .note("on a checklist, a reader sees whom each question is for")
                    .help(help),
            );
        }
    }
}

//! Questions without an answer for those who do not know.

use crate::check::{Check, Context, Judges};
use crate::language::Language;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("no-way-to-say-unsure", Level::Warn, include_str!("no_way_to_say_unsure.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check { rule: &RULE, judges: Judges::Whole, run };

/// How labels say it, in small letters; English only.
const UNSURE: [&str; 12] = [
    "not know",
    "n't know",
    "not sure",
    "unsure",
    "not yet know",
    "something else",
    "other",
    "none of",
    "neither",
    "not certain",
    "cannot say",
    "no idea",
];

/// Finds questions with many answers and no `none`, and questions of whose answers none says so.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    for fact in &guide.facts {
        let place = fact.written.span.in_file(&fact.written.path);
        let message = format!("who does not know cannot answer `{}`", fact.name);
        let note = "people in doubt stop here, or pick what is not true";
        if fact.many && fact.none.is_none() {
            problems.push(
                Diagnostic::new(&RULE, place, message)
                    .label("has `many`, and no `none`")
                    .note(note)
                    .help("add `unsure: \"I do not know yet\"` to the values, and `none: unsure` below `many: true`"),
            );
        } else if !fact.many && Language::of(&guide.site.lang) == Language::English {
            let says = |label: &str| UNSURE.iter().any(|words| label.to_lowercase().replace('’', "'").contains(words));
            if !fact.values.iter().any(|value| says(&value.label)) {
                problems.push(
                    Diagnostic::new(&RULE, place, message)
                        .label("no answer says \"I do not know\"")
                        .note(note)
                        .help("add `unsure: \"I do not know\"` to the values, or \"or I do not know\" to the label it leads to"),
                );
            }
        }
    }
}

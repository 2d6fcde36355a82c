//! Questions without an answer for those who do not know.

use crate::check::{Check, Context, Judges};
use crate::language::Language;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("no-way-to-say-unsure", Level::Warn, include_str!("no_way_to_say_unsure.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// How labels say it, in small letters and whole words; English only.
const UNSURE: [&str; 14] = [
    "not know",
    "don't know",
    "not sure",
    "unsure",
    "not yet know",
    "something else",
    "other",
    "none of",
    "neither",
    "not certain",
    "cannot say",
    "can't say",
    "can't tell",
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
        } else if !fact.many
            && Language::of(&guide.site.lang) == Language::English
            && !fact.values.iter().any(|value| says_unsure(&value.label))
        {
            problems.push(
                Diagnostic::new(&RULE, place, message).label("no answer says \"I do not know\"").note(note).help(
                    "add `unsure: \"I do not know\"` to the values, or \"or I do not know\" to the label it leads to",
                ),
            );
        }
    }
}

/// Whether a label is for those who do not know. "My mother" does not say "other".
fn says_unsure(label: &str) -> bool {
    let plain = label.to_lowercase().replace('’', "'");
    let words: Vec<&str> = plain
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .filter(|word| !word.is_empty())
        .collect();
    let told = format!(" {} ", words.join(" "));
    UNSURE.iter().any(|words| told.contains(&format!(" {words} ")))
}

#[cfg(test)]
mod tests {
    use super::says_unsure;

    #[test]
    fn only_whole_words_say_that_somebody_does_not_know() {
        assert!(["Something else", "I don’t know", "Another, or none of these", "Unsure"].into_iter().all(says_unsure));
        assert!(
            ["My mother is ill", "I live in another town", "We bother them"].into_iter().all(|one| !says_unsure(one))
        );
    }
}

//! Pages and sections that are harder to read than the guide's target.

use crate::base::Place;
use crate::check::reading::{self, Goal, Reading};
use crate::check::text::Text;
use crate::check::{Check, Judges};
use crate::language::Formula;
use crate::markup;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("hard-to-read", Level::Warn, include_str!("hard_to_read.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_text(&RULE, Judges::Any, run);

/// Finds pages above the target, and sections above it on pages that are not.
fn run(text: &Text<'_>, problems: &mut Problems) {
    if let (Some(goal), Some(blocks)) = (text.by.goal, text.blocks()) {
        let page = reading::of_page(text.by.language, Some(goal), blocks);
        let path = text.path;
        let above = page.sections.iter().filter(|(_, section)| section.is_above(goal));
        if page.whole.is_above(goal) {
            let diagnostic = tell(goal, &page.whole, Place::file(path), "page");
            problems.push(above.fold(diagnostic, |diagnostic, (heading, section)| {
                let level = section.level.unwrap_or_default();
                diagnostic
                    .note(format!("its section `{}` has the level {level:.1}", markup::text::plain(&heading.text)))
            }));
        } else {
            for (heading, section) in above {
                problems.push(tell(goal, section, heading.span.in_file(path), "section"));
            }
        }
    }
}

fn tell(goal: Goal, reading: &Reading, place: Place, what: &str) -> Diagnostic {
    let (level, counts) = (reading.level.unwrap_or_default(), &reading.counts);
    let counted = match goal.formula {
        Formula::FleschKincaid => format!("{} syllables", counts.syllables),
        Formula::Ari => format!("{} letters", counts.letters),
        Formula::Smog => format!("{} of them of three or more syllables", counts.hard_words),
        Formula::Lix => format!("{} of them of more than six letters", counts.long_words),
    };
    let (name, words, sentences) = (goal.formula.name(), counts.words, counts.sentences);
    Diagnostic::new(&RULE, place, format!("the {what} has the reading level {level:.1}, above {}", goal.target))
        .label("long sentences, long words, or both")
        .note(format!("{name} counts {sentences} sentences and {words} words, {counted}"))
        .note("illness and fear make reading harder, and many readers were never at ease with it")
        .help("make two sentences of each long one, and take a short word for each long one")
}

//! Terms whose words no page uses.

use std::collections::BTreeSet;

use crate::check::unused::{bodies, nobody_uses};
use crate::check::{Check, Context, Judges};
use crate::markup::terms::Terms;
use crate::markup::text;
use crate::report::{Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("unused-term", Level::Warn, include_str!("unused_term.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Finds terms whose words stand nowhere outside the glossary.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    let titles: Vec<String> = guide.terms.iter().map(|term| text::plain(&term.title)).collect();
    let forms = guide.terms.iter().zip(&titles).flat_map(|(term, title)| {
        std::iter::once((&term.name, title.as_str())).chain(term.forms.iter().map(|form| (&term.name, form.as_str())))
    });
    let finder = Terms::new(forms);
    let mut used: BTreeSet<String> = BTreeSet::new();
    for body in bodies(guide) {
        let mut words = text::plain_blocks(&body.blocks);
        for footnote in &body.footnotes {
            words.push('\n');
            words.push_str(&text::plain_blocks(&footnote.blocks));
        }
        used.extend(finder.find(&words).into_iter().map(|found| found.term.to_string()));
    }
    for term in &guide.terms {
        if !used.contains(term.name.as_str()) {
            let help = "take it out, or add the spelling that the pages use under `forms`";
            problems.push(nobody_uses(&RULE, "no page uses the term", term.name.as_str(), &term.written, help));
        }
    }
}

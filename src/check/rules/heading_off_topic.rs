//! Headings that share no word with what stands below them.

use std::collections::BTreeSet;

use crate::check::text::Text;
use crate::check::{Check, Judges};
use crate::language::{english, words};
use crate::markup::text::{plain, plain_blocks};
use crate::markup::{Block, sections};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("heading-off-topic", Level::Off, include_str!("heading_off_topic.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_text(&RULE, Judges::Any, run);

/// Shorter sections may well do without the heading's words.
const FROM: usize = 30;

/// Finds headings none of whose telling words, in any form, comes up in their section. A question is often answered in other
/// words than it is asked in, a single word says too little, and a heading of items says what they are for.
fn run(text: &Text<'_>, problems: &mut Problems) {
    if let Some(blocks) = text.blocks().filter(|_| text.is_english()) {
        for (at, heading) in blocks.iter().enumerate().filter_map(|(at, block)| Some((at, block.heading()?))) {
            let below = sections::section(blocks, at);
            let (title, section) = (plain(&heading.text), plain_blocks(below));
            let (wanted, found) = (telling(&title), telling(&section));
            let is_question = title.trim_end().ends_with('?');
            let has_items = below.iter().any(|block| matches!(block, Block::Items(_)));
            if is_question || has_items || wanted.len() < 2 || words(&section).len() < FROM {
                continue;
            }
            if !wanted.is_disjoint(&found) {
                continue;
            }
            problems.push(
                Diagnostic::new(
                    &RULE,
                    heading.span.in_file(text.path),
                    format!("no word of `{title}` comes up in its section"),
                )
                .label("does the section keep what this promises?")
                .note("readers choose by headings, and leave where they do not find what was promised")
                .help("name in the heading what the section says, or move what belongs elsewhere"),
            );
        }
    }
}

/// The beginnings of all words that say what a text is about, so that "choice" and "choices" are one.
fn telling(text: &str) -> BTreeSet<String> {
    let words = words(text).into_iter().map(|word| word.text.to_lowercase().replace('’', "'"));
    let telling = words.filter(|word| word.len() > 2 && !english::is_one_of(word, english::COMMON));
    telling.map(|word| word.trim_end_matches("'s").chars().take(4).collect()).collect()
}

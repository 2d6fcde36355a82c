//! Words that frighten a reader, or promise what nobody can.

use crate::base::Place;
use crate::check::prose::{language, proses, sentences};
use crate::check::{Check, Context, Judges};
use crate::guide::{Guide, SourceKind};
use crate::language::{Language, english, phrases};
use crate::markup::Block;
use crate::markup::passages::{Passage, passages};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("fear-or-promise", Level::Warn, include_str!("fear_or_promise.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check { rule: &RULE, judges: Judges::Any, run };

/// Finds them in the texts of pages and in the glossary, stories left out.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    if language(guide) != Language::English {
        return;
    }
    let pages = proses(guide).map(|prose| (&prose.targets.path, prose.body.blocks.as_slice()));
    let terms = guide.terms.iter().map(|term| (&term.targets.path, term.meaning.as_slice()));
    for (path, blocks) in pages.chain(terms) {
        for section in blocks.chunk_by(|_, next| !matches!(next, Block::Heading(_))) {
            let passages = passages(section);
            if passages.iter().any(|passage| cites_opinion(guide, passage)) {
                continue;
            }
            for passage in passages.iter().filter(|passage| !passage.is_quoted) {
                for sentence in sentences(passage, Language::English) {
                    for (word, what, range) in found(sentence.text, sentence.is_question()) {
                        if !sentence.is_in_quotes(&range) {
                            problems.push(tell(word, what, sentence.place(&range, path)));
                        }
                    }
                }
            }
        }
    }
}

/// Whether a passage cites somebody's opinion or story.
fn cites_opinion(guide: &Guide, passage: &Passage<'_>) -> bool {
    let is_opinion = |name: &str| {
        guide.sources.iter().any(|source| source.name.as_str() == name && source.value.kind == SourceKind::Opinion)
    };
    passage.cited.iter().any(|(_, source)| is_opinion(&source.value))
}

/// The words in a sentence, each with what it does and where it stands. A sentence with "not" in it takes them back.
fn found(sentence: &str, is_question: bool) -> Vec<(&str, &'static str, std::ops::Range<usize>)> {
    if english::is_negated(sentence) {
        return Vec::new();
    }
    let lists = [("frightens", english::FEAR), ("promises", english::PROMISE)];
    let all =
        lists.iter().flat_map(|(what, list)| phrases::find(sentence, list).into_iter().map(move |hit| (*what, hit)));
    let fits = all.filter(|(_, (_, phrase))| !(is_question && phrase.contains("cure")));
    fits.filter_map(|(what, (range, _))| Some((sentence.get(range.clone())?, what, range))).collect()
}

fn tell(word: &str, what: &str, place: Place) -> Diagnostic {
    let note = match what {
        "frightens" => "who is afraid decides worse, and may stop reading",
        _ => "who was promised too much is let down when it matters most",
    };
    Diagnostic::new(&RULE, place, format!("`{word}` {what}"))
        .label("more than a guide can know of its reader")
        .note(note)
        .help("say what is known and how often it happens, or tell it as somebody's story: `> ` before each line")
}

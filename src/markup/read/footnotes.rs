//! Footnotes: their marks, their texts, and what is wrong between the two.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Reader;
use crate::markup::{Block, Footnote, rules};

/// The footnotes met so far.
#[derive(Default)]
pub(super) struct Footnotes {
    /// Labels in the order of their first mark, and the number of each, by folded label.
    order: Vec<String>,
    numbers: BTreeMap<String, usize>,
    texts: Vec<Text>,
}

/// One definition.
struct Text {
    label: String,
    blocks: Vec<Block>,
    /// Its `[^label]`.
    range: Range<usize>,
}

impl Footnotes {
    /// The number of the footnote that a mark means.
    pub(super) fn mark(&mut self, label: &str) -> usize {
        let next = self.order.len();
        let number = *self.numbers.entry(label.to_lowercase()).or_insert(next);
        if number == next {
            self.order.push(label.to_owned());
        }
        number
    }

    /// Keeps a definition; `start` is where its `[` stands.
    pub(super) fn define(&mut self, label: &str, blocks: Vec<Block>, start: usize) {
        let range = start..start + label.len() + 3;
        self.texts.push(Text { label: label.to_owned(), blocks, range });
    }
}

impl Reader<'_> {
    /// All footnotes in the order of their first mark, those without a mark last.
    pub(super) fn footnotes(&mut self) -> Vec<Footnote> {
        let Footnotes { order, numbers, texts } = std::mem::take(&mut self.footnotes);
        let mut notes: Vec<Footnote> = order.into_iter().map(|label| Footnote { label, blocks: Vec::new() }).collect();
        let mut first: BTreeMap<String, Range<usize>> = BTreeMap::new();
        for text in texts {
            let folded = text.label.to_lowercase();
            if let Some(before) = first.get(&folded) {
                let problem = self
                    .problem(
                        &rules::DUPLICATE_FOOTNOTE,
                        &text.range,
                        format!("two footnotes are called `{}`", text.label),
                    )
                    .label("this text has no mark of its own")
                    .also(self.place(before), "first written here")
                    .help("give one of them another label, at its mark and at its text");
                self.problems.push(problem);
                continue;
            }
            match numbers.get(&folded).and_then(|number| notes.get_mut(*number)) {
                Some(note) => note.blocks = text.blocks,
                None => {
                    let problem = self
                        .problem(&rules::UNUSED_FOOTNOTE, &text.range, format!("footnote `{}` has no mark", text.label))
                        .label("nothing in the text refers to it")
                        .note("a footnote without a mark is not printed")
                        .help(format!("put `[^{}]` where the note belongs, or delete the note", text.label));
                    self.problems.push(problem);
                    notes.push(Footnote { label: text.label, blocks: text.blocks });
                }
            }
            first.insert(folded, text.range);
        }
        notes
    }
}

//! The bare words of a text, for titles, anchors, summaries and counting.

use super::{Block, Inline, visit};

/// The words of a line: line ends become spaces; citations and footnote marks are left out.
pub fn plain(inlines: &[Inline]) -> String {
    let mut words = String::new();
    add(&mut words, inlines);
    words
}

/// The words of blocks, one line each; code blocks are left out.
pub fn plain_blocks(blocks: &[Block]) -> String {
    let mut lines: Vec<String> = Vec::new();
    visit::lines(blocks, &mut |inlines| lines.push(plain(inlines).trim().to_owned()));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn add(words: &mut String, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => words.push_str(&text.value),
            Inline::Code(text) => words.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) => add(words, inner),
            Inline::Link(link) => add(words, &link.text),
            Inline::Picture(picture) => words.push_str(&picture.alt),
            Inline::SoftBreak | Inline::HardBreak => words.push(' '),
            Inline::Citation(_) | Inline::FootnoteMark(_) => {
                // The space before a mark belongs to the mark.
                words.truncate(words.trim_end().len());
            }
        }
    }
}

/// The text with its first letter large.
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Whether words end as a question does, in whatever writing.
pub fn is_question(words: &str) -> bool {
    words.trim_end().ends_with(['?', '？', '؟', ';', '։'])
}

/// What follows the one of `forms` (small letters, straight apostrophes) that `words` begin with.
pub fn after_one_of(words: &str, forms: &[String]) -> Option<String> {
    let words = words.to_lowercase().replace('’', "'");
    let rests = forms.iter().filter_map(|form| words.strip_prefix(form.as_str()));
    rests.into_iter().find(|rest| !rest.starts_with(char::is_alphanumeric)).map(str::to_owned)
}

/// How many words a reader reads: runs between spaces that hold a letter or a digit. Code is left out.
pub(super) fn count_words(blocks: &[Block]) -> usize {
    let mut count = 0;
    visit::lines(blocks, &mut |inlines| {
        visit::inlines(inlines, &mut |inline| {
            if let Inline::Text(text) = inline {
                count += text.value.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            }
        });
    });
    count
}

//! Words: what stands between spaces and holds a letter or a digit.
//!
//! A word with a hyphen or an apostrophe is one word, as in the studies behind the formulas; words joined by a
//! slash or a long dash are two. Addresses are no words: nobody reads them aloud.

/// A word and where it begins in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// The word, without the signs around it.
    pub text: &'t str,
    /// Its first byte in the text.
    pub at: usize,
}

/// The words of a text, in order.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    for run in text.split_inclusive(char::is_whitespace) {
        if !is_address(run.trim()) {
            let mut start = at;
            for part in run.split_inclusive(['/', '—', '…']) {
                let before = part.len() - part.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
                let word = part.trim_matches(|c: char| !c.is_alphanumeric());
                if !word.is_empty() {
                    found.push(Word { text: word, at: start + before });
                }
                start += part.len();
            }
        }
        at += run.len();
    }
    found
}

/// Whether a run of signs is an address of the web or of mail.
fn is_address(run: &str) -> bool {
    let dotted = |text: &str| text.trim_end_matches(['.', ',', ')', ';']).contains('.');
    run.contains("://")
        || run.starts_with("www.")
        || run.starts_with("mailto:")
        || run.split_once('@').is_some_and(|(before, after)| !before.is_empty() && dotted(after))
        || run.split_once('/').is_some_and(|(host, _)| {
            host.split_once('.').is_some_and(|(name, ending)| {
                let letters = |part: &str| {
                    part.len() > 1 && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.')
                };
                letters(name) && letters(ending) && ending.chars().all(|c| !c.is_ascii_digit())
            })
        })
}

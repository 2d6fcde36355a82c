//! Words as a list in a sentence.

/// "a, b or c": `comma` between all words but the last two, `last` between those.
pub fn listed(words: &[String], comma: &str, last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., end] => format!("{}{last}{end}", before.join(comma)),
    }
}

//! A text from elsewhere as an author carries it over into an article: it gets metadata, and nothing else is changed.

/// `text` as an article.
pub(crate) fn of(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    format!("---\ntitle: From elsewhere\nsummary: What somebody else wrote.\n---\n\n{text}")
}

//! Words to names. The only file that names `slug`.

/// The words of `text` in small ASCII letters and digits, joined by `-`; may be empty.
pub fn slug(text: &str) -> String {
    slug::slugify(text)
}

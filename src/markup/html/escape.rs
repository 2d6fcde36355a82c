//! Escaping: the one way by which an author's words come into a page.

use std::fmt::Write as _;

/// `text` for use between tags and in quoted attributes.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape(&mut html, text);
    html
}

/// Adds `text` to `html`, for use between tags and in quoted attributes.
pub(super) fn escape(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
}

/// Adds an address that an author wrote to `html`, for use in a quoted attribute.
///
/// What may not stand in an address as it is becomes percent codes; codes that are there stay.
pub(super) fn escape_address(html: &mut String, address: &str) {
    for byte in address.bytes() {
        match byte {
            b'&' => html.push_str("&amp;"),
            b'\'' => html.push_str("&#39;"),
            byte if byte.is_ascii_alphanumeric() || b"-_.+!*(),%#@?=;:/$~".contains(&byte) => {
                html.push(char::from(byte));
            }
            byte => {
                // Writing to a String does not fail.
                let _ = write!(html, "%{byte:02X}");
            }
        }
    }
}

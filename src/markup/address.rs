//! The addresses that links lead to, as authors write them.

/// The kinds of address that a page may link to.
pub const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// The scheme of an address in small letters, `None` for one inside the guide: `https` of `https://…`.
///
/// Reads an address as browsers do: spaces before it and control characters anywhere do not count.
pub fn scheme(address: &str) -> Option<String> {
    let seen = address.chars().filter(|c| !c.is_control() && *c != ' ');
    let mut scheme = String::new();
    for character in seen {
        match character {
            ':' => return (!scheme.is_empty()).then_some(scheme),
            'a'..='z' | 'A'..='Z' => scheme.push(character.to_ascii_lowercase()),
            '0'..='9' | '+' | '-' | '.' if !scheme.is_empty() => scheme.push(character),
            _ => return None,
        }
    }
    None
}

/// Whether the address names another host but no scheme: `//host/path`.
pub fn is_protocol_relative(address: &str) -> bool {
    let mut seen = address.chars().filter(|c| !c.is_control() && *c != ' ');
    let slash = |c: Option<char>| matches!(c, Some('/' | '\\'));
    slash(seen.next()) && slash(seen.next())
}

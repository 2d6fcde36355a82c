//! Links that open a file in the editor, as `editor_url` of site.toml says.

use super::Shown;
use crate::base::text::LineColumn;

/// Schemes that run something in the browser itself.
const NEVER: [&str; 3] = ["javascript", "data", "vbscript"];

/// The link that opens a file; `None` where the guide does not say how.
pub(super) fn link(shown: &Shown, path: &str, at: Option<LineColumn>) -> Option<String> {
    let form = shown.preview.guide()?.site.editor_url.as_deref()?;
    filled(form, &format!("{}/{path}", shown.root), at)
}

fn filled(form: &str, path: &str, at: Option<LineColumn>) -> Option<String> {
    let (scheme, _) = form.split_once(':')?;
    let is_scheme = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    if !scheme.chars().all(is_scheme) || NEVER.iter().any(|never| scheme.eq_ignore_ascii_case(never)) {
        return None;
    }
    let (line, column) = at.map_or((1, 1), |at| (at.line, at.column));
    let path = encoded(path);
    // An editor's own scheme begins the path after a slash: `vscode://file/{path}`.
    let has_slash = form.contains("/{path}") && !form.contains("://{path}");
    let path = if has_slash { path.trim_start_matches('/') } else { &path };
    let filled = form.replace("{path}", path).replace("{line}", &line.to_string());
    Some(filled.replace("{column}", &column.to_string()))
}

/// A path as it can stand in an address.
fn encoded(path: &str) -> String {
    let mut encoded = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_and_a_place_are_filled_in() {
        let at = Some(LineColumn { line: 3, column: 7 });
        let told = |form| filled(form, "/home/ann/my guide/content/a#b.md", at);
        let whole = Some("vscode://file/home/ann/my%20guide/content/a%23b.md:3:7".to_owned());
        assert_eq!(told("vscode://file/{path}:{line}:{column}"), whole);
        assert_eq!(told("txmt://open?url=file://{path}&line={line}").unwrap(), {
            "txmt://open?url=file:///home/ann/my%20guide/content/a%23b.md&line=3"
        });
        assert_eq!(told("javascript:alert('{path}')"), None);
        assert_eq!(told("JavaScript:alert(1)"), None);
        assert_eq!(told("no scheme"), None);
    }
}

//! A page on its way to a browser: as a build writes it, with one line more, which names the preview's script.
//!
//! That line also says which bytes these are, so that the script can be told when there are others. Style sheets
//! are left out of that: they are exchanged in the open page.

use crate::base::hash::ContentHash;

/// What a browser may load for a page of the preview's own.
pub(super) const OWN_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                                     connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// What a browser may load for a page of the guide that does not say so itself: no other page may frame it, and
/// whatever script is in it may ask this server only.
const NO_POLICY: &str = "connect-src 'self'; frame-ancestors 'none'";

/// What a page would have loaded for it, and which bytes it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    /// Its name: other bytes, other name.
    pub(super) name: String,
    /// The style sheets, as the page refers to them.
    pub(super) styles: Vec<String>,
}

/// The version of a page, answered with this status.
pub(super) fn version(status: u16, html: &str) -> Version {
    let mut rest = html;
    let mut without = status.to_string();
    let mut styles = Vec::new();
    let mark = "<link rel=\"stylesheet\" href=\"";
    while let Some((before, after)) = rest.split_once(mark) {
        without.push_str(before);
        let Some((href, after)) = after.split_once('"') else { break };
        styles.push(href.replace("&amp;", "&"));
        rest = after;
    }
    without.push_str(rest);
    Version { name: ContentHash::of(without.as_bytes()).short(), styles }
}

/// The page with the line of the preview, and what a browser may load for it.
pub(super) fn dressed(html: &str, version: &Version) -> (String, String) {
    let (html, policy) = policy(html);
    let script = format!("<script src=\"/_preview/preview.js\" data-version=\"{}\" defer></script>\n", version.name);
    let dressed = match html.rsplit_once("</body>") {
        Some((before, after)) => format!("{before}{script}</body>{after}"),
        None => html + &script,
    };
    (dressed, policy)
}

/// Takes a page's own policy out of it, and lets the preview's script ask this server, too.
fn policy(html: &str) -> (String, String) {
    let found = html.split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"");
    let parts = found.and_then(|(before, rest)| Some((before, rest.split_once('"')?)));
    let parts = parts.and_then(|(before, (policy, rest))| Some((before, policy, rest.split_once('>')?.1)));
    let Some((before, policy, after)) = parts else { return (html.to_owned(), NO_POLICY.to_owned()) };
    let policy = policy.replace("&#x27;", "'").replace("&#39;", "'").replace("&amp;", "&");
    let lines = policy.split(';').map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("connect-src"));
    let rest = lines.filter(|line| !line.starts_with("frame-ancestors")).collect::<Vec<_>>().join("; ");
    (format!("{before}{after}"), format!("{rest}; connect-src 'self'; frame-ancestors 'none'"))
}

/// Text as it can stand in a page.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// A page of the preview's own, where the guide has none to show. `told` is what a reader without scripts sees.
pub(super) fn own(title: &str, words: &str, told: &str) -> String {
    let (title, words, told) = (escaped(title), escaped(words), escaped(told));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title} · Preview</title>\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"stylesheet\" href=\"/_preview/page.css\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <p>{words}</p>\n<noscript><pre>{told}</pre></noscript>\n</main>\n</body>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>\n<link rel=\"stylesheet\" href=\"../a.1.css\">\n</head><body>Text</body>\n";

    #[test]
    fn a_page_gets_one_line_and_keeps_its_bytes() {
        let version = version(200, PAGE);
        let (html, policy) = dressed(PAGE, &version);
        let line = format!("<script src=\"/_preview/preview.js\" data-version=\"{}\" defer></script>\n", version.name);
        assert_eq!(html.replace(&line, ""), PAGE);
        assert_eq!(policy, "connect-src 'self'; frame-ancestors 'none'");
        assert!(dressed("Half a page", &version).0.starts_with("Half a page<script"));
    }

    #[test]
    fn another_style_sheet_is_no_other_page() {
        let other = version(200, &PAGE.replace("a.1.css", "a.2.css"));
        assert_eq!(other.name, version(200, PAGE).name);
        assert_eq!(other.styles, ["../a.2.css"]);
        assert_ne!(version(200, &PAGE.replace("Text", "Words")).name, version(200, PAGE).name);
        assert_ne!(version(404, PAGE).name, version(200, PAGE).name);
    }

    #[test]
    fn the_policy_of_a_page_moves_to_its_head_lines() {
        let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#x27;none&#x27;; \
                    connect-src &#x27;none&#x27;; script-src 'self'\">";
        let page = PAGE.replace("<head>", &format!("<head>\n{meta}"));
        let (html, policy) = dressed(&page, &version(200, &page));
        assert_eq!(policy, "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'");
        assert!(!html.contains("Content-Security-Policy"), "{html}");
    }
}

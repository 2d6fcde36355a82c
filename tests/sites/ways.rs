//! The finder as a text: each page with its question, and where each answer leads.

use std::collections::BTreeMap;

/// The pages of `artifacts` below find/, in the order of their numbers.
pub(crate) fn ways(artifacts: &[(&str, &str)]) -> String {
    let mut pages: BTreeMap<usize, String> = BTreeMap::new();
    for (path, html) in artifacts {
        let Some(rest) = path.strip_prefix("find/").and_then(|rest| rest.strip_suffix("index.html")) else { continue };
        let number = rest.trim_end_matches('/').parse().unwrap_or(0);
        let main = between(html, "<main", "</main>").unwrap_or_default();
        let mut text = format!("{number}. {}\n", words(between(main, "<h1>", "</h1>").unwrap_or_default()));
        for class in ["finder-progress\">", "lead\">"] {
            for piece in main.split(class).skip(1) {
                text.push_str(&format!("   {}\n", words(piece.split("</p>").next().unwrap())));
            }
        }
        for link in main.split("<a class=\"choice\" href=\"").skip(1) {
            let (href, rest) = link.split_once("\">").unwrap();
            text.push_str(&format!("   - {} → {href}\n", words(rest.split("</a>").next().unwrap())));
        }
        pages.insert(number, text);
    }
    pages.into_values().collect::<Vec<_>>().join("\n")
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    text.split_once(start)?.1.split_once(end).map(|(inside, _)| inside)
}

/// The text without its tags.
fn words(html: &str) -> String {
    let pieces = html.split('<').enumerate();
    let text: String = pieces
        .map(|(at, piece)| if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, text)| text) })
        .collect();
    text.trim().replace("&#39;", "'").replace("&quot;", "\"")
}

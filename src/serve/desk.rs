//! The editors' desk: the report of the guide, in which files open in the editor and titles lead to their pages.
//!
//! The report itself, as `careguide report` writes it, has no such links: it may be read on another computer.

use std::collections::BTreeMap;

use super::page::escaped;
use super::{Shown, editor};
use crate::base::text::LineColumn;
use crate::base::{Address, InputPath};
use crate::guide::{ArticleId, Guide, NodeId, PageId, PartId, ScenarioId};

/// The page of the report with its links.
pub(super) fn linked(shown: &Shown, html: &str) -> String {
    let Some(guide) = shown.preview.guide() else { return html.to_owned() };
    let pages = pages(guide);
    let mut linked = String::with_capacity(html.len() * 2);
    let mut rest = html;
    while let Some((before, tag, after)) = next_tag(rest) {
        linked.push_str(before);
        linked.push_str(tag);
        rest = after;
        let Some((words, next)) = after.split_once('<') else { continue };
        let link = match tag {
            _ if tag.starts_with("<code") => file(shown, words),
            _ if tag.starts_with("<th ") || tag == "<li>" && next.starts_with("code") => title(&pages, words),
            _ => None,
        };
        linked.push_str(link.as_deref().unwrap_or(words));
        rest = after.get(words.len()..).unwrap_or("");
        // A file that is told quietly stands behind a title, and that leads to the page already.
        if tag == "<code>"
            && let Some(after) = rest.strip_prefix("</code>")
            && let Some(address) = pages.files.get(&InputPath::new(unescaped(words)))
        {
            linked.push_str(&format!(
                "</code> <a href=\"{address}\" aria-label=\"See the page of {words}\">see the page</a>"
            ));
            rest = after;
        }
    }
    linked + rest
}

/// The text before the next tag, the tag, and the text after it.
fn next_tag(html: &str) -> Option<(&str, &str, &str)> {
    let (start, length) = (html.find('<')?, html.get(html.find('<')?..)?.find('>')? + 1);
    Some((html.get(..start)?, html.get(start..start + length)?, html.get(start + length..)?))
}

/// The title of each page, once there is only one of that title; and the address of each file's page.
struct Pages {
    titles: BTreeMap<String, Option<Address>>,
    files: BTreeMap<InputPath, Address>,
}

fn pages(guide: &Guide) -> Pages {
    let mut pages = Pages { titles: BTreeMap::new(), files: BTreeMap::new() };
    let mut add = |title: &str, path: &InputPath, node| {
        let address = guide.address(node);
        pages.titles.entry(title.to_owned()).and_modify(|it| *it = None).or_insert_with(|| Some(address.clone()));
        pages.files.insert(path.clone(), address);
    };
    if let Some(home) = &guide.home {
        add(&home.title, &home.prose.targets.path, NodeId::Home);
    }
    for (at, it) in guide.articles.iter().enumerate() {
        add(&it.title, &it.prose.targets.path, NodeId::Article(ArticleId(at)));
    }
    for (at, it) in guide.scenarios.iter().enumerate() {
        add(&it.title, &it.prose.targets.path, NodeId::Scenario(ScenarioId(at)));
    }
    for (at, it) in guide.pages.iter().enumerate() {
        add(&it.title, &it.prose.targets.path, NodeId::Page(PageId(at)));
    }
    for (at, it) in guide.parts.iter().enumerate() {
        add(&it.title, &it.prose.targets.path, NodeId::Part(PartId(at)));
    }
    pages
}

/// A file that opens in the editor, at its line.
fn file(shown: &Shown, words: &str) -> Option<String> {
    let (path, at) = place(shown, &unescaped(words))?;
    let open = editor::link(shown, path.as_str(), at)?;
    Some(format!("<a href=\"{}\">{words}</a>", escaped(&open)))
}

/// `content/articles/knee.md:3:1`: a file of the guide, and a place in it.
fn place(shown: &Shown, words: &str) -> Option<(InputPath, Option<LineColumn>)> {
    let known = |path: &str| Some(InputPath::new(path)).filter(|path| shown.preview.inputs().bytes(path).is_some());
    if let Some(path) = known(words) {
        return Some((path, None));
    }
    let (rest, column) = words.rsplit_once(':')?;
    let (path, line) = rest.rsplit_once(':')?;
    let at = LineColumn { line: line.parse().ok()?, column: column.parse().ok()? };
    Some((known(path)?, Some(at)))
}

/// A title that leads to its page.
fn title(pages: &Pages, words: &str) -> Option<String> {
    let title = words.trim();
    let address = pages.titles.get(&unescaped(title))?.as_ref()?;
    let after = if words.ends_with(' ') { " " } else { "" };
    Some(format!("<a href=\"{address}\">{title}</a>{after}"))
}

/// Text out of a page. `&amp;` comes last, so that nothing is turned back twice.
fn unescaped(text: &str) -> String {
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&#x2F;", "/")];
    signs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to)).replace("&amp;", "&")
}

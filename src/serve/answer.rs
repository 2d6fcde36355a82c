//! What stands at an address of the preview: a page, a file, or that it stands elsewhere.
//!
//! Pure: what is shown and an address in, bytes out. Nothing of what was asked is ever repeated in an answer.

use std::sync::Arc;

use super::{Shown, desk, page};
use crate::base::{InputPath, url};
use crate::report::human::{self, Style};
use crate::report::{Diagnostic, Problems};
use crate::session::Served;

/// The preview's own files.
const OWN: [(&str, &str); 3] = [
    ("/_preview/preview.js", include_str!("assets/preview.js")),
    ("/_preview/preview.css", include_str!("assets/preview.css")),
    ("/_preview/page.css", include_str!("assets/page.css")),
];

/// Kinds of files by their ending, as browsers name them.
const KINDS: [(&str, &str); 21] = [
    ("avif", "image/avif"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("gif", "image/gif"),
    ("html", HTML),
    ("ico", "image/x-icon"),
    ("ics", "text/calendar; charset=utf-8"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("md", "text/markdown; charset=utf-8"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
    ("xml", "application/xml"),
];
const HTML: &str = "text/html; charset=utf-8";

/// What stands at an address.
pub(super) enum Found {
    /// A page.
    Page(Page),
    /// Any other file, and its kind.
    File(Arc<[u8]>, &'static str),
    /// It stands at this address.
    Elsewhere(String),
}

/// A page as it was made, before anything is added.
pub(super) struct Page {
    pub(super) status: u16,
    pub(super) html: String,
    /// The file that its author wrote it in.
    pub(super) written: Option<InputPath>,
    /// Why it could not be made.
    pub(super) failed: Option<Box<Diagnostic>>,
    /// Whether it is the preview's own, and none of the guide.
    is_own: bool,
}

/// An answer, ready to be sent.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    pub(super) policy: String,
    pub(super) elsewhere: Option<String>,
    pub(super) bytes: Arc<[u8]>,
}

/// The answer to somebody who reads what stands at `path`.
pub(super) fn answer(shown: &Shown, path: &str) -> Answer {
    let policy = page::OWN_POLICY.to_owned();
    match find(shown, path) {
        Found::Page(page) => {
            let (html, own) = page::dressed(&page.html, &page::version(page.status, &page.html));
            let policy = if page.is_own { policy } else { own };
            Answer { status: page.status, kind: HTML, policy, elsewhere: None, bytes: html.into_bytes().into() }
        }
        Found::File(bytes, kind) => Answer { status: 200, kind, policy, elsewhere: None, bytes },
        Found::Elsewhere(address) => {
            let kind = "text/plain; charset=utf-8";
            Answer { status: 307, kind, policy, elsewhere: Some(address), bytes: Arc::from(&b"elsewhere\n"[..]) }
        }
    }
}

/// What stands at `path`, which is decoded.
pub(super) fn find(shown: &Shown, path: &str) -> Found {
    if let Some((_, text)) = OWN.iter().find(|(own, _)| *own == path) {
        return Found::File(Arc::from(text.as_bytes()), kind(path));
    }
    if path == "/_desk" {
        return Found::Elsewhere("/_desk/".to_owned());
    }
    let Some(guide) = shown.preview.guide() else { return Found::Page(not_yet(shown)) };
    if let Some(below) = path.strip_prefix("/_desk/") {
        return match shown.preview.desk(&format!("/{below}")) {
            Some(served) => desk(shown, served),
            None => Found::Page(missing(shown)),
        };
    }
    let path = path.strip_suffix("/index.html").map_or_else(|| path.to_owned(), |folder| format!("{folder}/"));
    if let Some(served) = shown.preview.file(&path) {
        return file(served, 200);
    }
    let folder = format!("{path}/");
    if shown.preview.file(&folder).is_some() {
        return Found::Elsewhere(folder);
    }
    // The page for what is not there links from the root of the host that the guide will have.
    let base = guide.site.base_url.as_deref().and_then(url::path_of).unwrap_or_default();
    match path.strip_prefix(base.trim_end_matches('/')).and_then(|path| Some((path, shown.preview.file(path)?))) {
        Some((path, _)) if base.len() > 1 => Found::Elsewhere(path.to_owned()),
        _ => Found::Page(missing(shown)),
    }
}

fn file(served: Result<Served, Box<Diagnostic>>, status: u16) -> Found {
    let Served { path, bytes, written } = match served {
        Ok(served) => served,
        Err(failed) => return Found::Page(failing(failed)),
    };
    let kind = kind(&path);
    match std::str::from_utf8(&bytes) {
        Ok(html) if kind == HTML => {
            Found::Page(Page { status, html: html.to_owned(), written, failed: None, is_own: false })
        }
        _ => Found::File(bytes, kind),
    }
}

/// A file of the desk, its pages with links to the pages of the guide and into the editor.
fn desk(shown: &Shown, served: Result<Served, Box<Diagnostic>>) -> Found {
    match file(served, 200) {
        Found::Page(page) if page.failed.is_none() => {
            Found::Page(Page { html: desk::linked(shown, &page.html), is_own: true, ..page })
        }
        found @ (Found::Page(_) | Found::File(..) | Found::Elsewhere(_)) => found,
    }
}

/// The guide's own page for what is not there.
fn missing(shown: &Shown) -> Page {
    let own = |(title, words)| Page {
        status: 404,
        html: page::own(title, words, ""),
        written: None,
        failed: None,
        is_own: true,
    };
    match shown.preview.file("/404.html").map(|served| file(served, 404)) {
        Some(Found::Page(page)) => page,
        _ => own(("Nothing stands here", "There is no page at this address.")),
    }
}

/// Before there was a guide without an error, there is no page.
fn not_yet(shown: &Shown) -> Page {
    let words = "The guide has errors that keep its pages from being made. Once they are mended, this page shows the \
                 guide by itself.";
    let html = page::own("No page can be shown yet", words, &terminal(shown, shown.preview.problems()));
    Page { status: 503, html, written: None, failed: None, is_own: true }
}

/// A template failed on this page alone.
fn failing(failed: Box<Diagnostic>) -> Page {
    let words = "Its template fails. Once that is mended, this page shows it by itself.";
    let html = page::own("This page cannot be made", words, "");
    Page { status: 500, html, written: None, failed: Some(failed), is_own: true }
}

/// Problems as the terminal shows them, for those who read without scripts.
fn terminal(shown: &Shown, problems: &Problems) -> String {
    human::render(&problems.clone().without_notes(), Style::Plain, &|path| shown.preview.inputs().text(path))
}

/// The kind of a file.
fn kind(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    KINDS.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, kind)| kind)
}

/// A path out of an address, its `%20` turned back; `None` if that is no text.
pub(super) fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
        match byte {
            b'%' => bytes.push(u8::try_from(digit()? * 16 + digit()?).ok()?),
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_decoded_once() {
        assert_eq!(decoded("/a%20b/%C3%A4").as_deref(), Some("/a b/ä"));
        assert_eq!(decoded("/%252e").as_deref(), Some("/%2e"));
        for wrong in ["/%", "/%2", "/%zz", "/%FF"] {
            assert_eq!(decoded(wrong), None, "{wrong}");
        }
    }
}

//! A finished site: its files, and where its links lead.

use std::collections::BTreeMap;
use std::path::Path;

use careguide::base::{Date, Links};
use careguide::check::Occasion;
use careguide::report::human::{self, Style};
use careguide::resolve::Drafts;
use careguide::session::{self, Options};

use crate::page::Page;

/// How a site is written out.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub(crate) portable: bool,
    /// Where it will stand.
    pub(crate) base: Option<String>,
}

/// A finished site.
#[derive(Clone)]
pub(crate) struct Site {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    pub(crate) form: Form,
}

/// What a link leads to: a file of the site, and a place in it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) file: String,
    pub(crate) anchor: Option<String>,
}

impl Site {
    /// The guide in `root` as `careguide build` makes it, on a day that never changes.
    pub(crate) fn build(root: &Path, form: &Form) -> Site {
        let inputs = careguide::disk::read(root).unwrap();
        let options = Options {
            drafts: Drafts::Hidden,
            base_url: form.base.clone(),
            links: if form.portable { Links::Portable } else { Links::Server },
            today: Date::parse("2026-11-22").unwrap(),
            occasion: Occasion::Everyday,
        };
        let built = session::build(&inputs, &options);
        let report = human::render(&built.problems, Style::Plain, &|path| inputs.text(path));
        let Some(site) = built.value else { panic!("{} has errors:\n{report}", root.display()) };
        let settings: toml::Table = std::fs::read_to_string(root.join("site.toml")).unwrap().parse().unwrap();
        let own = settings.get("base_url").and_then(|url| url.as_str()).filter(|url| !url.is_empty());
        let base = form.base.clone().or_else(|| own.map(|url| format!("{}/", url.trim_end_matches('/'))));
        let files = site.artifacts.into_iter().map(|artifact| (artifact.path, artifact.bytes.to_vec())).collect();
        Site { files, form: Form { base, ..form.clone() } }
    }

    pub(crate) fn text(&self, path: &str) -> String {
        String::from_utf8(self.files[path].clone()).unwrap()
    }

    /// All pages by path.
    pub(crate) fn pages(&self) -> BTreeMap<String, Page> {
        let paths = self.files.keys().filter(|path| path.ends_with(".html"));
        paths.map(|path| (path.clone(), Page::read(&self.text(path)))).collect()
    }

    /// What a reference on a page or in a style sheet leads to, or why it cannot lead anywhere. Whether
    /// something is there is another question.
    pub(crate) fn target(&self, from: &str, href: &str) -> Result<Target, &'static str> {
        let (path, anchor) = match href.split_once('#') {
            Some((path, anchor)) => (path, Some(percent_decoded(anchor))),
            None => (href, None),
        };
        if path.contains('?') {
            return Err("has a query, which a folder of files does not answer");
        }
        if path.is_empty() {
            return Ok(Target { file: from.to_owned(), anchor });
        }
        // The page for addresses that are not there is shown at any depth: it alone links from the root.
        let (folder, path) = match (from, path.strip_prefix('/')) {
            ("404.html", Some(_)) => match path.strip_prefix(self.base_path().as_str()) {
                Some(below) => ("", below),
                None => return Err("does not begin with the path of the site"),
            },
            ("404.html", None) => return Err("is relative, on a page that is shown at any depth"),
            (_, Some(_)) => return Err("begins with a slash, and the site may stand anywhere"),
            (_, None) => (from.rsplit_once('/').map_or("", |(folder, _)| folder), path),
        };
        let mut parts: Vec<String> = folder.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let to_folder = path.is_empty() || path.ends_with(['/', '.']);
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop().ok_or("leaves the site")?;
                }
                part => parts.push(percent_decoded(part)),
            }
        }
        if to_folder {
            parts.push("index.html".to_owned());
        }
        if to_folder && self.form.portable && from != "404.html" {
            return Err("needs a web server, and the site is to do without");
        }
        if !to_folder && !self.form.portable && parts.last().is_some_and(|name| name == "index.html") {
            return Err("ends in index.html: the page would have two addresses");
        }
        Ok(Target { file: parts.join("/"), anchor })
    }

    /// The path below which the site stands: `/`, or `/a/b/` of `https://example.org/a/b/`.
    fn base_path(&self) -> String {
        let base = self.form.base.as_deref().and_then(|base| base.split_once("://"));
        base.and_then(|(_, rest)| rest.split_once('/')).map_or("/".to_owned(), |(_, path)| format!("/{path}"))
    }

    /// The whole address of a page.
    pub(crate) fn address(&self, path: &str) -> Option<String> {
        let folder = path.strip_suffix("index.html").unwrap_or(path);
        self.form.base.as_deref().map(|base| format!("{base}{folder}"))
    }
}

/// Whether a reference leads out of the site.
pub(crate) fn is_external(href: &str) -> bool {
    let scheme = href.split(['/', '#', '?']).next().unwrap_or("").contains(':');
    scheme || href.starts_with("//")
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}

//! All that can be wrong with a finished site, one function for each kind.
//!
//! Each fault is a line: the file, and what is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use crate::page::Page;
use crate::site::{Site, is_external};

type Pages = BTreeMap<String, Page>;

/// Everything that is wrong with a site, sorted by kind and file.
pub(crate) fn all(site: &Site) -> Vec<String> {
    let pages = site.pages();
    let kinds: &[fn(&Site, &Pages) -> Vec<String>] =
        &[links, outward, loads, style_sheets, ids, headings, pictures, languages, active, reachable, moved, search];
    kinds.iter().flat_map(|kind| kind(site, &pages)).collect()
}

/// Every internal link and every id that something names leads somewhere.
fn links(site: &Site, pages: &Pages) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, page) in pages {
        for link in page.links.iter().filter(|link| !is_external(&link.href)) {
            faults.extend(leads_nowhere(site, pages, path, &link.href));
        }
        for id in page.named.iter().filter(|id| !page.has(id)) {
            faults.push(format!("{path}: an element names the id {id}, which nothing has"));
        }
    }
    faults
}

fn leads_nowhere(site: &Site, pages: &Pages, path: &str, href: &str) -> Option<String> {
    let target = match site.target(path, href) {
        Ok(target) => target,
        Err(why) => return Some(format!("{path}: the link {href} {why}")),
    };
    match (pages.get(&target.file), target.anchor) {
        (None, _) if !site.files.contains_key(&target.file) => {
            Some(format!("{path}: the link {href} leads to {}, which is not there", target.file))
        }
        (Some(page), Some(anchor)) if !page.has(&anchor) => {
            Some(format!("{path}: the link {href} leads to the place {anchor}, which is not there"))
        }
        _ => None,
    }
}

impl Page {
    fn has(&self, id: &str) -> bool {
        self.ids.iter().any(|(own, _)| own == id)
    }
}

/// Links to other sites tell them nothing of where the reader comes from; no link runs anything.
fn outward(_: &Site, pages: &Pages) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, page) in pages {
        for link in page.links.iter().filter(|link| is_external(&link.href)) {
            let href = &link.href;
            let scheme = href.split(':').next().unwrap_or("");
            let rel: Vec<&str> = link.rel.split_whitespace().collect();
            if !["http", "https", "mailto", "tel"].contains(&scheme) {
                faults.push(format!("{path}: the link {href} is of a kind that no page may have"));
            } else if scheme.starts_with("http") && !(rel.contains(&"noreferrer") && rel.contains(&"noopener")) {
                faults.push(format!("{path}: the link {href} lacks rel=\"noreferrer noopener\""));
            }
        }
    }
    faults
}

/// Nothing is fetched from another host, and all that is fetched is there.
fn loads(site: &Site, pages: &Pages) -> Vec<String> {
    let loads = pages.iter().flat_map(|(path, page)| page.loads.iter().map(move |href| (path, href)));
    loads.filter_map(|(path, href)| not_loaded(site, path, href)).collect()
}

fn not_loaded(site: &Site, path: &str, href: &str) -> Option<String> {
    if is_external(href) {
        return Some(format!("{path}: loads {href} from elsewhere"));
    }
    match site.target(path, href) {
        Err(why) => Some(format!("{path}: loads {href}, which {why}")),
        Ok(target) if !site.files.contains_key(&target.file) => {
            Some(format!("{path}: loads {}, which is not there", target.file))
        }
        Ok(_) => None,
    }
}

/// The same for what style sheets fetch.
fn style_sheets(site: &Site, _: &Pages) -> Vec<String> {
    let mut faults = Vec::new();
    for path in site.files.keys().filter(|path| path.ends_with(".css")) {
        let text = site.text(path);
        if text.contains("@import") {
            faults.push(format!("{path}: imports another style sheet"));
        }
        for after in text.split("url(").skip(1) {
            let href = after.split(')').next().unwrap_or("").trim_matches(['"', '\'', ' ']);
            if !href.starts_with("data:") {
                faults.extend(not_loaded(site, path, href));
            }
        }
    }
    faults
}

/// An id is on a page once. Those that authors make are on headings (of columns, too) and terms; the program's own begin
/// with `cg-` or `item-`, so the two never meet.
fn ids(_: &Site, pages: &Pages) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, page) in pages {
        let mut seen = BTreeSet::new();
        for (id, tag) in &page.ids {
            if !seen.insert(id) {
                faults.push(format!("{path}: the id {id} is there twice"));
            }
            let of_author = ["h2", "h3", "h4", "h5", "h6", "dt", "th"].contains(&tag.as_str());
            if !of_author && !id.starts_with("cg-") && !id.starts_with("item-") {
                faults.push(format!("{path}: the id {id} of <{tag}> could be an author's"));
            }
            if id.is_empty() || id.contains(char::is_whitespace) {
                faults.push(format!("{path}: the id {id:?} is none"));
            }
        }
    }
    faults
}

/// One heading of the first level, before all others; and no level is left out on the way down.
fn headings(_: &Site, pages: &Pages) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, page) in pages {
        let first = page.headings.iter().filter(|level| **level == 1).count();
        if first != 1 {
            faults.push(format!("{path}: has {first} headings of the first level"));
        }
        let mut before = 0;
        for level in &page.headings {
            if *level > before + 1 {
                faults.push(format!("{path}: a heading of level {level} follows one of level {before}"));
            }
            before = *level;
        }
    }
    faults
}

/// Pictures say what they show, and take their room before they are loaded.
fn pictures(_: &Site, pages: &Pages) -> Vec<String> {
    let all = pages.iter().flat_map(|(path, page)| page.poor_pictures.iter().map(move |poor| (path, poor)));
    all.map(|(path, poor)| format!("{path}: the picture {poor}")).collect()
}

/// Each page says its language.
fn languages(_: &Site, pages: &Pages) -> Vec<String> {
    let silent = pages.iter().filter(|(_, page)| page.lang.is_empty());
    silent.map(|(path, _)| format!("{path}: does not say its language")).collect()
}

/// Nothing runs, sends or restyles.
fn active(_: &Site, pages: &Pages) -> Vec<String> {
    let all = pages.iter().flat_map(|(path, page)| page.active.iter().map(move |what| (path, what)));
    all.map(|(path, what)| format!("{path}: has the {what}")).collect()
}

/// Each page that is meant to be found can be reached from the home page by links.
fn reachable(site: &Site, pages: &Pages) -> Vec<String> {
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut next = vec!["index.html".to_owned()];
    while let Some(path) = next.pop() {
        let Some(page) = pages.get(&path) else { continue };
        for link in page.links.iter().filter(|link| !is_external(&link.href)) {
            if let Ok(target) = site.target(&path, &link.href)
                && reached.insert(target.file.clone())
            {
                next.push(target.file);
            }
        }
    }
    let meant = pages.iter().filter(|(_, page)| !page.noindex);
    let lost = meant.filter(|(path, _)| !reached.contains(*path));
    lost.map(|(path, _)| format!("{path}: no way leads there from the home page")).collect()
}

/// An old address leads on to a page, by a relative address, and is not for search engines.
fn moved(site: &Site, pages: &Pages) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, page) in pages {
        let Some(href) = &page.moved_to else { continue };
        let there = site.target(path, href).ok().and_then(|target| pages.get(&target.file));
        if is_external(href) || there.is_none_or(|page| page.moved_to.is_some()) {
            faults.push(format!("{path}: moves to {href}, which is no page"));
        }
        if !page.noindex {
            faults.push(format!("{path}: is an old address, and search engines may list it"));
        }
    }
    faults
}

/// Search engines are given each page that they may list, by its one whole address; and without a base
/// URL, none.
fn search(site: &Site, pages: &Pages) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, page) in pages {
        let none = path == "404.html" || page.moved_to.is_some();
        let wanted: Vec<String> = site.address(path).filter(|_| !none).into_iter().collect();
        if page.canonical != wanted {
            faults.push(format!("{path}: its canonical address is {:?}, not {wanted:?}", page.canonical));
        }
    }
    if let Some(page) = pages.get("404.html").filter(|page| !page.noindex) {
        faults.push(format!("404.html: search engines may list it ({} links)", page.links.len()));
    }
    let indexed = pages.iter().filter(|(_, page)| !page.noindex);
    let wanted: Vec<String> = indexed.filter_map(|(path, _)| site.address(path)).collect();
    let sitemap = site.files.contains_key("sitemap.xml").then(|| site.text("sitemap.xml"));
    match (&sitemap, &site.form.base) {
        (Some(_), None) => faults.push("sitemap.xml: is there without a base URL".to_owned()),
        (None, Some(_)) => faults.push("sitemap.xml: is not there".to_owned()),
        _ => {}
    }
    let listed = sitemap.as_deref().unwrap_or("").split("<loc>").skip(1);
    let mut listed: Vec<String> = listed.filter_map(|after| after.split("</loc>").next().map(str::to_owned)).collect();
    let mut wanted = wanted;
    listed.sort();
    wanted.sort();
    for address in listed.iter().filter(|address| !wanted.contains(address)) {
        faults.push(format!("sitemap.xml: lists {address}, which is no page to be listed"));
    }
    for address in wanted.iter().filter(|address| !listed.contains(address)) {
        faults.push(format!("sitemap.xml: does not list {address}"));
    }
    if !listed.windows(2).all(|pair| pair[0] != pair[1]) {
        faults.push("sitemap.xml: lists a page twice".to_owned());
    }
    let robots = site.text("robots.txt");
    let named: Vec<String> =
        robots.lines().filter_map(|line| line.strip_prefix("Sitemap: ")).map(str::to_owned).collect();
    let wanted: Vec<String> = site.form.base.iter().map(|base| format!("{base}sitemap.xml")).collect();
    if named != wanted {
        faults.push(format!("robots.txt: names the sitemaps {named:?}, not {wanted:?}"));
    }
    faults
}

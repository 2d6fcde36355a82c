//! Planted faults: each kind is found, at its place. A guard that never turns red guards nothing.

use std::path::Path;

use crate::faults;
use crate::site::{Form, Site};

/// A sound site with a picture and an old address.
fn sound(form: &Form) -> Site {
    let site = Site::build(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/birth"), form);
    assert_eq!(faults::all(&site), [""; 0]);
    site
}

fn plain() -> Form {
    Form { portable: false, base: None }
}

fn portable() -> Form {
    Form { portable: true, base: None }
}

fn based() -> Form {
    Form { portable: false, base: Some("https://guide.example.org/a/b/".to_owned()) }
}

impl Site {
    /// The first article's page: two folders deep.
    fn article(&self) -> String {
        let article = |path: &&String| path.starts_with("articles/") && self.pages()[*path].moved_to.is_none();
        self.files.keys().find(article).unwrap().clone()
    }

    fn old_address(&self) -> String {
        self.pages().into_iter().find(|(_, page)| page.moved_to.is_some()).unwrap().0
    }

    fn change(&mut self, path: &str, from: &str, to: &str) {
        let text = self.text(path);
        assert!(text.contains(from), "{path} has no {from}");
        self.files.insert(path.to_owned(), text.replacen(from, to, 1).into_bytes());
    }

    /// Puts HTML at the end of an article's text.
    fn plant(&mut self, html: &str) {
        self.change(&self.article(), "</main>", &format!("{html}</main>"));
    }
}

/// What is found on an article with this HTML in it, the article's path cut off.
fn found(form: &Form, html: &str) -> Vec<String> {
    let mut site = sound(form);
    site.plant(html);
    let path = format!("{}: ", site.article());
    faults::all(&site).iter().map(|fault| fault.replace(&path, "")).collect()
}

#[test]
fn dead_links_are_found() {
    let told = |href: &str| found(&plain(), &format!("<a href=\"{href}\">x</a>")).join("\n");
    assert_eq!(told("../gone/"), "the link ../gone/ leads to articles/gone/index.html, which is not there");
    assert_eq!(told("../../gone.pdf"), "the link ../../gone.pdf leads to gone.pdf, which is not there");
    assert_eq!(told("../.."), "");
    assert_eq!(told("#gone"), "the link #gone leads to the place gone, which is not there");
    assert_eq!(told("../../#gone"), "the link ../../#gone leads to the place gone, which is not there");
    assert_eq!(told("../../../"), "the link ../../../ leaves the site");
    assert_eq!(told("/about/"), "the link /about/ begins with a slash, and the site may stand anywhere");
    assert_eq!(told("../../?x=1"), "the link ../../?x=1 has a query, which a folder of files does not answer");
    let twice = "the link ../../index.html ends in index.html: the page would have two addresses";
    assert_eq!(told("../../index.html"), twice);
    assert_eq!(told("../../%67lossary/"), "");
}

#[test]
fn links_that_need_a_server_are_found_in_a_portable_site() {
    let told = |href: &str| found(&portable(), &format!("<a href=\"{href}\">x</a>")).join("\n");
    assert_eq!(told("../../"), "the link ../../ needs a web server, and the site is to do without");
    assert_eq!(told("../../index.html"), "");
}

#[test]
fn the_page_for_lost_readers_links_from_the_root() {
    let told = |href: &str| {
        let mut site = sound(&based());
        site.change("404.html", "</main>", &format!("<a href=\"{href}\">x</a></main>"));
        faults::all(&site).join("\n")
    };
    assert_eq!(told("/a/b/glossary/"), "");
    let why = "404.html: the link about/ is relative, on a page that is shown at any depth";
    assert_eq!(told("about/"), why);
    assert_eq!(told("/glossary/"), "404.html: the link /glossary/ does not begin with the path of the site");
}

#[test]
fn ids_named_by_nothing_and_ids_that_are_there_twice_are_found() {
    let told = |html: &str| found(&plain(), html).join("\n");
    assert_eq!(told("<p id=\"cg-main\">x</p>"), "the id cg-main is there twice");
    assert_eq!(told("<p id=\"mine\">x</p>"), "the id mine of <p> could be an author's");
    assert_eq!(told("<p id=\"cg-a b\">x</p>"), "the id \"cg-a b\" is none");
    assert_eq!(told("<p aria-labelledby=\"gone\">x</p>"), "an element names the id gone, which nothing has");
}

#[test]
fn wrong_headings_are_found() {
    assert_eq!(found(&plain(), "<h1>Again</h1>"), ["has 2 headings of the first level"]);
    assert_eq!(found(&plain(), "<h2>Two</h2><h4>Four</h4>"), ["a heading of level 4 follows one of level 2"]);
    let mut site = sound(&plain());
    let article = site.article();
    site.change(&article, "<h1", "<div");
    let wanted = [
        format!("{article}: has 0 headings of the first level"),
        format!("{article}: a heading of level 2 follows one of level 0"),
    ];
    assert_eq!(faults::all(&site), wanted);
}

#[test]
fn what_is_loaded_from_elsewhere_or_not_there_is_found() {
    let whole = |src: &str| format!("<img src=\"{src}\" alt=\"\" width=\"1\" height=\"1\">");
    let told = |html: &str| found(&plain(), html).join("\n");
    assert_eq!(told(&whole("https://example.org/a.png")), "loads https://example.org/a.png from elsewhere");
    assert_eq!(told(&whole("//example.org/a.png")), "loads //example.org/a.png from elsewhere");
    assert_eq!(told(&whole("data:image/png;base64,AA")), "loads data:image/png;base64,AA from elsewhere");
    assert_eq!(told(&whole("../../assets/gone.png")), "loads assets/gone.png, which is not there");
    assert_eq!(told("<video src=\"gone.mp4\"></video>").split(", ").last(), Some("which is not there"));
    let srcset = "<picture><source srcset=\"https://example.org/a.png 2x\"></picture>";
    assert_eq!(told(srcset), "loads https://example.org/a.png from elsewhere");
    let font = "<link rel=\"preload\" href=\"https://example.org/a.woff2\">";
    assert_eq!(told(font), "loads https://example.org/a.woff2 from elsewhere");
    assert_eq!(told("<img src=\"../../favicon.ico\">"), "the picture ../../favicon.ico lacks alt, width, height");
    let mut site = sound(&plain());
    let style = site.files.keys().find(|path| path.ends_with(".css")).unwrap().clone();
    site.files.insert(style.clone(), b"@import 'b.css'; a { background: url(\"https://example.org/a.png\") }".to_vec());
    let wanted = [
        format!("{style}: imports another style sheet"),
        format!("{style}: loads https://example.org/a.png from elsewhere"),
    ];
    assert_eq!(faults::all(&site), wanted);
    site.files.remove(&style);
    let pages = site.pages().values().filter(|page| page.moved_to.is_none()).count();
    assert_eq!(faults::all(&site).len(), pages, "each page but the old addresses needs it");
}

#[test]
fn what_runs_sends_or_restyles_is_found() {
    let told = |html: &str| found(&plain(), html).join("\n");
    assert_eq!(told("<script>x()</script>"), "has the <script>");
    assert_eq!(told("<p onclick=\"x()\">x</p>"), "has the attribute onclick of <p>");
    assert_eq!(told("<p style=\"color:red\">x</p>"), "has the attribute style of <p>");
    assert_eq!(told("<style>p{}</style>"), "has the <style>");
    assert_eq!(told("<form action=\"https://example.org/\"></form>"), "has the attribute action of <form>");
    assert_eq!(told("<button formaction=\"x\">x</button>"), "has the attribute formaction of <button>");
    assert_eq!(told("<iframe></iframe>"), "has the <iframe>");
    assert_eq!(told("<base target=\"_blank\">"), "has the <base>");
    assert_eq!(told("<form><input type=\"checkbox\"></form>"), "");
}

#[test]
fn links_to_other_sites_that_tell_where_one_comes_from_are_found() {
    let told = |html: &str| found(&plain(), html).join("\n");
    let lacks = "the link https://example.org/ lacks rel=\"noreferrer noopener\"";
    assert_eq!(told("<a href=\"https://example.org/\">x</a>"), lacks);
    assert_eq!(told("<a href=\"https://example.org/\" rel=\"noopener\">x</a>"), lacks);
    assert_eq!(told("<a href=\"https://example.org/\" rel=\"noopener noreferrer\">x</a>"), "");
    assert_eq!(told("<a href=\"mailto:a@example.org\">x</a>"), "");
    for href in ["javascript:x()", "data:text/html,x", "//example.org/", "file:///etc/passwd"] {
        let wanted = format!("the link {href} is of a kind that no page may have");
        assert_eq!(told(&format!("<a href=\"{href}\">x</a>")), wanted);
    }
}

#[test]
fn a_page_that_says_no_language_is_found() {
    let mut site = sound(&plain());
    let article = site.article();
    site.change(&article, " lang=\"en\"", "");
    assert_eq!(faults::all(&site), [format!("{article}: does not say its language")]);
}

#[test]
fn a_page_that_nothing_leads_to_is_found() {
    let mut site = sound(&plain());
    let lost = site.files[&site.article()].clone();
    site.files.insert("articles/lost/index.html".to_owned(), lost);
    let wanted = "articles/lost/index.html: no way leads there from the home page";
    assert!(faults::all(&site).contains(&wanted.to_owned()), "{:?}", faults::all(&site));
}

#[test]
fn old_addresses_that_lead_nowhere_are_found() {
    let move_to = |target: &str| {
        let mut site = sound(&plain());
        let old = site.old_address();
        let href = site.pages()[&old].moved_to.clone().unwrap();
        site.change(&old, &format!("url={href}"), &format!("url={target}"));
        faults::all(&site).iter().map(|fault| fault.replace(&old, "OLD")).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(move_to("../gone/"), "OLD: moves to ../gone/, which is no page");
    assert_eq!(move_to("/"), "OLD: moves to /, which is no page");
    assert_eq!(move_to("https://example.org/"), "OLD: moves to https://example.org/, which is no page");
    assert_eq!(move_to("./"), "OLD: moves to ./, which is no page");
    let mut site = sound(&plain());
    let old = site.old_address();
    site.change(&old, "noindex", "index");
    let told = faults::all(&site);
    assert!(told.contains(&format!("{old}: is an old address, and search engines may list it")), "{told:?}");
}

#[test]
fn wrong_words_to_search_engines_are_found() {
    let mut site = sound(&plain());
    let article = site.article();
    site.change(&article, "</head>", "<link rel=\"canonical\" href=\"https://example.org/\"></head>");
    let wanted = format!("{article}: its canonical address is [\"https://example.org/\"], not []");
    assert_eq!(faults::all(&site), [wanted]);

    let mut site = sound(&plain());
    site.files.insert("sitemap.xml".to_owned(), b"<urlset></urlset>".to_vec());
    assert_eq!(faults::all(&site), ["sitemap.xml: is there without a base URL"]);

    let mut site = sound(&based());
    let home = "https://guide.example.org/a/b/";
    site.change("sitemap.xml", &format!("<loc>{home}</loc>"), &format!("<loc>{home}gone/</loc>"));
    let wanted = [
        format!("sitemap.xml: lists {home}gone/, which is no page to be listed"),
        format!("sitemap.xml: does not list {home}"),
    ];
    assert_eq!(faults::all(&site), wanted);

    let mut site = sound(&based());
    site.change("sitemap.xml", "<urlset", &format!("<loc>{home}</loc><urlset"));
    assert_eq!(faults::all(&site), ["sitemap.xml: lists a page twice"]);

    let mut site = sound(&based());
    site.change("index.html", &format!("rel=\"canonical\" href=\"{home}\""), "rel=\"alternate\" href=\"x\"");
    assert_eq!(faults::all(&site), [format!("index.html: its canonical address is [], not [{home:?}]")]);

    let mut site = sound(&based());
    site.change("robots.txt", "Sitemap: ", "# ");
    let wanted = format!("robots.txt: names the sitemaps [], not [\"{home}sitemap.xml\"]");
    assert_eq!(faults::all(&site), [wanted]);

    let mut site = sound(&based());
    site.files.remove("sitemap.xml");
    assert_eq!(faults::all(&site)[0], "sitemap.xml: is not there");

    let mut site = sound(&based());
    site.change("404.html", "noindex", "index");
    assert!(faults::all(&site)[0].starts_with("404.html: "), "{:?}", faults::all(&site));
}

//! What stands at which address: the bytes of a build, and the lines before them.

use careguide::input::Inputs;
use careguide::session;

use crate::{Server, options};

/// What the preview adds to a page, cut out.
fn bare(html: &str) -> String {
    let (before, rest) = html.split_once("<script src=\"/_preview/preview.js\" data-version=\"").unwrap();
    let (version, after) = rest.split_once("\" defer></script>\n").unwrap();
    assert_eq!(version.len(), 10);
    assert!(!after.contains("/_preview/preview") && !before.contains("/_preview/preview"), "one line, and no more");
    format!("{before}{after}")
}

#[test]
fn every_address_has_the_bytes_of_a_build() {
    let server = Server::new();
    let site = session::build(&server.inputs, &options()).value.unwrap();
    assert!(site.artifacts.len() > 30);
    for artifact in &site.artifacts {
        let address = match artifact.path.strip_suffix("index.html") {
            Some(folder) => format!("/{folder}"),
            None => format!("/{}", artifact.path),
        };
        let answer = server.get(&address);
        assert_eq!(answer.status, 200, "{address}");
        let length = answer.line("content-length").unwrap().parse::<usize>().unwrap();
        assert_eq!(answer.body.len(), length, "{address}");
        if artifact.path.ends_with(".html") {
            assert_eq!(bare(answer.text()).as_bytes(), &*artifact.bytes, "{address}");
            let policy = answer.line("content-security-policy").unwrap();
            assert!(policy.contains("connect-src 'self'") && policy.contains("frame-ancestors 'none'"), "{policy}");
        } else {
            assert_eq!(answer.body, &*artifact.bytes, "{address}");
        }
    }
}

#[test]
fn every_answer_says_how_it_may_be_used() {
    let server = Server::new();
    let kinds = [
        ("/", 200, "text/html; charset=utf-8"),
        ("/articles/places/", 200, "text/html; charset=utf-8"),
        ("/articles/places", 307, "text/plain; charset=utf-8"),
        ("/hello.txt", 200, "text/plain; charset=utf-8"),
        ("/favicon.ico", 200, "image/x-icon"),
        ("/robots.txt", 200, "text/plain; charset=utf-8"),
        ("/nothing/here/", 404, "text/html; charset=utf-8"),
        ("/%ff", 400, "text/plain; charset=utf-8"),
        ("/_desk/", 200, "text/html; charset=utf-8"),
        ("/_desk", 307, "text/plain; charset=utf-8"),
        ("/_desk/nothing.html", 404, "text/html; charset=utf-8"),
        ("/_preview/preview.js", 200, "text/javascript; charset=utf-8"),
        ("/_preview/preview.css", 200, "text/css; charset=utf-8"),
        ("/_preview/events", 400, "text/plain; charset=utf-8"),
        ("/_preview/nothing", 404, "text/html; charset=utf-8"),
    ];
    for (path, status, kind) in kinds {
        for method in ["GET", "HEAD"] {
            let answer = server.ask(method, path, "");
            assert_eq!((answer.status, answer.line("content-type")), (status, Some(kind)), "{path}");
            assert_eq!(answer.line("cache-control"), Some("no-store"), "{path}");
            assert_eq!(answer.line("x-content-type-options"), Some("nosniff"), "{path}");
            assert_eq!(answer.line("cross-origin-resource-policy"), Some("same-origin"), "{path}");
            assert_eq!(answer.line("referrer-policy"), Some("no-referrer"), "{path}");
            assert_eq!(answer.line("x-frame-options"), Some("DENY"), "{path}");
            assert!(answer.head.iter().all(|(name, _)| !name.starts_with("access-control-")), "{path}");
            assert_eq!(answer.body.is_empty(), method == "HEAD", "{path}");
            assert_ne!(answer.line("content-length"), Some("0"), "{path}");
        }
    }
    let events = server.ask("HEAD", "/_preview/events?page=/", "");
    assert_eq!((events.status, events.line("content-type")), (200, Some("text/event-stream")));
    assert_eq!(events.line("cache-control"), Some("no-store"));
}

#[test]
fn a_folder_without_its_slash_leads_to_the_page() {
    let server = Server::new();
    assert_eq!(server.get("/articles/places").line("location"), Some("/articles/places/"));
    assert_eq!(server.get("/_desk").line("location"), Some("/_desk/"));
    assert_eq!(server.get("/articles/places/index.html").status, 200);
}

#[test]
fn what_is_not_there_has_the_guide_s_own_page_and_repeats_nothing() {
    let server = Server::new();
    let page = bare(server.get("/404.html").text());
    let asked = [
        "/%3Cscript%3Ealert(1)%3C/script%3E",
        "/a?b=%3Cscript%3Ealert(1)%3C/script%3E",
        "//evil.example",
        "//evil.example/",
        "//evil.example/articles/places",
        "/%5C%5Cevil.example/",
        "/..",
        "/../site.toml",
        "/%2e%2e/site.toml",
        "/..%2f..%2f..%2fetc/passwd",
        "/site.toml",
        "/content/index.md",
        "/articles//places/",
        "/articles/./places/",
        "/articles/places/%00",
        "/x%0d%0aSet-Cookie:%20a=b",
        "/_preview/../site.toml",
        "/_desk/../site.toml",
        "/_desk//",
    ];
    for path in asked {
        let answer = server.get(path);
        assert_eq!((answer.status, answer.line("location")), (404, None), "{path}");
        assert_eq!(bare(answer.text()), page, "{path}");
        assert_eq!(answer.line("set-cookie"), None);
    }
    // What is no address at all is refused before anybody looks.
    for path in ["/<script>alert(1)</script>", "/a b", "/x\r\nA: b", "/%zz", "/%ff"] {
        let answer = server.get(path);
        assert!(answer.status == 400 && !answer.text().contains("script"), "{path}: {answer:?}");
    }
}

#[test]
fn the_desk_leads_into_the_editor_and_to_pages_and_the_report_does_not() {
    let server = Server::new();
    let reading = server.get("/_desk/reading.html");
    let link = "<a href=\"vscode://file/home/ann/guide/content/articles/look-around/places.md:1:1\">\
                content/articles/look-around/places.md</a>";
    assert!(reading.text().contains(link), "{}", reading.text());
    let coverage = server.get("/_desk/coverage.html");
    assert!(coverage.text().contains("<th scope=\"row\"><a href=\"/articles/places/\">"), "{}", coverage.text());
    let report = session::report(&server.inputs, &options()).value.unwrap();
    for file in report.iter().filter(|file| file.path.ends_with(".html")) {
        let text = std::str::from_utf8(&file.bytes).unwrap();
        assert!(!text.contains("vscode:") && !text.contains("_preview") && !text.contains("href=\"/"), "{}", file.path);
        let shown = server.get(&format!("/_desk/{}", file.path));
        assert_eq!(words(&bare(shown.text()).replace(">see the page<", "><")), words(text), "{}", file.path);
    }
}

/// The words of a page: all that is no tag.
fn words(html: &str) -> String {
    let words: String = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, words)| words).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn before_there_is_a_good_guide_a_page_says_so() {
    let settings = "title = \"Knees\"\npublisher = \"The knee club\"\ncontact = \"mailto:knees@example.org\"\n";
    let article = |text: &str| {
        format!("---\ntitle: Rest\nsummary: What helps.\n---\n\n## At home\n\n{text}\n\n- [ ] Rest for a day.\n")
    };
    let broken = article("See [the & ice](ice.md).");
    let pairs = [
        ("site.toml", settings),
        ("content/articles/rest.md", &broken),
        ("content/scenarios/fell.md", "---\ntitle: I fell\nsummary: It hurts.\n---\n\nYou fell.\n"),
    ];
    let mut server = Server::of(Inputs::from_pairs(pairs));
    for path in ["/", "/articles/rest/", "/nothing/", "/_desk/", "/assets/style.css"] {
        let answer = server.get(path);
        assert_eq!(answer.status, 503, "{path}");
        assert!(answer.text().contains("<h1>No page can be shown yet</h1>"), "{path}");
        assert!(answer.text().contains("error[dead-link]"), "{path}");
        assert!(answer.text().contains("See [the &amp; ice](ice.md)."), "{path}");
        bare(answer.text());
    }
    let mut tab = server.tab("/");
    let told = tab.told();
    assert_eq!((told["built"].as_bool(), told["errors"].as_u64() > Some(0)), (Some(false), true));
    server.save(&[("content/articles/rest.md", &article("See your doctor."))]);
    let told = tab.told();
    assert_eq!((told["built"].as_bool(), told["errors"].as_u64()), (Some(true), Some(0)));
    assert_eq!(server.get("/").status, 200);
    // And from now on the last good one stays.
    server.save(&[("content/articles/rest.md", &broken)]);
    let told = tab.told();
    assert_eq!((told["current"].as_bool(), told["errors"].as_u64() > Some(0)), (Some(false), true));
    assert!(server.get("/articles/rest/").text().contains("See your doctor."));
}

#[test]
fn a_site_for_a_folder_of_a_host_can_be_walked_through() {
    let mut server = Server::new();
    let settings = server.text("site.toml").replace("base_url = \"\"", "base_url = \"https://example.org/a/b/\"");
    server.save(&[("site.toml", &settings)]);
    assert!(server.get("/nothing/").text().contains("href=\"/a/b/scenarios/first-baby/\""));
    assert_eq!(server.get("/a/b/scenarios/first-baby/").line("location"), Some("/scenarios/first-baby/"));
    assert_eq!(server.get("/a/b/").line("location"), Some("/"));
    assert_eq!(server.get("/a/b/nothing/").status, 404);
    assert_eq!(server.get("/a/b//evil.example/").line("location"), None);
}

//! What open tabs are told: only what concerns their own page, and what is wrong.

use crate::Server;

const RULE: &str = "dead-link";

#[test]
fn a_tab_hears_of_its_own_page_only() {
    let mut server = Server::new();
    let (mut places, mut visit) = (server.tab("/articles/places/"), server.tab("/articles/go-and-see/"));
    let (first, other) = (places.told(), visit.told());
    assert_eq!(first["source"]["path"], "content/articles/look-around/places.md");
    let open = "vscode://file/home/ann/guide/content/articles/look-around/places.md:1:1";
    assert_eq!(first["source"]["open"], open);
    let checklists: Vec<&str> =
        first["checklists"].as_array().unwrap().iter().map(|row| row["href"].as_str().unwrap()).collect();
    assert!(checklists.contains(&"/scenarios/first-baby/"), "{checklists:?}");

    let text = server.text("content/articles/look-around/places.md") + "\nOne more sentence.\n";
    server.save(&[("content/articles/look-around/places.md", &text)]);
    let second = places.told();
    assert_ne!(second["version"], first["version"]);
    // The other tab is told nothing of it: the next it hears is of its own page.
    let text = server.text("content/articles/look-around/go-and-see.md") + "\nOne more sentence.\n";
    server.save(&[("content/articles/look-around/go-and-see.md", &text)]);
    assert_ne!(visit.told()["version"], other["version"]);

    // A tab that comes back is told what it may have missed, also by another server.
    assert_eq!(server.tab("/articles/places/").told(), second);
    assert_eq!(Server::of(server.inputs.clone()).tab("/articles/places/").told(), second);
}

#[test]
fn a_page_names_the_version_that_its_tab_is_told() {
    let server = Server::new();
    for path in ["/", "/articles/places/", "/nothing/", "/_desk/", "/_desk/reading.html", "/find/"] {
        let page = server.get(path);
        let version = page.text().split_once("data-version=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
        assert_eq!(server.tab(path).told()["version"], *version, "{path}");
    }
    assert_eq!(server.tab("/articles/pl%61ces/").told(), server.tab("/articles/places/").told());
    assert_eq!(server.get("/_preview/events?page=%ff").status, 400);
}

#[test]
fn a_style_sheet_is_news_and_no_other_page() {
    let mut server = Server::new();
    let mut tab = server.tab("/articles/places/");
    let before = tab.told();
    server.save(&[("themes/plain/style.css", "body { color: black; }\n")]);
    let after = tab.told();
    assert_eq!(after["version"], before["version"]);
    assert_ne!(after["styles"], before["styles"]);
    let style = after["styles"][0].as_str().unwrap().trim_start_matches("../");
    assert_eq!(server.get(&format!("/{style}")).text(), "body { color: black; }\n");
}

#[test]
fn errors_are_told_as_the_terminal_tells_them_and_gone_when_they_are_mended() {
    let mut server = Server::new();
    let mut tab = server.tab("/articles/places/");
    let before = tab.told();
    let path = "content/articles/look-around/places.md";
    let good = server.text(path);
    let lines = good.lines().count();
    server.save(&[(path, &format!("{good}\nSee [the hill](hill.md), my dear.\n"))]);
    let told = tab.told();
    assert_eq!(told["version"], before["version"], "the last good page stays");
    assert_eq!((&told["errors"], &told["current"]), (&1.into(), &false.into()));
    let problem = &told["problems"][0];
    assert_eq!((&problem["level"], &problem["rule"]), (&"error".into(), &RULE.into()));
    let place = &problem["places"][0];
    let (line, column) = (lines + 2, 16);
    assert_eq!(place["place"], format!("{path}:{line}:{column}"));
    assert_eq!(place["open"], format!("vscode://file/home/ann/guide/{path}:{line}:{column}"));
    let shown = &place["lines"][0];
    assert_eq!((&shown["number"], &shown["before"]), (&line.into(), &"See [the hill](".into()));
    assert_eq!(shown["marked"], "hill.md");
    assert_eq!(shown["after"], "), my dear.");
    assert!(!problem["helps"].as_array().unwrap().is_empty());
    // A tab on another page, and one that is opened now, see the same.
    assert_eq!(server.tab("/").told()["problems"], told["problems"]);
    server.save(&[(path, &good)]);
    assert_eq!(tab.told(), before);
}

#[test]
fn a_page_that_comes_and_goes_is_told() {
    let mut server = Server::new();
    let page = |draft| format!("---\ntitle: New\nsummary: What is new.\nunlisted: true\n{draft}---\n\nIt is new.\n");
    let mut tab = server.tab("/new/");
    let nothing = tab.told();
    server.save(&[("content/pages/new.md", &page(""))]);
    let there = tab.told();
    assert_ne!(there["version"], nothing["version"]);
    assert_eq!(server.get("/new/").status, 200);
    server.save(&[("content/pages/new.md", &page("draft: true\n"))]);
    assert_eq!(tab.told()["version"], nothing["version"]);
    assert_eq!(server.get("/new/").status, 404);
}

//! Each option does what the help says.

use std::fs;

use crate::{Guide, SETTINGS, seen};

#[test]
fn quiet_prints_problems_only() {
    let guide = Guide::new();
    guide.run(&["build", "-q"]).ends_with(0).prints("", "");
    assert!(guide.path("public/index.html").exists());
    guide.break_it();
    let ran = guide.run(&["build", "--quiet"]).ends_with(1);
    assert!(ran.err.ends_with("\n\n1 error in 1 file\n"), "{}", ran.err);
}

#[test]
fn the_site_goes_where_one_says() {
    let guide = Guide::new();
    let ran = guide.run(&["build", "-o", "a/b/site"]).ends_with(0);
    assert!(ran.out.contains(" into a/b/site (manifest "), "{}", ran.out);
    assert!(guide.path("a/b/site/index.html").exists() && !guide.path("public").exists());
    guide.run(&["build", "--output-dir", "other"]).ends_with(0);
    assert!(guide.path("other/index.html").exists());
}

#[test]
fn a_site_can_be_built_from_elsewhere() {
    let (guide, elsewhere) = (Guide::new(), Guide::new());
    let root = guide.root().to_str().unwrap();
    let ran = elsewhere.run(&["build", "--root", root]).ends_with(0);
    assert!(ran.out.contains(&format!(" into {root}/public (manifest ")), "{}", ran.out);
    assert!(guide.path("public/index.html").exists() && !elsewhere.path("public").exists());
    // An output is meant from where one is.
    elsewhere.run(&["build", "-r", root, "-o", "here"]).ends_with(0);
    assert!(elsewhere.path("here/index.html").exists());
    elsewhere.run(&["check", "-r", root]).ends_with(0);
}

#[test]
fn a_base_url_counts_more_than_the_settings() {
    let guide = Guide::new();
    guide.put("site.toml", &format!("{SETTINGS}base_url = \"https://old.example.org/\"\n"));
    // Without its slash: it is added.
    guide.run(&["build", "-u", "https://new.example.org/knees"]).ends_with(0);
    assert!(guide.text("public/sitemap.xml").contains("<loc>https://new.example.org/knees/</loc>"));
    assert!(guide.text("public/robots.txt").contains("Sitemap: https://new.example.org/knees/sitemap.xml"));
    assert!(guide.text("public/404.html").contains("href=\"/knees/\""));
    guide.run(&["build", "--base-url", "https://newer.example.org/"]).ends_with(0);
    assert!(guide.text("public/sitemap.xml").contains("<loc>https://newer.example.org/</loc>"));
}

#[test]
fn an_address_that_is_none_is_refused() {
    let guide = Guide::new();
    let before = guide.seen();
    for url in ["", "guide.example.org", "/guide/", "ftp://example.org/", "https://", "https://example.org/?a=b", "x"] {
        let wanted = format!(
            "error: `--base-url {url}` is not the address of a site\n  \
             = help: write a whole address: https://guide.example.org/\n"
        );
        guide.run(&["build", "-u", url]).ends_with(2).prints("", &wanted);
    }
    assert_eq!(guide.seen(), before);
}

#[test]
fn a_portable_site_needs_no_server() {
    let guide = Guide::new();
    guide.run(&["build", "--portable"]).ends_with(0);
    let home = guide.text("public/index.html");
    assert!(home.contains("href=\"scenarios/fell/index.html\"") && !home.contains("fell/\""), "{home}");
}

#[test]
fn drafts_are_there_if_one_asks_for_them() {
    let guide = Guide::new();
    let draft = "---\ntitle: Ice\nsummary: What helps.\ndraft: true\n---\n\nCool it.\n";
    guide.put("content/articles/ice.md", draft);
    guide.run(&["build"]).ends_with(0);
    assert!(!guide.path("public/articles/ice").exists());
    guide.run(&["build", "--drafts"]).ends_with(0);
    let page = guide.text("public/articles/ice/index.html");
    assert!(page.contains("class=\"draft-banner\"") && page.contains("content=\"noindex\""), "{page}");
    guide.run(&["build"]).ends_with(0);
    assert!(!guide.path("public/articles/ice").exists());
    guide.run(&["check", "--drafts"]).ends_with(0);
}

#[test]
fn a_date_that_is_none_is_refused() {
    let guide = Guide::new();
    let before = guide.seen();
    for command in ["build", "check"] {
        for date in ["", "tomorrow", "2026-02-30", "22.11.2026", "2026-1-1", "20261122", "2026-11-22T00:00"] {
            let wanted =
                format!("error: `--today {date}` is not a date\n  = help: write it as year-month-day: 2026-11-20\n");
            guide.run(&[command, "--today", date]).ends_with(2).prints("", &wanted);
        }
    }
    assert_eq!(guide.seen(), before);
}

#[test]
fn no_page_depends_on_the_date() {
    let guide = Guide::new();
    let build = |output, today: &[&str]| {
        guide.run(&[&["build", "-o", output], today].concat()).ends_with(0);
        let all = seen(&guide.path(output)).into_iter();
        all.map(|(name, (bytes, mode, ..))| (name, bytes, mode)).collect::<Vec<_>>()
    };
    let today = build("today", &[]);
    assert_eq!(build("past", &["--today", "1970-01-01"]), today);
    assert_eq!(build("future", &["--today", "2345-06-07"]), today);
}

#[test]
fn the_date_decides_what_an_allowance_is_worth() {
    let guide = Guide::new();
    let allow = "---\ntitle: Rest\nsummary: What helps.\nallow:\n  - rule: vague-link\n    because: the helpline \
                 wants it so\n    until: 2026-12-31\n---\n\nSee [here](rest.md).\n\n- [ ] Rest for a day.\n";
    guide.put("content/articles/rest.md", allow);
    guide.run(&["check", "-q", "--today", "2026-12-31"]).ends_with(0).prints("", "");
    let after = guide.run(&["check", "-q", "--today", "2027-01-01"]).ends_with(0);
    assert!(after.err.contains("warning[allowance-ended]"), "{}", after.err);
}

#[test]
fn a_site_that_cannot_be_written_says_why() {
    let guide = Guide::new();
    fs::write(guide.path("file"), "").unwrap();
    for output in ["file", "file/site", "content", "content/site", ".", ".."] {
        let ran = guide.run(&["build", "-o", output]).ends_with(2);
        assert!(ran.err.starts_with("error: ") && ran.err.lines().count() <= 2, "{output}: {}", ran.err);
        assert_eq!(ran.out, "");
    }
}

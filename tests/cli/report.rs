//! `careguide report`: pages for those who make the guide, in a folder of their own.

use std::fs;

use crate::{Guide, article};

/// The names of all files in the report, fingerprints left out.
fn files(guide: &Guide) -> Vec<String> {
    let mut names: Vec<String> = crate::seen(&guide.path("report")).into_keys().collect();
    names.retain(|name| name.ends_with("html") || name.ends_with("css"));
    let short = |name: String| match name.split('.').collect::<Vec<_>>().as_slice() {
        [before, _, ending] => format!("{before}.*.{ending}"),
        _ => name,
    };
    let mut names: Vec<String> = names.into_iter().map(short).collect();
    names.sort();
    names
}

#[test]
fn a_report_is_a_folder_that_opens_from_a_disk() {
    let guide = Guide::new();
    guide
        .run(&["report", "-o", "report"])
        .ends_with(0)
        .prints("Wrote a report of 6 pages into report: open report/index.html\n", "");
    let wanted = [
        "assets/desk.*.css",
        "assets/style.*.css",
        "coverage.html",
        "facts.html",
        "index.html",
        "pictures.html",
        "reading.html",
        "reviews.html",
    ];
    assert_eq!(files(&guide), wanted);
    let before = crate::seen(&guide.path("report"));
    let told = "The report in report is up to date: open report/index.html\n";
    guide.run(&["report", "-o", "report"]).ends_with(0).prints(told, "");
    assert_eq!(crate::seen(&guide.path("report")), before);
    guide.run(&["report", "-o", "report", "--quiet"]).ends_with(0).prints("", "");
}

#[test]
fn a_guide_with_an_error_has_no_report() {
    let guide = Guide::new();
    guide.run(&["report", "-o", "report"]).ends_with(0);
    let before = crate::seen(&guide.path("report"));
    guide.break_it();
    let ran = guide.run(&["report", "-o", "report"]).ends_with(1);
    assert_eq!(ran.out, "");
    assert!(ran.err.starts_with("error[dead-link]: "), "{}", ran.err);
    assert!(ran.err.contains("\n1 error in 1 file; no report was written into report\n"), "{}", ran.err);
    assert_eq!(crate::seen(&guide.path("report")), before, "the old one stands");
}

#[test]
fn the_folder_of_somebody_else_is_refused() {
    let guide = Guide::new();
    guide.put("report/diary.txt", "Dear diary");
    let ran = guide.run(&["report", "-o", "report"]).ends_with(2);
    assert!(ran.err.starts_with("error: refused to publish into \"report\": "), "{}", ran.err);
    assert_eq!(guide.text("report/diary.txt"), "Dear diary");
    assert_eq!(files(&guide), Vec::<String>::new());
    guide.run(&["report", "-o", "content"]).ends_with(2);
    guide.run(&["report"]).ends_with(2);
}

#[test]
fn guesses_are_there_and_are_called_so() {
    let guide = Guide::new();
    guide.put(
        "content/articles/rest.md",
        &article("Rest your knee", "Put your leg up.").replace("Rest for", "A rest of"),
    );
    guide.run(&["check"]).ends_with(0).prints("No error in 6 pages with 1 checklist and 1 item\n", "");
    guide.run(&["report", "-o", "report"]).ends_with(0);
    let page = fs::read_to_string(guide.path("report/index.html")).unwrap();
    assert!(page.contains("[item-without-verb]"), "{page}");
    assert!(page.contains(r#"<span class="desk-level desk-guess">Guess</span>"#), "{page}");
    assert!(page.contains("<code>content/articles/rest.md:10:3</code>"), "{page}");
}

/// The words of each box with a dashed edge.
fn dead(page: &str) -> Vec<String> {
    let boxes = page.split("<rect class=\"box-dead\"").skip(1);
    let words = |rest: &str| {
        let texts = rest
            .split("</g>")
            .next()
            .unwrap()
            .split("<rect")
            .next()
            .unwrap()
            .split("</text>")
            .filter_map(|text| text.rsplit_once("\">"));
        texts.map(|(_, words)| words.to_owned()).collect::<Vec<_>>().join(" ")
    };
    boxes.map(words).collect()
}

#[test]
fn what_nobody_is_led_to_is_marked_in_the_pictures() {
    let guide = Guide::new();
    guide.put("content/facts.yaml", "pain:\n  ask: \"Does it hurt?\"\n  values: {much: \"Yes\", none: \"No\"}\n");
    let scenario =
        |title, when| format!("---\ntitle: {title}\nsummary: So it is.\nread: [rest]\n{when}---\n\nSo it is.\n");
    guide.put("content/scenarios/fell.md", &scenario("I fell", "when: {pain: [much, none]}\n"));
    guide.put("content/scenarios/sore.md", &scenario("I am sore", "when: {pain: much}\n"));
    guide.put("content/scenarios/helper.md", &scenario("I help somebody", ""));
    let route = "  rest-or-go:\n    options: [rest, go, wait]\n    status-quo: wait\n    ends: [rest, go, wait]\n    \
                 route:\n      hit: unique\n      rows:\n        - {when: {pain: much}, option: rest}\n        \
                 - {when: {pain: none}, option: go}\n";
    let option = |title, name| format!("### {title} {{#{name}}}\n\n#### Good points {{.for}}\n\n- It helps.\n\n");
    let text = format!(
        "---\ntitle: Rest or go\nsummary: What helps.\ndecisions:\n{route}---\n\n## Rest or go? {{#rest-or-go}}\n\n{}{}{}",
        option("Rest", "rest"),
        option("Go on", "go"),
        option("Wait", "wait")
    );
    guide.put("content/articles/rest-or-go.md", &text);
    guide.run(&["report", "-o", "report"]).ends_with(0);
    let page = guide.text("report/pictures.html");
    assert_eq!(
        dead(&page),
        ["Not in the finder: I help somebody", "Wait Changes nothing No row of the table leads here"]
    );
    assert!(page.contains("<strong>Not in the finder:</strong> I help somebody."), "{page}");
    let coverage = guide.text("report/coverage.html");
    let told = "<strong>On no checklist, and linked from nowhere:</strong> Rest or go.";
    assert!(coverage.contains(told), "{coverage}");
}

#[test]
fn the_day_decides_what_is_due() {
    let guide = Guide::new();
    let review = "title: Rest your knee\nreviews:\n  - {date: 2026-01-01, by: ann, role: clinician, next: 2027-01-01}";
    let text = article("Rest your knee", "Put your leg up.").replace("title: Rest your knee", review);
    guide.put("content/articles/rest.md", &text);
    guide.put("content/people.yaml", "ann: {name: Ann, role: nurse}\n");
    let page = |today: &str| {
        guide.run(&["report", "-o", "report", "--today", today]).ends_with(0);
        fs::read_to_string(guide.path("report/reviews.html")).unwrap()
    };
    assert!(page("2026-12-31").contains("<td>2027-01-01<br>tomorrow</td>"));
    assert!(page("2027-01-03").contains(r#"<strong class="desk-overdue">Overdue, 2 days ago</strong>"#));
    assert!(page("2027-01-03").contains("<li>I fell <code class=\"quiet\">content/scenarios/fell.md</code></li>"));
}

#[test]
fn drafts_are_in_it_where_they_are_asked_for() {
    let guide = Guide::new();
    let draft = article("Ice", "Cool it.").replace("title: Ice", "title: Ice\ndraft: true");
    guide.put("content/articles/ice.md", &draft);
    let page = |options: &[&str]| {
        guide.run(&[&["report", "-o", "report"], options].concat()).ends_with(0);
        fs::read_to_string(guide.path("report/reading.html")).unwrap()
    };
    assert!(!page(&[]).contains("Ice"));
    assert!(page(&["--drafts"]).contains("Ice <code class=\"quiet\">content/articles/ice.md</code> (draft)"));
}

#[test]
fn the_finder_of_this_repository_is_drawn_however_many_pages_it_has() {
    let guide = Guide::new();
    let root = env!("CARGO_MANIFEST_DIR");
    guide.run(&["report", "-r", root, "-o", "report", "--today", "2026-11-22", "--quiet"]).ends_with(0).prints("", "");
    let page = guide.text("report/pictures.html");
    assert!(!page.contains("too large for a picture"));
    let finder = page.split("</svg>").next().unwrap();
    let drawn = finder.matches("class=\"box-end\"").count();
    let in_finder = fs::read_dir(format!("{root}/content/scenarios")).unwrap().map(|entry| entry.unwrap().path());
    let in_finder = in_finder.filter(|path| fs::read_to_string(path).unwrap().contains("\nwhen: ")).count();
    // Each once, and what is there if none fits.
    assert_eq!(drawn, in_finder + 1);
}

//! `careguide check`: the same problems as `build`, and nothing is written.

use crate::{Guide, SETTINGS, article};

#[test]
fn a_good_guide_is_called_good_and_left_alone() {
    let guide = Guide::new();
    let before = guide.seen();
    guide.run(&["check"]).ends_with(0).prints("No error in 6 pages with 1 checklist and 1 item\n", "");
    assert_eq!(guide.seen(), before);
}

#[test]
fn a_bad_guide_is_told_as_build_tells_it_and_left_alone() {
    let guide = Guide::broken();
    let built = guide.run(&["build", "--quiet"]).ends_with(1);
    let before = guide.seen();
    let checked = guide.run(&["check", "-q"]).ends_with(1);
    assert_eq!(guide.seen(), before);
    assert_eq!(checked, built);
}

/// Three files with a mistake each: an error, a warning, and an error of a whole file.
fn three() -> Guide {
    let guide = Guide::broken();
    guide.put("content/articles/Café.md", &article("Coffee", "Drink it."));
    guide.put("content/terms.md", "## Meniscus\n\nA cushion inside.\n");
    guide.put("content/articles/tea.md", &article("Tea", "Tee für zwölf: [Ärztin](gone.md#x)."));
    guide
}

#[test]
fn the_end_says_how_many_and_what_to_do_next() {
    let ran = three().run(&["check"]).ends_with(1);
    let end: Vec<&str> = ran.err.lines().rev().take(3).collect();
    let wanted = ["`careguide explain file-name-invalid` says more about the first error", "3 errors in 3 files", ""];
    assert_eq!(end, wanted, "{}", ran.err);
}

#[test]
fn editors_get_a_line_for_each_problem() {
    let ran = three().run(&["check", "--format", "short"]).ends_with(1);
    let told = "\
content/articles/Café.md:1:1: error[file-name-invalid]: \"Café\" cannot be a name (call it `cafe.md`)
content/articles/rest.md:8:15: error[dead-link]: the link to `ice.md` leads nowhere (write the path from this file to the other one, such as `../part/article.md`)
content/articles/tea.md:8:25: error[dead-link]: the link to `gone.md#x` leads nowhere (write the path from this file to the other one, such as `../part/article.md`)
";
    let beside = "3 errors in 3 files\n`careguide explain file-name-invalid` says more about the first error\n";
    ran.prints(told, beside);
    let good = Guide::new();
    let ran = good.run(&["check", "--format=short"]).ends_with(0);
    ran.prints("", "No error in 6 pages with 1 checklist and 1 item\n");
    good.run(&["check", "--format=short", "--quiet"]).ends_with(0).prints("", "");
}

/// What programs read: its fields are a promise.
#[test]
fn programs_get_an_object_for_each_problem() {
    let ran = three().run(&["check", "--format", "json"]).ends_with(1);
    let told = r#"{"rule":"file-name-invalid","level":"error","message":"\"Café\" cannot be a name","path":"content/articles/Café.md","line":null,"column":null,"end_line":null,"end_column":null,"labels":[{"path":"content/articles/Café.md","line":null,"column":null,"end_line":null,"end_column":null,"text":""}],"notes":["a name has only a-z, 0-9 and -: it becomes part of an address"],"helps":["call it `cafe.md`"]}
{"rule":"dead-link","level":"error","message":"the link to `ice.md` leads nowhere","path":"content/articles/rest.md","line":8,"column":15,"end_line":8,"end_column":21,"labels":[{"path":"content/articles/rest.md","line":8,"column":15,"end_line":8,"end_column":21,"text":"there is no such file"}],"notes":[],"helps":["write the path from this file to the other one, such as `../part/article.md`"]}
{"rule":"dead-link","level":"error","message":"the link to `gone.md#x` leads nowhere","path":"content/articles/tea.md","line":8,"column":25,"end_line":8,"end_column":34,"labels":[{"path":"content/articles/tea.md","line":8,"column":25,"end_line":8,"end_column":34,"text":"there is no such file"}],"notes":[],"helps":["write the path from this file to the other one, such as `../part/article.md`"]}
"#;
    ran.prints(told, "");
    Guide::new().run(&["check", "--format", "json"]).ends_with(0).prints("", "");
}

/// Notes never stop anything; people are only told how many there are.
#[test]
fn notes_are_counted_for_people_and_told_to_programs() {
    let guide = Guide::new();
    guide.put("site.toml", &format!("{}\n[checks]\nunused-term = \"note\"\n", crate::SETTINGS));
    guide.put("content/terms.md", "## Meniscus\n\nA cushion inside.\n");
    let ran = guide.run(&["check"]).ends_with(0);
    ran.prints("No error in 7 pages with 1 checklist and 1 item\n", "1 note: `careguide report` shows it\n");
    guide.run(&["check", "--quiet", "--deny-warnings"]).ends_with(0).prints("", "");
    let ran = guide.run(&["check", "--format", "json"]).ends_with(0);
    assert!(ran.out.starts_with(r#"{"rule":"unused-term","level":"note","#) && ran.out.lines().count() == 1, "{ran:?}");
    assert_eq!(guide.run(&["check", "--format", "short", "-q"]).ends_with(0).out, "");
}

#[test]
fn warnings_can_be_denied() {
    let guide = Guide::new();
    guide.put("content/terms.md", "## Meniscus\n\nA cushion inside.\n");
    guide.run(&["check"]).ends_with(0);
    let ran = guide.run(&["check", "--deny-warnings"]).ends_with(1);
    assert_eq!(ran.out, "");
    let end = "\n\n1 warning in 1 file; --deny-warnings lets none pass\n\
               `careguide explain unused-term` says more about it\n";
    assert!(ran.err.ends_with(end), "{}", ran.err);
    assert!(
        guide.run(&["check", "--deny-warnings", "--format", "json"]).ends_with(1).out.contains(r#""level":"warning""#)
    );
}

fn allowed_until_january() -> String {
    let allow = "allow:\n  - {rule: vague-link, because: \"the word is a name\", until: 2026-01-31}\n";
    article("Rest", "See [here](../scenarios/fell.md).").replace("---\n\n", &format!("{allow}---\n\n"))
}

/// What only the date brings about: an allowance that has ended.
#[test]
fn a_release_is_judged_by_the_date_too() {
    let guide = Guide::new();
    guide.put("content/articles/rest.md", &allowed_until_january());
    guide
        .run(&["check", "--today", "2026-01-31", "--release"])
        .ends_with(0)
        .prints("No error in 6 pages with 1 checklist and 1 item\n", "");
    guide.run(&["check", "--today", "2026-02-01"]).ends_with(0);
    let ran = guide.run(&["check", "--today", "2026-02-01", "--release", "--format=short"]).ends_with(1);
    assert!(ran.out.contains(" error[allowance-ended]: "), "{}", ran.out);
}

/// Whatever a site says: an everyday build of the same files does not fail because a day is over.
#[test]
fn the_date_alone_stops_no_everyday_build() {
    let guide = Guide::new();
    guide.put("content/articles/rest.md", &allowed_until_january());
    guide.put("site.toml", &format!("{SETTINGS}\n[checks]\nallowance-ended = \"error\"\n"));
    guide.run(&["check", "-q", "--today", "2026-01-31"]).ends_with(0);
    let ran = guide.run(&["check", "--today", "2026-02-01", "--format=short"]).ends_with(0);
    assert!(ran.out.contains("warning[allowance-ended]"), "{}", ran.out);
    guide.run(&["check", "--today", "2026-02-01", "--release"]).ends_with(1);
}

#[test]
fn a_site_that_is_there_is_not_looked_at() {
    let guide = Guide::new();
    guide.put("public/thesis.txt", "Years of work.");
    guide.run(&["check"]).ends_with(0);
}

#[test]
fn quiet_is_silent_where_nothing_is_wrong() {
    Guide::new().run(&["check", "-q"]).ends_with(0).prints("", "");
}

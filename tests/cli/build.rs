//! `careguide build`: the site whole, or the old one as it was.

use std::fs;

use crate::{Guide, Ran, SETTINGS, article};

/// What a build of the smallest guide prints beside its result.
const NOTE: &str = "note: no base_url is set: the site has no sitemap and no canonical links\n";

/// The manifest's mark differs from theme to theme; all else is fixed.
fn without_mark(out: &str) -> String {
    let (before, mark) = out.split_once("(manifest ").unwrap();
    assert!(mark.len() == "0123456789ab)\n".len() && mark.ends_with(")\n"), "{out}");
    format!("{before}(manifest …)")
}

#[test]
fn a_site_is_built_with_one_line_to_say_so() {
    let guide = Guide::new();
    let ran = guide.run(&["build"]).ends_with(0);
    assert_eq!(without_mark(&ran.out), "Built 6 pages, 1 checklist, 1 item into public (manifest …)");
    assert_eq!(ran.err, NOTE);
    assert!(guide.text("public/index.html").starts_with("<!doctype html>"));
    assert!(guide.text("public/scenarios/fell/index.html").contains("Rest for a day."));
    assert_eq!(guide.beside(), [".public.lock", "public"]);
}

#[test]
fn a_second_build_touches_nothing() {
    let guide = Guide::new();
    guide.run(&["build"]).ends_with(0);
    let before = guide.seen().into_iter().filter(|(path, _)| path.starts_with("public")).collect::<Vec<_>>();
    let ran = guide.run(&["build"]).ends_with(0);
    assert_eq!(without_mark(&ran.out), "Built 6 pages, 1 checklist, 1 item; public is up to date (manifest …)");
    let after = guide.seen().into_iter().filter(|(path, _)| path.starts_with("public")).collect::<Vec<_>>();
    assert_eq!(before, after);
}

#[test]
fn a_site_with_a_base_url_needs_no_note() {
    let guide = Guide::new();
    guide.put("site.toml", &format!("{SETTINGS}base_url = \"https://knees.example.org/\"\n"));
    assert_eq!(guide.run(&["build"]).ends_with(0).err, "");
    assert!(guide.text("public/sitemap.xml").contains("<loc>https://knees.example.org/articles/rest/</loc>"));
}

#[test]
fn a_guide_with_an_error_publishes_nothing() {
    let guide = Guide::broken();
    let told = r#"error[dead-link]: the link to `ice.md` leads nowhere
 --> content/articles/rest.md:8:15
  |
8 | See [the ice](ice.md).
  |               ^^^^^^ there is no such file
  |
  = help: write the path from this file to the other one, such as `../part/article.md`

1 error in 1 file; nothing was published into public
`careguide explain dead-link` says more about it
"#;
    guide.run(&["build"]).ends_with(1).prints("", told);
    assert_eq!(guide.beside(), [""; 0], "not even a lock is left");
}

#[test]
fn an_error_leaves_the_old_site_byte_for_byte_as_it_was() {
    let guide = Guide::new();
    guide.run(&["build"]).ends_with(0);
    guide.break_it();
    let before = guide.seen();
    guide.run(&["build"]).ends_with(1);
    assert_eq!(guide.seen(), before);
}

#[test]
fn mistakes_are_told_all_at_once_and_counted() {
    let guide = Guide::broken();
    guide.put("content/articles/ice.md", &article("Ice", "Cool it, and see [the doctor](doctor.md)."));
    guide.put("content/terms.md", "## Kneecap\n\nThe bone in front.\n");
    guide.put("content/articles/shoes.md", "---\ntitel: Shoes\n---\n\nWear flat ones.\n");
    let ran = guide.run(&["build", "--quiet"]).ends_with(1);
    let told: Vec<&str> = ran.err.lines().filter(|line| line.starts_with(" --> ")).collect();
    assert!(told.len() >= 3 && told.is_sorted(), "one for each file at least, in their order: {told:?}");
    assert!(ran.err.contains("titel"), "{}", ran.err);
    assert!(ran.err.lines().last().unwrap().contains(" errors in 2 files"), "{}", ran.err);
}

/// Two hundred broken pages are two hundred findings, in one order, whatever the threads do.
#[test]
fn no_mistake_hides_the_next() {
    let guide = Guide::new();
    for number in 0..200 {
        let name = format!("content/articles/page-{number:03}.md");
        guide.put(&name, &article(&format!("Page {number}"), "See [nothing](gone.md)."));
    }
    let one = Ran::of(guide.command(&["check"]).env("RAYON_NUM_THREADS", "1").output().unwrap()).ends_with(1);
    let many = Ran::of(guide.command(&["check"]).env("RAYON_NUM_THREADS", "8").output().unwrap()).ends_with(1);
    assert_eq!(one, many);
    assert_eq!(one.err.matches("error[dead-link]").count(), 200);
    let last: Vec<&str> = one.err.lines().rev().take(2).collect();
    assert_eq!(last, ["`careguide explain dead-link` says more about the first error", "200 errors in 200 files"]);
}

#[test]
fn warnings_stop_nothing() {
    let guide = Guide::new();
    guide.put("content/terms.md", "## Meniscus\n\nA cushion inside.\n");
    let ran = guide.run(&["build"]).ends_with(0);
    assert!(ran.err.starts_with("warning[unused-term]: "), "{}", ran.err);
    assert!(
        ran.err
            .ends_with(&format!("\n\n1 warning in 1 file\n`careguide explain unused-term` says more about it\n{NOTE}")),
        "{}",
        ran.err
    );
    assert!(ran.out.starts_with("Built "));
}

#[test]
fn a_page_that_is_gone_is_gone() {
    let guide = Guide::new();
    guide.put("content/articles/ice.md", &article("Ice", "Cool it."));
    guide.run(&["build"]).ends_with(0);
    assert!(guide.path("public/articles/ice/index.html").exists());
    fs::remove_file(guide.path("content/articles/ice.md")).unwrap();
    guide.run(&["build"]).ends_with(0);
    assert!(!guide.path("public/articles/ice").exists());
    let never = Guide::new();
    never.run(&["build"]).ends_with(0);
    assert_eq!(guide.text("public/site-manifest.json"), never.text("public/site-manifest.json"));
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    let guide = Guide::new();
    guide.put("public/thesis.txt", "Years of work.");
    let before = guide.seen();
    let wanted = "error: refused to publish into \"public\": it holds \"thesis.txt\", and no site-manifest.json: \
                  careguide did not make it\n  \
                  = help: name another folder with --output-dir, or move what is in this one elsewhere\n";
    guide.run(&["build"]).ends_with(2).prints("", wanted);
    // Nothing but the lock and the top folder's own date is new.
    let mut after = guide.seen();
    after.remove(".public.lock");
    after.insert(String::new(), before[""].clone());
    assert_eq!(after, before);
}

#[test]
fn a_file_put_into_the_site_by_hand_is_refused_by_name() {
    let guide = Guide::new();
    guide.run(&["build"]).ends_with(0);
    guide.put("public/articles/mine.html", "By hand.");
    let ran = guide.run(&["build"]).ends_with(2);
    assert!(ran.err.contains("it holds \"articles/mine.html\", which careguide did not make"), "{}", ran.err);
    assert_eq!(guide.text("public/articles/mine.html"), "By hand.");
}

#[test]
fn the_guide_of_this_repository_has_no_problem() {
    let root = env!("CARGO_MANIFEST_DIR");
    let guide = Guide::new();
    let ran = guide.run(&["build", "-r", root, "-o", "out", "--today", "2026-11-22", "--quiet"]).ends_with(0);
    ran.prints("", "");
}

//! `careguide diff`: two guides, and in words what differs for readers.

use crate::{Guide, article};

fn root(guide: &Guide) -> &str {
    guide.root().to_str().unwrap()
}

#[test]
fn what_changed_is_told_by_scenario() {
    let (old, new) = (Guide::new(), Guide::new());
    new.put("content/articles/rest.md", &article("Rest your knee", "Put your leg up.").replace("a day", "two days"));
    let before = (old.seen(), new.seen());
    let told = r#"I fell (/scenarios/fell/)
  ~ item "Rest for a day." is now "Rest for two days."

2 pages of 6 look different: /articles/rest/ /scenarios/fell/
"#;
    new.run(&["diff", root(&old), "."]).ends_with(0).prints(told, "");
    assert_eq!((old.seen(), new.seen()), before, "nothing is written");
}

#[test]
fn nothing_changed_is_said_too() {
    let guide = Guide::new();
    guide.run(&["diff", ".", "."]).ends_with(0).prints("Nothing changes for readers.\n", "");
}

#[test]
fn a_guide_with_an_error_is_not_compared() {
    let (old, new) = (Guide::new(), Guide::broken());
    let ran = new.run(&["diff", root(&old), "."]).ends_with(1);
    assert_eq!(ran.out, "");
    assert!(ran.err.starts_with("error[dead-link]: "), "{}", ran.err);
    assert!(ran.err.contains("\n1 error in 1 file; the guide in . cannot be compared\n"), "{}", ran.err);
    assert_eq!(old.run(&["diff", root(&new), "."]).ends_with(1).out, "");
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let wanted = "error: cannot read the site's folder \"gone\": it is not there\n";
    Guide::new().run(&["diff", ".", "gone"]).ends_with(2).prints("", wanted);
}

#[test]
fn drafts_are_compared_where_they_are_asked_for() {
    let (old, new) = (Guide::new(), Guide::new());
    let draft = article("Ice", "Cool it.").replace("title: Ice", "title: Ice\ndraft: true");
    new.put("content/articles/ice.md", &draft);
    new.run(&["diff", root(&old), "."]).ends_with(0).prints("Nothing changes for readers.\n", "");
    let ran = new.run(&["diff", root(&old), ".", "--drafts"]).ends_with(0);
    assert!(ran.out.contains("  + page \"Ice\", at /articles/ice/\n"), "{}", ran.out);
}

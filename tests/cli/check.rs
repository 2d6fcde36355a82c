//! `careguide check`: the same problems as `build`, and nothing is written.

use crate::Guide;

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
    let checked = guide.run(&["check"]).ends_with(1);
    assert_eq!(guide.seen(), before);
    assert_eq!(checked, built);
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

//! `careguide explain`: what a rule finds, and the list of all rules.

use careguide::check::all_rules;

use crate::Guide;

#[test]
fn a_rule_is_explained_as_people_read_it() {
    let ran = Guide::new().run(&["explain", "duplicate-key"]).ends_with(0);
    assert_eq!(ran.err, "");
    let shown = ran.out;
    assert!(
        shown.starts_with(
            "duplicate-key\n  A key stands twice in one place, or a name in one list.\n\nWhy it matters\n  "
        )
    );
    let parts =
        ["\nHow to mend it\n  ", "\nWrong\n  ", "\n  site.toml:\n      title = ", "\nRight\n  ", "\nAt the edge\n  "];
    let mut rest = shown.as_str();
    for part in parts {
        rest = rest.split_once(part).unwrap_or_else(|| panic!("{part:?} is not in\n{rest}")).1;
    }
    let end = "\nIts level\n  It is always an error: without it no guide could be built that holds together.\n";
    assert!(shown.ends_with(end), "{shown}");
}

#[test]
fn a_rule_whose_level_can_be_set_says_how() {
    let shown = Guide::new().run(&["explain", "vague-link"]).ends_with(0).out;
    let end = "Its level
  It is warn. In site.toml you can set it to \"off\", \"note\", \"warn\" or \"error\":

      [checks]
      vague-link = \"off\"

  Or allow it on one page, and say why, in the metadata of the page:

      allow:
        - {rule: vague-link, because: \"…\"}
";
    assert!(shown.ends_with(end), "{shown}");
}

#[test]
fn without_a_name_all_rules_are_listed_each_on_a_line() {
    let ran = Guide::new().run(&["explain"]).ends_with(0);
    assert_eq!(ran.err, "");
    for rule in all_rules() {
        let line = ran.out.lines().find(|line| line.split_whitespace().next() == Some(rule.name));
        let words: Vec<&str> =
            line.unwrap_or_else(|| panic!("{} is not listed", rule.name)).splitn(2, rule.name).collect();
        let [_, said] = words[..] else { panic!("{words:?}") };
        assert!(said.trim_start().starts_with(rule.level.as_str()) && said.ends_with(rule.summary()), "{said}");
    }
    let groups = ran.out.split("\n\n").filter(|group| group.contains('\n'));
    for group in groups {
        let rules: Vec<&str> = group.lines().filter(|line| line.starts_with("  ")).collect();
        assert!(rules.is_sorted(), "{group}");
    }
    let end = "\n`careguide explain NAME` says more: why it matters, how to mend it, examples.\n";
    assert!(ran.out.ends_with(end), "{}", ran.out);
}

#[test]
fn a_name_that_no_rule_has_is_told_with_the_nearest_one() {
    let guide = Guide::new();
    let wanted = "error: no rule is called `unknwon-key`\n  = help: did you mean `careguide explain unknown-key`?\n";
    guide.run(&["explain", "unknwon-key"]).ends_with(2).prints("", wanted);
    let wanted = "error: no rule is called `knee`\n  = help: `careguide explain` lists all rules\n";
    guide.run(&["explain", "knee"]).ends_with(2).prints("", wanted);
    guide.run(&["explain", "unknown-key", "vague-link"]).ends_with(2);
}

#[test]
fn no_guide_is_needed() {
    let guide = Guide::new();
    std::fs::remove_file(guide.path("site.toml")).unwrap();
    let before = guide.seen();
    guide.run(&["explain"]).ends_with(0);
    assert_eq!(guide.seen(), before);
}

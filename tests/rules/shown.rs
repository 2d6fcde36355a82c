//! A rule's text as a terminal shows it, of a rule that has all that a text can have.

use careguide::check::all_rules;
use careguide::report::explain::{list, rule};
use careguide::report::human::Style;
use careguide::report::{Level, Rule};

static RULE: Rule = Rule::check(
    "stairs-steep",
    Level::Warn,
    "# stairs-steep\n\nThe stairs are steep.\n\n## Why it matters\n\nReaders of a **steep** guide fall down \
     `by all of its` stairs.\nEvery one.\n\nThey get up again.\n\n- One.\n- Two, with words that go on and\n  \
     on and on.\n\n## Wrong\n\nA step.\n\n<!-- file: content/a.md -->\n````markdown\n```\n\n# a very long line that stays as it \
     is\n````\n\n<!-- file: b.md (absent) -->\n\n<!-- report -->\n```text\nerror\n```\n\n## Right\n\nNone.\n\n<!-- file: c.md \
     -->\n```markdown\n```\n",
);

#[test]
fn a_text_is_shown_without_its_markup_and_within_its_width() {
    let shown = rule(&RULE, 40, Style::Plain);
    let wanted = "stairs-steep
  The stairs are steep.

Why it matters
  Readers of a steep guide fall down
  `by all of its` stairs. Every one.

  They get up again.

  - One.
  - Two, with words that go on and on
    and on.

Wrong
  A step.

  content/a.md:
      ```

      # a very long line that stays as it is

  b.md is not there

  careguide says:
      error

Right
  None.

  c.md:
      (nothing)

  careguide says nothing.

Its level
  It is warn. In site.toml you can set
  it to \"off\", \"note\", \"warn\" or
  \"error\":

      [checks]
      stairs-steep = \"off\"

  Or allow it on one page, and say why,
  in the metadata of the page:

      allow:
        - {rule: stairs-steep, because: \"…\"}
";
    assert_eq!(shown, wanted);
    assert!(rule(&RULE, 40, Style::Coloured).starts_with("\u{1b}[1mstairs-steep\u{1b}[0m\n  The stairs"));
}

#[test]
fn the_list_is_aligned_and_fits_its_width() {
    let groups = [("On stairs", vec![&RULE]), ("Elsewhere", Vec::new())];
    assert_eq!(list(&groups, 80, Style::Plain), "On stairs\n  stairs-steep  warn  The stairs are steep.\n");
    let narrow = "On stairs\n  stairs-steep  warn\n      The stairs\n      are steep.\n";
    assert_eq!(list(&groups, 18, Style::Plain), narrow);
}

#[test]
fn every_rule_is_explained_within_its_width() {
    for explained in all_rules() {
        let shown = rule(explained, 80, Style::Plain);
        assert!(!shown.contains("<!-- file") && !shown.contains("<!-- report"), "{shown}");
        // What is copied or reported stands as it is.
        let prose = shown.lines().filter(|line| !line.starts_with("      "));
        let long: Vec<&str> = prose.filter(|line| line.chars().count() > 80).collect();
        assert!(long.is_empty(), "{}: {long:?}", explained.name);
    }
}

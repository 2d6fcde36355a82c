//! Task-list lines: what makes an item, and what an author is told where none is made.

use super::{at, html_of, lines, pointed, read, read_with, told};
use crate::markup::terms::Terms;
use crate::markup::{Boxes, Item, text, visit};

fn items(source: &str) -> Vec<Item> {
    visit::items(&read(source).value).into_iter().cloned().collect()
}

#[test]
fn an_item_is_its_first_line_and_the_lines_under_it_say_why() {
    let source =
        "- [ ] First *thing* {#first}\n  why, lazily\nwithout indent\n- [ ] Second\n\n  Because.\n\n  - a point\n";
    let items = items(source);
    assert!(told(source).is_empty());
    let texts: Vec<String> = items.iter().map(|item| text::plain(&item.text)).collect();
    assert_eq!(texts, ["First thing", "Second"]);
    assert_eq!(text::plain_blocks(&items[0].why), "why, lazily without indent");
    assert_eq!(text::plain_blocks(&items[1].why), "Because.\na point");
    let name = items[0].name.as_ref().unwrap();
    assert_eq!((name.value.as_str(), at(source, name.span)), ("first", "first"));
    assert_eq!(at(source, items[0].span), "[ ] First *thing*");
    assert_eq!(items[1].slug.as_str(), "second");
}

#[test]
fn every_bullet_makes_a_box() {
    for source in ["- [ ] A\n", "* [ ] A\n", "+ [ ] A\n", "-   [ ] A\n", "- [ ]   A\n", "  - [ ] A\n", "- [ ] A"] {
        assert!(told(source).is_empty(), "{source}");
        assert_eq!(items(source).len(), 1, "{source}");
    }
}

#[test]
fn items_with_the_same_words_get_names_with_numbers() {
    let source = "- [ ] Call\n- [ ] Call\n- [ ] Call {#call-2}\n- [ ] !!!\n";
    let slugs: Vec<String> = items(source).iter().map(|item| item.slug.to_string()).collect();
    assert_eq!(slugs, ["call", "call-3", "call-2", "item"]);
}

#[test]
fn a_line_that_looks_like_a_box_is_told_with_the_line_as_it_should_be() {
    for (source, told_so) in [
        ("- []\n", "1:3 box-mistyped: write `- [ ] What to do`"),
        ("- [] A thing\n", "1:3 box-mistyped: write `- [ ] A thing`"),
        ("-[ ] A thing {#x}\n", "1:1 box-mistyped: write `- [ ] A thing {#x}`"),
        ("-[] A thing\n", "1:1 box-mistyped: write `- [ ] A thing`"),
        ("- [ ]A thing\n", "1:3 box-mistyped: write `- [ ] A thing`"),
        ("- [x] A thing\n", "1:3 box-ticked: write `- [ ] A thing`"),
        ("- [X] A thing\n", "1:3 box-ticked: write `- [ ] A thing`"),
        ("- [ x ] A thing\n", "1:3 box-mistyped: write `- [ ] A thing`"),
        ("- [  ] A thing\n", "1:3 box-mistyped: write `- [ ] A thing`"),
        ("- [\u{a0}] A thing\n", "1:3 box-mistyped: write `- [ ] A thing`"),
        ("- [ ]\u{a0}A thing\n", "1:3 box-mistyped: write `- [ ] A thing`"),
        ("- [_] A thing\n", "1:3 box-mistyped: write `- [ ] A thing`"),
        ("- ☐ A thing\n", "1:3 box-mistyped: write `- [ ] A thing`"),
        ("– [ ] A thing\n", "1:1 box-mistyped: write `- [ ] A thing`"),
        ("[ ] A thing\n", "1:1 box-mistyped: write `- [ ] A thing`"),
        ("- [ ]\n", "1:3 box-mistyped: write what to do on the same line: `- [ ] What to do`"),
        ("- [ ] \n", "1:3 box-mistyped: write what to do on the same line: `- [ ] What to do`"),
        ("- [ ] {#x}\n", "1:3 box-mistyped: write what to do on the same line: `- [ ] What to do {#x}`"),
        ("Words\n-[ ] A thing\nmore\n", "2:1 box-mistyped: write `- [ ] A thing`"),
        (
            "    - [ ] A thing\n",
            "1:5 box-mistyped: write `- [ ] A thing` with one space after the bullet, and none before it",
        ),
        (
            "-      [ ] A thing\n",
            "1:8 box-mistyped: write `- [ ] A thing` with one space after the bullet, and none before it",
        ),
    ] {
        assert_eq!(told(source), [told_so], "{source}");
    }
}

#[test]
fn a_mistyped_box_is_read_as_the_item_it_means_so_that_one_mistake_is_told_once() {
    let source = "- [ ] A {#a}\n- []B {#b}\n- [x] C {#c}\n\n-[ ] D {#d}\nwhy\n-[ ] E {#e}\n";
    assert_eq!(told(source).len(), 4, "{:#?}", told(source));
    let names: Vec<String> = items(source).iter().map(|item| item.name.as_ref().unwrap().value.to_string()).collect();
    assert_eq!(names, ["a", "b", "c", "d", "e"]);
    assert_eq!(text::plain_blocks(&items(source)[3].why), "why");
}

#[test]
fn brackets_that_are_no_boxes_stay_words() {
    for source in [
        "- \\[ ] A\n",
        "\\- [ ] A\n",
        "- [1] A\n",
        "- […] A\n",
        "- [x](y.md) A\n",
        "[x] marks the place\n",
        "A [ ] B\n",
        "`- [ ] A`\n",
        "```\n- [ ] A\n-[ ] B\n```\n",
        "    x[ ]\n",
    ] {
        let wrong: Vec<String> = told(source).into_iter().filter(|line| line.contains("box")).collect();
        assert!(wrong.is_empty() && items(source).is_empty(), "{source} {wrong:?}");
    }
}

#[test]
fn boxes_that_no_checklist_can_take_up_are_told_once_a_list() {
    for (source, told_so) in [
        ("1. [ ] A\n2. [ ] B\n", "1:4 box-misplaced: write `- [ ] A` in a list of its own, at the left margin"),
        ("> - [ ] A\n> - [ ] B\n", "1:5 box-misplaced: write `- [ ] A` in a list of its own, at the left margin"),
        ("> [!NOTE]\n> - [ ] A\n", "2:5 box-misplaced: write `- [ ] A` in a list of its own, at the left margin"),
        ("- [ ] A\n  - [ ] B\n", "2:5 box-misplaced: write `- [ ] B` in a list of its own, at the left margin"),
        ("- A\n  - [ ] B\n", "2:5 box-misplaced: write `- [ ] B` in a list of its own, at the left margin"),
        ("1. [x] A\n", "1:4 box-misplaced: write `- [ ] A` in a list of its own, at the left margin"),
        ("| a |\n|---|\n| [ ] A |\n", "3:3 box-misplaced: write `- [ ] A` in a list of its own, at the left margin"),
        ("## [ ] A\n", "1:4 box-misplaced: write `- [ ] A` in a list of its own, at the left margin"),
        ("T\n: - [ ] A\n", "2:5 box-misplaced: write `- [ ] A` in a list of its own, at the left margin"),
        ("x[^1]\n\n[^1]: - [ ] A\n", "3:9 box-misplaced: write `- [ ] A` in a list of its own, at the left margin"),
    ] {
        assert_eq!(told(source), [told_so], "{source}");
    }
}

#[test]
fn a_file_without_checklist_has_no_boxes() {
    let told = |source: &str| lines(source, read_with(source, Boxes::Refused).problems);
    let away = "box-misplaced: take the box away, or move the line to an article";
    assert_eq!(told("- [ ] A\n- [ ] B\n"), [format!("1:3 {away}")]);
    assert_eq!(told("-[ ] A\n"), [format!("1:1 {away}")]);
    assert_eq!(told("1. [ ] A\n").len(), 1);
}

#[test]
fn a_list_has_boxes_on_all_lines_or_on_none() {
    let source = "- [ ] A\n- B\n- [ ] C\n- D\n";
    assert_eq!(told(source), ["2:1 mixed-list: write `- [ ] B`, or make two lists with a paragraph between them"]);
    assert_eq!(pointed(source, "mixed-list"), ["- B", "- [ ] A"]);
    assert!(told("- A\n- B\n\nThen:\n\n- [ ] C\n").is_empty());
}

#[test]
fn an_item_can_have_a_name_and_nothing_else() {
    for (source, told_so) in [
        ("- [ ] A {.for}\n", "1:10 unknown-attribute: take it away"),
        ("- [ ] A {#a key=b}\n", "1:13 unknown-attribute: take it away"),
        ("- [ ] A {#Two Words}\n", "1:11 name-invalid: write `#two-words`"),
        ("- [ ] A {#item-a}\n", "1:11 reserved-name: write `#a`"),
        ("- [ ] A {#}\n", "1:9 unknown-attribute: write the name after `#`, or take the braces away"),
        ("- [ ] A {#a} B\n", "1:9 attribute-misplaced: move it there, or write `\\{#a}` to print it"),
        ("- [ ] A\n  and so on {#a}\n", "2:13 attribute-misplaced: move it there, or write `\\{#a}` to print it"),
        ("- [ ] A {#a\n", "1:9 attribute-misplaced: write `{#a}` at the end of a heading or of an item's first line"),
    ] {
        assert_eq!(told(source), [told_so], "{source}");
    }
}

#[test]
fn names_are_read_before_dashes_become_typographic() {
    let source = "- [ ] A -- B {#a--b}\n";
    assert!(told(source).is_empty());
    let items = items(source);
    assert_eq!(items[0].name.as_ref().unwrap().value.as_str(), "a--b");
    assert_eq!(text::plain(&items[0].text), "A – B");
}

#[test]
fn an_article_shows_its_items_as_a_strip_of_steps() {
    let body = read("- [ ] Why *this*? {#q-why}\n\n  Because.\n- [ ] And that?\n").value;
    assert_eq!(
        html_of(&body, &Terms::default()),
        "<div class=\"strip\"><p class=\"strip-count\">2 steps for your checklist</p><ul class=\"strip-steps\">\
         <li id=\"item-q-why\"><span class=\"key\">Key step</span> <span class=\"strip-who\">Ask &lt;someone&gt;</span> \
         <span class=\"strip-text\">Why <em>this</em>?</span><div class=\"strip-why\"><p>Because.</p>\n</div></li>\
         <li id=\"item-and-that\"><span class=\"strip-who\">Ask &lt;someone&gt;</span> \
         <span class=\"strip-text\">And that?</span></li></ul></div>\n"
    );
}

//! What is wrong with a text, and what its author is told to type instead.

use super::{pointed, read, told};
use crate::markup::rules::RULES;

/// Each text is told exactly this, and nothing else.
fn check(cases: &[(&str, &str)]) {
    for (source, told_so) in cases {
        assert_eq!(told(source), [*told_so], "{source}");
    }
}

/// About these there is nothing to tell.
fn silent(sources: &[&str]) {
    for source in sources {
        assert_eq!(told(source), Vec::<String>::new(), "{source}");
    }
}

#[test]
fn raw_html_is_refused_with_what_to_type_instead() {
    check(&[
        ("A <b>bold</b> word\n", "1:3 raw-html: write `**bold**`"),
        ("A <em>fine</em> word\n", "1:3 raw-html: write `*fine*`"),
        ("One<br>two\n", "1:4 raw-html: end the line with two spaces or a backslash"),
        ("<a href=\"https://a.org/x\">the words</a>\n", "1:1 raw-html: write `[the words](https://a.org/x)`"),
        ("See <a href='x.md'>it</a>\n", "1:5 raw-html: write `[it](x.md)`"),
        ("<img src=\"x.png\" alt=\"A bridge\">\n", "1:1 raw-html: write `![A bridge](x.png)`"),
        ("<h2>Costs</h2>\n", "1:1 raw-html: write `## Costs`"),
        ("Call <name of the place>\n", "1:6 raw-html: take it away, or write `\\<` to print the sign itself"),
        ("<script>alert(1)</script>\n", "1:1 raw-html: take it away; a link can lead to what it showed"),
        ("A </i> alone\n", "1:3 raw-html: write `*words*`"),
        ("> <div>\n> x\n> </div>\n", "1:3 raw-html: take the tags away; an empty line begins a new paragraph"),
    ]);
}

#[test]
fn a_pair_of_tags_is_one_mistake() {
    check(&[
        ("<div>\n\nwords\n\n</div>\n", "1:1 raw-html: take the tags away; an empty line begins a new paragraph"),
        (
            "<div><p>\n\nwords\n\n</p>\n\n</div>\n",
            "1:1 raw-html: take the tags away; an empty line begins a new paragraph",
        ),
    ]);
    assert_eq!(told("<div>\n\nwords\n\n</div>\n\n</div>\n").len(), 2);
    assert_eq!(told("A <b>b</b> and <i>i</i>\n").len(), 2);
}

#[test]
fn comments_are_dropped_without_a_word() {
    silent(&[
        "<!-- a -->\n",
        "A <!-- b --> c\n",
        "<!--\nmany\n\nlines\n-->\n\nWords\n",
        "<!-- a --> <!-- b -->\n",
        "`<!--`\n",
    ]);
    check(&[
        ("<!-- a --> words\n", "1:1 raw-html: put the comment on a line of its own, with an empty line after it"),
        ("Words\n\n<!-- a\n\nmore\n", "3:1 unclosed-comment: write `-->` where the comment ends"),
        ("Words <!-- a\n", "1:7 unclosed-comment: write `-->` where the comment ends"),
    ]);
}

#[test]
fn typographic_quotes_around_an_attribute_are_told() {
    check(&[
        ("markdown=“1” here\n", "1:1 typographic-quotes-in-attribute: take it away, or write `markdown=\"1\"` in code"),
        ("<div class=“a b”>\n\nx\n", "1:1 raw-html: take the tags away; an empty line begins a new paragraph"),
        (
            "A <i class=“a b”> c\n",
            "1:6 typographic-quotes-in-attribute: take it away, or write `class=\"a b\"` in code",
        ),
    ]);
    silent(&["He said: “yes”.\n", "a = “b”\n", "`x=“1”`\n"]);
    let problems = read("<div markdown=“1”>\n").problems;
    assert!(problems.iter().all(|problem| problem.notes.iter().any(|note| note.contains("typographic"))));
}

#[test]
fn attributes_belong_at_the_end_of_headings() {
    check(&[
        ("Words {#name}\n", "1:7 attribute-misplaced: move it there, or write `\\{#name}` to print it"),
        ("Words {.for} more\n", "1:7 attribute-misplaced: move it there, or write `\\{.for}` to print it"),
        ("## A {#a} b\n", "1:6 attribute-misplaced: move it there, or write `\\{#a}` to print it"),
        ("## A **b {#a}**\n", "1:10 attribute-misplaced: move it there, or write `\\{#a}` to print it"),
        ("## A {#a\n", "1:6 attribute-misplaced: write `{#a}` at the end of a heading or of an item's first line"),
        ("[words {#a}](x.md)\n", "1:8 attribute-misplaced: move it there, or write `\\{#a}` to print it"),
        ("Words {: .note}\n", "1:7 unknown-attribute: take it away, or write `\\{: .note}` to print it"),
        ("Words {key=value}\n", "1:7 unknown-attribute: take it away, or write `\\{key=value}` to print it"),
        ("## A {.four}\n", "1:7 unknown-attribute: write `.for`"),
        ("## A {.note}\n", "1:7 unknown-attribute: a heading can have `.for`, `.against` or `.like`"),
        ("## A {.for .like}\n", "1:12 unknown-attribute: take one of them away"),
        ("## A {#a key=\"b c\" .for}\n", "1:10 unknown-attribute: take it away"),
        ("## A {#a key=b}\n", "1:10 unknown-attribute: take it away"),
        ("## A {#}\n", "1:6 unknown-attribute: write the name after `#`, or take the braces away"),
        ("## A {#a #b}\n", "1:10 attribute-misplaced: take one of them away"),
    ]);
    silent(&[
        "## A {#a .for}\n",
        "## A {.for #a}\n",
        "## A { #a }\n",
        "## A {#a} {.for}\n",
        "A\n-\n\n## B {#a} ##\n",
        "`{#a}` and \\{#b}\n",
        "A {word} and {} and {1, 2} and {...}\n",
        "```\n{#a}\n```\n",
        "## What is {this}?\n",
    ]);
}

#[test]
fn names_are_of_few_characters_and_some_belong_to_the_program() {
    check(&[
        ("## A {#Bad Name}\n", "1:8 name-invalid: write `#bad-name`"),
        ("## A {#Für_uns}\n", "1:8 name-invalid: write `#fur-uns`"),
        ("## A {#???}\n", "1:8 name-invalid: choose a name of these characters"),
        ("## A {#a*b*}\n", "1:6 attribute-misplaced: move it there, or write `\\{#a*b*}` to print it"),
        ("## A {#cg-note}\n", "1:8 reserved-name: write `#note`"),
        ("## A {#item-1}\n", "1:8 reserved-name: write `#1`"),
        ("## A {#x}\n\n## B {#x}\n", "3:8 duplicate-anchor: give one of them another name"),
    ]);
    assert_eq!(pointed("## A {#x}\n\n## B {#x}\n", "duplicate-anchor"), ["x", "x"]);
}

#[test]
fn headings_go_down_one_level_at_a_time_from_the_second() {
    check(&[
        (
            "# A title {#a}\n",
            "1:1 heading-level-one: write `## A title {#a}`, or delete the line if it says what the title says",
        ),
        (
            "A title\n=======\n",
            "1:1 heading-level-one: write `## A title`, or delete the line if it says what the title says",
        ),
        ("### A\n", "1:1 heading-level-skipped: write `## A`"),
        ("## A\n\n#### B *c*\n\n##### D\n", "3:1 heading-level-skipped: write `### B *c*`"),
        ("##A {#a}\n", "1:1 heading-mistyped: write `## A {#a}`"),
        ("#A\n", "1:1 heading-mistyped: write `## A`"),
        ("##\u{a0}A\n", "1:1 heading-mistyped: write `## A`"),
        ("A\n###B *c*\nD\n", "2:1 heading-mistyped: write `### B *c*`"),
        ("##\n", "1:1 empty-heading: write its words after `##`, or delete the line"),
        ("## {#a}\n", "1:1 empty-heading: write its words after `##`, or delete the line"),
    ]);
    silent(&["## A\n\n### B\n\n#### C\n\n## D\n\n### E\n", "#1 of all\n", "\\##A\n", "A ##B\n", "`##A`\n"]);
}

#[test]
fn a_code_fence_has_an_end() {
    check(&[
        ("```\ncode\n", "1:1 unclosed-fence: close it with ``` on a line of its own"),
        ("```\n", "1:1 unclosed-fence: close it with ``` on a line of its own"),
        ("A\n\n~~~~ text\n~~~\ncode\n", "3:1 unclosed-fence: close it with ~~~~ on a line of its own"),
        ("- ```\n  code\n\nmore\n", "1:3 unclosed-fence: close it with ``` on a line of its own"),
        ("> ```\n> code\n", "1:3 unclosed-fence: close it with ``` on a line of its own"),
    ]);
    silent(&[
        "```\n```\n",
        "```\ncode\n```",
        "- ```\n  code\n  ```\n",
        "> ~~~\n> code\n> ~~~\n",
        "````\n```\n````\n",
        "    code\n",
    ]);
}

#[test]
fn footnotes_have_a_mark_and_a_text() {
    check(&[
        (
            "A[^x]\n",
            "1:2 undefined-footnote: write the note on a line of its own, with an empty line before it: `[^x]: …`",
        ),
        ("A\n\n[^x]: B\n", "3:1 unused-footnote: put `[^x]` where the note belongs, or delete the note"),
        (
            "A[^x]\n\n[^x]: B\n\n[^x]: C\n",
            "5:1 duplicate-footnote: give one of them another label, at its mark and at its text",
        ),
    ]);
    silent(&["A[^x] and B[^x]\n\n[^x]: C\n", "A[^x]\n\n[^x]: B[^y]\n\n[^y]: C\n", "`[^x]` \\[^x]\n"]);
}

#[test]
fn links_by_reference_have_an_address() {
    check(&[
        ("A [link][ref]\n", "1:3 undefined-reference: write `[words](address)`, or add a line `[ref]: address`"),
        ("A [link][]\n", "1:3 undefined-reference: write `[words](address)`, or add a line `[link]: address`"),
    ]);
    silent(&["A [bridge][ref]\n\n[ref]: x.md\n", "A [word] in brackets, \\[a][b]\n"]);
}

#[test]
fn a_citation_names_sources_and_nothing_else() {
    check(&[
        ("A [@a, @b]\n", "1:3 citation-malformed: write `[@a; @b]`"),
        ("A [@a @b]\n", "1:3 citation-malformed: write `[@a; @b]`"),
        ("A [@Bad Name]\n", "1:3 citation-malformed: write `[@bad-name]`"),
        ("A [@a; b]\n", "1:3 citation-malformed: write `[@a; @b]`"),
        ("A [@a, p. 3]\n", "1:3 citation-malformed: write `[@a]`"),
        ("A [see @a]\n", "1:3 citation-malformed: write `[@a]`"),
        ("A [@]\n", "1:3 citation-malformed: write the name of a source after `@`: `[@name]`"),
        ("A [@ ]\n", "1:3 citation-malformed: write the name of a source after `@`: `[@name]`"),
        ("A [@a. B\n", "1:3 citation-malformed: write `[@a]`"),
    ]);
    silent(&[
        "A [@a]. B [@a; @b-2] `[@C D]` \\[@C]\n",
        "Words![@a] and [words][@a]\n",
        "Write to a@b.org, or @home.\n",
    ]);
}

#[test]
fn links_lead_somewhere_and_say_where() {
    check(&[
        ("[](x.md)\n", "1:1 empty-link: say what the reader finds there: `[the name of the page](x.md)`"),
        ("A [words]()\n", "1:3 empty-link: write the address in the round brackets: `[words](address)`"),
        ("[Here](x.md)\n", "1:1 vague-link: say what the reader finds there: `[the name of the page](x.md)`"),
        ("[click *here*!](x.md)\n", "1:1 vague-link: say what the reader finds there: `[the name of the page](x.md)`"),
        (
            "<https://a.org>\n",
            "1:1 vague-link: say what the reader finds there: `[the name of the page](https://a.org)`",
        ),
        (
            "[www.a.org](https://a.org)\n",
            "1:1 vague-link: say what the reader finds there: `[the name of the page](https://a.org)`",
        ),
        (
            "[j](javascript:alert(1))\n",
            "1:5 link-scheme: write an address that begins with `https://`, or take the link away",
        ),
        (
            "[j](<java\u{1}script:a>)\n",
            "1:6 link-scheme: write an address that begins with `https://`, or take the link away",
        ),
        (
            "[j](&#9;JavaScript:a)\n",
            "1:5 link-scheme: write an address that begins with `https://`, or take the link away",
        ),
        (
            "[d](data:text/html,x)\n",
            "1:5 link-scheme: write an address that begins with `https://`, or take the link away",
        ),
        (
            "[d](C:\\x.md)\n",
            "1:5 link-scheme: write the path from this file to the other one, such as `../articles/name.md`; a leaflet lies in content/files/",
        ),
        ("[h](//a.org/x)\n", "1:5 link-scheme: write `https://a.org/x`"),
        ("[x y](a b.md)\n", "1:1 mistyped-link: write the address without spaces: `(a%20b.md)`"),
        ("[x y] (a.md)\n", "1:1 mistyped-link: write the address at once after the words: `](a.md)`"),
        ("See (x y)[a.md#b].\n", "1:5 mistyped-link: write `[x y](a.md#b)`"),
        ("(x y)[https://a.org]\n", "1:1 mistyped-link: write `[x y](https://a.org)`"),
        ("[x y](a.md\n", "1:1 mistyped-link: write `)` after the address, on the same line"),
        ("[see [@a]](a.md)\n", "1:10 mistyped-link: take other links and citations out of the words in the brackets"),
    ]);
    silent(&[
        "[The costs](x.md#a) [Call](tel:+1-800) [Write](mailto:a@b.org) <a@b.org> [a](http://a.org) [b](/p) [c](#d)\n",
        "[sic] (see above) (f)[x] [a] (b.md and c)\n",
        "\\[a](b c) [![A bridge](k.png)](x.md) [here is why](x.md)\n",
    ]);
}

#[test]
fn a_link_by_reference_is_told_at_its_definition() {
    let source = "A [link][ref]\n\n[ref]: ftp://a.org \"Title\"\n";
    assert_eq!(pointed(source, "link-scheme"), ["ftp://a.org"]);
}

#[test]
fn pictures_have_words_and_come_with_the_guide() {
    check(&[
        ("![](k.png)\n", "1:1 picture-without-words: say what it shows: `![…](k.png)`"),
        ("![ ](k.png)\n", "1:1 picture-without-words: say what it shows: `![…](k.png)`"),
        ("![IMG_1234.JPG](k.jpg)\n", "1:1 picture-without-words: say what it shows: `![…](k.jpg)`"),
        (
            "![A bridge](https://a.org/k.png)\n",
            "1:13 picture-elsewhere: save the picture beside this file and write its name here",
        ),
        (
            "![A bridge](//a.org/k.png)\n",
            "1:13 picture-elsewhere: save the picture beside this file and write its name here",
        ),
        (
            "![A bridge]()\n",
            "1:1 empty-link: write the path of its file in the round brackets: `![what it shows](picture.png)`",
        ),
    ]);
    silent(&["![A bridge](k.png \"Title\") ![A bridge.](../k.png)\n"]);
}

#[test]
fn a_merge_that_was_not_finished_is_one_mistake() {
    let source = "A\n\n<<<<<<< HEAD\n# B {#b}\n=======\n# B {#b}\n>>>>>>> other\n\n[](x.md)\n";
    assert_eq!(
        told(source),
        [
            "3:1 conflict-marker: keep the words that are right, and delete the lines with the marks",
            "9:1 empty-link: say what the reader finds there: `[the name of the page](x.md)`",
        ]
    );
    assert_eq!(pointed(source, "conflict-marker"), ["<<<<<<< HEAD", "=======", ">>>>>>> other"]);
    silent(&["```\n<<<<<<< HEAD\n=======\n>>>>>>> b\n```\n", "<<<<<<<< eight\n", "a <<<<<<< b\n"]);
    assert_eq!(told("A\n\n>>>>>>> other\n").len(), 1);
}

#[test]
fn all_mistakes_of_a_text_are_told_at_once() {
    let source = "# A\n\n- [x] B\n\n[](c.md) {#d} <b>e</b> [^f] [@g h]\n\n```\n";
    assert_eq!(told(source).len(), 8, "{:#?}", told(source));
}

#[test]
fn every_message_is_one_phrase_with_a_label_and_a_help() {
    let source = "# A\n\n#### B {#B}\n\n- []\n- C {#x}\n\n1. [ ] D\n\n<i>E</i> [^f] [@g h] {.x} [i](ftp://j) ![](k) [](l)\n\n\
                  [m][n] [o](p q) x=“1” <!-- \n\n[^r]: s\n\n~~~\n";
    let problems = read(source).problems;
    assert!(problems.iter().count() > 15);
    for problem in problems.iter() {
        let first = problem.message.chars().next().unwrap();
        assert!(!first.is_uppercase(), "{}", problem.message);
        assert!(!problem.message.ends_with('.') && !problem.message.contains('\n'), "{}", problem.message);
        assert!(!problem.labels[0].text.is_empty() && !problem.helps.is_empty(), "{}", problem.message);
    }
}

#[test]
fn rules_have_names_of_their_own() {
    let mut names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
}

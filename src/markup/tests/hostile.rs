//! Texts that nobody means: every line end, endless nesting, random damage.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::{at, html_of, lines, read, told};
use crate::base::{InputPath, Span};
use crate::markup::terms::Terms;
use crate::markup::{Boxes, Dialect, body, visit};
use crate::report::Problems;

/// Something of everything that the reader knows.
const SAMPLE: &str = "You have two plans, and they differ [@smith-2014; @b]. ünïcödé “x”\n\n\
    ## Do I need a third? {#which-one .for}\n\n### Ask\r\n\r\n#### Good {.against}\n\n- [ ] Why *is* it -- so? {#q-why}\n  because\n\n  \
    > quoted\n\n- []\n- [ ] Two `{#x}`\n\n-[ ] lost\n\n1. one\n2. [two](x.md#y \"T\")\n\n> [!NOTE]\n> Note <b>b</b> [^n]\n\n\
    | a | b |\n|---|:-:|\n| [c](d) | ![e](f.png) |\n\nTerm\n: Def\n\n```rust\n[^x] {#y}\n```\n\n<div class=“a”>\n\n<!-- c -->\n\n\
    [ref][r] [undefined][u] &amp; \\{ {#z} <https://a.org>\n\n[r]: http://x.org (t)\n[^n]: A note\n\n<<<<<<< a\n=======\n>>>>>>> b\n\n    code\n\n***\n";

/// No span outside the file, none that cuts a character, and no panic on the way to HTML.
fn holds(source: &str, dialect: Dialect, boxes: Boxes) {
    let found = body(&InputPath::new("a.md"), source, Span::new(0, source.len()), dialect, boxes);
    let mut spans: Vec<Span> = Vec::new();
    for problem in found.problems.iter() {
        spans.extend(problem.labels.iter().map(|label| label.place.span.unwrap()));
    }
    spans.extend(visit::links(&found.value).iter().flat_map(|link| [link.span, link.target.span]));
    spans.extend(visit::pictures(&found.value).iter().map(|picture| picture.target.span));
    spans.extend(visit::citations(&found.value).iter().map(|name| name.span));
    for heading in visit::headings(&found.value) {
        spans.extend(
            [Some(heading.span), heading.named, heading.aspect.map(|aspect| aspect.span)].into_iter().flatten(),
        );
    }
    for item in visit::items(&found.value) {
        spans.push(item.span);
        spans.extend(item.name.iter().map(|name| name.span));
    }
    for span in spans {
        assert!(span.start <= span.end && source.get(span.start..span.end).is_some(), "{span:?} in {source:?}");
    }
    html_of(&found.value, &Terms::default());
}

/// How many cases a property is tried with: `property-cases` of the table of `tests/sizes.toml` in use.
fn property_cases() -> u32 {
    let table = std::env::var("CAREGUIDE_SIZES").unwrap_or_else(|_| "ci".to_owned());
    let sizes = include_str!("../../../tests/sizes.toml");
    let (_, after) = sizes.split_once(&format!("\n[{table}]\n")).unwrap();
    let mut keys = after.lines().take_while(|line| !line.starts_with('[')).filter_map(|line| line.split_once('='));
    keys.find(|(key, _)| key.trim() == "property-cases").unwrap().1.trim().parse().unwrap()
}

fn seconds(source: &str) -> Duration {
    let begin = Instant::now();
    let found = read(source);
    html_of(&found.value, &Terms::default());
    begin.elapsed()
}

#[test]
fn every_line_end_gives_the_same_html_and_the_same_places() {
    let unix = SAMPLE.replace('\r', "");
    let twin = |end: &str| unix.replace('\n', end);
    let html = html_of(&read(&unix).value, &Terms::default());
    let told_at = told(&unix);
    assert!(told_at.len() > 7, "{told_at:#?}");
    for source in [twin("\r\n"), twin("\r")] {
        assert_eq!(html_of(&read(&source).value, &Terms::default()), html);
        assert_eq!(told(&source), told_at);
    }
    let cut = unix.trim_end();
    assert_eq!(html_of(&read(cut).value, &Terms::default()), html);
}

#[test]
fn spans_are_counted_in_the_whole_file() {
    let front = "---\r\ntitle: Ä\r\n---\r\n";
    let file = format!("{front}## A {{#B}}\r\n\r\n[](x.md)\r\n");
    let range = Span::new(front.len(), file.len());
    let found = body(&InputPath::new("a.md"), &file, range, Dialect::Guide, Boxes::Allowed);
    assert_eq!(
        lines(&file, found.problems),
        [
            "4:8 name-invalid: write `#b`",
            "6:1 empty-link: say what the reader finds there: `[the name of the page](x.md)`"
        ]
    );
    let heading = visit::headings(&found.value)[0];
    assert_eq!(at(&file, heading.span), "## A {#B}");
}

#[test]
fn a_text_nested_without_end_is_told_once_and_needs_little_stack() {
    let deep = [
        ">".repeat(60_000),
        "- ".repeat(5_000),
        "**".repeat(20_000) + "a" + &"**".repeat(20_000),
        "*a_ ".repeat(20_000),
        "![".repeat(5_000) + "a" + &"](x.png)".repeat(5_000),
    ];
    for source in deep {
        let small = std::thread::Builder::new().stack_size(1 << 20);
        let read_it = move || {
            let found = read(&format!("{source} b\n"));
            html_of(&found.value, &Terms::default());
            found.problems
        };
        let problems: Problems = small.spawn(read_it).unwrap().join().unwrap();
        let deepest = problems.iter().filter(|problem| problem.rule.name == "nesting-too-deep").count();
        assert!(deepest <= 1);
    }
    assert_eq!(told(&format!("{} a\n", ">".repeat(100))).len(), 1);
    assert_eq!(told(&format!("{} a\n", ">".repeat(60))), Vec::<String>::new());
}

#[test]
fn four_times_the_text_takes_some_four_times_as_long() {
    let sources: [fn(usize) -> String; 17] = [
        |n| "()[".repeat(n),
        |n| "[a] (".repeat(n),
        |n| "##A\n".repeat(n),
        |n| "[^".repeat(n),
        |n| "(a)[b.md] ".repeat(n),
        |n| "## Same\n\n".repeat(n),
        |n| "## A {#a}\n\n".repeat(n),
        |n| "- [ ] One {#a}\n".repeat(n),
        |n| "-[ ] One\n".repeat(n),
        |n| "{#a ".repeat(n),
        |n| "[a]( ".repeat(n),
        |n| "[@a b] [^x] ".repeat(n),
        |n| (0..n).map(|at| format!("x[^{at}] [@s{at}] ")).chain((0..n).map(|at| format!("\n\n[^{at}]: t"))).collect(),
        |n| "<b> <div>\n\n".repeat(n),
        |n| "[here](x) a=“b ".repeat(n),
        |n| "<<<<<<< a\n\nx\n".repeat(n),
        |n| ">".repeat(n),
    ];
    for source in sources {
        let (small, large) = (source(1_000), source(4_000));
        // The shortest of some runs: other programs may take the machine for a while.
        let quickest = |text: &str| (0..3).map(|_| seconds(text)).min().unwrap();
        let (short, long) = (quickest(&small), quickest(&large));
        // Sixteen times would be the square; half of that leaves room for a busy machine.
        assert!(long < short * 8 + Duration::from_millis(100), "{:?}: {short:?}, {long:?}", small.get(..9));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: property_cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_to_a_text_makes_the_reader_stumble(
        cuts in prop::collection::vec((0usize..2000, 0usize..40, "[-\\[\\]{}#.@^`<>!*_~=:;|(\"'“”é \r\n\tx0&\\\\]{0,6}"), 0..12),
        allowed in any::<bool>(),
        guide in any::<bool>(),
    ) {
        let mut letters: Vec<char> = SAMPLE.chars().collect();
        for (at, len, put) in cuts {
            let start = at % (letters.len() + 1);
            let end = (start + len).min(letters.len());
            letters.splice(start..end, put.chars());
        }
        let source: String = letters.into_iter().collect();
        let boxes = if allowed { Boxes::Allowed } else { Boxes::Refused };
        holds(&source, if guide { Dialect::Guide } else { Dialect::CommonMark }, boxes);
    }

    #[test]
    fn no_text_made_of_marks_makes_the_reader_stumble(source in "[-\\[\\]{}#.@^`<>!*_~=:;|(\"'“é \r\n\tax0&\\\\]{0,120}") {
        holds(&source, Dialect::Guide, Boxes::Allowed);
        holds(&source, Dialect::CommonMark, Boxes::Refused);
    }

    #[test]
    fn line_ends_never_matter(source in "[-\\[\\]{}#.@^`<>!*_=:;|(\"' \nax0&\\\\]{0,80}") {
        let twin = source.replace('\n', "\r\n");
        prop_assert_eq!(html_of(&read(&source).value, &Terms::default()), html_of(&read(&twin).value, &Terms::default()));
        prop_assert_eq!(told(&source), told(&twin));
    }
}

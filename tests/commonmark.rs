//! The examples of CommonMark's specification, through our reader and our writer.
//!
//! Extensions are off, and links stay as they are written. Our HTML and the specification's are
//! compared after the specification's own normalising (`normalize.py` of its test suite). What
//! our pages say beyond the specification is taken off before: `rel` on links, `tabindex` on
//! code, `id` on headings, the size of pictures.
//!
//! Every example that may differ stands in [`EXCEPTIONS`] with the reason. One that passes must
//! leave the table, so the table cannot rot.

use std::collections::BTreeMap;

use careguide::base::{InputPath, Name, Span};
use careguide::markup::html::{ItemLine, Labels, PictureSource, Scope, Writer};
use careguide::markup::terms::Terms;
use careguide::markup::{self, Boxes, Dialect};

const SPECIFICATION: &str = include_str!("commonmark/spec.txt");

/// How many examples version 0.31.2 has; a reader of `spec.txt` that loses some would prove less.
const EXAMPLES: usize = 652;

/// Why an example comes out otherwise. The test proves that the reason holds.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Why {
    /// Raw HTML is refused: the reader reports it, and nothing of it reaches a page.
    Html,
    /// Comments are dropped, without a word or for what stands beside them on their line.
    Comment,
    /// Addresses of other kinds than `https:`, `http:`, `mailto:` and `tel:` are never linked; their words are printed.
    Scheme,
}

/// Examples that come out otherwise, and why.
#[rustfmt::skip]
const EXCEPTIONS: &[(usize, Why, &str)] = &[
    (21, Why::Html, "a link tag with a backslash in its address"),
    (31, Why::Html, "a link tag with entities in its address"),
    (148, Why::Html, "a table of tags around `pre`"),
    (149, Why::Html, "a table of tags"),
    (150, Why::Html, "an indented `div`"),
    (151, Why::Html, "an end tag alone"),
    (152, Why::Html, "a `DIV` in capitals around Markdown"),
    (153, Why::Html, "a start tag over two lines"),
    (154, Why::Html, "an attribute over two lines"),
    (155, Why::Html, "a `div` that is never closed"),
    (156, Why::Html, "a broken start tag that still begins an HTML block"),
    (157, Why::Html, "a broken start tag that still begins an HTML block"),
    (158, Why::Html, "a broken start tag that still begins an HTML block"),
    (159, Why::Html, "a `div` around a link tag"),
    (160, Why::Html, "a table of tags on three lines"),
    (161, Why::Html, "a `div` that takes in the code fence below"),
    (162, Why::Html, "a link tag around lines of its own"),
    (163, Why::Html, "an unknown element"),
    (164, Why::Html, "an `i` around lines of its own"),
    (165, Why::Html, "an end tag of an inline element alone"),
    (166, Why::Html, "a `del` element"),
    (167, Why::Html, "a `del` element"),
    (168, Why::Html, "a `del` element"),
    (169, Why::Html, "a `pre` element"),
    (170, Why::Html, "a script"),
    (171, Why::Html, "a `textarea`"),
    (172, Why::Html, "a style sheet"),
    (173, Why::Html, "a style sheet"),
    (174, Why::Html, "a `div` in a quotation"),
    (175, Why::Html, "a `div` in a list"),
    (176, Why::Html, "a style sheet"),
    (177, Why::Comment, "a comment with words after it on its line"),
    (178, Why::Html, "a script with words after it on its line"),
    (179, Why::Comment, "a comment of several lines"),
    (180, Why::Html, "a processing instruction"),
    (181, Why::Html, "a document type"),
    (182, Why::Html, "a CDATA section"),
    (183, Why::Comment, "an indented comment"),
    (184, Why::Html, "a `div` indented by two spaces"),
    (185, Why::Html, "a `div` that ends a paragraph"),
    (186, Why::Html, "a `div` that takes in the line below"),
    (187, Why::Html, "a link tag in a paragraph"),
    (188, Why::Html, "a `div` with empty lines around its words"),
    (189, Why::Html, "a `div` around words that stay as they are"),
    (190, Why::Html, "a table of tags with empty lines between them"),
    (191, Why::Html, "a table of tags with code in it"),
    (201, Why::Html, "a tag where the address of a definition would be"),
    (308, Why::Comment, "an empty comment between two blocks"),
    (309, Why::Comment, "an empty comment between two blocks"),
    (344, Why::Html, "a tag that binds more tightly than code"),
    (475, Why::Html, "a picture tag that binds more tightly than emphasis"),
    (476, Why::Html, "a link tag that binds more tightly than emphasis"),
    (477, Why::Html, "a link tag that binds more tightly than emphasis"),
    (491, Why::Html, "a tag over two lines where an address would be"),
    (494, Why::Html, "a tag where an address would be"),
    (524, Why::Html, "a tag that binds more tightly than a link"),
    (536, Why::Html, "a tag that binds more tightly than a link"),
    (596, Why::Scheme, "`irc:`"),
    (598, Why::Scheme, "`a+b+c:`"),
    (599, Why::Scheme, "`made-up-scheme:`"),
    (601, Why::Scheme, "`localhost:`"),
    (613, Why::Html, "start tags"),
    (614, Why::Html, "empty elements"),
    (615, Why::Html, "white space in tags"),
    (616, Why::Html, "attributes of all kinds"),
    (617, Why::Html, "a custom element"),
    (623, Why::Html, "end tags"),
    (625, Why::Comment, "a comment in a line"),
    (626, Why::Comment, "the shortest comments"),
    (627, Why::Html, "a processing instruction in a line"),
    (628, Why::Html, "a declaration in a line"),
    (629, Why::Html, "a CDATA section in a line"),
    (630, Why::Html, "a tag with an entity in its address"),
    (631, Why::Html, "a tag with a backslash in its address"),
    (642, Why::Html, "a line end within a tag, which is no hard break"),
    (643, Why::Html, "a line end within a tag, which is no hard break"),
];

struct Example {
    number: usize,
    section: String,
    markdown: String,
    html: String,
}

#[test]
fn the_examples_of_the_specification_come_out_as_it_says() {
    let examples = examples();
    assert_eq!(examples.len(), EXAMPLES, "examples found in spec.txt");
    let exceptions: BTreeMap<usize, (Why, &str)> =
        EXCEPTIONS.iter().map(|(number, why, what)| (*number, (*why, *what))).collect();
    assert_eq!(exceptions.len(), EXCEPTIONS.len(), "an exception stands in the table twice");
    let mut wrong = Vec::new();
    let mut needless = Vec::new();
    for example in &examples {
        let (html, problems) = html_of(&example.markdown);
        let ours = normalised(&html, Whose::Ours);
        let theirs = normalised(&example.html, Whose::Theirs);
        match (ours == theirs, exceptions.get(&example.number)) {
            (true, Some((_, what))) => needless.push(format!("{} ({what})", example.number)),
            (false, Some((why, what))) => {
                let holds = match why {
                    Why::Html => problems.contains(&"raw-html"),
                    Why::Comment => example.markdown.contains("<!--"),
                    Why::Scheme => problems.is_empty() && !ours.contains("href"),
                };
                assert!(holds, "example {} is excepted as {why:?} ({what}), but: {problems:?}", example.number);
            }
            (false, None) => wrong.push(format!(
                "example {} ({}):\n{}\n--- specification ---\n{theirs}\n--- ours ---\n{ours}\n",
                example.number, example.section, example.markdown
            )),
            (true, None) => {}
        }
    }
    let right = examples.len() - wrong.len() - exceptions.len();
    println!("{} examples: {right} as the specification says, {} exceptions", examples.len(), exceptions.len());
    assert!(wrong.is_empty(), "{} examples came out otherwise:\n{}", wrong.len(), wrong.join("\n"));
    assert!(needless.is_empty(), "these pass and are no exceptions any more: {}", needless.join(", "));
}

fn html_of(markdown: &str) -> (String, Vec<&'static str>) {
    let path = InputPath::new("example.md");
    let range = Span::new(0, markdown.len());
    let found = markup::body(&path, markdown, range, Dialect::CommonMark, Boxes::Allowed);
    let problems = found.problems.iter().map(|problem| problem.rule.name).collect();
    let labels = Labels::default();
    let terms = Terms::default();
    let term_href = |_: &Name| String::new();
    let scope = Scope {
        link: &|target| Some(target.to_owned()),
        picture: &|target| Some(PictureSource { src: target.to_owned(), width: 1, height: 1 }),
        item: &|_| ItemLine::default(),
        items_caption: &|_| String::new(),
    };
    (Writer::new(&labels, &terms, &term_href).blocks(&found.value.blocks, &scope), problems)
}

/// The examples of `spec.txt`: fenced by 32 backticks, Markdown and HTML parted by a dot, `→` for a tab.
fn examples() -> Vec<Example> {
    let fence = "`".repeat(32);
    let mut examples = Vec::new();
    let mut section = String::new();
    let mut lines = SPECIFICATION.lines();
    while let Some(line) = lines.next() {
        if let Some(heading) = line.strip_prefix('#') {
            section = heading.trim_start_matches('#').trim().to_owned();
        }
        if line.strip_prefix(&fence).is_none_or(|rest| rest.trim() != "example") {
            continue;
        }
        let part = |lines: &mut std::str::Lines<'_>, end: &str| -> String {
            lines.take_while(|line| *line != end).map(|line| line.replace('→', "\t") + "\n").collect()
        };
        let markdown = part(&mut lines, ".");
        let html = part(&mut lines, &fence);
        examples.push(Example { number: examples.len() + 1, section: section.clone(), markdown, html });
    }
    examples
}

#[derive(Clone, Copy, PartialEq)]
enum Whose {
    Ours,
    Theirs,
}

#[derive(PartialEq)]
enum Last {
    Start,
    End,
    Data,
}

/// The specification's normalising: white space that shows nowhere, the order of attributes, the ways of writing
/// a character and an empty element.
fn normalised(html: &str, whose: Whose) -> String {
    let mut out = String::new();
    let mut last = Last::Start;
    let mut last_tag = String::new();
    let mut in_pre = false;
    let mut rest = html;
    while !rest.is_empty() {
        let is_tag =
            rest.strip_prefix('<').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'));
        if !is_tag {
            let end = rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(end, _)| end);
            let (words, after) = rest.split_at(end);
            let mut data = decoded(words);
            let after_tag = last != Last::Data;
            if after_tag && last_tag == "br" {
                data = data.trim_start_matches('\n').to_owned();
            }
            if !in_pre {
                data = one_space(&data);
                if after_tag && is_block(&last_tag) {
                    data = if last == Last::Start { data.trim_start() } else { data.trim() }.to_owned();
                }
            }
            out.push_str(&encoded(&data));
            last = Last::Data;
            rest = after;
            continue;
        }
        let (tag, after) = rest.split_at(tag_end(rest));
        let tag = tag.trim_start_matches('<').trim_end_matches('>');
        rest = after;
        let (name, attributes) = match tag.find(|c: char| c.is_whitespace() || (c == '/' && !tag.starts_with('/'))) {
            Some(at) => tag.split_at(at),
            None => (tag, ""),
        };
        if let Some(name) = name.strip_prefix('/') {
            if name == "pre" {
                in_pre = false;
            } else if is_block(name) {
                out.truncate(out.trim_end().len());
            }
            out.push_str(&format!("</{name}>"));
            last_tag = name.to_owned();
            last = Last::End;
            continue;
        }
        in_pre |= name == "pre";
        if is_block(name) {
            out.truncate(out.trim_end().len());
        }
        out.push_str(&format!("<{name}"));
        for (key, value) in attributes_of(attributes) {
            if whose == Whose::Theirs || !is_addition(name, &key) {
                out.push_str(&format!(" {key}=\"{}\"", encoded(&value)));
            }
        }
        out.push('>');
        last_tag = name.to_owned();
        // An element that is empty by nature is over where it begins, however it is written.
        last = if ["br", "hr", "img"].contains(&name) { Last::End } else { Last::Start };
    }
    out.trim().to_owned()
}

/// Whether our pages say this beyond the specification.
fn is_addition(element: &str, attribute: &str) -> bool {
    match element {
        "a" => attribute == "rel",
        "pre" => attribute == "tabindex",
        "img" => attribute == "width" || attribute == "height",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => attribute == "id",
        _ => false,
    }
}

/// The end of the tag that `html` begins with: the first `>` outside quotes.
fn tag_end(html: &str) -> usize {
    let mut quote = None;
    for (at, character) in html.char_indices() {
        match (quote, character) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    html.len()
}

/// Attributes in the order of their names.
fn attributes_of(source: &str) -> BTreeMap<String, String> {
    let mut attributes = BTreeMap::new();
    let mut rest = source.trim_matches(|c: char| c.is_whitespace() || c == '/');
    while !rest.is_empty() {
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        rest = after.trim_start();
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quoted = after.strip_prefix('"').map(|after| (after, '"'));
            let quoted = quoted.or_else(|| after.strip_prefix('\'').map(|after| (after, '\'')));
            let (written, left) = match quoted {
                Some((after, quote)) => after.split_once(quote).unwrap_or((after, "")),
                None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
            };
            value = decoded(written);
            rest = left;
        }
        rest = rest.trim_start();
        attributes.insert(key.to_owned(), value);
    }
    attributes
}

fn decoded(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&amp;", "&")
}

fn encoded(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// ASCII white space only, as the specification's script has it; a no-break space is a character.
fn one_space(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' if out.ends_with(' ') => {}
            ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

fn is_block(tag: &str) -> bool {
    const BLOCKS: &str = " article header aside hgroup blockquote hr iframe body li map button object canvas ol \
        caption output col p colgroup pre dd progress div section dl table td dt tbody embed textarea fieldset tfoot \
        figcaption th figure thead footer tr form ul h1 h2 h3 h4 h5 h6 video script style ";
    BLOCKS.contains(&format!(" {tag} "))
}

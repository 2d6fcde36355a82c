//! Terms of the glossary, linked at their first use on a page.

use super::{html_of, labels, read, scope};
use crate::base::Name;
use crate::markup::html::Writer;
use crate::markup::terms::Terms;

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

fn glossary() -> Terms {
    let (steam, engine, bar, hooke) = (name("steam-engine"), name("engine"), name("bar"), name("hooke"));
    Terms::new([
        (&steam, "steam engine"),
        (&steam, "steam engines"),
        (&engine, "Engine"),
        (&bar, "BAR"),
        (&hooke, "Hooke's law"),
        (&name("bahn"), "örtliche Bahn"),
    ])
}

/// The HTML with term links as `[words|name]`.
fn marked(source: &str) -> String {
    let html = html_of(&read(source).value, &glossary());
    let html = html.replace("<a class=\"term\" href=\"../glossary/#", "[");
    html.replace("\">", "|").replace("</a>", "]").trim().to_owned()
}

#[test]
fn a_term_is_linked_where_it_is_first_used_and_nowhere_else() {
    assert_eq!(
        marked("An engine, a steam engine.\n\nA steam engine.\n"),
        "<p>An [engine|engine], a [steam-engine|steam engine].</p>\n<p>A steam engine.</p>"
    );
}

#[test]
fn the_longest_form_wins_and_words_are_whole() {
    assert_eq!(marked("Two steam engines."), "<p>Two [steam-engine|steam engines].</p>");
    assert_eq!(
        marked("Engineered, reengine, engine-like, my-engine."),
        "<p>Engineered, reengine, engine-like, my-engine.</p>"
    );
    assert_eq!(marked("(Engine)"), "<p>([engine|Engine])</p>");
}

#[test]
fn capitals_count_only_inside_a_word() {
    assert_eq!(
        marked("A bar. A BAR chart. Steam Engine."),
        "<p>A bar. A [bar|BAR] chart. [steam-engine|Steam Engine].</p>"
    );
    assert_eq!(marked("Die Örtliche Bahn, die örtliche Bahn."), "<p>Die Örtliche Bahn, die [bahn|örtliche Bahn].</p>");
}

#[test]
fn a_term_may_span_a_line_end_and_an_apostrophe_may_be_of_either_kind() {
    assert_eq!(marked("A steam\nengine."), "<p>A [steam-engine|steam\nengine].</p>");
    assert_eq!(marked("Hooke's law"), "<p>[hooke|Hooke’s law]</p>");
}

#[test]
fn headings_links_code_and_citations_hold_no_terms() {
    let source = "## Engine\n\n[engine](x.md) `engine` [@engine] ![engine](p.png)\n";
    let html = html_of(&read(source).value, &glossary());
    assert!(!html.contains("class=\"term\""), "{html}");
}

#[test]
fn a_term_is_found_in_lists_tables_emphasis_and_items() {
    for source in ["- *engine*\n", "| a |\n|---|\n| **engine** |\n", "- [ ] Get an engine\n", "> engine\n"] {
        assert!(marked(source).contains("[engine|engine]"), "{source}");
    }
}

#[test]
fn a_terms_own_entry_does_not_link_to_itself() {
    let (labels, terms, href) = (labels(), glossary(), |name: &Name| format!("#{name}"));
    let mut writer = Writer::new(&labels, &terms, &href);
    writer.already_linked(&name("steam-engine"));
    let html = writer.blocks(&read("A steam engine is an engine.").value.blocks, &scope());
    assert_eq!(html, "<p>A steam engine is an <a class=\"term\" href=\"#engine\">engine</a>.</p>\n");
}

#[test]
fn writing_without_spaces_has_its_terms_found() {
    let term = name("engine");
    let terms = Terms::new([(&term, "蒸汽机")]);
    let html = html_of(&read("这是一台蒸汽机。").value, &terms);
    assert_eq!(html, "<p>这是一台<a class=\"term\" href=\"../glossary/#engine\">蒸汽机</a>。</p>\n");
}

//! What readers get.

use super::{html, html_of, labels, read, scope};
use crate::base::Name;
use crate::markup::html::{Cited, Writer, escaped};
use crate::markup::terms::Terms;

#[test]
fn headings_have_the_authors_names_or_ones_made_of_their_words() {
    assert_eq!(
        html("## What now? {#now}\n\n### Now\n\n### Now\n\n## Ünïcode *x*\n\n## ???\n\n## Item 5\n"),
        "<h2 id=\"now\">What now?</h2>\n<h3 id=\"now-2\">Now</h3>\n<h3 id=\"now-3\">Now</h3>\n\
         <h2 id=\"unicode-x\">Ünïcode <em>x</em></h2>\n<h2 id=\"section\">???</h2>\n<h2 id=\"section-item-5\">Item 5</h2>\n"
    );
    // A name that an author writes further down is taken, too.
    assert_eq!(
        html("## Costs\n\n## Costs\n\n## Prices {#costs}\n\n## More {#costs-2}\n"),
        "<h2 id=\"costs-3\">Costs</h2>\n<h2 id=\"costs-4\">Costs</h2>\n<h2 id=\"costs\">Prices</h2>\n<h2 id=\"costs-2\">More</h2>\n"
    );
}

#[test]
fn headings_can_be_written_deeper() {
    let (labels, terms, href) = (labels(), Terms::default(), |_: &Name| String::new());
    let mut writer = Writer::new(&labels, &terms, &href);
    writer.shift_headings(1);
    let blocks = read("## A\n\n### B\n").value.blocks;
    assert_eq!(writer.blocks(&blocks, &scope()), "<h3 id=\"a\">A</h3>\n<h4 id=\"b\">B</h4>\n");
}

#[test]
fn citations_are_numbered_through_the_page() {
    let (labels, terms, href) = (labels(), Terms::default(), |_: &Name| String::new());
    let mut writer = Writer::new(&labels, &terms, &href);
    let blocks = read("A study [@smith-2014].\n\nTwo [@other; @smith-2014].\n").value.blocks;
    assert_eq!(
        writer.blocks(&blocks, &scope()),
        "<p>A study.<sup class=\"cite\"><a id=\"cg-cite-1\" href=\"#cg-source-1\"><span class=\"vh\"> Source </span>1</a></sup></p>\n\
         <p>Two.<sup class=\"cite\"><a id=\"cg-cite-2\" href=\"#cg-source-2\"><span class=\"vh\"> Source </span>2</a>, \
         <a id=\"cg-cite-3\" href=\"#cg-source-1\"><span class=\"vh\"> Source </span>1</a></sup></p>\n"
    );
    let cited = |name: &str, number, places: &[&str]| Cited {
        name: name.into(),
        number,
        places: places.iter().map(|place| (*place).to_owned()).collect(),
    };
    assert_eq!(
        writer.cited(),
        [cited("smith-2014", 1, &["cg-cite-1", "cg-cite-3"]), cited("other", 2, &["cg-cite-2"])]
    );
}

#[test]
fn footnotes_lead_there_and_back() {
    assert_eq!(
        html("A[^1], b [^2], a[^1].\n\n[^2]: Two.\n\n    More:\n\n    - x\n\n[^1]: One[^3]\n\n[^3]: Three\n"),
        "<p>A,<sup class=\"footnote-ref\"><a id=\"cg-fnref-1\" href=\"#cg-fn-1\"><span class=\"vh\"> Footnote </span>a</a></sup> \
         b,<sup class=\"footnote-ref\"><a id=\"cg-fnref-2\" href=\"#cg-fn-2\"><span class=\"vh\"> Footnote </span>b</a></sup> \
         a.<sup class=\"footnote-ref\"><a id=\"cg-fnref-1-2\" href=\"#cg-fn-1\"><span class=\"vh\"> Footnote </span>a</a></sup></p>\n\
         <section class=\"footnotes\" aria-label=\"Footnotes\"><ol>\
         <li id=\"cg-fn-1\"><p>One<sup class=\"footnote-ref\"><a id=\"cg-fnref-3\" href=\"#cg-fn-3\"><span class=\"vh\"> Footnote </span>c</a></sup> \
         <a class=\"footnote-back\" href=\"#cg-fnref-1\">Back to the text</a></p></li>\
         <li id=\"cg-fn-2\"><p>Two.</p>\n<p>More:</p>\n<ul>\n<li>x</li>\n</ul>\n<p><a class=\"footnote-back\" href=\"#cg-fnref-2\">Back to the text</a></p></li>\
         <li id=\"cg-fn-3\"><p>Three <a class=\"footnote-back\" href=\"#cg-fnref-3\">Back to the text</a></p></li></ol></section>\n"
    );
}

#[test]
fn footnotes_of_parts_that_are_not_shown_are_not_shown() {
    let body = read("A[^1]\n\n## B\n\nC[^2]\n\n[^1]: One\n\n[^2]: Two\n").value;
    let (labels, terms, href) = (labels(), Terms::default(), |_: &Name| String::new());
    let mut writer = Writer::new(&labels, &terms, &href);
    assert_eq!(writer.footnotes(&body.footnotes, &scope()), "");
    writer.blocks(&body.blocks[1..], &scope());
    let notes = writer.footnotes(&body.footnotes, &scope());
    assert!(notes.contains("<li id=\"cg-fn-1\"><p>Two ") && !notes.contains("One"), "{notes}");
    assert_eq!(writer.footnotes(&body.footnotes, &scope()), "");
}

#[test]
fn callouts_say_what_they_are() {
    assert_eq!(
        html("> [!NOTE]\n> One\n\n> [!CAUTION]\n> Two\n"),
        "<div class=\"callout callout-note\" role=\"note\" aria-labelledby=\"cg-note-1\">\
         <div class=\"callout-label\" id=\"cg-note-1\">Good to know</div>\n<p>One</p>\n</div>\n\
         <div class=\"callout callout-caution\" role=\"note\" aria-labelledby=\"cg-note-2\">\
         <div class=\"callout-label\" id=\"cg-note-2\">Act now</div>\n<p>Two</p>\n</div>\n"
    );
}

#[test]
fn tables_can_be_scrolled_and_have_names_of_their_own() {
    assert_eq!(
        html("| | A |\n|---|--:|\n| x | 1 |\n\n| B |\n|:-:|\n"),
        "<div class=\"table-wrap\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>\n<thead>\n\
         <tr><td></td><th scope=\"col\" class=\"align-right\">A</th></tr>\n</thead>\n<tbody>\n\
         <tr><td>x</td><td class=\"align-right\">1</td></tr>\n</tbody>\n</table></div>\n\
         <div class=\"table-wrap\" role=\"region\" tabindex=\"0\" aria-label=\"Table 2\"><table>\n<thead>\n\
         <tr><th scope=\"col\" class=\"align-center\">B</th></tr>\n</thead>\n</table></div>\n"
    );
}

#[test]
fn lists_definitions_code_and_quotations() {
    assert_eq!(html("- a\n- b\n\n  c\n"), "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n");
    assert_eq!(
        html("3. a\n4. b\n   - c\n"),
        "<ol start=\"3\">\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ol>\n"
    );
    assert_eq!(html("T\n: D\n: E\n"), "<dl>\n<dt>T</dt>\n<dd>D</dd>\n<dd>E</dd>\n</dl>\n");
    assert_eq!(html("```\n<b> &\n```\n"), "<pre tabindex=\"0\"><code>&lt;b&gt; &amp;\n</code></pre>\n");
    assert_eq!(html("> A\n\n***\n"), "<blockquote>\n<p>A</p>\n</blockquote>\n<hr>\n");
}

#[test]
fn a_picture_alone_is_a_figure() {
    assert_eq!(
        html("![A \"bridge\"](k.png \"Seen from <left>\")\n"),
        "<figure><img src=\"../assets/k.png\" alt=\"A “bridge”\" width=\"640\" height=\"480\">\
         <figcaption>Seen from &lt;left&gt;</figcaption></figure>\n"
    );
    assert_eq!(
        html("A ![bridge](k.png) here\n"),
        "<p>A <img src=\"../assets/k.png\" alt=\"bridge\" width=\"640\" height=\"480\"> here</p>\n"
    );
}

#[test]
fn what_is_not_found_leaves_its_words() {
    assert_eq!(html("A [link *there*](gone.md).\n"), "<p>A link <em>there</em>.</p>\n");
    assert_eq!(html("A ![bridge](gone.png).\n"), "<p>A bridge.</p>\n");
}

#[test]
fn links_that_leave_the_site_tell_it_nothing() {
    assert_eq!(
        html("[a](b.md#c) [d](https://e.org/?f=1&g=2 \"h\") [i](mailto:j@k.org)\n"),
        "<p><a href=\"b/#c\">a</a> <a href=\"https://e.org/?f=1&amp;g=2\" title=\"h\" rel=\"noreferrer noopener\">d</a> \
         <a href=\"mailto:j@k.org\">i</a></p>\n"
    );
}

#[test]
fn no_words_of_an_author_become_markup() {
    let source = "<i>\\<b> &lt;c> `<d>` [\"e\"](f.md?\"><g>) ![<h>\"](i.png) [j](javascript:k) [l](vbscript:m)\n\n\
                  > [!NOTE]\n> <n>\n\n## <o> {#p\"onclick=q}\n\n```<r>\n<s>\n```\n\n[t](data:u) [v](//w) <x-y:z>\n";
    let html = html_of(&read(source).value, &Terms::default());
    let tags: Vec<&str> = html.split('<').skip(1).filter_map(|tag| tag.split(['>', ' ']).next()).collect();
    let ours = "p /p code /code a /a img div /div h2 /h2 pre /pre";
    for tag in tags {
        assert!(ours.split(' ').any(|known| known == tag), "<{tag}> in {html}");
    }
    for word in ["javascript", "vbscript", "data:", "onclick=", "href=\"//", "x-y:z\""] {
        assert!(!html.contains(word), "{word} in {html}");
    }
}

#[test]
fn labels_have_no_links_terms_or_marks() {
    let term = Name::new("costs").unwrap();
    let terms = Terms::new([(&term, "costs")]);
    let (labels, href) = (labels(), |_: &Name| String::new());
    let mut writer = Writer::new(&labels, &terms, &href);
    let body = read("- [ ] Ask [about](a.md) *costs* & `x` [@a], then\\\n  more\n").value;
    let item = crate::markup::visit::items(&body)[0].clone();
    assert_eq!(writer.plain_inlines(&item.text), "Ask about <em>costs</em> &amp; <code>x</code>, then");
    assert!(writer.inlines(&item.text, &scope()).contains("class=\"term\""));
    assert_eq!(escaped("<a href='x' title=\"y\">&"), "&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;");
}

#[test]
fn punctuation_is_typographic() {
    assert_eq!(html("\"It's\" -- fine --- so... `\"x\"`\n"), "<p>“It’s” – fine — so… <code>&quot;x&quot;</code></p>\n");
}

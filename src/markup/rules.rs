//! The kinds of problem that the prose of one document can have.
//!
//! Only what can be seen in one file, without knowing any other; links to other documents,
//! names of sources and items are judged later. The code that finds them stands in `read`.

use crate::report::{Level, Rule, rules};

rules! {
    /// Raw HTML.
    RAW_HTML = Rule::structural("raw-html", "HTML tags in Markdown are refused.");
    /// A comment that never ends.
    UNCLOSED_COMMENT = Rule::structural("unclosed-comment", "A comment that begins with `<!--` and never ends.");
    /// Typographic quotes around an attribute.
    TYPOGRAPHIC_QUOTES = Rule::check(
        "typographic-quotes-in-attribute",
        Level::Warn,
        "An attribute in typographic quotes, which is printed as text.",
    );
    /// A line that looks like a box and is none.
    BOX_MISTYPED = Rule::structural("box-mistyped", "A line that looks like a task-list line but is not one.");
    /// A box where none may stand.
    BOX_MISPLACED = Rule::structural("box-misplaced", "A task-list line where no checklist can take it up.");
    /// A list of boxes and plain lines.
    MIXED_LIST = Rule::structural("mixed-list", "A list in which only some lines have a box.");
    /// `{#…}` or `{.…}` in text.
    ATTRIBUTE_MISPLACED =
        Rule::structural("attribute-misplaced", "`{#…}` or `{.…}` where it has no meaning.");
    /// An attribute that is none of ours.
    UNKNOWN_ATTRIBUTE = Rule::structural("unknown-attribute", "A class or an attribute that means nothing here.");
    /// `{#Bad Name}`.
    NAME_INVALID = Rule::structural("name-invalid", "A name with other characters than a–z, 0–9 and `-`.");
    /// `{#cg-…}` and `{#item-…}`.
    RESERVED_NAME = Rule::structural("reserved-name", "A name that the site, or the program, needs for itself.");
    /// The same name on two headings.
    DUPLICATE_ANCHOR = Rule::structural("duplicate-anchor", "Two headings of one file with the same name.");
    /// `# Heading` in a body.
    HEADING_LEVEL_ONE = Rule::structural("heading-level-one", "A heading of the first level below the page's title.");
    /// `##` and then `####`.
    HEADING_LEVEL_SKIPPED = Rule::structural("heading-level-skipped", "A heading more than one level below the last.");
    /// `##Heading`.
    HEADING_MISTYPED = Rule::structural("heading-mistyped", "A line that looks like a heading but is not one.");
    /// A heading without words.
    EMPTY_HEADING = Rule::structural("empty-heading", "A heading without words.");
    /// A code fence without its end.
    UNCLOSED_FENCE = Rule::structural("unclosed-fence", "A code fence that is never closed.");
    /// `[^x]` without a text.
    UNDEFINED_FOOTNOTE = Rule::structural("undefined-footnote", "A footnote mark without a footnote.");
    /// `[^x]: …` that nothing refers to.
    UNUSED_FOOTNOTE = Rule::structural("unused-footnote", "A footnote that no mark refers to.");
    /// Two footnotes with one label.
    DUPLICATE_FOOTNOTE = Rule::structural("duplicate-footnote", "Two footnotes with the same label.");
    /// `[text][ref]` without `[ref]: …`.
    UNDEFINED_REFERENCE = Rule::structural("undefined-reference", "A link by reference whose address is given nowhere.");
    /// `[words](no address)` that stayed text.
    MISTYPED_LINK = Rule::structural("mistyped-link", "Words and an address in brackets that did not become a link.");
    /// `[@a, @b]`, `[@Bad Name]`.
    CITATION_MALFORMED = Rule::structural("citation-malformed", "A citation that does not name sources as `[@name]`.");
    /// `[](x)` and `[words]()`.
    EMPTY_LINK = Rule::structural("empty-link", "A link without words, or without an address.");
    /// `[words](javascript:…)`.
    LINK_SCHEME = Rule::structural("link-scheme", "An address of a kind that no page may link to.");
    /// `![](x.png)`.
    PICTURE_WITHOUT_WORDS = Rule::structural("picture-without-words", "A picture without words that say what it shows.");
    /// `![…](https://…)`.
    PICTURE_ELSEWHERE = Rule::structural("picture-elsewhere", "A picture that would be loaded from another site.");
    /// Marks of an unfinished merge.
    CONFLICT_MARKER = Rule::structural("conflict-marker", "Marks that an unfinished merge left in the text.");
    /// Lists in quotes in lists ….
    NESTING_TOO_DEEP = Rule::structural("nesting-too-deep", "Lists, quotations or emphasis nested too deep.");
    /// `[here](x)`.
    VAGUE_LINK = Rule::check("vague-link", Level::Warn, "Link words that do not say where the link leads.");
}

//! The prose of a document as a tree, every part with its place in the file. Nothing is resolved:
//! a link still says what its author wrote.

use crate::base::{Name, Span, Spanned};

/// The prose of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// Top-level blocks in the author's order.
    pub blocks: Vec<Block>,
    /// Footnotes in the order of their first reference; those never referred to last.
    pub footnotes: Vec<Footnote>,
    /// Words a reader reads, code and addresses left out.
    pub words: usize,
}

/// A block of prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// The words of a list item in a tight list: a paragraph without its own element.
    Plain(Vec<Inline>),
    /// A list.
    List(List),
    /// A run of task-list lines: checklist items.
    Items(Vec<Item>),
    /// A quotation.
    Quote(Vec<Block>),
    /// A GFM alert.
    Callout(Callout, Vec<Block>),
    /// Code, as written.
    Code {
        /// The first word after the fence; empty if there is none.
        language: String,
        /// The code, line ends as LF.
        text: String,
    },
    /// A table.
    Table(Table),
    /// Terms and their descriptions.
    Definitions(Vec<Definition>),
    /// A picture that is a paragraph of its own.
    Figure(Picture),
    /// A line between parts of a text.
    Break,
}

impl Block {
    /// The heading that this block is, if it is one.
    pub fn heading(&self) -> Option<&Heading> {
        if let Block::Heading(heading) = self { Some(heading) } else { None }
    }
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6, no level left out; in plain Markdown, as it is written.
    pub level: u8,
    /// 1 to 6, as the author wrote it.
    pub written: u8,
    /// The anchor: the author's `{#name}`, or one made of the words, numbered within the file.
    pub anchor: Name,
    /// Where the author wrote the name; `None` if it was made of the words. Only a written one can be linked to from other files.
    pub named: Option<Span>,
    /// `{.for}`, `{.against}` or `{.like}`.
    pub aspect: Option<Spanned<Aspect>>,
    /// Its words.
    pub text: Vec<Inline>,
    /// The heading's line, without its line end.
    pub span: Span,
}

/// What a section says of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// `.for`: good points.
    For,
    /// `.against`: hard points.
    Against,
    /// `.like`: what living with it is like.
    Like,
}

/// A list of points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The first number of an ordered list; `None` for bullets.
    pub start: Option<u64>,
    /// The blocks of each point.
    pub points: Vec<Vec<Block>>,
}

/// A task-list line: something to do or to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The author's `{#name}`.
    pub name: Option<Spanned<Name>>,
    /// A name made of its words, numbered within the file.
    pub slug: Name,
    /// Its first line, without the box and the name.
    pub text: Vec<Inline>,
    /// The lines under it: why.
    pub why: Vec<Block>,
    /// Its first line: from the box to the end of the words.
    pub span: Span,
}

/// The kinds of GFM alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Callout {
    /// `[!NOTE]`
    Note,
    /// `[!TIP]`
    Tip,
    /// `[!IMPORTANT]`
    Important,
    /// `[!WARNING]`
    Warning,
    /// `[!CAUTION]`
    Caution,
}

/// A table: one head row, any number of rows; every row has as many cells as `alignments`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// How each column is set.
    pub alignments: Vec<Alignment>,
    /// The cells of the head row.
    pub head: Vec<Vec<Inline>>,
    /// The cells of the other rows.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// How a column of a table is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As the language is read.
    None,
    /// At the start of the line.
    Left,
    /// In the middle.
    Center,
    /// At the end of the line.
    Right,
}

/// One entry of a definition list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// What is described.
    pub title: Vec<Inline>,
    /// Its descriptions.
    pub details: Vec<Vec<Block>>,
}

/// A footnote's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// The label between `[^` and `]`.
    pub label: String,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The path as written, relative to the document.
    pub target: Spanned<String>,
    /// What it shows, in words.
    pub alt: String,
    /// Its title, which becomes the caption.
    pub caption: Option<String>,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words as they are read, and the range they were written in.
    Text(Spanned<String>),
    /// Code, as written.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// A link.
    Link(Link),
    /// A picture among words.
    Picture(Picture),
    /// `[@a; @b]`: the names of the sources cited, each at its place.
    Citation(Vec<Spanned<String>>),
    /// `[^label]`: the number of the footnote in `Body::footnotes`.
    FootnoteMark(usize),
    /// A line end that means a space.
    SoftBreak,
    /// A line end that the author asked for.
    HardBreak,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, as written (entities and escapes decoded), and where the author wrote it.
    pub target: Spanned<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its words.
    pub text: Vec<Inline>,
    /// The whole link.
    pub span: Span,
}

//! Metadata as a tree in which every value keeps its place, whatever language it was written in.

use crate::base::Spanned;

/// A value in YAML or TOML.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Nothing was written after the key.
    Empty,
    /// A single value.
    Scalar(Scalar),
    /// A list.
    List(Vec<Spanned<Node>>),
    /// Keys and values, in the author's order; a key may stand twice.
    Map(Vec<Entry>),
}

/// A key and its value.
pub type Entry = (Spanned<String>, Spanned<Node>);

/// A single value, with what its spelling says about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    /// The words, as the author wrote them, quotes and folding undone.
    pub text: String,
    /// What it looks like.
    pub look: Look,
    /// Where it stands, which decides what a comma or a `#` does to it.
    pub setting: Setting,
}

/// How a single value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// In quotes, or in a block of its own: nothing can cut it.
    Quoted,
    /// Bare, after a key or a dash.
    Bare,
    /// Bare, between the brackets of a list or a map.
    BareInBrackets,
}

/// What an unquoted value looks like to a reader of YAML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Words: quoted, or not to be taken for anything else.
    Words,
    /// `true` or `false`.
    Boolean,
    /// `yes`, `no`, `on`, `off`, `y`, `n`: words here, booleans elsewhere.
    NearBoolean,
    /// A whole number.
    Integer,
    /// Any other number.
    Number,
    /// An unquoted `2026-11-20`.
    Date,
}

impl Node {
    /// What it is, for messages: "a list".
    pub fn what(&self) -> &'static str {
        match self {
            Node::Empty => "nothing",
            Node::List(_) => "a list",
            Node::Map(_) => "keys with values",
            Node::Scalar(scalar) => match scalar.look {
                Look::Words => "words",
                Look::Boolean => "`true` or `false`",
                Look::NearBoolean => "a yes or no",
                Look::Integer | Look::Number => "a number",
                Look::Date => "a date",
            },
        }
    }
}

/// The look of an unquoted value.
pub(super) fn look(text: &str) -> Look {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    match text.to_ascii_lowercase().as_str() {
        "true" | "false" => Look::Boolean,
        "yes" | "no" | "on" | "off" | "y" | "n" => Look::NearBoolean,
        ".nan" | ".inf" | "-.inf" | "+.inf" => Look::Number,
        _ if digits(unsigned) => Look::Integer,
        _ if crate::base::Date::parse(text).is_some() => Look::Date,
        _ if unsigned.starts_with("0x") || unsigned.starts_with("0o") => Look::Number,
        _ if unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.')
            && unsigned.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'_' | b'e' | b'E' | b'+' | b'-'))
            && text.replace('_', "").parse::<f64>().is_ok() =>
        {
            Look::Number
        }
        _ => Look::Words,
    }
}

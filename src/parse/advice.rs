//! What usually went wrong when YAML cannot be read, and what to type instead.
//!
//! Authors are not programmers: the parser's own words would not help them.

use crate::base::Span;

/// What went wrong, in an author's words.
pub(super) struct Cause {
    pub(super) message: String,
    pub(super) label: String,
    pub(super) help: Option<String>,
    /// A better place than the parser's, where one is known.
    pub(super) span: Option<Span>,
    /// Whether it is an anchor, alias or tag: valid YAML that is not allowed.
    pub(super) is_yaml_extra: bool,
}

impl Cause {
    fn new(message: &str, label: &str, help: Option<String>) -> Cause {
        Cause { message: message.into(), label: label.into(), help, span: None, is_yaml_extra: false }
    }
}

/// The likely cause of what the parser said at `at`.
pub(super) fn cause(source: &str, at: Span, parser: &str) -> Cause {
    let line = line_around(source, at.start);
    let text = source.get(line.start..line.end).unwrap_or("");
    let quoted = |help: &str| Some(format!("{help}: {}", quote_value(text)));
    let here = source.get(at.start..).and_then(|rest| rest.chars().next());
    if let Some(tab) = text.find('\t').filter(|tab| text.get(..*tab).is_some_and(|before| before.trim().is_empty())) {
        let mut cause = Cause::new("tab in the metadata", "a tab, which YAML does not allow here", None);
        cause.help = Some("put spaces in its place".into());
        cause.span = Some(Span::new(line.start + tab, line.start + tab + 1));
        return cause;
    }
    if parser.contains("unsupported tag") {
        let mut cause = Cause::new("YAML tag", "tags are not allowed", quoted("if it is meant as words, quote it"));
        cause.is_yaml_extra = true;
        return cause;
    }
    if parser.contains("unclosed quote") {
        return Cause::new("quote is never closed", "opened here", Some("add the same quote at the end".into()));
    }
    if parser.contains("after single-quoted") || parser.contains("after double-quoted") {
        let help = Some("put the whole value in double quotes: \"it's\"".into());
        return Cause::new("words after a closing quote", "the value ended before this", help);
    }
    match here {
        Some(':') if text.contains(": ") => {
            let help = quoted("put the value in quotes");
            Cause::new("colon inside a value", "YAML takes this colon for a key's", help)
        }
        Some('*') => {
            let mut cause =
                Cause::new("YAML alias", "aliases are not allowed", quoted("if it is meant as words, quote it"));
            cause.is_yaml_extra = true;
            cause
        }
        Some(sign @ ('@' | '`' | '%' | '?' | '&' | '!' | '|' | '>')) => Cause::new(
            "value begins with a sign that YAML keeps for itself",
            &format!("a value cannot begin with `{sign}`"),
            quoted("put the value in quotes"),
        ),
        Some('-') if parser.contains("block sequence") => {
            let help = Some("put each `- …` on a line of its own, or write `[a, b]`".into());
            Cause::new("list begins on the key's own line", "a list in lines begins below its key", help)
        }
        Some(']' | '}') | None if parser.contains("bracket") => Cause::new(
            "brackets do not match",
            "this one has no partner",
            Some("close every `[` with `]`, every `{` with `}`".into()),
        ),
        _ if parser.contains("bracket") || parser.contains("flow") => {
            Cause::new("brackets do not match", "here", Some("close every `[` with `]`, every `{` with `}`".into()))
        }
        _ if parser.contains("':' indicator") => {
            let help = Some("close the bracket opened before this line".into());
            Cause::new("bracket is never closed", "YAML is still inside a list or a map here", help)
        }
        _ if parser.contains("multiple YAML documents") => {
            let help = Some("keep one `---` above and one below the metadata".into());
            Cause::new("second `---` in a metadata file", "a new document begins here", help)
        }
        _ if parser.contains("did not find expected key") => {
            let help = Some("begin all keys of one group in the same column".into());
            Cause::new("key does not line up", "indented by another number of spaces than its neighbours", help)
        }
        _ => Cause::new(
            "the metadata cannot be read",
            "it stops making sense here",
            Some("write `key: value`, one a line; put a value with `:`, `#` or quotes in it in double quotes".into()),
        ),
    }
}

/// The line around a byte, without its line end.
fn line_around(source: &str, offset: usize) -> Span {
    let before = source.get(..offset).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let length = source.get(start..).and_then(|rest| rest.find('\n')).unwrap_or(source.len() - start);
    Span::new(start, start + length)
}

/// The line with its value in double quotes.
fn quote_value(line: &str) -> String {
    let line = line.trim_end();
    match line.split_once(": ") {
        Some((key, value)) => {
            let value = value.trim().trim_matches('"').replace('\\', "\\\\").replace('"', "\\\"");
            format!("`{}: \"{value}\"`", key.trim_start())
        }
        None => "`\"…\"`".to_owned(),
    }
}

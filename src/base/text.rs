//! The text of a file, with its lines counted.

/// A line and a column as people count them, from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// A text that knows where its lines begin.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    source: &'a str,
    /// Byte offsets of the first byte of every line. Sorted: `line_column` searches in it.
    line_starts: Vec<usize>,
}

impl<'a> Text<'a> {
    /// Counts the lines of `source`. A line ends with LF, CRLF or a lone CR.
    pub fn new(source: &'a str) -> Text<'a> {
        let bytes = source.as_bytes();
        let mut line_starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let lone_return = *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
            if *byte == b'\n' || lone_return {
                line_starts.push(at + 1);
            }
        }
        Text { source, line_starts }
    }

    /// The line and column of a byte.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let before = self.source.get(start..offset).unwrap_or("");
        LineColumn { line: line.max(1), column: before.chars().count() + 1 }
    }
}

/// Words in lines of at most `width` characters; a word longer than that has a line of its own.
pub fn wrapped(words: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

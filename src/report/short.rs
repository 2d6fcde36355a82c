//! Problems for editors that read lines: `path:line:column: error[rule]: message (help)`.
//!
//! One line each, whatever its words hold; lines and columns from 1, columns in characters. A problem
//! of a whole file stands at its first character, so that every line can be jumped to.

use super::Problems;
use super::places::Places;
use crate::base::InputPath;

/// All `problems` in the order given, a line each.
pub fn render<'a>(problems: &Problems, source_of: &dyn Fn(&InputPath) -> Option<&'a str>) -> String {
    let mut places = Places::new(source_of);
    let mut lines = String::new();
    for diagnostic in problems.iter() {
        let place = diagnostic.place();
        let (line, column) = places.of(place).map_or((1, 1), |(start, _)| (start.line, start.column));
        let (level, rule) = (diagnostic.severity.word(), diagnostic.rule.name);
        let helps = diagnostic.helps.join("; ");
        let helps = if helps.is_empty() { String::new() } else { format!(" ({helps})") };
        let told = format!("{}:{line}:{column}: {level}[{rule}]: {}{helps}", place.path, diagnostic.message);
        // A name can hold any character: none of them may end the line or speak to a terminal.
        lines.extend(told.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }));
        lines.push('\n');
    }
    lines
}

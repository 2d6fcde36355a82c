//! A text from elsewhere as an author carries it over into an article. Three things are done to it,
//! because the guide's own format says so, and a text written for something else cannot know:
//!
//! - it gets metadata, and a heading of the first level that begins it becomes the title;
//! - if it has further headings of the first level, all of them go one level down;
//! - where a level of headings is left out, those below it move up.
//!
//! Nothing else is changed, and headings are found by a parser, not by this program.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A heading of a text from elsewhere.
struct Heading {
    level: usize,
    /// From its first `#` or word to the end of its last line.
    range: Range<usize>,
    /// Its words as they are written.
    words: Range<usize>,
}

/// `text` as an article.
pub(crate) fn of(text: &str) -> String {
    let headings = headings(text);
    let titled = headings.first().is_some_and(|first| first.level == 1);
    let deeper = headings.iter().skip(usize::from(titled)).any(|heading| heading.level == 1);
    let mut article = String::from("---\ntitle: From elsewhere\nsummary: What somebody else wrote.\n---\n\n");
    // The levels, as they were, of the headings around the present one.
    let mut around: Vec<usize> = Vec::new();
    let mut at = 0;
    for (number, heading) in headings.iter().enumerate() {
        article += text.get(at..heading.range.start).unwrap();
        at = heading.range.end;
        if titled && number == 0 {
            continue;
        }
        let level = heading.level + usize::from(deeper);
        around.retain(|other| *other < level);
        around.push(level);
        article += &"#".repeat((around.len() + 1).min(6));
        article.push(' ');
        article += text.get(heading.words.clone()).unwrap().replace('\n', " ").trim();
    }
    article + text.get(at..).unwrap()
}

fn headings(text: &str) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let mut open = false;
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        if let Event::Start(Tag::Heading { level, .. }) = event {
            open = true;
            let end = range.start + text.get(range.clone()).unwrap().trim_end().len();
            found.push(Heading { level: level as usize, range: range.start..end, words: end..end });
        } else if let Event::End(TagEnd::Heading(_)) = event {
            open = false;
        } else if open {
            let heading = found.last_mut().unwrap();
            let is_first = heading.words.is_empty();
            let start = if is_first { range.start } else { heading.words.start };
            let end = if is_first { range.end } else { heading.words.end.max(range.end) };
            heading.words = start..end;
        }
    }
    found
}

//! A page of documentation, read for its examples and for what the program writes into it.
//!
//! A comment on a line of its own says what follows it: `<!-- file: PATH -->` before a fenced example
//! that is the file PATH, `<!-- keys: WHAT -->` before the table of the keys of WHAT,
//! `<!-- report -->` before the report that the files of its section bring. The files of a section (from one `##` to the next) belong together.

/// A page, in order.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) sections: Vec<Section>,
    pieces: Vec<Piece>,
}

/// A section, and the files that are its examples.
#[derive(Debug, Default)]
pub(crate) struct Section {
    pub(crate) title: String,
    pub(crate) files: Vec<(String, String)>,
    pub(crate) made: Vec<Made>,
}

/// What the program writes into the page.
#[derive(Clone, Debug)]
pub(crate) enum Made {
    /// The keys of a schema, by what it describes.
    Keys(String),
    /// The report that the section's files bring.
    Report,
}

#[derive(Debug)]
enum Piece {
    /// Lines that stay as they are.
    Kept(String),
    /// What the program writes, and the place of its section.
    Made(usize, Made),
}

impl Page {
    /// Reads a page.
    pub(crate) fn read(text: &str) -> Page {
        let mut page = Page { sections: vec![Section::default()], pieces: Vec::new() };
        let mut lines = text.split_inclusive('\n').peekable();
        let mut kept = String::new();
        while let Some(line) = lines.next() {
            kept.push_str(line);
            let marker = line.trim_end().strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->"));
            let made = marker.and_then(made);
            if let Some(made) = made {
                page.pieces.push(Piece::Kept(std::mem::take(&mut kept)));
                page.pieces.push(Piece::Made(page.sections.len() - 1, made.clone()));
                page.sections.last_mut().unwrap().made.push(made);
                // What was written there before: a table, or a fence.
                let is_fence = lines.peek().is_some_and(|line| line.starts_with("```"));
                while lines.next_if(|line| line.starts_with('|')).is_some() {}
                if is_fence {
                    fence(&mut lines);
                }
            } else if let Some(path) = marker.and_then(|marker| marker.strip_prefix("file: ")) {
                let (whole, inside) = fence(&mut lines);
                kept.push_str(&whole);
                page.sections.last_mut().unwrap().files.push((path.to_owned(), inside));
            } else if line.starts_with("```") {
                let language = line.trim_end();
                assert!(language.len() > 3, "an example without its language: {language}");
                for line in lines.by_ref() {
                    kept.push_str(line);
                    if line.trim_end() == "```" {
                        break;
                    }
                }
            } else if let Some(title) = line.strip_prefix("## ") {
                page.sections.push(Section { title: title.trim_end().to_owned(), ..Section::default() });
            }
        }
        page.pieces.push(Piece::Kept(kept));
        page
    }

    /// What the program writes into the page, in order.
    pub(crate) fn made(&self) -> impl Iterator<Item = &Made> {
        self.sections.iter().flat_map(|section| &section.made)
    }

    /// The page with everything that the program writes written anew.
    pub(crate) fn with(&self, write: impl Fn(&Section, &Made) -> String) -> String {
        let text = |piece: &Piece| match piece {
            Piece::Kept(text) => text.clone(),
            Piece::Made(section, made) => write(&self.sections[*section], made),
        };
        self.pieces.iter().map(text).collect()
    }
}

fn made(marker: &str) -> Option<Made> {
    match marker {
        "report" => Some(Made::Report),
        _ => marker.strip_prefix("keys: ").map(|what| Made::Keys(what.to_owned())),
    }
}

/// A fenced example: with its fences, and what is inside.
fn fence<'a>(lines: &mut impl Iterator<Item = &'a str>) -> (String, String) {
    let first = lines.next().unwrap_or("");
    assert!(first.starts_with("```"), "an example has to follow its comment, not {first:?}");
    let (mut whole, mut inside) = (first.to_owned(), String::new());
    for line in lines {
        whole.push_str(line);
        if line.trim_end() == "```" {
            return (whole, inside);
        }
        inside.push_str(line);
    }
    panic!("an example is never closed");
}

/// The text without its fenced examples.
fn without_examples(text: &str) -> String {
    // How many backquotes opened the example: it may hold shorter fences.
    let mut open = 0;
    let lines = text.lines().filter(|line| {
        let ticks = line.len() - line.trim_start_matches('`').len();
        let fence = if open == 0 { ticks >= 3 } else { ticks == open && ticks == line.trim_end().len() };
        if fence {
            open = if open == 0 { ticks } else { 0 };
        }
        open == 0 && !fence
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Where the links of a page lead, but for those to other websites.
pub(crate) fn links(text: &str) -> Vec<String> {
    let text = without_examples(text);
    // What stands between backquotes shows how a link is written.
    let words = |paragraph: &str| paragraph.split('`').step_by(2).collect::<String>();
    let text: String = text.split("\n\n").map(words).collect::<Vec<_>>().join("\n\n");
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    let inner = targets.map(|(target, _)| target.to_owned()).filter(|target| !target.contains(':'));
    inner.collect()
}

/// The names of a page's headings, made as code hosts make them.
pub(crate) fn anchors(text: &str) -> Vec<String> {
    let text = without_examples(text);
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let anchor = |line: &str| {
        let words = line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
        words.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect()
    };
    headings.map(anchor).collect()
}

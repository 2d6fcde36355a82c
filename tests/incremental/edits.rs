//! Edits of all kinds at random places, as somebody makes them who works on a guide.

use std::collections::BTreeMap;
use std::path::Path;

use careguide::base::InputPath;
use careguide::input::Inputs;
use walkdir::WalkDir;

use crate::dice::Dice;

/// What is done to the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Prose,
    Metadata,
    Create,
    Delete,
    RenameFile,
    RenameFolder,
    Break,
    Mend,
    Theme,
    Settings,
    Facts,
    Terms,
    Lists,
}

impl Kind {
    pub(crate) const ALL: &[Kind] = &[
        Kind::Prose,
        Kind::Metadata,
        Kind::Create,
        Kind::Delete,
        Kind::RenameFile,
        Kind::RenameFolder,
        Kind::Break,
        Kind::Mend,
        Kind::Theme,
        Kind::Settings,
        Kind::Facts,
        Kind::Terms,
        Kind::Lists,
    ];
}

type Files = BTreeMap<String, Vec<u8>>;

/// The desk of somebody who edits a guide.
pub(crate) struct Desk {
    dice: Dice,
    original: Files,
    files: Files,
    /// The last files without an error.
    good: Files,
    is_good: bool,
    /// The kinds of edits still to be made in this round.
    deck: Vec<Kind>,
    said: String,
    made: usize,
}

/// Pieces of prose, some of them seen by the rest of the guide.
const PIECES: &[&str] = &[
    "It is calm there.",
    "Do you know the way?",
    "A birth partner may come with you.",
    "Your birth team knows the ward, and the birth center.",
    "This is said elsewhere [@plain-language].",
    "See [the page about this guide](../../pages/about.md).",
    "This one thing is a death sentence, and a guaranteed cure.",
    "A sentence can go on and on, and then on and on again, until nobody who began to read it knows any more how it once began or why.",
    "Write to @plain-language or see [[about]].",
    "A note.[^both]",
    "- [ ] Pack your bag {#pack-once-more}\n  You will need it.",
    "### A heading {#a-name}",
    "## Another heading",
    "![Three doors](three-doors.png \"Three doors\")",
    "> [!NOTE]\n> This counts.",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "MRSA is a word in capitals.",
    "One. Two now. Three of them. Four of them. Five of them. Six of them.",
];

impl Desk {
    pub(crate) fn new(dice: Dice) -> Desk {
        let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/birth");
        let mut files = Files::new();
        for entry in WalkDir::new(&top).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
            let path = entry.path().strip_prefix(&top).unwrap().to_str().unwrap().to_owned();
            if !path.starts_with("expected") {
                files.insert(path, std::fs::read(entry.path()).unwrap());
            }
        }
        let settings = String::from_utf8(files["site.toml"].clone()).unwrap();
        files.insert("site.toml".to_owned(), settings.replace("theme = \"plain\"", "theme = \"own\"").into_bytes());
        files.insert("themes/own/style.css".to_owned(), b"body { color: black }\n".to_vec());
        Desk {
            dice,
            original: files.clone(),
            good: files.clone(),
            files,
            is_good: true,
            deck: Vec::new(),
            said: String::new(),
            made: 0,
        }
    }

    /// What was done last.
    pub(crate) fn said(&self) -> &str {
        &self.said
    }

    /// Makes `inputs` what the files are now; what is the same stays shared.
    pub(crate) fn bring(&self, inputs: &mut Inputs) {
        let known: Vec<InputPath> = inputs.iter().map(|(path, _)| path.clone()).collect();
        for path in known.iter().filter(|path| !self.files.contains_key(path.as_str())) {
            inputs.remove(path);
        }
        for (path, bytes) in &self.files {
            let path = InputPath::new(path.as_str());
            if inputs.bytes(&path).is_none_or(|known| **known != **bytes) {
                inputs.insert(path, bytes.as_slice());
            }
        }
    }

    /// The files as they are now have no error.
    pub(crate) fn is_good(&mut self) {
        self.good = self.files.clone();
        self.is_good = true;
    }

    /// One edit, sometimes two at once.
    pub(crate) fn edit(&mut self) -> Vec<Kind> {
        self.said.clear();
        let was_good = std::mem::replace(&mut self.is_good, false);
        // Nobody leaves a guide in error for long.
        if !was_good && self.dice.below(100) < 40 {
            self.make(Kind::Mend);
            return vec![Kind::Mend];
        }
        let count = if self.dice.below(8) == 0 { 2 } else { 1 };
        let mut kinds = Vec::new();
        for _ in 0..count {
            if self.deck.is_empty() {
                self.deck = Kind::ALL.to_vec();
                self.deck.extend([Kind::Prose; 3]);
            }
            let at = self.dice.below(self.deck.len());
            let kind = self.deck.swap_remove(at);
            self.make(kind);
            kinds.push(kind);
        }
        kinds
    }

    fn make(&mut self, kind: Kind) {
        self.made += 1;
        match kind {
            Kind::Prose => self.prose(),
            Kind::Metadata => self.lines("content/articles", true),
            Kind::Create => self.create(),
            Kind::Delete => {
                let path = self.any("content/");
                self.say(&format!("delete {path}"));
                self.files.remove(&path);
            }
            Kind::RenameFile => {
                let path = self.any("content/");
                let (folder, name) = path.rsplit_once('/').unwrap();
                let new = match self.dice.below(4) {
                    0 => format!("content/{name}"),
                    1 => format!("content/articles/look-around/{name}"),
                    _ => format!("{folder}/new-{name}"),
                };
                self.rename(&path, &new);
            }
            Kind::RenameFolder => {
                let folders =
                    ["content/articles/decide", "content/articles/look-around", "content/scenarios", "content/pages"];
                let folder = *self.dice.pick(&folders);
                let back = self.dice.below(2) == 0;
                let (from, to) = if back {
                    (format!("{folder}-two"), folder.to_owned())
                } else {
                    (folder.to_owned(), format!("{folder}-two"))
                };
                self.rename(&format!("{from}/"), &format!("{to}/"));
            }
            Kind::Break => self.break_something(),
            Kind::Mend => self.mend(),
            Kind::Theme => self.theme(),
            Kind::Settings => self.lines("site.toml", false),
            Kind::Facts => self.lines("content/facts.yaml", false),
            Kind::Terms => self.lines("content/terms.md", false),
            Kind::Lists => {
                let lists = [
                    "content/sources.yaml",
                    "content/people.yaml",
                    "content/roles.yaml",
                    "content/finder.md",
                    "content/scenarios",
                ];
                let list = *self.dice.pick(&lists);
                self.lines(list, false);
            }
        }
    }

    fn say(&mut self, what: &str) {
        self.said.push_str(what);
        self.said.push_str("; ");
    }

    /// A file below a folder.
    fn any(&mut self, below: &str) -> String {
        let paths: Vec<String> = self.files.keys().filter(|path| path.starts_with(below)).cloned().collect();
        if paths.is_empty() { "content/nothing.md".to_owned() } else { self.dice.pick(&paths).clone() }
    }

    fn text(&self, path: &str) -> String {
        String::from_utf8_lossy(self.files.get(path).map_or(&[][..], Vec::as_slice)).into_owned()
    }

    fn put(&mut self, path: &str, text: String) {
        self.files.insert(path.to_owned(), text.into_bytes());
    }

    /// Moves all files whose paths begin so.
    fn rename(&mut self, from: &str, to: &str) {
        self.say(&format!("rename {from} to {to}"));
        let moved: Vec<String> = self.files.keys().filter(|path| path.starts_with(from)).cloned().collect();
        for path in moved {
            let bytes = self.files.remove(&path).unwrap();
            self.files.insert(format!("{to}{}", &path[from.len()..]), bytes);
        }
    }

    /// Writes, changes or takes out words below the metadata.
    fn prose(&mut self) {
        let paths: Vec<String> = self.files.keys().filter(|path| path.ends_with(".md")).cloned().collect();
        let path = self.dice.pick(&paths).clone();
        let text = self.text(&path);
        let start = text.get(4..).and_then(|rest| rest.find("\n---\n")).map_or(0, |at| at + 9);
        let (front, body) = text.split_at(start.min(text.len()));
        let mut lines: Vec<String> = body.lines().map(str::to_owned).collect();
        let places: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with(char::is_alphabetic)).collect();
        let at = if places.is_empty() { lines.len() } else { *self.dice.pick(&places) };
        let piece = self.dice.pick(PIECES).to_string();
        let what = match self.dice.below(8) {
            0 | 1 if at < lines.len() => {
                lines[at] = format!("{} {}", lines[at], self.dice.pick(&["Really.", "So it is.", "Yes, *of course*."]));
                "more words"
            }
            2 if at < lines.len() => {
                lines.remove(at);
                "a line less"
            }
            3 => {
                lines.insert(at, "Some plain words stand here.\n".to_owned());
                "a plain paragraph"
            }
            4 => {
                let headings: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with('#')).collect();
                if let Some(at) = headings.first() {
                    lines[*at] = lines[*at].replacen(' ', " Now: ", 1);
                }
                "another heading"
            }
            5 => {
                let items: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with("- [ ] ")).collect();
                if let Some(at) = items.first() {
                    lines.insert(at + 1, "  One more reason.".to_owned());
                }
                "a reason"
            }
            _ => {
                lines.insert(at, format!("{piece}\n"));
                "a piece"
            }
        };
        self.say(&format!("{what} in {path} ({piece:?})"));
        let text = format!("{front}{}\n", lines.join("\n"));
        self.put(&path, text);
    }

    /// Changes a line of a file, so that it mostly stays valid; or drops or doubles it.
    fn lines(&mut self, below: &str, metadata_only: bool) {
        let path = self.any(below);
        let text = self.text(&path);
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let end = match metadata_only {
            true => lines.iter().skip(1).position(|line| line == "---").unwrap_or(0) + 1,
            false => lines.len(),
        };
        let at = self.dice.below(end);
        let Some(line) = lines.get(at).cloned() else { return };
        let swaps: &[(&str, &str)] = &[
            ("title: ", "title: New: "),
            ("title: ", "title: A "),
            ("title = \"", "title = \"The "),
            ("summary: ", "summary: Also "),
            ("order: 10", "order: 30"),
            ("order: 20", "order: 5"),
            ("must: true", "must: false"),
            ("phase: once-decided", "phase: early-on"),
            ("\"error\"", "\"warn\""),
            ("\"warn\"", "\"off\""),
            ("\"note\"", "\"warn\""),
            ("lang = \"en\"", "lang = \"en-GB\""),
            ("target = 9", "target = 3"),
            ("smog", "lix"),
            ("profile = \"guide\"", "profile = \"decision-aid\""),
            ("{ward: false}", "{}"),
            ("birth partners", "birth companions"),
            ("A house", "A small house"),
            ("ask: \"", "ask: \"Tell us: "),
            ("kind: ", "kind: opinion # "),
            ("name: ", "name: Dr "),
            ("one: \"", "one: \"another "),
            ("[first-baby, not-sure]", "[first-baby]"),
            ("for: ", "draft: true\nfor: "),
            ("summary: ", "unlisted: true\nsummary: "),
            ("far: \"Far", "far: \"Quite far"),
            ("many: true", "many: false"),
        ];
        let fits: Vec<usize> =
            (0..lines.len().min(end)).filter(|at| swaps.iter().any(|(from, _)| lines[*at].contains(from))).collect();
        match self.dice.below(10) {
            0 => {
                lines.remove(at);
            }
            1 => lines.insert(at, line.clone()),
            2 => lines[at] = format!("{line} # so"),
            _ if !fits.is_empty() => {
                let at = *self.dice.pick(&fits);
                let known: Vec<_> = swaps.iter().filter(|(from, _)| lines[at].contains(from)).collect();
                let (from, to) = **self.dice.pick(&known);
                self.say(&format!("{from} becomes {to}"));
                lines[at] = lines[at].replacen(from, to, 1);
            }
            _ => lines[at] = line.replacen(' ', "  ", 1),
        }
        self.say(&format!("line {at} of {path}: {line}"));
        self.put(&path, format!("{}\n", lines.join("\n")));
    }

    fn create(&mut self) {
        let number = self.made;
        let (path, text) = match self.dice.below(5) {
            0 => {
                let from = self.any("content/articles/");
                (format!("content/articles/decide/copy-{number}.md"), self.text(&from))
            }
            1 => (
                format!("content/pages/extra-{number}.md"),
                "---\ntitle: Extra\n---\n\nWords about the birth team [@plain-language].\n".to_owned(),
            ),
            2 => (
                format!("content/scenarios/extra-{number}.md"),
                "---\ntitle: One more situation\nsummary: You are somewhere else.\n---\n\nWords.\n".to_owned(),
            ),
            3 => (format!("content/files/extra-{number}.txt"), format!("Extra {number}\n")),
            _ => (
                format!("content/articles/look-around/extra-{number}.md"),
                format!(
                    "---\ntitle: Extra {number}\nsummary: One more article.\nphase: early-on\nitems:\n  extra-{number}: \
                     {{must: true}}\n---\n\nWords about a ward.\n\n## Do it\n\n- [ ] Do this {number} {{#extra-{number}}}\n  \
                     It helps.\n"
                ),
            ),
        };
        self.say(&format!("create {path}"));
        self.put(&path, text);
    }

    fn break_something(&mut self) {
        let path = self.any("content/");
        self.say(&format!("break {path}"));
        let mut bytes = self.files.get(&path).cloned().unwrap_or_default();
        let at = self.dice.below(bytes.len());
        match self.dice.below(6) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, 0xff),
            2 => bytes.splice(at..at, *b"\n---\n").for_each(drop),
            3 => bytes.splice(0..0, *b"text first\n").for_each(drop),
            4 => bytes.splice(at..at, *b"\n<<<<<<< mine\n").for_each(drop),
            _ => bytes.splice(at..at, *b" [x](nowhere.md) [@nobody] ").for_each(drop),
        }
        self.files.insert(path, bytes);
    }

    fn mend(&mut self) {
        match self.dice.below(5) {
            0 => {
                self.say("all as it was at first");
                self.files = self.original.clone();
            }
            1 => {
                let changed = self.original.iter().find(|(path, bytes)| self.files.get(*path) != Some(bytes));
                if let Some((path, bytes)) = changed.map(|(path, bytes)| (path.clone(), bytes.clone())) {
                    self.say(&format!("{path} as it was at first"));
                    self.files.insert(path, bytes);
                }
            }
            _ => {
                self.say("as it was when there was no error");
                self.files = self.good.clone();
            }
        }
    }

    fn theme(&mut self) {
        let number = self.made;
        let (path, text) = match self.dice.below(6) {
            0 => ("themes/own/page.html", "{% extends \"plain/page.html\" %}\n".to_owned()),
            1 => ("themes/own/article.html", format!("{{% extends \"plain/article.html\" %}}{{# {number} #}}\n")),
            2 => ("themes/own/page.html", "{% extends \"plain/page.html\" %}{{ ".to_owned()),
            3 => ("themes/own/article.html", "{{ page.nothing.at.all }}\n".to_owned()),
            _ => ("themes/own/style.css", format!("body {{ color: #{number} }}\n")),
        };
        self.say(&format!("{path} is {text:?}"));
        self.put(path, text);
    }
}

//! Links and pictures in bodies: relative paths to files, as they work on a code host, too.

use std::collections::BTreeMap;

use super::collect::Collected;
use super::finder;
use super::names::{Kind, Meaning};
use super::references::{References, draft, node};
use super::rules;
use crate::base::hash::ContentHash;
use crate::base::suggest::did_you_mean;
use crate::base::url::is_web_address;
use crate::base::{Address, InputPath, Place, Span, Spanned};
use crate::guide::{NodeId, Picture, PictureId, Targets, Written};
use crate::input::Inputs;
use crate::markup::{Body, visit};
use crate::parse::layout::{FileKind, classify};
use crate::report::{Diagnostic, Problems};

/// Finds what links and pictures mean.
pub(super) struct LinkFinder<'a> {
    pub(super) collected: &'a Collected<'a>,
    pub(super) inputs: &'a Inputs,
    /// The pictures found so far, by path.
    pub(super) pictures: BTreeMap<InputPath, Option<PictureId>>,
    pub(super) list: Vec<Picture>,
}

impl LinkFinder<'_> {
    /// What the links and pictures of a body on the page `own` mean.
    pub(super) fn targets(
        &mut self,
        path: &InputPath,
        own: Option<NodeId>,
        body: &Body,
        references: &References<'_>,
        problems: &mut Problems,
    ) -> Targets {
        let mut targets = Targets::new(path);
        for link in visit::links(body) {
            if !is_external(&link.target.value) {
                self.link(path, own, &link.target, references, &mut targets, problems);
            }
        }
        for picture in visit::pictures(body) {
            if let Some(id) = self.picture(path, &picture.target, problems) {
                targets.pictures.insert(picture.target.value.clone(), id);
            }
        }
        targets
    }

    fn link(
        &self,
        path: &InputPath,
        own: Option<NodeId>,
        target: &Spanned<String>,
        references: &References<'_>,
        targets: &mut Targets,
        problems: &mut Problems,
    ) {
        let place = target.span.in_file(path);
        let written = target.value.as_str();
        let (file, anchor) = match written.split_once('#') {
            Some((file, anchor)) => (file, Some(anchor)),
            None => (written, None),
        };
        let node = if file.is_empty() {
            own
        } else if file.starts_with('/') || file.contains('?') || file.contains('\\') {
            // An address of the site itself: the last word of it is most likely a file's name.
            let name = file.trim_end_matches('/').rsplit(['/', '\\']).next().unwrap_or("");
            let help = self.nearest(path, &InputPath::new(format!("{}/{name}", path.folder())));
            problems.push(dead(written, place, "not the path of a file", help));
            return;
        } else {
            match self.file(path, file) {
                Found::Node(node) => Some(node),
                Found::Copied(address) => {
                    targets.files.insert(target.value.clone(), address);
                    return;
                }
                Found::Draft(kind, name) => {
                    if !references.from_draft {
                        problems.push(draft(kind, &name, place));
                    }
                    return;
                }
                Found::Broken => return,
                Found::Nothing(label, help) => {
                    problems.push(dead(written, place, label, help));
                    return;
                }
            }
        };
        let Some(node) = node else { return };
        let resolved = match anchor {
            None | Some("") => Some(crate::guide::Target { node, anchor: None }),
            Some(anchor) => references.anchors.find(node, anchor, own == Some(node)),
        };
        match resolved {
            Some(resolved) => {
                targets.links.insert(target.value.clone(), resolved);
            }
            None => {
                let anchor = anchor.unwrap_or("");
                let place = part(target, file.len()).in_file(path);
                problems.push(references.unknown_section(node, own == Some(node), anchor, place));
            }
        }
    }

    fn file(&self, from: &InputPath, written: &str) -> Found {
        let Some(path) = from.join(written) else {
            return Found::Nothing("leads out of the folder of the site", SOME_PATH.to_owned());
        };
        match path.as_str() {
            "content/index.md" => return Found::Node(NodeId::Home),
            "content/finder.md" if finder::is_there(self.collected) => return Found::Node(NodeId::Finder),
            "content/finder.md" if self.collected.facts_broken => return Found::Broken,
            "content/terms.md" if self.collected.terms.is_some_and(|(_, terms)| !terms.terms.is_empty()) => {
                return Found::Node(NodeId::Glossary);
            }
            "content/sources.yaml" if !self.collected.sources.is_empty() => return Found::Node(NodeId::Sources),
            _ => {}
        }
        if let Some((_, target)) = self.collected.copied.iter().find(|(copied, _)| **copied == path) {
            return Found::Copied(Address::file(target));
        }
        match self.collected.files.get(&path) {
            Some((kind, name)) => match self.collected.names.meaning(*kind, name.as_str()) {
                Some(Meaning::Live(at)) => node(*kind, at).map_or(Found::Broken, Found::Node),
                Some(Meaning::Draft) => Found::Draft(*kind, name.as_str().to_owned()),
                Some(Meaning::Broken) | None => Found::Broken,
            },
            None => match self.inputs.bytes(&path) {
                Some(_) if path.as_str().starts_with("content/") && path.as_str().ends_with(".md") => Found::Broken,
                Some(_) => {
                    let help =
                        "put the file in content/files/, and link to it there; a picture is shown by `![words](path)`";
                    Found::Nothing("not a page of the guide", help.to_owned())
                }
                None => self.nothing(from, written, &path),
            },
        }
    }

    /// What is wrong with a path at which there is no file.
    fn nothing(&self, from: &InputPath, written: &str, path: &InputPath) -> Found {
        let here = Address::file(from.as_str());
        let inside = format!("{path}/");
        let mut files = self.collected.files.keys().filter(|file| file.as_str().starts_with(&inside));
        if let Some(file) = files.next() {
            let href = here.href_to(&Address::file(file.as_str()), crate::base::Links::Server);
            return Found::Nothing("a folder", format!("write the path of a file in it, such as `{href}`"));
        }
        let nearest = self.nearest(from, path);
        let is_mail = written.contains('@') && !written.contains('/');
        let host = written.split('/').next().unwrap_or("");
        let is_web = host.contains('.') && !host.starts_with('.') && !host.ends_with(".md") && !host.ends_with(".html");
        match nearest == SOME_PATH {
            true if is_telephone(written) => {
                let number = written.replace(|c: char| !c.is_ascii_digit() && c != '+', "");
                Found::Nothing("`tel:` is missing", format!("write `tel:{number}`"))
            }
            true if is_mail => Found::Nothing("`mailto:` is missing", format!("write `mailto:{written}`")),
            true if is_web && is_web_address(&format!("https://{written}")) => {
                Found::Nothing("`https://` is missing", format!("write `https://{written}`"))
            }
            _ => Found::Nothing("there is no such file", nearest),
        }
    }

    /// What the author may have meant.
    fn nearest(&self, from: &InputPath, path: &InputPath) -> String {
        let here = Address::file(from.as_str());
        let href = |to: &InputPath| here.href_to(&Address::file(to.as_str()), crate::base::Links::Server);
        let files = || self.collected.files.keys();
        if let Some(same) = files().find(|file| file.file_name().eq_ignore_ascii_case(path.file_name())) {
            return format!("did you mean `{}`?", href(same));
        }
        let near = did_you_mean(path.stem(), files().map(InputPath::stem));
        match near.and_then(|near| files().find(|file| file.stem() == near)) {
            Some(file) => format!("did you mean `{}`?", href(file)),
            None => SOME_PATH.to_owned(),
        }
    }

    /// What to type in the document `from` to lead to what is called `name`; `None` if no file is.
    pub(super) fn path_to(&self, from: &InputPath, name: &str) -> Option<String> {
        let is_page = |kind: Kind| matches!(kind, Kind::Article | Kind::Scenario | Kind::Page);
        let mut files = self.collected.files.iter();
        let (path, _) = files.find(|(_, (kind, known))| is_page(*kind) && known.as_str() == name)?;
        Some(Address::file(from.as_str()).href_to(&Address::file(path.as_str()), crate::base::Links::Server))
    }

    fn picture(&mut self, from: &InputPath, target: &Spanned<String>, problems: &mut Problems) -> Option<PictureId> {
        let place = target.span.in_file(from);
        let missing = |help: String| {
            Diagnostic::new(&rules::MISSING_PICTURE, place.clone(), format!("there is no picture `{}`", target.value))
                .label("no such file")
                .help(help)
        };
        if is_external(&target.value) {
            problems.push(missing("save the picture beside this file: nothing is loaded from other sites".to_owned()));
            return None;
        }
        let Some(path) = from.join(&target.value) else {
            problems.push(missing("save the picture beside this file, and write its name here".to_owned()));
            return None;
        };
        if let Some(known) = self.pictures.get(&path) {
            return *known;
        }
        let id = match (self.inputs.bytes(&path), classify(&path)) {
            (Some(bytes), Ok(FileKind::Picture)) => match imagesize::blob_size(bytes) {
                Ok(size) => {
                    let hash = ContentHash::of(bytes).short();
                    let extension = path.extension().to_ascii_lowercase();
                    let address = Address::file(&format!("assets/{}.{hash}.{extension}", path.stem()));
                    let used = Written { path: from.clone(), span: target.span };
                    let (width, height, bytes) = (size.width, size.height, bytes.len());
                    self.list.push(Picture { path: path.clone(), address, width, height, bytes, used });
                    Some(PictureId(self.list.len() - 1))
                }
                Err(_) => {
                    problems.push(
                        Diagnostic::new(
                            &rules::BROKEN_PICTURE,
                            place.clone(),
                            format!("`{path}` is no picture that can be read"),
                        )
                        .label("its size cannot be found")
                        .help("save it again as PNG, JPEG or WebP"),
                    );
                    None
                }
            },
            // A file of a wrong kind is reported where it lies.
            (Some(_), Err(_)) => None,
            _ => {
                let pictures = self
                    .inputs
                    .iter()
                    .map(|(path, _)| path)
                    .filter(|path| matches!(classify(path), Ok(FileKind::Picture)));
                let names: Vec<&str> = pictures.map(InputPath::file_name).collect();
                problems.push(missing(match did_you_mean(path.file_name(), names) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("put the picture at {path}"),
                }));
                None
            }
        };
        self.pictures.insert(path, id);
        id
    }
}

enum Found {
    Node(NodeId),
    Copied(Address),
    Draft(Kind, String),
    Broken,
    /// What is wrong with it, and what to type.
    Nothing(&'static str, String),
}

/// Whether an address can only be the number of a telephone.
fn is_telephone(written: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '(' | ')');
    written.chars().all(is_sign) && written.chars().filter(char::is_ascii_digit).count() >= 3
}

/// What to type where nothing better is known.
const SOME_PATH: &str = "write the path from this file to the other one, such as `../part/article.md`";

/// That a link leads nowhere.
fn dead(written: &str, place: Place, label: &str, help: String) -> Diagnostic {
    Diagnostic::new(&rules::DEAD_LINK, place, format!("the link to `{written}` leads nowhere")).label(label).help(help)
}

/// What the author wrote from the byte `from` on; the whole where the source is not as read.
fn part(target: &Spanned<String>, from: usize) -> Span {
    let span = target.span;
    let is_verbatim = span.end - span.start == target.value.len();
    if is_verbatim { Span::new(span.start + from, span.end) } else { span }
}

/// Whether a link leads to another site: it has a scheme, or begins with `//`.
pub(super) fn is_external(target: &str) -> bool {
    let scheme = target.split([':', '/', '#', '?']).next().unwrap_or("");
    target.starts_with("//")
        || (!scheme.is_empty() && target.get(scheme.len()..).is_some_and(|rest| rest.starts_with(':')))
}

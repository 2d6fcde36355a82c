//! What a file is, decided by where it lies and what it is called.

use super::rules;
use crate::base::suggest::did_you_mean;
use crate::base::{InputPath, Name, Place};
use crate::report::Diagnostic;

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// site.toml
    Settings,
    /// content/index.md
    Home,
    /// `content/articles/<part>/index.md`
    Part(Name),
    /// An article, and the part it lies in.
    Article(Name, Option<Name>),
    /// `content/scenarios/<name>.md`
    Scenario(Name),
    /// `content/pages/<name>.md`
    Page(Name),
    /// content/finder.md
    Finder,
    /// content/terms.md
    Terms,
    /// content/facts.yaml
    Facts,
    /// content/sources.yaml
    Sources,
    /// content/people.yaml
    People,
    /// content/roles.yaml
    Roles,
    /// A picture beside a document.
    Picture,
    /// A file below content/files/, copied to the root of the site under this path.
    Copied(String),
    /// A file of a site's own theme.
    Theme,
}

/// Endings of pictures that browsers show.
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "webp", "gif", "avif"];
/// Endings of files that could run in a reader's browser.
const ACTIVE: &[&str] =
    &["html", "htm", "xhtml", "shtml", "js", "mjs", "cjs", "wasm", "svg", "svgz", "xml", "xsl", "xslt", "swf", "css"];
/// What content/ holds, for suggestions.
const LISTS: &[&str] =
    &["index.md", "finder.md", "terms.md", "facts.yaml", "sources.yaml", "people.yaml", "roles.yaml"];

/// What the file at `path` is, or why it cannot be there.
pub fn classify(path: &InputPath) -> Result<FileKind, Box<Diagnostic>> {
    let parts: Vec<&str> = path.as_str().split('/').collect();
    match parts.as_slice() {
        ["site.toml"] => Ok(FileKind::Settings),
        ["themes", ..] => Ok(FileKind::Theme),
        ["content", "files", rest @ ..] if !rest.is_empty() => copied(path, rest),
        ["content", "index.md"] => Ok(FileKind::Home),
        ["content", "finder.md"] => Ok(FileKind::Finder),
        ["content", "facts.yaml"] => Ok(FileKind::Facts),
        ["content", "terms.md"] => Ok(FileKind::Terms),
        ["content", "sources.yaml"] => Ok(FileKind::Sources),
        ["content", "people.yaml"] => Ok(FileKind::People),
        ["content", "roles.yaml"] => Ok(FileKind::Roles),
        ["content", "articles", file] if is_markdown(file) => Ok(FileKind::Article(name(path)?, None)),
        ["content", "articles", part, "index.md"] => Ok(FileKind::Part(folder_name(path, part)?)),
        ["content", "articles", part, file] if is_markdown(file) => {
            Ok(FileKind::Article(name(path)?, Some(folder_name(path, part)?)))
        }
        ["content", "scenarios", file] if is_markdown(file) => Ok(FileKind::Scenario(name(path)?)),
        ["content", "pages", file] if is_markdown(file) => Ok(FileKind::Page(name(path)?)),
        ["content", .., file] => other(path, file),
        _ => Err(Box::new(misplaced(path, "only site.toml, content/ and themes/ are read"))),
    }
}

fn is_markdown(file: &str) -> bool {
    file.ends_with(".md")
}

/// The name of a document: its file's stem.
fn name(path: &InputPath) -> Result<Name, Box<Diagnostic>> {
    checked_name(path, path.stem(), &|near| format!("call it `{near}.md`"))
}

fn folder_name(path: &InputPath, folder: &str) -> Result<Name, Box<Diagnostic>> {
    checked_name(path, folder, &|near| format!("call the folder `{near}`"))
}

fn checked_name(path: &InputPath, text: &str, help: &dyn Fn(&Name) -> String) -> Result<Name, Box<Diagnostic>> {
    Name::new(text).ok_or_else(|| {
        let message = format!("\"{text}\" cannot be a name");
        let mut diagnostic = Diagnostic::new(&rules::FILE_NAME_INVALID, Place::file(path), message)
            .note("a name has only a-z, 0-9 and -: it becomes part of an address");
        if let Some(near) = Name::nearest(text) {
            diagnostic = diagnostic.help(help(&near));
        }
        Box::new(diagnostic)
    })
}

fn copied(path: &InputPath, parts: &[&str]) -> Result<FileKind, Box<Diagnostic>> {
    let extension = path.extension().to_ascii_lowercase();
    if ACTIVE.contains(&extension.as_str()) {
        let diagnostic =
            Diagnostic::new(&rules::FILE_REFUSED, Place::file(path), format!("a .{extension} file is not copied"))
                .note("it could run, or change pages, in a reader's browser");
        return Err(Box::new(diagnostic.help("take it out of content/files/")));
    }
    let odd = |part: &&str| part.is_empty() || !part.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
    if let Some(part) = parts.iter().find(|part| odd(part)) {
        let diagnostic = Diagnostic::new(
            &rules::FILE_NAME_INVALID,
            Place::file(path),
            format!("\"{part}\" cannot be part of an address"),
        );
        return Err(Box::new(diagnostic.help("use only letters a-z, digits, `.`, `_` and `-`")));
    }
    Ok(FileKind::Copied(parts.join("/")))
}

fn other(path: &InputPath, file: &str) -> Result<FileKind, Box<Diagnostic>> {
    let extension = path.extension().to_ascii_lowercase();
    if PICTURES.contains(&extension.as_str()) {
        return match Name::new(path.stem()) {
            Some(_) => Ok(FileKind::Picture),
            None => checked_name(path, path.stem(), &|near| format!("call it `{near}.{extension}`"))
                .map(|_| FileKind::Picture),
        };
    }
    if ACTIVE.contains(&extension.as_str()) {
        let diagnostic =
            Diagnostic::new(&rules::FILE_REFUSED, Place::file(path), format!("a .{extension} file is not published"))
                .note("it could run, or change pages, in a reader's browser")
                .help(if extension == "svg" { "save the picture as PNG or WebP" } else { "take it out of content/" });
        return Err(Box::new(diagnostic));
    }
    let is_text =
        ["markdown", "mdown", "mkd", "txt", "docx", "doc", "odt", "rtf", "pages", "yml"].contains(&extension.as_str());
    let deep = path.as_str().matches('/').count() > 3 && path.as_str().starts_with("content/articles/");
    let help = match did_you_mean(file, LISTS.iter().copied()) {
        _ if deep => "parts cannot lie in parts: move it up, to content/articles/<part>/".to_owned(),
        Some(near) if path.folder() == "content" => format!("did you mean `{near}`?"),
        _ if ["heic", "heif", "tif", "tiff", "bmp", "jfif", "psd"].contains(&extension.as_str()) => {
            "save the picture as JPEG, PNG or WebP".to_owned()
        }
        _ if extension == "yml" => format!("call it `{}.yaml`", path.stem()),
        _ if is_text => format!("texts are read from .md files: save it as `{}.md`", nearest_name(path.stem())),
        _ if is_markdown(file) => "move it to content/articles/, content/scenarios/ or content/pages/".to_owned(),
        _ => "files to be copied as they are go to content/files/".to_owned(),
    };
    Err(Box::new(misplaced(path, &help)))
}

fn nearest_name(stem: &str) -> String {
    Name::nearest(stem).map_or_else(|| "name".to_owned(), |name| name.to_string())
}

fn misplaced(path: &InputPath, help: &str) -> Diagnostic {
    Diagnostic::new(&rules::FILE_MISPLACED, Place::file(path), "nothing is looked for here")
        .note("a file that is never read would be missed by its readers in silence")
        .help(help)
}

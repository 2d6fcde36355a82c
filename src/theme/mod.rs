//! Templates: finished views to HTML. The only module that names tera.
//!
//! The built-in theme is called `plain` and is always there; a site's own theme extends it block by
//! block. Templates receive views and words, and call pure filters: none queries, reads or fetches.

mod builtin;
pub mod contract;
mod filters;
mod problems;
pub mod rules;
mod words;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use tera::{Context, Tera};

use crate::base::hash::ContentHash;
use crate::base::{Address, InputPath, Name, Place, Spanned};
use crate::desk::{DeskPage, DeskSite};
use crate::input::Inputs;
use crate::pages::{KINDS, PageKind, SiteView, View, Words};
use crate::report::{Diagnostic, Problems, Reported};

/// A theme, ready to render.
pub struct Theme {
    tera: Tera,
    /// For each kind of page, its template.
    templates: BTreeMap<&'static str, String>,
    style: Vec<u8>,
    /// What the report's pages need beside it.
    desk_style: Vec<u8>,
    words: Words,
}

/// The theme that was loaded last: its templates are read again only if a file of it has changed.
#[derive(Default)]
pub struct Memory(Option<(Key, Reported<Option<Arc<Theme>>>)>);

/// All that a theme depends on: its name with its place, the language, the site's files in `themes/`.
type Key = (Spanned<Name>, String, Vec<(InputPath, Arc<[u8]>)>);

impl Memory {
    /// What [`load`] gives.
    pub fn load(&mut self, inputs: &Inputs, name: &Spanned<Name>, lang: &str) -> Reported<Option<Arc<Theme>>> {
        let files = inputs.below("themes/").map(|(path, bytes)| (path.clone(), bytes.clone()));
        let key: Key = (name.clone(), lang.to_owned(), files.collect());
        let known = self.0.take().filter(|(known, _)| *known == key).map(|(_, loaded)| loaded);
        let loaded = known.unwrap_or_else(|| {
            let Reported { value, problems } = load(inputs, name, lang);
            Reported::new(value.map(Arc::new), problems)
        });
        self.0 = Some((key, loaded.clone()));
        loaded
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Memory").field(&self.0.is_some()).finish()
    }
}

/// The theme `name` with the interface words of `lang`: the built-in one, and over it, file by file,
/// what the site has in `themes/`.
pub fn load(inputs: &Inputs, name: &Spanned<Name>, lang: &str) -> Reported<Option<Theme>> {
    let mut problems = Problems::new();
    let files = files(inputs, name.value.as_str());
    let site_toml = InputPath::new("site.toml");
    let own = format!("{}/", name.value);
    if !files.keys().any(|path| path.starts_with(&own)) {
        problems.push(
            Diagnostic::new(
                &rules::UNKNOWN_THEME,
                name.span.in_file(&site_toml),
                format!("there is no theme `{}`", name.value),
            )
            .label("no such folder in themes/")
            .help("write `theme = \"plain\"`, or make the folder with the templates that differ"),
        );
        return Reported::new(None, problems);
    }
    let words = words::load(&files, name.value.as_str(), lang).take(&mut problems);
    let mut tera = Tera::new();
    filters::register(&mut tera);
    let mut templates: Vec<(&str, &str)> = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        match std::str::from_utf8(bytes) {
            Ok(text) => templates.push((path, text)),
            Err(_) => problems.push(
                Diagnostic::new(
                    &rules::TEMPLATE_INVALID,
                    Place::file(&problems::input_path(path)),
                    "the template is not UTF-8",
                )
                .help("save the file again with the encoding UTF-8"),
            ),
        }
    }
    if let Err(error) = tera.add_raw_templates(templates) {
        problems.push(problems::diagnostic(&rules::TEMPLATE_INVALID, &error, &site_toml));
    }
    let Some(words) = words.filter(|_| !problems.has_errors()) else { return Reported::new(None, problems) };
    tera.global_context().insert("words", &words::all(&words));
    let file = |path: &str| files.get(&format!("{own}{path}")).or_else(|| files.get(&format!("plain/{path}")));
    let mut found = BTreeMap::new();
    for kind in KINDS {
        let names = [format!("{own}{kind}.html"), format!("plain/{kind}.html")];
        found.extend(names.into_iter().find(|name| tera.contains_template(name)).map(|name| (*kind, name)));
    }
    let style = file("style.css").cloned().unwrap_or_default();
    let desk_style = file("desk/desk.css").cloned().unwrap_or_default();
    Reported::new(Some(Theme { tera, templates: found, style, desk_style, words }), problems)
}

/// The files of the built-in theme and, over them, those of the site's own: `plain/base.html`.
fn files(inputs: &Inputs, name: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<String, Vec<u8>> = builtin::files();
    for (path, bytes) in inputs.below("themes/") {
        let Some(inside) = path.as_str().strip_prefix("themes/") else { continue };
        if inside.starts_with(&format!("{name}/")) || inside.starts_with("plain/") {
            files.insert(inside.to_owned(), bytes.to_vec());
        }
    }
    files
}

impl Theme {
    /// The words of the interface.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The style sheet.
    pub fn style(&self) -> &[u8] {
        &self.style
    }

    /// The address of the style sheet, named after its content.
    pub fn style_address(&self) -> Address {
        Address::file(&format!("assets/style.{}.css", ContentHash::of(&self.style).short()))
    }

    /// The style sheets of the report, each with its address: the site's, and its own.
    pub fn desk_styles(&self) -> [(Address, &[u8]); 2] {
        let name = format!("assets/desk.{}.css", ContentHash::of(&self.desk_style).short());
        [(self.style_address(), &self.style), (Address::file(&name), &self.desk_style)]
    }

    /// The HTML of a page of the report.
    pub fn render_desk(&self, page: &DeskPage, site: &DeskSite) -> Result<String, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("page", &page.view);
        context.insert("kind", page.kind);
        context.insert("desk", site);
        let template = format!("plain/desk/{}.html", page.kind);
        self.tera.render(&template, &context).map_err(|error| {
            Box::new(problems::diagnostic(&rules::TEMPLATE_FAILED, &error, &problems::input_path(&template)))
        })
    }

    /// The HTML of a page. A template that fails is reported at its place.
    pub fn render(&self, kind: PageKind, page: &View, site: &SiteView) -> Result<String, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("page", page);
        context.insert("site", site);
        let template = self.templates.get(kind.template()).map_or("", String::as_str);
        self.tera.render(template, &context).map_err(|error| {
            Box::new(problems::diagnostic(&rules::TEMPLATE_FAILED, &error, &problems::input_path(template)))
        })
    }
}

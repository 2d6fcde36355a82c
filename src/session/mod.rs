//! The one module that knows the order of the stages.
//!
//! Pure: inputs and options in, a site and its problems out. Reading and publishing are its caller's.
//! [`build`] renders all pages at once. A [`Session`] is for a guide that is being edited: each
//! [`Session::update`] takes the files as they are now, and answers with a [`Preview`], which renders
//! a page when somebody asks for it. Both go the same way, and give the same bytes.

mod preview;
mod warm;

pub use preview::{Preview, Rebuilt, Served};
pub use warm::Session;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Artifact, Date, InputPath, url};
use crate::check::{self, CheckedGuide, Found, Judged, Occasion, Standpoint};
use crate::desk::{self, Desk};
use crate::diff::{Edition, Shown};
use crate::exports;
use crate::input::Inputs;
use crate::pages::{self, Form, PageKind, Plan};
use crate::parse::{self, Document};
use crate::report::{Problems, Reported};
use crate::resolve::{self, Drafts};
use crate::theme::{self, Theme};

/// What a build is asked for, beside the inputs.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether drafts are there.
    pub drafts: Drafts,
    /// Where the site will stand, in place of what site.toml says.
    pub base_url: Option<String>,
    /// How links to pages end.
    pub links: crate::base::Links,
    /// Decides levels of problems only.
    pub today: Date,
    /// What the guide is judged for.
    pub occasion: Occasion,
}

/// A finished site, not yet written anywhere.
#[derive(Debug)]
pub struct Site {
    /// All files, sorted by path.
    pub artifacts: Vec<Artifact>,
    /// How many pages it has, old addresses not counted.
    pub pages: usize,
    /// How many of them are the finder's.
    pub finder_pages: usize,
    /// How many scenarios.
    pub scenarios: usize,
    /// How many items.
    pub items: usize,
    /// Whether it has a base URL.
    pub has_base_url: bool,
}

/// Inputs to a site: read, resolved, checked, planned, rendered. `None` while an error stands.
pub fn build(inputs: &Inputs, options: &Options) -> Reported<Option<Site>> {
    let Reported { value, mut problems } = check(inputs, options);
    let Some((checked, theme)) = value else { return Reported::new(None, problems) };
    let site = render(&checked, &theme, inputs, options).take(&mut problems);
    Reported::new(site, problems.sorted())
}

/// The site, and all that it was made of, to be held beside another.
pub fn edition(inputs: &Inputs, options: &Options) -> Reported<Option<Edition>> {
    let Reported { value, mut problems } = check(inputs, options);
    let Some((guide, theme)) = value else { return Reported::new(None, problems) };
    let site = render(&guide, &theme, inputs, options).take(&mut problems);
    let Some(site) = site else { return Reported::new(None, problems.sorted()) };
    let form = form(&guide, options);
    let plan = pages::plan(&guide, &form, theme.words(), theme.style_address());
    let shown = |(address, kind): &(crate::base::Address, PageKind)| {
        let (view, site) = pages::view(&plan, address, *kind);
        Shown { address: address.clone(), kind: *kind, view, site }
    };
    let pages = plan.pages().par_iter().map(shown).collect();
    Reported::new(Some(Edition { guide, pages, files: site.artifacts }), problems.sorted())
}

/// The report for editors and reviewers: its pages and style sheets, sorted by path. `None` while an error stands.
pub fn report(inputs: &Inputs, options: &Options) -> Reported<Option<Vec<Artifact>>> {
    let Reported { value, mut problems } = check(inputs, options);
    let Some((checked, theme)) = value else { return Reported::new(None, problems) };
    let found = check::all_findings(&checked, &standpoint(Some(&theme), options));
    let words = theme.words();
    let desk = Desk { checked: &checked, told: &problems, found: &found, inputs, words, today: options.today };
    let site = desk::site(&desk, desk_styles(&theme));
    let rendered: Vec<_> = desk::pages(&desk).iter().map(|page| (page.kind, theme.render_desk(page, &site))).collect();
    let mut files: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
    files.extend(theme.desk_styles().iter().map(|(address, bytes)| (address.out_path(), Arc::from(*bytes))));
    for (kind, html) in rendered {
        match html {
            Ok(html) => {
                files.insert(desk::file(kind), html.into_bytes().into());
            }
            Err(diagnostic) => problems.push(*diagnostic),
        }
    }
    let artifacts = files.into_iter().map(|(path, bytes)| Artifact { path, bytes }).collect();
    let artifacts = (!problems.has_errors()).then_some(artifacts);
    Reported::new(artifacts, problems.sorted())
}

/// The style sheets of the report, from any of its pages.
fn desk_styles(theme: &Theme) -> Vec<String> {
    theme.desk_styles().iter().map(|(address, _)| address.out_path()).collect()
}

/// Everything but the rendering: whether the guide could be published, and what is wrong with it.
pub fn check(inputs: &Inputs, options: &Options) -> Reported<Option<(CheckedGuide, Arc<Theme>)>> {
    let Read { documents, problems } = read(inputs);
    let mut memory = Memory::default();
    let Passed { judged, theme } = pass(&documents, problems, inputs, options, &mut memory);
    let Reported { value, problems } = judged.reported;
    Reported::new(value.zip(theme), problems)
}

/// All files of a site, read.
struct Read {
    documents: Vec<Arc<Document>>,
    problems: Problems,
}

/// What a pass over the whole guide remembers for the next one.
#[derive(Debug, Default)]
struct Memory {
    checks: check::Memory,
    theme: theme::Memory,
}

/// What a pass over the whole guide gives.
struct Passed {
    judged: Judged,
    theme: Option<Arc<Theme>>,
}

/// The one way from documents to a judged guide, for a build and for a session.
fn pass(
    documents: &[Arc<Document>],
    parsed: Problems,
    inputs: &Inputs,
    options: &Options,
    memory: &mut Memory,
) -> Passed {
    let mut resolved = Problems::new();
    let guide = resolve::guide(documents, inputs, options.drafts).take(&mut resolved);
    let theme = match &guide {
        Some(guide) => memory.theme.load(inputs, &guide.site.theme, &guide.site.lang).take(&mut resolved),
        None => None,
    };
    let standpoint = standpoint(theme.as_deref(), options);
    Passed { judged: check::guide(guide, Found { parsed, resolved }, &standpoint, &mut memory.checks), theme }
}

fn standpoint<'a>(theme: Option<&'a Theme>, options: &Options) -> Standpoint<'a> {
    let do_not_forms = theme.map_or(&[][..], |theme| theme.words().list_of("do_not_forms"));
    Standpoint { today: options.today, occasion: options.occasion, do_not_forms }
}

/// Every file to a document, in the order of their paths.
fn read(inputs: &Inputs) -> Read {
    let files: Vec<(&InputPath, &Arc<[u8]>)> = inputs.iter().collect();
    let parsed: Vec<Reported<Option<Document>>> =
        files.par_iter().map(|(path, bytes)| parse::document(path, bytes)).collect();
    let mut problems = Problems::new();
    let documents = parsed.into_iter().filter_map(|one| one.take(&mut problems)).map(Arc::new).collect();
    Read { documents, problems }
}

/// All files of the site.
fn render(checked: &CheckedGuide, theme: &Theme, inputs: &Inputs, options: &Options) -> Reported<Option<Site>> {
    let guide = checked.guide();
    let form = form(checked, options);
    let plan = pages::plan(checked, &form, theme.words(), theme.style_address());
    let rendered: Vec<_> = plan.pages().par_iter().map(|page| render_page(&plan, theme, page)).collect();
    let mut problems = Problems::new();
    let mut files: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
    for page in rendered {
        match page {
            Ok(artifact) => {
                files.insert(artifact.path, artifact.bytes);
            }
            Err(diagnostic) => problems.push(*diagnostic),
        }
    }
    files.insert(theme.style_address().out_path(), theme.style().into());
    files.extend(exports::all(&plan).into_iter().map(|artifact| (artifact.path, artifact.bytes)));
    let pictures = guide.pictures.iter().map(|picture| (&picture.path, &picture.address));
    for (path, address) in pictures.chain(guide.copied.iter().map(|(path, address)| (path, address))) {
        if let Some(bytes) = inputs.bytes(path) {
            files.insert(address.out_path(), bytes.clone());
        }
    }
    if problems.has_errors() {
        return Reported::new(None, problems);
    }
    let is_page = |kind: &PageKind| !matches!(kind, PageKind::Redirect(_));
    let site = Site {
        artifacts: files.into_iter().map(|(path, bytes)| Artifact { path, bytes }).collect(),
        pages: plan.pages().iter().filter(|(_, kind)| is_page(kind)).count(),
        finder_pages: guide.finder.as_ref().map_or(0, |finder| finder.diagram.pages.len() + finder.diagram.ends.len()),
        scenarios: guide.scenarios.len(),
        items: guide.items.len(),
        has_base_url: form.base_url.is_some(),
    };
    Reported::new(Some(site), problems)
}

/// How the site is written out: as asked for, else as its settings say.
fn form(checked: &CheckedGuide, options: &Options) -> Form {
    let own = || checked.guide().site.base_url.clone();
    let base_url = options.base_url.as_deref().and_then(url::base_url).or_else(own);
    Form { links: options.links, base_url }
}

fn render_page(
    plan: &Plan<'_>,
    theme: &Theme,
    (address, kind): &(crate::base::Address, PageKind),
) -> Result<Artifact, Box<crate::report::Diagnostic>> {
    let (view, site) = pages::view(plan, address, *kind);
    let html = theme.render(*kind, &view, &site)?;
    Ok(Artifact { path: address.out_path(), bytes: html.into_bytes().into() })
}

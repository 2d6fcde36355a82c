//! What the files of a guide give at one moment: its problems, and its pages, rendered on demand.

use std::fmt;
use std::sync::Arc;

use super::{Options, desk_styles, form, render_page, standpoint};
use crate::base::{Address, Artifact, InputPath};
use crate::check::{self, CheckedGuide};
use crate::desk::{self, Desk};
use crate::exports;
use crate::guide::{Guide, NodeId};
use crate::input::Inputs;
use crate::pages::{self, Form, Index, PageKind, Plan};
use crate::report::{Diagnostic, Problems};
use crate::theme::Theme;

/// What the files give at one moment. Cheap to clone, never changed, and safe to use from many threads.
#[derive(Clone, Debug)]
pub struct Preview(Arc<Now>);

#[derive(Debug)]
struct Now {
    inputs: Inputs,
    problems: Problems,
    good: Option<Arc<Good>>,
    is_current: bool,
    rebuilt: Rebuilt,
}

/// What was made anew for a preview; the rest was remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// The files that were read anew, sorted.
    pub parsed: Vec<InputPath>,
    /// Whether the whole guide was resolved and checked again, and not only these files.
    pub resolved: bool,
}

/// A file of the site, or of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// Where a build puts it, below the output folder: `articles/knee/index.html`. Its ending says what kind of file it is.
    pub path: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
    /// The file that its author wrote it in; `None` for a page that is made of many.
    pub written: Option<InputPath>,
}

/// A guide without an error, and all that its pages are made of.
pub(super) struct Good {
    pub(super) checked: CheckedGuide,
    pub(super) theme: Arc<Theme>,
    inputs: Inputs,
    options: Options,
    form: Form,
    index: Arc<Index>,
}

impl Preview {
    pub(super) fn new(
        inputs: Inputs,
        problems: Problems,
        good: Option<Arc<Good>>,
        is_current: bool,
        rebuilt: Rebuilt,
    ) -> Preview {
        Preview(Arc::new(Now { inputs, problems, good, is_current, rebuilt }))
    }

    /// The same, told as what was made anew by another update.
    pub(super) fn with(&self, rebuilt: Rebuilt) -> Preview {
        let Now { inputs, problems, good, is_current, .. } = &*self.0;
        Preview::new(inputs.clone(), problems.clone(), good.clone(), *is_current, rebuilt)
    }

    /// All that is wrong with the files, sorted: what `careguide check` tells.
    pub fn problems(&self) -> &Problems {
        &self.0.problems
    }

    /// The files themselves: what the problems speak of.
    pub fn inputs(&self) -> &Inputs {
        &self.0.inputs
    }

    /// Whether the pages are those of these files. While an error stands, they are those of the last guide
    /// without one; before there was one, there is no page.
    pub fn is_current(&self) -> bool {
        self.0.is_current
    }

    /// What was made anew.
    pub fn rebuilt(&self) -> &Rebuilt {
        &self.0.rebuilt
    }

    /// The guide whose pages these are; `None` before there was one without an error.
    pub fn guide(&self) -> Option<&Guide> {
        self.0.good.as_ref().map(|good| good.checked.guide())
    }

    /// Every address of the site, sorted: of pages (`/articles/knee/`) and of files (`/assets/…`).
    pub fn addresses(&self) -> Vec<Address> {
        self.0.good.as_ref().map_or_else(Vec::new, |good| good.addresses())
    }

    /// What stands at an address such as `/articles/knee/`: the bytes that a build would write there. `None` if nothing
    /// stands there. A page whose template fails has a problem in place of bytes.
    pub fn file(&self, address: &str) -> Option<Result<Served, Box<Diagnostic>>> {
        self.0.good.as_ref()?.file(address)
    }

    /// The addresses of the report's pages and style sheets, below its own folder: `/`, `/reviews.html`.
    pub fn desk_addresses(&self) -> Vec<Address> {
        let Some(good) = &self.0.good else { return Vec::new() };
        let pages = desk::KINDS.iter().map(|kind| desk::file(kind));
        let mut all: Vec<Address> = pages
            .chain(desk_styles(&good.theme))
            .map(|path| Address::file(path.trim_end_matches("index.html")))
            .collect();
        all.sort();
        all
    }

    /// A page or a style sheet of the report: what `careguide report` writes for the guide whose pages these are.
    pub fn desk(&self, address: &str) -> Option<Result<Served, Box<Diagnostic>>> {
        let good = self.0.good.as_ref()?;
        let path = if address == "/" { "index.html" } else { address.trim_start_matches('/') };
        if let Some((style, bytes)) = good.theme.desk_styles().into_iter().find(|(style, _)| style.as_str() == address)
        {
            return Some(Ok(Served { path: style.out_path(), bytes: bytes.into(), written: None }));
        }
        let kind = desk::KINDS.iter().find(|kind| desk::file(kind) == path)?;
        let found = check::all_findings(&good.checked, &standpoint(Some(&good.theme), &good.options));
        let (words, today) = (good.theme.words(), good.options.today);
        let told = self.problems();
        let desk = Desk { checked: &good.checked, told, found: &found, inputs: &self.0.inputs, words, today };
        let site = desk::site(&desk, desk_styles(&good.theme));
        let page = desk::page(&desk, kind)?;
        let rendered = good.theme.render_desk(&page, &site);
        Some(rendered.map(|html| Served { path: path.to_owned(), bytes: html.into_bytes().into(), written: None }))
    }
}

impl Good {
    pub(super) fn new(checked: CheckedGuide, theme: Arc<Theme>, inputs: Inputs, options: Options) -> Good {
        let form = form(&checked, &options);
        let index = Arc::new(pages::index(&checked, theme.words(), theme.style_address()));
        Good { checked, theme, inputs, options, form, index }
    }

    /// The same guide with other words on a page, which mentions and shows to others what it did before.
    pub(super) fn with(&self, checked: CheckedGuide, inputs: Inputs) -> Good {
        let Good { theme, options, form, index, .. } = self;
        let (theme, index) = (theme.clone(), index.clone());
        Good { checked, theme, inputs, options: options.clone(), form: form.clone(), index }
    }

    fn plan(&self) -> Plan<'_> {
        pages::plan_with(&self.checked, &self.form, self.theme.words(), self.index.clone())
    }

    fn addresses(&self) -> Vec<Address> {
        let plan = self.plan();
        let guide = self.checked.guide();
        let mut all: Vec<Address> = plan.pages().iter().map(|(address, _)| address.clone()).collect();
        all.push(self.theme.style_address());
        all.extend(exports::all(&plan).into_iter().map(|artifact| Address::file(&artifact.path)));
        all.extend(guide.pictures.iter().map(|picture| picture.address.clone()));
        all.extend(guide.copied.iter().map(|(_, address)| address.clone()));
        all.sort();
        all.dedup();
        all
    }

    fn file(&self, address: &str) -> Option<Result<Served, Box<Diagnostic>>> {
        let guide = self.checked.guide();
        // Later ones are written over earlier ones, as in a build.
        let copied = guide.copied.iter().find(|(_, to)| to.as_str() == address).map(|(from, _)| from);
        let picture = guide.pictures.iter().find(|picture| picture.address.as_str() == address).map(|it| &it.path);
        if let Some(from) = copied.or(picture) {
            let bytes = self.inputs.bytes(from)?.clone();
            let path = address.trim_start_matches('/').to_owned();
            return Some(Ok(Served { path, bytes, written: Some(from.clone()) }));
        }
        let plan = self.plan();
        let made = |Artifact { path, bytes }: Artifact| Served { path, bytes, written: None };
        let style = self.theme.style_address();
        if style.as_str() == address {
            return Some(Ok(made(Artifact { path: style.out_path(), bytes: self.theme.style().into() })));
        }
        if let Some(page) = plan.page(address) {
            let written = written(guide, page.1);
            return Some(render_page(&plan, &self.theme, page).map(|artifact| Served { written, ..made(artifact) }));
        }
        let path = address.trim_start_matches('/');
        exports::all(&plan).into_iter().find(|export| export.path == path).map(|export| Ok(made(export)))
    }
}

/// The file that a page's author wrote it in.
fn written(guide: &Guide, kind: PageKind) -> Option<InputPath> {
    let prose = match kind {
        PageKind::Home => &guide.home.as_ref()?.prose,
        PageKind::Part(id) => &guide.part(id).prose,
        PageKind::Article(id) => &guide.article(id).prose,
        PageKind::Decision(id) => &guide.article(guide.decision(id).article).prose,
        PageKind::Scenario(id) => &guide.scenario(id).prose,
        PageKind::Finder(_) | PageKind::Found(_) => return guide.finder.as_ref().map(|it| it.written.path.clone()),
        PageKind::Glossary => return guide.terms.first().map(|term| term.written.path.clone()),
        PageKind::Sources => return guide.sources.first().map(|source| source.written.path.clone()),
        PageKind::Page(id) => &guide.page(id).prose,
        PageKind::Redirect(at) => match guide.redirects.get(at)? {
            (_, NodeId::Part(id)) => &guide.part(*id).prose,
            (_, NodeId::Article(id)) => &guide.article(*id).prose,
            (_, NodeId::Scenario(id)) => &guide.scenario(*id).prose,
            (_, NodeId::Page(id)) => &guide.page(*id).prose,
            (_, NodeId::Home | NodeId::Parts | NodeId::Scenarios | NodeId::Decision(_)) => return None,
            (_, NodeId::Finder | NodeId::Glossary | NodeId::Sources) => return None,
        },
        PageKind::Parts | PageKind::Scenarios | PageKind::NotFound => return None,
    };
    Some(prose.targets.path.clone())
}

impl fmt::Debug for Good {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Good").field("form", &self.form).finish_non_exhaustive()
    }
}

//! What changes on pages, of the guide as a whole, and of its addresses.

use std::collections::BTreeMap;

use super::checklist::{self, Phases};
use super::fields;
use super::html;
use super::model::{Change, Kind};
use super::order;
use super::{Edition, Shown};
use crate::base::{Address, Artifact};
use crate::pages::PageKind;
use crate::pages::view::{DecisionView, GlossaryView, OptionView, SourcesView, TermView, View};

/// Files that say nothing of their own: lists of what is told, and what robots read.
const LISTS: &[&str] = &["robots.txt", "sitemap.xml"];

/// What changes on a page that is in both editions.
pub(super) fn changes(old: &Shown, new: &Shown, phases: &Phases) -> Vec<Change> {
    match (&old.view, &new.view) {
        (View::Scenario(old), View::Scenario(new)) => {
            // Its date is that of its articles; what it cites, and "more", is what its items need.
            let told = ["all", "checklist", "more", "review", "web"];
            let mut changes = fields::changes(old.as_ref(), new.as_ref(), &told);
            changes.extend(checklist::changes(&old.checklist, &new.checklist, phases));
            let review = |view: &crate::pages::view::ReviewView| crate::pages::view::ReviewView {
                updated: None,
                ..view.clone()
            };
            changes.extend(fields::review(&review(&old.review), &review(&new.review)));
            changes
        }
        // Whose review it is, is told with the article.
        (View::Decision(old), View::Decision(new)) => {
            let mut changes = fields::changes(old.as_ref(), new.as_ref(), &["article", "has", "options", "review"]);
            changes.extend(options(old, new));
            changes
        }
        (View::Glossary(old), View::Glossary(new)) => glossary(old, new),
        (View::Sources(old), View::Sources(new)) => sources(old, new),
        // Lists that are told on their own pages.
        (View::Home(before), View::Home(after)) => {
            // A home page without a title of its own has that of the guide.
            let is_own = before.head.title != old.site.title || after.head.title != new.site.title;
            fields::changes(
                before,
                after,
                if is_own { &["parts", "scenarios"] } else { &["parts", "scenarios", "title"] },
            )
        }
        (View::Scenarios(old), View::Scenarios(new)) => match old.head.kind {
            "404" => Vec::new(),
            _ => fields::changes(old, new, &[]),
        },
        (View::Redirect(old), View::Redirect(new)) => match old.target == new.target {
            true => Vec::new(),
            false => vec![Change::part("it leads to", "", "", Some(&old.title), Some(&new.title))],
        },
        // Its question and answers are told as such, and the way on as the cases of scenarios.
        (before, after) if new.address.as_str() == "/find/" => {
            fields::changes(before, after, &["all", "answers", "back", "progress", "start", "title", "value"])
        }
        (old, new) => fields::changes(old, new, &[]),
    }
}

/// The title of a page; an old address has none of its own.
pub(super) fn title(view: &View) -> String {
    let is_page = !matches!(view, View::Redirect(_));
    fields::text(view, "title").filter(|_| is_page).unwrap_or_default()
}

/// Whether a page is one of the finder's, but for its first: nobody is promised that it stays.
pub(super) fn is_numbered(address: &Address) -> bool {
    address.as_str().strip_prefix("/find/").is_some_and(|rest| !rest.is_empty())
}

/// The options of a decision, and where they lead.
fn options(old: &DecisionView, new: &DecisionView) -> Vec<Change> {
    let names = |view: &DecisionView| view.options.iter().map(|option| option.name.clone()).collect::<Vec<_>>();
    let lists = order::compare(&names(old), &names(new));
    let title =
        |view: &DecisionView, at: usize| view.options.get(at).map_or_else(String::new, |option| option.title.clone());
    let mut changes = Vec::new();
    changes.extend(lists.new.iter().map(|at| Change::new(Kind::New, "option", &title(new, *at))));
    changes.extend(lists.gone.iter().map(|at| Change::new(Kind::Gone, "option", &title(old, *at))));
    for (was, is) in &lists.both {
        let (Some(before), Some(after)) = (old.options.get(*was), new.options.get(*is)) else { continue };
        if lists.moved.contains(is) {
            let above = is.checked_sub(1).map(|above| title(new, above));
            changes.push(Change::new(Kind::Moved, "option", &after.title).is(above.as_deref()));
        }
        changes.extend(option(before, after));
    }
    changes
}

fn option(old: &OptionView, new: &OptionView) -> Vec<Change> {
    let mut changes = Vec::new();
    if old.title != new.title {
        changes.push(Change::part("option", &old.title, "", Some(&old.title), Some(&new.title)));
    }
    let leads = |option: &OptionView| {
        let to: Vec<String> = option
            .next
            .iter()
            .map(|link| format!("{} ({})", link.title, link.href.trim_start_matches("../")))
            .collect();
        (!to.is_empty()).then(|| to.join(", "))
    };
    let (from, to) = (leads(old), leads(new));
    if from != to {
        changes.push(Change::part("option", &new.title, "leads to", from.as_deref(), to.as_deref()));
    }
    for (part, from, to) in [
        ("what it is", &old.what_html, &new.what_html),
        ("good points", &old.good_html, &new.good_html),
        ("hard points", &old.hard_html, &new.hard_html),
        ("what it is like", &old.like_html, &new.like_html),
    ] {
        if words(from) != words(to) {
            changes.push(Change::part("option", &new.title, part, words(from).as_deref(), words(to).as_deref()));
        } else {
            let marks = html::prose(from.as_deref().unwrap_or(""), to.as_deref().unwrap_or(""));
            changes.extend(marks.into_iter().take(1).map(|_| {
                Change::part("option", &new.title, &format!("paragraphs, links or emphasis in {part}"), None, None)
            }));
        }
    }
    let told = ["good_html", "hard_html", "letter", "like_html", "name", "next", "title", "title_html", "what_html"];
    let rest = fields::changes(old, new, &told);
    changes.extend(rest.into_iter().map(|change| Change {
        part: change.what,
        what: "option".to_owned(),
        name: new.title.clone(),
        ..change
    }));
    changes
}

fn words(html: &Option<String>) -> Option<String> {
    html.as_deref().map(html::words)
}

/// Terms, and what they mean.
fn glossary(old: &GlossaryView, new: &GlossaryView) -> Vec<Change> {
    let terms =
        |view: &'_ GlossaryView| view.groups.iter().flat_map(|group| group.terms.clone()).collect::<Vec<TermView>>();
    let (before, after) = (terms(old), terms(new));
    let ids = |terms: &[TermView]| terms.iter().map(|term| term.id.clone()).collect::<Vec<_>>();
    let lists = order::compare(&ids(&before), &ids(&after));
    let title = |terms: &[TermView], at: usize| terms.get(at).map_or_else(String::new, |term| term.title.clone());
    let mut changes = fields::changes(old, new, &["groups", "letters"]);
    changes.extend(lists.new.iter().map(|at| Change::new(Kind::New, "term", &title(&after, *at))));
    changes.extend(lists.gone.iter().map(|at| Change::new(Kind::Gone, "term", &title(&before, *at))));
    for (was, is) in &lists.both {
        let (Some(old), Some(new)) = (before.get(*was), after.get(*is)) else { continue };
        if old.title != new.title {
            changes.push(Change::part("term", &old.title, "", Some(&old.title), Some(&new.title)));
        }
        let (from, to) = (html::words(&old.meaning_html), html::words(&new.meaning_html));
        if from != to {
            changes.push(Change::part("term", &new.title, "meaning", Some(&from), Some(&to)));
        }
        if old.forms != new.forms {
            let forms = |term: &TermView| (!term.forms.is_empty()).then(|| term.forms.join(", "));
            changes.push(Change::part(
                "term",
                &new.title,
                "other spellings",
                forms(old).as_deref(),
                forms(new).as_deref(),
            ));
        }
    }
    changes
}

/// Sources, and what is known of them.
fn sources(old: &SourcesView, new: &SourcesView) -> Vec<Change> {
    let ids = |view: &SourcesView| view.sources.iter().map(|source| source.id.clone()).collect::<Vec<_>>();
    let lists = order::compare(&ids(old), &ids(new));
    let title =
        |view: &SourcesView, at: usize| view.sources.get(at).map_or_else(String::new, |source| source.title.clone());
    let mut changes = fields::changes(old, new, &["sources"]);
    changes.extend(lists.new.iter().map(|at| Change::new(Kind::New, "source", &title(new, *at))));
    changes.extend(lists.gone.iter().map(|at| Change::new(Kind::Gone, "source", &title(old, *at))));
    for (was, is) in &lists.both {
        let (Some(old), Some(new)) = (old.sources.get(*was), new.sources.get(*is)) else { continue };
        let told = fields::changes(old, new, &["cited_by", "id"]);
        changes.extend(told.into_iter().map(|change| Change {
            part: change.what,
            what: "source".to_owned(),
            name: new.title.clone(),
            ..change
        }));
    }
    changes
}

/// What all pages share, phases included.
pub(super) fn guide(old: &Edition, new: &Edition) -> Vec<Change> {
    let site = |edition: &'_ Edition| {
        edition.pages.iter().find(|page| page.kind == PageKind::Home).map(|page| page.site.clone())
    };
    let mut changes = match (site(old), site(new)) {
        // Pages in the menu and the foot are told by their addresses.
        (Some(old), Some(new)) => {
            let mut changes = fields::changes(&old, &new, &["dir", "foot", "home", "menu", "style"]);
            let moved = fields::changes(
                &old,
                &new,
                &[
                    "contact",
                    "dir",
                    "disclaimer",
                    "emergency",
                    "funding",
                    "home",
                    "lang",
                    "publisher",
                    "style",
                    "title",
                ],
            );
            changes.extend(moved.into_iter().filter(|change| change.kind == Kind::Moved));
            changes
        }
        _ => Vec::new(),
    };
    let (before, after) = (&old.guide.guide().site, &new.guide.guide().site);
    if before.base_url != after.base_url {
        changes.push(Change::part(
            "address of the site",
            "",
            "",
            before.base_url.as_deref(),
            after.base_url.as_deref(),
        ));
    }
    let names =
        |site: &crate::guide::SiteConfig| site.phases.iter().map(|phase| phase.name.value.clone()).collect::<Vec<_>>();
    let lists = order::compare(&names(before), &names(after));
    changes.extend(
        lists
            .new
            .iter()
            .filter_map(|at| after.phases.get(*at))
            .map(|phase| Change::new(Kind::New, "phase", &phase.title)),
    );
    changes.extend(
        lists
            .gone
            .iter()
            .filter_map(|at| before.phases.get(*at))
            .map(|phase| Change::new(Kind::Gone, "phase", &phase.title)),
    );
    for (was, is) in &lists.both {
        let (Some(old), Some(new)) = (before.phases.get(*was), after.phases.get(*is)) else { continue };
        if old.title != new.title {
            changes.push(Change::part("phase", &old.title, "", Some(&old.title), Some(&new.title)));
        }
        if lists.moved.contains(is) {
            let above = is.checked_sub(1).and_then(|above| after.phases.get(above)).map(|phase| phase.title.as_str());
            changes.push(Change::new(Kind::Moved, "phase", &new.title).is(above));
        }
    }
    changes
}

/// Old addresses of pages, by which they lead to new ones.
pub(super) fn moved(old: &Edition, new: &Edition) -> BTreeMap<Address, Address> {
    let guide = new.guide.guide();
    let redirects = guide.redirects.iter().map(|(address, node)| (address, guide.address(*node)));
    let is_page = |address: &Address| old.pages.iter().any(|page| page.address == *address && !is_redirect(page));
    let was_there = |address: &Address| old.pages.iter().any(|page| page.address == *address);
    let renamed = redirects.filter(|(from, to)| is_page(from) && !was_there(to));
    renamed.map(|(from, to)| (from.clone(), to)).collect()
}

fn is_redirect(page: &Shown) -> bool {
    matches!(page.kind, PageKind::Redirect(_))
}

/// Pages and files that are new, gone, or at another address.
pub(super) fn addresses(old: &Edition, new: &Edition, moved: &BTreeMap<Address, Address>) -> Vec<Change> {
    let find = |edition: &'_ Edition, address: &Address| -> Option<Shown> {
        edition.pages.iter().find(|page| page.address == *address).cloned()
    };
    let mut changes = Vec::new();
    for page in old.pages.iter().filter(|page| !is_numbered(&page.address)) {
        let address = page.address.as_str();
        let gone = Change::new(Kind::Gone, "page", &title(&page.view)).was(Some(address));
        match (moved.get(&page.address), find(new, &page.address)) {
            (Some(to), _) => changes.push(Change::part("address", address, "", Some(address), Some(to.as_str()))),
            (None, None) if is_redirect(page) => changes.push(Change::new(Kind::Gone, "old address", address)),
            (None, None) => changes.push(gone),
            (None, Some(later)) if is_redirect(&later) && !is_redirect(page) => changes.push(gone),
            (None, Some(_)) => {}
        }
    }
    for page in new.pages.iter().filter(|page| !is_numbered(&page.address)) {
        let address = page.address.as_str();
        let was = find(old, &page.address);
        let was_page = was.as_ref().is_some_and(|was| !is_redirect(was));
        let is_told = moved.contains_key(&page.address) || moved.values().any(|to| *to == page.address);
        if let View::Redirect(to) = &page.view {
            if was.is_none() || was_page && !is_told {
                changes.push(Change::part("address", address, "leads to", None, Some(&to.title)));
            }
        } else if !was_page && !is_told {
            changes.push(Change::new(Kind::New, "page", &title(&page.view)).is(Some(address)));
        }
    }
    changes.extend(files(&old.files, &new.files));
    changes
}

/// Pictures, sheets and other files. Their names hold a mark of what is in them, which is left out.
fn files(old: &[Artifact], new: &[Artifact]) -> Vec<Change> {
    let is_file = |file: &&Artifact| !file.path.ends_with(".html") && !LISTS.contains(&file.path.as_str());
    let plain = |file: &Artifact| {
        let parts: Vec<&str> = file.path.split('.').collect();
        match parts.as_slice() {
            [name, _, ending] if file.path.starts_with("assets/") => format!("{name}.{ending}"),
            _ => file.path.clone(),
        }
    };
    let (before, after): (Vec<&Artifact>, Vec<&Artifact>) =
        (old.iter().filter(is_file).collect(), new.iter().filter(is_file).collect());
    let names = |files: &[&Artifact]| files.iter().map(|file| plain(file)).collect::<Vec<_>>();
    let lists = order::compare(&names(&before), &names(&after));
    let name = |files: &[&Artifact], at: usize| files.get(at).map_or_else(String::new, |file| plain(file));
    let mut changes: Vec<Change> =
        lists.new.iter().map(|at| Change::new(Kind::New, "file", &name(&after, *at))).collect();
    changes.extend(lists.gone.iter().map(|at| Change::new(Kind::Gone, "file", &name(&before, *at))));
    for (was, is) in &lists.both {
        let (Some(old), Some(new)) = (before.get(*was), after.get(*is)) else { continue };
        if old.bytes != new.bytes {
            changes.push(Change::part("file", &plain(new), "", None, None));
        }
    }
    changes
}

/// Pages whose bytes differ, and how many are in both.
pub(super) fn looks(old: &Edition, new: &Edition) -> (Vec<Address>, usize) {
    let bytes = |edition: &'_ Edition, address: &Address| {
        let path = address.out_path();
        edition.files.iter().find(|file| file.path == path).map(|file| file.bytes.clone())
    };
    let common =
        new.pages.iter().filter_map(|page| Some((page, bytes(old, &page.address)?, bytes(new, &page.address)?)));
    let common: Vec<_> = common.collect();
    let count = common.len();
    let differ = common.into_iter().filter(|(_, before, after)| before != after);
    (differ.map(|(page, _, _)| page.address.clone()).collect(), count)
}

//! Walks the finished HTML of whole guides, as readers and their browsers do: this repository's own and
//! each in `tests/sites/`, in three forms. What is found is a mistake of the program or of its theme.
//!
//! Nothing here knows the templates. `planted` proves that each kind of fault would be found.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may stop at a surprise, in their helpers too")]

mod faults;
mod page;
mod planted;
mod site;

use std::fs;
use std::path::{Path, PathBuf};

use site::{Form, Site};

/// The guide of this repository, those in `tests/sites/`, and an odd one.
fn guides() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sites = fs::read_dir(root.join("tests/sites")).unwrap().map(|entry| entry.unwrap().path());
    let mut sites: Vec<PathBuf> = sites.filter(|path| path.join("site.toml").exists()).collect();
    sites.sort();
    sites.insert(0, root.to_owned());
    // All that is allowed and unusual, on few pages.
    sites.push(root.join("tests/output/odd"));
    sites
}

/// The three forms: for any server, for a disk, for one address below a path.
fn forms() -> [Form; 3] {
    [
        Form { portable: false, base: None },
        Form { portable: true, base: None },
        Form { portable: false, base: Some("https://guide.example.org/a/b/".to_owned()) },
    ]
}

#[test]
fn a_reader_finds_no_dead_end_in_any_guide_in_any_form() {
    let guides = guides();
    assert!(guides.len() >= 3, "the guides of tests/sites/ are missing");
    let mut found = Vec::new();
    for guide in guides {
        for form in forms() {
            let site = Site::build(&guide, &form);
            let name = guide.file_name().unwrap().to_string_lossy().into_owned();
            found.extend(faults::all(&site).into_iter().map(|fault| format!("{name}, {form:?}\n    {fault}")));
        }
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// So that the test above does not pass by walking past everything.
#[test]
fn there_is_much_to_walk() {
    let site = Site::build(Path::new(env!("CARGO_MANIFEST_DIR")), &forms()[0]);
    let pages = site.pages();
    let count = |of: fn(&page::Page) -> usize| pages.values().map(of).sum::<usize>();
    assert!(pages.len() > 30, "{}", pages.len());
    assert!(count(|page| page.links.len()) > 1000);
    assert!(count(|page| page.ids.len()) > 300);
    assert!(count(|page| page.headings.len()) > 150);
    assert!(count(|page| page.loads.len()) >= pages.len() - 1);
    let sites: Vec<Site> = guides().iter().map(|guide| Site::build(guide, &forms()[2])).collect();
    let all: Vec<page::Page> = sites.iter().flat_map(|site| site.pages().into_values()).collect();
    assert!(all.iter().any(|page| page.pictures > 0), "no guide has a picture");
    assert!(all.iter().any(|page| page.moved_to.is_some()), "no guide has an old address");
    let unlisted = |page: &page::Page| page.noindex && page.moved_to.is_none() && !page.canonical.is_empty();
    assert!(all.iter().any(unlisted), "no guide has an unlisted page");
}

//! Every address of the site, once: two things that want the same one are reported.

use std::collections::BTreeMap;

use super::rules;
use crate::base::{Address, Place, Spanned};
use crate::markup;
use crate::report::{Diagnostic, Problems};

/// Names of plain pages that the site needs for itself.
const RESERVED: [&str; 9] =
    ["articles", "assets", "decisions", "find", "glossary", "parts", "scenarios", "sources", "index"];

/// Who has which address. Addresses that differ only in case are one: some systems cannot tell them apart.
#[derive(Default)]
pub(super) struct Addresses {
    taken: BTreeMap<String, Owner>,
}

/// Who has an address.
enum Owner {
    /// A page that every site has, or a file that the program writes.
    Program,
    /// Something of the author's.
    Author(Place),
}

/// What an author wants an address for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Page,
    Alias,
    Copy,
}

impl Addresses {
    /// Takes an address for the program itself.
    pub(super) fn reserve(&mut self, address: &Address) {
        self.taken.insert(key(address), Owner::Program);
    }

    /// Takes an address for something written at `place`; `false` if somebody has it.
    pub(super) fn take(&mut self, address: &Address, place: Place, wanted: Wanted, problems: &mut Problems) -> bool {
        let key = key(address);
        let Some(owner) = self.taken.get(&key) else {
            self.taken.insert(key, Owner::Author(place));
            return true;
        };
        let own = &place.path.clone();
        let problem =
            Diagnostic::new(&rules::ADDRESS_USED_TWICE, place, format!("the address `{address}` is wanted twice"))
                .label(match wanted {
                    Wanted::Page => "this page has it",
                    Wanted::Alias => "this address is taken",
                    Wanted::Copy => "this file would be copied there",
                })
                .help(match wanted {
                    Wanted::Page => "rename one of the two",
                    Wanted::Alias => "take this alias out",
                    Wanted::Copy => "rename the file, or take it out of content/files/",
                });
        problems.push(match owner {
            Owner::Program => problem.note("the program itself makes what stands there"),
            Owner::Author(first) if first.path == *own && first.span.is_none() => {
                problem.note("it is the page's own address")
            }
            // A whole file has no line to show.
            Owner::Author(first) if first.span.is_none() => problem.note(format!("{} has it already", first.path)),
            Owner::Author(first) => problem.also(first.clone(), "has it already"),
        });
        false
    }
}

/// Addresses that some file systems take for one have one key.
fn key(address: &Address) -> String {
    address.out_path().to_lowercase()
}

/// Whether the site needs this name for itself.
pub(super) fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name)
}

/// Reports a plain page with a name that the site needs.
pub(super) fn check_reserved(name: &str, place: Place, problems: &mut Problems) {
    if is_reserved(name) {
        problems.push(
            Diagnostic::new(&markup::rules::RESERVED_NAME, place, format!("a page cannot be called `{name}`"))
                .note(format!("the address `/{name}/` belongs to the site itself"))
                .help(format!("call the file `{name}-page.md`, or better, by what it says")),
        );
    }
}

/// The address of an alias: an old name among `folder`, or a whole old address.
pub(super) fn alias(folder: Option<&str>, alias: &Spanned<String>) -> Address {
    let parts = alias.value.split('/').filter(|part| !part.is_empty());
    match alias.value.starts_with('/') {
        true => Address::page(parts),
        false => Address::page(folder.into_iter().chain(parts)),
    }
}

//! Every address of the site, once: two things that want the same one are reported.

use std::collections::BTreeMap;

use super::rules;
use crate::base::{Address, Place, Spanned};
use crate::report::{Diagnostic, Problems};

/// Names of plain pages that the site needs for itself.
const RESERVED: [&str; 9] =
    ["articles", "assets", "decisions", "find", "glossary", "parts", "scenarios", "sources", "index"];

/// Who has which address. Addresses that differ only in case are one: some systems cannot tell them apart.
#[derive(Default)]
pub(super) struct Addresses {
    taken: BTreeMap<String, (Place, String)>,
}

impl Addresses {
    /// Takes an address for `what`, written at `place`; `false` if somebody has it.
    pub(super) fn take(&mut self, address: &Address, place: Place, what: &str, problems: &mut Problems) -> bool {
        let key = address.out_path().to_lowercase();
        if let Some((first, owner)) = self.taken.get(&key) {
            problems.push(
                Diagnostic::new(&rules::ADDRESS_USED_TWICE, place, format!("two things want the address `{address}`"))
                    .label(what)
                    .also(first.clone(), owner.clone())
                    .help("give one of them another name"),
            );
            return false;
        }
        self.taken.insert(key, (place, what.to_owned()));
        true
    }
}

/// Whether the site needs this name for itself.
pub(super) fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name)
}

/// Reports a plain page with a name that the site needs.
pub(super) fn check_reserved(name: &str, place: Place, problems: &mut Problems) {
    if is_reserved(name) {
        problems.push(
            Diagnostic::new(&rules::NAME_RESERVED, place, format!("a page cannot be called `{name}`"))
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

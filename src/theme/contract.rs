//! What a theme must have, held against the built-in one by a test.

use super::builtin;
use crate::desk;
use crate::pages::KINDS;

/// Templates that some kind of page, also of the report, needs and the built-in theme lacks.
pub fn missing_templates() -> Vec<String> {
    let files = builtin::files();
    let needed = KINDS.iter().map(|kind| format!("plain/{kind}.html"));
    let needed = needed.chain(desk::KINDS.iter().map(|kind| format!("plain/desk/{kind}.html")));
    needed.filter(|path| !files.contains_key(path)).collect()
}

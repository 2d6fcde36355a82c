//! What the checks for things that nothing uses have in common.

use crate::guide::{Guide, Named, Written};
use crate::markup::Body;
use crate::report::{Diagnostic, Problems, Rule};

/// Every prose of the guide.
pub(super) fn bodies(guide: &Guide) -> impl Iterator<Item = &Body> {
    let proses = guide.articles.iter().map(|article| &article.prose);
    let proses = proses.chain(guide.scenarios.iter().map(|scenario| &scenario.prose));
    let proses =
        proses.chain(guide.pages.iter().map(|page| &page.prose)).chain(guide.parts.iter().map(|part| &part.prose));
    let finder = guide.finder.iter().filter_map(|finder| finder.words.as_ref()).map(|words| &words.prose);
    proses.chain(guide.home.iter().map(|home| &home.prose)).chain(finder).map(|prose| &*prose.body)
}

/// Tells of each one of a list that is not used: `message` ends with its name, and `NAME` in `help` becomes its name.
pub(super) fn unused<T>(
    rule: &'static Rule,
    message: &str,
    all: &[Named<T>],
    is_used: &dyn Fn(&str) -> bool,
    help: &str,
    problems: &mut Problems,
) {
    for one in all {
        let name = one.name.as_str();
        if !is_used(name) {
            let help = format!("{}, or take it out", help.replace("NAME", name));
            problems.push(nobody_uses(rule, message, name, &one.written, &help));
        }
    }
}

/// That nothing uses what is defined at `written`; `message` ends with its name.
pub(super) fn nobody_uses(rule: &'static Rule, message: &str, name: &str, written: &Written, help: &str) -> Diagnostic {
    Diagnostic::new(rule, written.span.in_file(&written.path), format!("{message} `{name}`"))
        .label("defined here, and never used")
        .help(help)
}

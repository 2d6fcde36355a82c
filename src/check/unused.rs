//! What the checks for things that nothing uses have in common.

use crate::base::List;
use crate::guide::{Named, Written};
use crate::report::{Diagnostic, Problems, Rule};

/// Tells of each one of a list that is not used: `message` ends with its name, and `NAME` in `help` becomes its name.
pub(super) fn unused<T>(
    rule: &'static Rule,
    message: &str,
    all: &List<Named<T>>,
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

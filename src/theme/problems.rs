//! What tera says, as a diagnostic at its place.

use tera::ErrorKind;

use crate::base::{InputPath, Place, Span};
use crate::report::{Diagnostic, Rule};

/// What to do about a template of a site's own.
const MEND: &str = "mend it, or delete the file: the built-in template takes its place";

/// The file of a template: `plain/base.html` is `themes/plain/base.html`.
pub(super) fn input_path(template: &str) -> InputPath {
    InputPath::new(format!("themes/{template}"))
}

/// The diagnostic of an error; without a place of its own it is shown at `fallback`.
pub(super) fn diagnostic(rule: &'static Rule, error: &tera::Error, fallback: &InputPath) -> Diagnostic {
    if let ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) = error.kind() {
        let range = report.span().range.clone();
        let place = Span::new(range.start, range.end).in_file(&input_path(report.filename()));
        return Diagnostic::new(rule, place, "the template cannot be used")
            .label(report.message().to_owned())
            .help(MEND);
    }
    let message = error.to_string();
    let line = message.lines().next().unwrap_or("").to_owned();
    Diagnostic::new(rule, Place::file(fallback), "the template cannot be used").note(line).help(MEND)
}

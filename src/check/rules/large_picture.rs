//! Pictures that take long to load on an old phone.

use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("large-picture", Level::Warn, include_str!("large_picture.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Any, run);

/// The largest size that passes, in bytes.
const LIMIT: usize = 300 * 1024;

/// Finds pictures over the limit, at the place where each is used first.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    for picture in &guide.pictures {
        if picture.bytes > LIMIT {
            let place = picture.used.span.in_file(&picture.used.path);
            let size = picture.bytes.div_ceil(1024);
            problems.push(
                Diagnostic::new(&RULE, place, format!("the picture is {size} KB large"))
                    .label(format!("{} × {} pixels", picture.width, picture.height))
                    .note("readers with an old phone or a slow line wait for it, or give up")
                    .help("save it smaller, at most 1,200 pixels wide, as WebP or JPEG"),
            );
        }
    }
}

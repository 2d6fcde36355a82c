//! `careguide check`: all that is wrong with a guide; writes nothing.

use super::args::{Check, Format};
use super::print::{self, Failure, many};
use super::problems::{self, Telling};
use super::{CLEAN, PROBLEMS};
use crate::base::Links;
use crate::check::Occasion;
use crate::report::Severity;
use crate::session::Options;
use crate::{disk, session};

/// Builds in memory only.
pub(super) fn run(args: &Check) -> Result<u8, Failure> {
    let occasion = if args.release { Occasion::Release } else { Occasion::Everyday };
    let options = Options { occasion, ..args.common.options(Links::Server, None)? };
    let inputs = disk::read(&args.common.root)?;
    let built = session::build(&inputs, &options);
    let is_denied = args.deny_warnings && built.problems.count(Severity::Warning) > 0;
    let outcome = (is_denied && built.value.is_some()).then(|| "--deny-warnings lets none pass".to_owned());
    problems::tell(&built.problems, &inputs, &Telling { format: args.format, quiet: args.common.quiet, outcome })?;
    let Some(site) = built.value.filter(|_| !is_denied) else { return Ok(PROBLEMS) };
    if !args.common.quiet {
        let counts = format!("{} and {}", many(site.scenarios, "checklist"), many(site.items, "item"));
        let told = format!("No error in {} with {counts}", many(site.pages, "page"));
        match args.format {
            Format::Human => print::result(&told)?,
            // Among lines of problems it would be taken for one.
            Format::Short => print::beside(&(told + "\n"))?,
            Format::Json => {}
        }
    }
    Ok(CLEAN)
}

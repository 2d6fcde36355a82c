//! `careguide check`: all that is wrong with a guide; writes nothing.

use super::args::Check;
use super::print::{self, Failure, many};
use super::{CLEAN, PROBLEMS};
use crate::base::Links;
use crate::{disk, session};

/// Builds in memory only.
pub(super) fn run(args: &Check) -> Result<u8, Failure> {
    let options = args.common.options(Links::Server, None)?;
    let inputs = disk::read(&args.common.root)?;
    let built = session::build(&inputs, &options);
    print::problems(&built.problems, &inputs)?;
    let Some(site) = built.value else { return Ok(PROBLEMS) };
    if !args.common.quiet {
        let counts = format!("{} and {}", many(site.scenarios, "checklist"), many(site.items, "item"));
        print::result(&format!("No error in {} with {counts}", many(site.pages, "page")))?;
    }
    Ok(CLEAN)
}

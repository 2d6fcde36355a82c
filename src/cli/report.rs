//! `careguide report`: a guide's folder to pages for those who make it.

use super::args::{Format, Report};
use super::print::{self, Failure, many};
use super::problems::{self, Telling};
use super::{CLEAN, PROBLEMS};
use crate::base::Links;
use crate::{disk, session};

/// Makes the report and publishes it; with an error, the old one stays as it was.
pub(super) fn run(args: &Report) -> Result<u8, Failure> {
    let options = args.common.options(Links::Portable, None)?;
    let inputs = disk::read(&args.common.root)?;
    let made = session::report(&inputs, &options);
    let output = args.output.display();
    let Some(artifacts) = made.value else {
        // Without an error, the report itself is where all this can be read.
        let outcome = Some(format!("no report was written into {output}"));
        problems::tell(&made.problems, &inputs, &Telling { format: Format::Human, quiet: args.common.quiet, outcome })?;
        return Ok(PROBLEMS);
    };
    let published = disk::publish(&args.common.root, &args.output, &artifacts)?;
    if !args.common.quiet {
        let pages = many(artifacts.iter().filter(|artifact| artifact.path.ends_with(".html")).count(), "page");
        print::result(&match published.changed {
            true => {
                format!("Wrote a report of {pages} into {output}: open {}", args.output.join("index.html").display())
            }
            false => format!("The report in {output} is up to date: open {}", args.output.join("index.html").display()),
        })?;
    }
    Ok(CLEAN)
}

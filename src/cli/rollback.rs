//! `careguide rollback`: the site before the last build takes its place again.

use super::CLEAN;
use super::args::Rollback;
use super::print::{self, Failure, many};
use crate::disk;

/// Exchanges the two sites, and says which one is there now.
pub(super) fn run(args: &Rollback) -> Result<u8, Failure> {
    let output = args.output();
    let back = disk::rollback(args.root(), &output)?;
    let (files, output) = (many(back.files, "file"), output.display());
    print::result(&format!(
        "The site from before is in {output} again: {files} (manifest {}); a second rollback undoes this",
        back.manifest
    ))?;
    Ok(CLEAN)
}

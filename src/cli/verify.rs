//! `careguide verify`: a published folder to a verdict.

use super::args::Verify;
use super::print::{self, Failure, many};
use super::{CLEAN, PROBLEMS};
use crate::disk;

/// Prints a line for each finding, then the count of them.
pub(super) fn run(args: &Verify) -> Result<u8, Failure> {
    let verified = disk::verify(&args.folder)?;
    let folder = args.folder.display();
    let (files, manifest) = (many(verified.files, "file"), &verified.manifest);
    if verified.findings.is_empty() {
        print::result(&format!("{folder} is whole: {files} (manifest {manifest})"))?;
        return Ok(CLEAN);
    }
    let lines: String = verified.findings.iter().map(|finding| format!("{finding}\n")).collect();
    print::results(&lines)?;
    let findings = match verified.findings.len() {
        1 => "1 finding".to_owned(),
        count => format!("{count} findings"),
    };
    print::beside(&format!("{folder} is not whole: {findings}; upload it again, all of it, or build it again\n"))?;
    Ok(PROBLEMS)
}

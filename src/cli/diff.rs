//! `careguide diff`: two folders, and in words what the second changes for readers of the first.

use std::path::Path;

use super::args::{Diff, Format};
use super::print::{self, Failure};
use super::problems::{self, Telling};
use super::{CLEAN, PROBLEMS};
use crate::base::Links;
use crate::base::text::wrapped;
use crate::diff::{self, Edition};
use crate::{disk, session};

/// Compares two guides as they would be published.
pub(super) fn run(args: &Diff) -> Result<u8, Failure> {
    // Of both guides all problems are told before one of them ends it.
    let (old, new) = (edition(args, &args.old)?, edition(args, &args.new)?);
    let (Some(old), Some(new)) = (old, new) else { return Ok(PROBLEMS) };
    let text = diff::words::text(&diff::changes(&old, &new));
    print::results(&match print::result_page().1 {
        Some(columns) => text.lines().map(|line| fitting(line, columns) + "\n").collect(),
        None => text,
    })?;
    Ok(CLEAN)
}

/// A line broken where the terminal ends; what is broken off is set in below it.
fn fitting(line: &str, columns: usize) -> String {
    const INDENT: &str = "      ";
    let words = line.trim_start();
    let margin = line.len() - words.len();
    let lines = wrapped(words, columns.saturating_sub(INDENT.len()).max(24));
    " ".repeat(margin) + &lines.join(&format!("\n{INDENT}"))
}

/// The guide in a folder; `None`, and its problems told, while it has an error.
fn edition(args: &Diff, root: &Path) -> Result<Option<Edition>, Failure> {
    let options = args.options(Links::Server)?;
    let inputs = disk::read(root)?;
    let read = session::edition(&inputs, &options);
    if read.value.is_none() {
        let outcome = Some(format!("the guide in {} cannot be compared", root.display()));
        problems::tell(&read.problems, &inputs, &Telling { format: Format::Human, quiet: false, outcome })?;
    }
    Ok(read.value)
}

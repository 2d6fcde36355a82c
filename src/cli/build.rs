//! `careguide build`: a site's folder to a published one.

use std::path::Path;

use super::args::Build;
use super::print::{self, Failure};
use super::{CLEAN, PROBLEMS};
use crate::base::Links;
use crate::{disk, session};

/// Builds and publishes; with an error, the old site stays as it was.
pub(super) fn run(args: &Build) -> Result<u8, Failure> {
    let links = if args.portable { Links::Portable } else { Links::Server };
    let options = args.common.options(links, args.base_url.as_deref())?;
    let inputs = disk::read(&args.common.root)?;
    let built = session::build(&inputs, &options);
    print::problems(&built.problems, &inputs)?;
    let output = args.output_dir.clone().unwrap_or_else(|| args.common.root.join("public"));
    let Some(site) = built.value else {
        print::note(&format!("nothing was published; {} is as it was", shown(&output)))?;
        return Ok(PROBLEMS);
    };
    let published = disk::publish(&args.common.root, &output, &site.artifacts)?;
    if args.common.quiet {
        return Ok(CLEAN);
    }
    if !site.has_base_url {
        print::note("no base_url is set: the site has no sitemap and no canonical links")?;
    }
    let counts =
        format!("{}, {}, {}", many(site.pages, "page"), many(site.scenarios, "checklist"), many(site.items, "item"));
    print::result(&match published.changed {
        true => format!("Built {counts} into {} (manifest {})", shown(&output), published.manifest),
        false => format!("Built {counts}; {} is up to date (manifest {})", shown(&output), published.manifest),
    })?;
    Ok(CLEAN)
}

/// "1 page", "2 pages"
pub(super) fn many(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

/// A path as one would type it.
fn shown(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}

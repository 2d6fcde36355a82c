//! `careguide build`: a site's folder to a published one.

use std::io;
use std::path::Path;

use super::args::{Build, Format};
use super::print::{self, Failure, many};
use super::problems::{self, Telling};
use super::{CLEAN, PROBLEMS};
use crate::base::Links;
use crate::disk::{self, Published};
use crate::session::{self, Site};

/// Builds and publishes; with an error, the old site stays as it was.
pub(super) fn run(args: &Build) -> Result<u8, Failure> {
    let links = if args.portable { Links::Portable } else { Links::Server };
    let options = args.common.options(links, args.base_url.as_deref())?;
    let inputs = disk::read(&args.common.root)?;
    let built = session::build(&inputs, &options);
    // Before anything is published: a warning that nobody could read stops the build.
    let output = args.output();
    let outcome = built.value.is_none().then(|| format!("nothing was published into {}", output.display()));
    let telling = Telling { format: Format::Human, quiet: args.common.quiet, outcome };
    problems::tell(&built.problems, &inputs, &telling)?;
    let Some(site) = built.value else { return Ok(PROBLEMS) };
    let published = disk::publish(&args.common.root, &output, &site.artifacts)?;
    if !args.common.quiet {
        tell(&site, &published, &output).map_err(|error| {
            let what = format!("the site is whole in {}, but that could not be printed: {error}", output.display());
            Failure::new(what, "look where the output of this command goes, or use `--quiet`")
        })?;
    }
    Ok(CLEAN)
}

/// One line: what was built, and where it is now.
fn tell(site: &Site, published: &Published, output: &Path) -> io::Result<()> {
    if !site.has_base_url {
        print::note("no base_url is set: the site has no sitemap and no canonical links")?;
    }
    let pages = match site.finder_pages {
        0 => many(site.pages, "page"),
        finder => format!("{} ({finder} of them the finder's)", many(site.pages, "page")),
    };
    let counts = [pages, many(site.scenarios, "checklist"), many(site.items, "item")].join(", ");
    let (output, manifest) = (output.display(), &published.manifest);
    print::result(&match (published.changed, &published.previous) {
        (true, None) => format!("Built {counts} into {output} (manifest {manifest})"),
        (true, Some(previous)) => {
            let previous = previous.display();
            format!("Built {counts} into {output} (manifest {manifest}); the site before it is in {previous}")
        }
        (false, _) => format!("Built {counts}; {output} is up to date (manifest {manifest})"),
    })
}

//! What can be typed. The only file that names `clap`'s derive.

use std::path::PathBuf;

use clap::{Args as Group, Parser, Subcommand};

use super::print::Failure;
use crate::base::{Date, Links, url};
use crate::resolve::Drafts;
use crate::session::Options;

/// Turns articles and decision metadata into a static guide that patients can decide by.
#[derive(Debug, Parser)]
#[command(name = "careguide", version, about, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "Run `careguide build` in the folder that holds site.toml; the site is then in public/.\n\
    Exit status: 0 all is well, 1 something is wrong in the content, 2 the program could not do its work.")]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build the guide into a folder that any web server can serve
    #[command(after_help = "Nothing is published while an error stands: the old site stays whole.")]
    Build(Build),
    /// Say all that is wrong with the guide, and publish nothing
    Check(Check),
}

#[derive(Debug, Group)]
pub(super) struct Build {
    #[command(flatten)]
    pub(super) common: Common,
    /// Where the site goes [default: public, in the site's folder]
    #[arg(short, long, value_name = "DIR")]
    pub(super) output_dir: Option<PathBuf>,
    /// Where the site will stand, such as https://guide.example.org/ [default: base_url in site.toml]
    #[arg(short = 'u', long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// Links end in index.html, so that the site works from a disk, without a server
    #[arg(long)]
    pub(super) portable: bool,
}

#[derive(Debug, Group)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) common: Common,
}

#[derive(Debug, Group)]
pub(super) struct Common {
    /// The folder that holds site.toml
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    pub(super) root: PathBuf,
    /// Include drafts, each marked as one
    #[arg(long)]
    pub(super) drafts: bool,
    /// The date by which allowances end, as YYYY-MM-DD; it changes no page [default: today, UTC]
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<String>,
    /// Print problems only
    #[arg(short, long)]
    pub(super) quiet: bool,
}

impl Common {
    /// The options of a build, with `--today` or the clock's date.
    pub(super) fn options(&self, links: Links, base_url: Option<&str>) -> Result<Options, Failure> {
        let today = match &self.today {
            Some(text) => Date::parse(text).ok_or_else(|| {
                Failure::new(format!("`--today {text}` is not a date"), "write it as year-month-day: 2026-11-20")
            })?,
            None => today()?,
        };
        if let Some(url) = base_url.filter(|url| url::base_url(url).is_none()) {
            let help = "write a whole address: https://guide.example.org/";
            return Err(Failure::new(format!("`--base-url {url}` is not the address of a site"), help));
        }
        let drafts = if self.drafts { Drafts::Shown } else { Drafts::Hidden };
        Ok(Options { drafts, base_url: base_url.map(str::to_owned), links, today })
    }
}

/// The date in UTC.
fn today() -> Result<Date, Failure> {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let days = now.ok().and_then(|since| i64::try_from(since.as_secs() / 86_400).ok());
    days.and_then(Date::from_days_since_1970).ok_or_else(|| {
        Failure::new("the clock of this computer is set to no date", "set it, or give the date with `--today`")
    })
}

//! What can be typed, and the help that explains it.
//!
//! The words are for people who have never used the program: `tests/cli` holds the help to what it says.
//! An option that is typed wrongly is told with the way to type it.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use clap::{Args as Group, Parser, Subcommand, ValueEnum};

use super::print::Failure;
use crate::base::{Date, Links, url};
use crate::check::Occasion;
use crate::resolve::Drafts;
use crate::session::Options;

/// Turns a folder of articles into a website that patients can decide by.
#[derive(Debug, Parser)]
#[command(name = "careguide", version, max_term_width = 100, arg_required_else_help = true)]
#[command(
    after_help = "A guide is a folder with site.toml (its settings) and content/ (its texts). In that folder,\n  \
    careguide check    names every mistake with its file, its line and what to type instead\n  \
    careguide build    puts the finished website into public/\n  \
    careguide serve    shows it in a browser while you write\n\n\
    Exit status: 0 done, 1 the guide has errors, 2 the program could not do its work."
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make the website, ready to put on any web server
    #[command(
        after_help = "While the guide has an error, nothing is published: the website that is there stays as it is.\n\
        Else it is replaced as a whole. A folder that careguide did not make is refused, never emptied.\n\n\
        Examples:\n  \
        careguide build\n  \
        careguide build --base-url https://guide.example.org/\n  \
        careguide build --portable --output-dir /media/stick/guide"
    )]
    Build(Build),
    /// Say what is wrong with the guide, and write nothing
    #[command(
        after_help = "For people, problems are drawn with the lines they stand in. For programs, they are the result:\n  \
        short   PATH:LINE:COLUMN: LEVEL[RULE]: MESSAGE (HELP), one line each, for an editor's list of errors\n  \
        json    one object on each line, notes included, with rule, level (error, warning, note), message,\n          \
        path, line, column, end_line, end_column, labels, notes and helps\n\
        Lines and columns count from 1, columns in characters.\n\n\
        Exit status: 0 no error, 1 errors (or warnings, with --deny-warnings), 2 the check could not be done.\n\n\
        Examples:\n  careguide check\n  careguide check --root my-guide --drafts\n  \
        careguide check --release --deny-warnings"
    )]
    Check(Check),
    /// Say in words what a change of a guide changes for its readers
    #[command(after_help = "OLD and NEW are folders with a guide each, such as a copy of last month and today's.\n\
        It compares what readers see: each checklist, its items and reading list, decisions and where they lead,\n\
        the words of every page, terms, sources, settings, and addresses that no longer answer.\n\n\
        Exit status: 0 compared, whether something changed or not, 1 one of the guides has errors, 2 they could\n\
        not be read.\n\n\
        Example:\n  careguide diff ../guide-of-october .")]
    Diff(Diff),
    /// Say what a rule finds, why that matters, and how to mend it
    #[command(after_help = "A report shows the name of the rule in square brackets: error[unknown-key]\n\n\
        Examples:\n  \
        careguide explain unknown-key\n  \
        careguide explain")]
    Explain(Explain),
    /// Make pages for editors and reviewers: every problem, every case, pictures, who gets what
    #[command(
        after_help = "Its pages are for those who make the guide, not for its readers: all that was found, notes and\n\
        guesses too; every case of the facts and what it leads to; pictures of the finder and of each\n\
        decision; who gets which article and item; reviews by the day they are due; reading levels.\n\
        They need no web server: open index.html. A folder that careguide did not make is refused, never\n\
        emptied.\n\n\
        Exit status: 0 made, 1 the guide has errors, 2 the program could not do its work.\n\n\
        Example:\n  careguide report --output-dir report"
    )]
    Report(Report),
    /// Put the website that was there before the last build back in its place
    #[command(
        after_help = "Each build keeps the website that it replaced, until the next build. The two change places: the one\n\
        that is there now is kept in turn. What is kept is proved first: every file there, every byte right.\n\n\
        Example:\n  careguide rollback"
    )]
    Rollback(Rollback),
    /// Say whether a published website is whole: every file there, every byte right, nothing extra
    #[command(
        after_help = "Run it before an upload, and after it on a copy fetched back from the host: an upload that broke off\n\
        half way is found. It reads site-manifest.json, which each build puts beside the pages.\n\n\
        Exit status: 0 whole, 1 not whole (a line for each file), 2 it could not be read.\n\n\
        Example:\n  careguide verify public"
    )]
    Verify(Verify),
    /// Show the guide in a browser while you write: every save, and what is wrong, at once
    #[command(
        after_help = "It watches site.toml, content/ and themes/, and writes nothing. Open pages follow by themselves,\n\
        and keep where you are, what is ticked and what is typed. While the guide has an error, they say so\n\
        and show the last good state. At /_desk/ lies the editors' desk: all problems, drafts, reviews,\n\
        reading levels, who gets what, pictures.\n\n\
        Only this computer can reach it, unless --interface says otherwise. Press Ctrl-C to end it.\n\n\
        Examples:\n  careguide serve --open\n  careguide serve --drafts --port 8080"
    )]
    Serve(Serve),
}

// The order of display is set, because `Common` would put its options before those of a command.
#[derive(Debug, Group)]
pub(super) struct Build {
    #[command(flatten)]
    pub(super) common: Common,
    /// Where the website goes [default: public, beside site.toml]
    #[arg(short, long = "output-dir", value_name = "DIR", display_order = 1)]
    pub(super) output: Option<PathBuf>,
    /// The address it will have. Its help is no doc comment: a bare address is none there.
    #[arg(short = 'u', long, value_name = "URL", display_order = 2)]
    #[arg(help = "The address it will have, such as https://guide.example.org/ [default: base_url of site.toml]")]
    pub(super) base_url: Option<String>,
    /// Make it work from a disk or a USB stick, without a web server
    #[arg(long, display_order = 3)]
    pub(super) portable: bool,
}

#[derive(Debug, Group)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) common: Common,
    /// How problems are told
    #[arg(long, value_enum, default_value = "human", hide_possible_values = true, display_order = 1)]
    #[arg(value_name = "human|short|json")]
    pub(super) format: Format,
    /// Judge it as for publishing: what only the date brings about, such as a review that is overdue, is an error
    #[arg(long, display_order = 2)]
    pub(super) release: bool,
    /// End with status 1 if there is a warning
    #[arg(long, display_order = 3)]
    pub(super) deny_warnings: bool,
}

#[derive(Debug, Group)]
pub(super) struct Diff {
    /// The guide as it was
    pub(super) old: PathBuf,
    /// The guide as it is now
    pub(super) new: PathBuf,
    /// Take drafts in
    #[arg(long)]
    pub(super) drafts: bool,
}

impl Diff {
    /// The options of a build; the date changes no page, so it is not asked for.
    pub(super) fn options(&self, links: Links) -> Result<Options, Failure> {
        options(self.drafts, None, links, None)
    }
}

/// How problems are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Human,
    Short,
    Json,
}

#[derive(Debug, Group)]
pub(super) struct Explain {
    /// The rule, as a report names it; without one, all rules are listed
    pub(super) rule: Option<String>,
}

#[derive(Debug, Group)]
pub(super) struct Report {
    #[command(flatten)]
    pub(super) common: Common,
    /// Where the report goes
    #[arg(short, long = "output-dir", value_name = "DIR", display_order = 1)]
    pub(super) output: PathBuf,
}

#[derive(Debug, Group)]
pub(super) struct Rollback {
    /// The folder that holds site.toml
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Where the website is [default: public, beside site.toml]
    #[arg(short, long = "output-dir", value_name = "DIR")]
    output: Option<PathBuf>,
}

impl Rollback {
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of the website: as given, or `public` in the site's folder.
    pub(super) fn output(&self) -> PathBuf {
        output(self.output.as_deref(), &self.root)
    }
}

#[derive(Debug, Group)]
pub(super) struct Verify {
    /// The folder of the website, such as public
    pub(super) folder: PathBuf,
}

#[derive(Clone, Debug, Group)]
pub(super) struct Serve {
    #[command(flatten)]
    pub(super) common: Common,
    /// Where a browser finds it; if the port is taken, the next free one is used
    #[arg(short, long, value_name = "PORT", default_value_t = 1111, display_order = 1)]
    pub(super) port: u16,
    /// From where it can be reached; 0.0.0.0 lets everybody in your network read it
    #[arg(short, long, value_name = "IP", default_value = "127.0.0.1", display_order = 2)]
    pub(super) interface: IpAddr,
    /// Open it in the browser
    #[arg(short = 'O', long, display_order = 3)]
    pub(super) open: bool,
    /// Look at all files again and again: for network drives, which do not tell of changes
    #[arg(long, display_order = 4)]
    pub(super) poll: bool,
}

#[derive(Clone, Debug, Group)]
pub(super) struct Common {
    /// The folder that holds site.toml
    #[arg(short, long, value_name = "DIR", default_value = ".", display_order = 0)]
    pub(super) root: PathBuf,
    /// Take drafts in, each marked as one
    #[arg(long, display_order = 4)]
    pub(super) drafts: bool,
    /// Judge the guide as of this date, such as 2026-11-20; no page of the website depends on it [default: today, UTC]
    #[arg(long, value_name = "DATE", display_order = 5)]
    pub(super) today: Option<String>,
    /// Print problems only
    #[arg(short, long, display_order = 6)]
    pub(super) quiet: bool,
}

impl Build {
    /// The folder of the website: as given, or `public` in the site's folder.
    pub(super) fn output(&self) -> PathBuf {
        output(self.output.as_deref(), &self.common.root)
    }
}

fn output(given: Option<&Path>, root: &Path) -> PathBuf {
    match given {
        Some(output) => output.to_path_buf(),
        // As one would type it, for messages: `public`, not `./public`.
        None if root == Path::new(".") => PathBuf::from("public"),
        None => root.join("public"),
    }
}

impl Common {
    /// The options of a build, with `--today` or the clock's date.
    pub(super) fn options(&self, links: Links, base_url: Option<&str>) -> Result<Options, Failure> {
        options(self.drafts, self.today.as_deref(), links, base_url)
    }
}

fn options(drafts: bool, date: Option<&str>, links: Links, base_url: Option<&str>) -> Result<Options, Failure> {
    let today = match date {
        Some(text) => Date::parse(text).ok_or_else(|| {
            Failure::new(format!("`--today {text}` is not a date"), "write it as year-month-day: 2026-11-20")
        })?,
        None => today()?,
    };
    if let Some(url) = base_url.filter(|url| url::base_url(url).is_none()) {
        let help = "write a whole address: https://guide.example.org/";
        return Err(Failure::new(format!("`--base-url {url}` is not the address of a site"), help));
    }
    let drafts = if drafts { Drafts::Shown } else { Drafts::Hidden };
    Ok(Options { drafts, base_url: base_url.map(str::to_owned), links, today, occasion: Occasion::Everyday })
}

/// The date in UTC.
fn today() -> Result<Date, Failure> {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let days = now.ok().and_then(|since| i64::try_from(since.as_secs() / 86_400).ok());
    days.and_then(Date::from_days_since_1970).ok_or_else(|| {
        Failure::new("the clock of this computer is set to no date", "set it, or give the date with `--today`")
    })
}

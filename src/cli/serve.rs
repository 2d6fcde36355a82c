//! `careguide serve`: the guide in a browser while it is written.
//!
//! One thread serves, this one watches and builds. It writes nothing, so a signal may end it at any time.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::thread;

use super::args::Serve;
use super::print::{self, Failure, many};
use super::{CLEAN, problems};
use crate::base::{InputPath, Links};
use crate::disk::{How, Watch};
use crate::report::{Diagnostic, Problems, Severity};
use crate::serve::{self, Bound, Screen, Shown};
use crate::session::{Options, Preview, Session};

/// How many files a line names.
const NAMED: usize = 3;

/// Serves until it is ended from outside.
pub(super) fn run(args: &Serve) -> Result<u8, Failure> {
    let options = args.common.options(Links::Server, None)?;
    let how = if args.poll { How::Poll } else { How::Events };
    let watch = Watch::start(&args.common.root, how)?;
    let bound = serve::bind(args.interface, args.port).map_err(|error| {
        let what = format!("cannot serve at {} from port {} on: {error}", args.interface, args.port);
        Failure::new(what, "name another port with `--port`, or leave `--interface` out")
    })?;
    let root = std::fs::canonicalize(&args.common.root).map(|root| root.to_string_lossy().into_owned());
    let root: Arc<str> = root.unwrap_or_else(|_| args.common.root.to_string_lossy().into_owned()).into();
    let mut desk = Desk { root, options: options.clone(), session: Session::new(options), told: BTreeSet::new() };
    let first = desk.session.update(watch.inputs());
    let (screen, view) = serve::screen(desk.shown(&first, &watch));
    greet(args, &bound, &first)?;
    desk.tell(args, &first, &[])?;
    let (args, url) = (args.clone(), bound.url());
    // When it ends, the screen is gone, and with it the server.
    let watching = thread::spawn(move || {
        if args.open && !print::in_browser(&url) {
            print::note(&format!("no browser could be opened: type {url} into one"))?;
        }
        desk.follow(&args, watch, screen)
    });
    serve::run(bound, view).map_err(|error| Failure::new(format!("cannot serve: {error}"), "start it again"))?;
    watching.join().unwrap_or_else(|_| Err(Failure::new("the preview ended", "start it again")))?;
    Ok(CLEAN)
}

/// Where it is, and what to know of that.
fn greet(args: &Serve, bound: &Bound, preview: &Preview) -> Result<(), Failure> {
    if let Some(taken) = bound.moved_from() {
        print::note(&format!("port {taken} is taken, so it is {}", bound.address().port()))?;
    }
    if bound.is_open() {
        print::warning(&format!(
            "everybody who reaches {} can read this preview{}",
            bound.address(),
            if args.common.drafts { ", drafts too" } else { "" }
        ))?;
    }
    let url = bound.url();
    let title = preview.guide().map_or_else(|| "the guide".to_owned(), |guide| format!("“{}”", guide.site.title));
    print::results(&format!("Serving {title} at {url} and the editors' desk at {url}_desk/ (Ctrl-C ends it)\n"))?;
    Ok(())
}

/// What goes on from one save to the next.
struct Desk {
    root: Arc<str>,
    options: Options,
    session: Session,
    /// The problems that were told last.
    told: BTreeSet<(InputPath, &'static str, String)>,
}

impl Desk {
    /// Builds at every change, and tells of it, until nobody can read that any more.
    fn follow(mut self, args: &Serve, mut watch: Watch, screen: Screen) -> Result<(), Failure> {
        loop {
            let look = watch.next(None);
            for notice in &look.notices {
                print::note(notice)?;
            }
            if look.trouble {
                match watch.trouble() {
                    Some(trouble) => print::failure(&Failure::new(trouble, "the preview stays as it is until then")),
                    None => print::note("all files can be read again")?,
                }
            }
            let preview = self.update(args, &watch)?;
            // First what browsers get, then the words about it.
            screen.show(self.shown(&preview, &watch));
            if !look.changed.is_empty() {
                self.tell(args, &preview, &look.changed)?;
            }
        }
    }

    /// What the files give now. On a new day, reviews are judged anew.
    fn update(&mut self, args: &Serve, watch: &Watch) -> Result<Preview, Failure> {
        let options = args.common.options(Links::Server, None)?;
        if options.today != self.options.today {
            let mut session = Session::new(options.clone());
            let preview = session.update(watch.inputs());
            // A session that has seen no good guide yet would have no page to show.
            if preview.is_current() {
                (self.options, self.session) = (options, session);
                return Ok(preview);
            }
        }
        Ok(self.session.update(watch.inputs()))
    }

    fn shown(&self, preview: &Preview, watch: &Watch) -> Shown {
        let notices = watch.trouble().map(|trouble| trouble.to_string()).into_iter().collect();
        Shown { preview: preview.clone(), root: self.root.clone(), notices }
    }

    /// What changed, which problems are new, and what came of it.
    fn tell(&mut self, args: &Serve, preview: &Preview, changed: &[InputPath]) -> Result<(), Failure> {
        if !changed.is_empty() && !args.common.quiet {
            print::results(&format!("Changed: {}\n", named(changed)))?;
        }
        let found = preview.problems().clone().without_notes();
        let key = |problem: &Diagnostic| (problem.place().path.clone(), problem.rule.name, problem.message.clone());
        let told: BTreeSet<_> = found.iter().map(key).collect();
        let is_new = |problem: &Diagnostic| !self.told.contains(&key(problem));
        let news = found.clone().only(is_new);
        problems::draw(&news, preview.inputs())?;
        self.told = told;
        if !args.common.quiet {
            print::results(&format!("{}\n", outcome(preview, &found, changed.is_empty())))?;
        }
        Ok(())
    }
}

/// "content/a.md, content/b.md and 3 more files"
fn named(changed: &[InputPath]) -> String {
    let names: Vec<&str> = changed.iter().take(NAMED).map(InputPath::as_str).collect();
    let names = names.join(", ");
    match changed.len().saturating_sub(NAMED) {
        0 => names,
        more => format!("{names} and {}", many(more, "more file").replace("more files", "more")),
    }
}

/// What came of a change, in one line.
fn outcome(preview: &Preview, found: &Problems, is_first: bool) -> String {
    let count = problems::count(found);
    if preview.is_current() {
        let rebuilt = preview.rebuilt();
        let files = many(rebuilt.parsed.len(), "file");
        let how = if rebuilt.resolved { "the guide put together" } else { "only words exchanged" };
        let built = if is_first { "Built" } else { "Rebuilt" };
        return format!("{built}: {files} read, {how}; {}", count.unwrap_or_else(|| "no problem".to_owned()));
    }
    let shows = match preview.guide() {
        Some(_) => "the last good pages stay",
        None => "no page can be shown yet",
    };
    debug_assert!(found.count(Severity::Error) > 0, "without an error there are pages");
    let not = if is_first { "Not built" } else { "Not rebuilt" };
    format!("{not}: {}; {shows}", count.unwrap_or_default())
}

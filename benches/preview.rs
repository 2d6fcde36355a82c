//! What the preview takes: `cargo bench --bench preview`, or with sizes of your own, `-- 100 500`.
//!
//! Writes a guide of so many articles, starts `careguide serve` on it as an author does, saves files as an editor
//! does, and asks for pages as a browser does. All times are seen from outside, in a client's hands: from the save
//! to the changed bytes. Times are medians, and say of how many; what else a machine does is in it, too.

#![expect(clippy::print_stdout, reason = "figures are for whoever runs it")]

mod corpus;

use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use corpus::Dice;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// How often each thing is done, if it takes no longer than this; once at least.
const STARTS: usize = 5;
const EDITS: usize = 41;
const BUDGET: Duration = Duration::from_secs(60);
/// How long pages are asked for, and by how many clients at once.
const LOAD: Duration = Duration::from_secs(5);
const CLIENTS: usize = 4;
/// How long nothing is done at all.
const REST: Duration = Duration::from_secs(21);
/// Nothing takes so long.
const LIMIT: Duration = Duration::from_secs(120);

fn main() -> Outcome<()> {
    let mut sizes: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
    }
    println!("{:<46}{}", "articles", sizes.iter().map(|size| format!("{size:>20}")).collect::<String>());
    let figures = sizes.into_iter().map(figures).collect::<Outcome<Vec<_>>>()?;
    let lines = figures.first().map_or(0, Vec::len);
    for line in 0..lines {
        let of_line: Vec<&(String, String)> = figures.iter().filter_map(|of_size| of_size.get(line)).collect();
        let name = of_line.first().map_or("", |(name, _)| name);
        println!("{name:<46}{}", of_line.iter().map(|(_, figure)| format!("{figure:>20}")).collect::<String>());
    }
    Ok(())
}

/// All figures of one size, with their names.
fn figures(articles: usize) -> Outcome<Vec<(String, String)>> {
    let folder = tempfile::tempdir()?;
    for (path, text) in corpus::files(articles) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().ok_or("a file without a folder")?)?;
        fs::write(path, text)?;
    }
    let mut site = Site { root: folder.path().to_path_buf(), articles, dice: Dice::new(articles), edits: 0 };

    let mut server = None;
    let starts = times(STARTS, || {
        // The one before ends before the next one starts.
        drop(server.take());
        let (ready, started) = Server::start(&site)?;
        server = Some(started);
        Ok(ready)
    })?;
    let server = server.ok_or("nothing was started")?;
    let at_first = server.memory("VmRSS:")?;
    let mut client = server.client()?;
    let body = times(EDITS, || site.edit(&mut client, Part::Body))?;
    let metadata = times(EDITS, || site.edit(&mut client, Part::Metadata))?;
    let (requests, bad, rebuilt) = load(&server, &mut site)?;
    let (resident, most) = (server.memory("VmRSS:")?, server.memory("VmHWM:")?);
    thread::sleep(Duration::from_secs(2));
    let before = server.used()?;
    thread::sleep(REST);
    let idle = (server.used()? - before) as f64 / REST.as_secs_f64();

    let mut figures = Vec::new();
    let mut add = |name: &str, figure: String| figures.push((name.to_owned(), figure));
    let of = |times: &[Duration]| format!("{} of {}", milliseconds(median(times)), times.len());
    add("ready", of(&starts));
    add("text saved to changed page served", of(&body));
    add("  nine of ten are within", milliseconds(part(&body, 9, 10)));
    add("metadata saved to changed page served", of(&metadata));
    add("  nine of ten are within", milliseconds(part(&metadata, 9, 10)));
    add("resident memory when ready", format!("{at_first} MB"));
    add("resident memory after all edits and requests", format!("{resident} MB"));
    add("  the most there was", format!("{most} MB"));
    add(&format!("requests a second, {CLIENTS} clients, while rebuilding"), format!("{requests:.0}"));
    add("  of them not answered with a page", format!("{bad}"));
    add("  edits of metadata shown meanwhile", format!("{rebuilt}"));
    add("processor while nothing happens", format!("{idle:.2} %"));
    Ok(figures)
}

/// How long something takes each time, done so often at most.
fn times(often: usize, mut what: impl FnMut() -> Outcome<Duration>) -> Outcome<Vec<Duration>> {
    let start = Instant::now();
    let mut times = vec![what()?];
    while times.len() < often && start.elapsed() < BUDGET {
        times.push(what()?);
    }
    Ok(times)
}

/// Which part of a file is edited.
#[derive(Clone, Copy)]
enum Part {
    Body,
    Metadata,
}

/// A guide in a folder, and who edits it.
struct Site {
    root: PathBuf,
    articles: usize,
    dice: Dice,
    edits: usize,
}

impl Site {
    /// Saves an article, and waits until its page has the new words.
    fn edit(&mut self, client: &mut Client, part: Part) -> Outcome<Duration> {
        // Neither in step with the full looks, nor at once after the last edit.
        thread::sleep(Duration::from_millis(100 + self.dice.below(900) as u64));
        let (page, path, text, words) = self.changed(part)?;
        client.get(&page)?;
        let start = Instant::now();
        save(&path, &text, self.edits.is_multiple_of(2))?;
        client.wait(&page, &words, start)
    }

    /// The page, the file, its new text, and words that only the new one has.
    fn changed(&mut self, part: Part) -> Outcome<(String, PathBuf, String, String)> {
        self.edits += 1;
        let number = self.dice.below(self.articles);
        let path = self.root.join(corpus::path(number));
        let text = fs::read_to_string(&path)?;
        let more = " and more".repeat(self.edits % 4);
        let (words, text) = match part {
            Part::Body => {
                let words = format!("This is what edit {} says{more}.", self.edits);
                let text = text.replacen("\n---\n\n", &format!("\n---\n\n{words} "), 1);
                (words, text)
            }
            Part::Metadata => {
                let words = format!("What edit {} says{more}: ", self.edits);
                let words = words.trim_end_matches(": ").to_owned();
                let (before, rest) = text.split_once("summary: ").ok_or("no summary")?;
                let (_, after) = rest.split_once('\n').ok_or("no end of the summary")?;
                (words.clone(), format!("{before}summary: {words}.\n{after}"))
            }
        };
        Ok((format!("/articles/{}/", corpus::name(number)), path, text, words))
    }
}

/// Saves as editors do: in place, or by putting another file in the place of this one.
fn save(path: &Path, text: &str, in_place: bool) -> Outcome<()> {
    if in_place {
        fs::write(path, text)?;
    } else {
        let half = path.with_extension("md.tmp");
        fs::write(&half, text)?;
        fs::rename(&half, path)?;
    }
    Ok(())
}

/// Pages asked for by several clients while one edit follows the other: requests a second, how many went wrong,
/// and how many edits were shown.
fn load(server: &Server, site: &mut Site) -> Outcome<(f64, usize, usize)> {
    let (done, bad) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let end = Arc::new(AtomicBool::new(false));
    let clients: Vec<_> = (0..CLIENTS)
        .map(|number| {
            let (done, bad, end) = (done.clone(), bad.clone(), end.clone());
            let (mut client, mut dice, articles) = (server.client()?, Dice::new(number), site.articles);
            Ok(thread::spawn(move || -> Outcome<()> {
                while !end.load(Ordering::Relaxed) {
                    let page = format!("/articles/{}/", corpus::name(dice.below(articles)));
                    let (status, body) = client.get(&page)?;
                    if status != 200 || !body.contains("</html>") {
                        bad.fetch_add(1, Ordering::Relaxed);
                    }
                    done.fetch_add(1, Ordering::Relaxed);
                }
                Ok(())
            }))
        })
        .collect::<Outcome<_>>()?;
    let mut client = server.client()?;
    let start = Instant::now();
    let mut rebuilt = 0;
    while start.elapsed() < LOAD {
        let (page, path, text, words) = site.changed(Part::Metadata)?;
        save(&path, &text, true)?;
        client.wait(&page, &words, Instant::now())?;
        rebuilt += 1;
    }
    let seconds = start.elapsed().as_secs_f64();
    let requests = done.load(Ordering::Relaxed) as f64 / seconds;
    end.store(true, Ordering::Relaxed);
    for client in clients {
        client.join().map_err(|_| "a client has panicked")??;
    }
    Ok((requests, bad.load(Ordering::Relaxed), rebuilt))
}

/// A running preview.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    /// Starts it, and says how long it took until it answered with a page.
    fn start(site: &Site) -> Outcome<(Duration, Server)> {
        let start = Instant::now();
        let mut process = Command::new(env!("CARGO_BIN_EXE_careguide"))
            .args(["serve", "--today", "2026-11-22", "--root"])
            .arg(&site.root)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut lines = BufReader::new(process.stdout.take().ok_or("no output")?).lines();
        let address = loop {
            let line = lines.next().ok_or("it ended before it served")??;
            if let Some((_, rest)) = line.split_once("http://") {
                break rest.split('/').next().unwrap_or_default().to_owned();
            }
        };
        let server = Server { process, address };
        // What it prints later is of no interest, but somebody has to read it.
        thread::spawn(move || lines.for_each(drop));
        let (status, _) = server.client()?.get(&format!("/articles/{}/", corpus::name(site.articles / 2)))?;
        if status != 200 {
            return Err(format!("the first page has status {status}").into());
        }
        Ok((start.elapsed(), server))
    }

    fn client(&self) -> Outcome<Client> {
        let stream = TcpStream::connect(&self.address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(LIMIT))?;
        Ok(Client { host: self.address.clone(), stream: BufReader::new(stream) })
    }

    /// Some kind of its memory, in megabytes.
    fn memory(&self, kind: &str) -> Outcome<usize> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix(kind)).ok_or("no such line")?;
        let kilobytes: usize = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kilobytes.div_ceil(1024))
    }

    /// How much of a processor it has used so far, in hundredths of a second.
    fn used(&self) -> Outcome<u64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.process.id()))?;
        let fields = stat.rsplit(')').next().unwrap_or_default().split(' ').skip(12).take(2);
        Ok(fields.map(|ticks| ticks.parse::<u64>().unwrap_or(0)).sum())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A browser's connection.
struct Client {
    host: String,
    stream: BufReader<TcpStream>,
}

impl Client {
    /// The status and the text of a page.
    fn get(&mut self, page: &str) -> Outcome<(u16, String)> {
        let request = format!("GET {page} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        self.stream.get_mut().write_all(request.as_bytes())?;
        let (mut status, mut length, mut line) = (0, 0, String::new());
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let words = line.trim_end();
            if words.is_empty() {
                break;
            }
            if let Some(rest) = words.strip_prefix("HTTP/1.1 ") {
                status = rest.split(' ').next().unwrap_or_default().parse()?;
            }
            if let Some((name, value)) = words.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse()?;
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok((status, String::from_utf8(body)?))
    }

    /// Asks for a page until it has these words; the time since `start`.
    fn wait(&mut self, page: &str, words: &str, start: Instant) -> Outcome<Duration> {
        while start.elapsed() < LIMIT {
            if self.get(page)?.1.contains(words) {
                return Ok(start.elapsed());
            }
            // The server needs a processor, too.
            thread::sleep(Duration::from_micros(200));
        }
        Err(format!("{page} never says {words:?}").into())
    }
}

fn median(times: &[Duration]) -> Duration {
    part(times, 1, 2)
}

/// The time within which so many of so many are.
fn part(times: &[Duration], of: usize, all: usize) -> Duration {
    let mut times = times.to_vec();
    times.sort();
    times.get(times.len() * of / all).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

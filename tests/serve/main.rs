//! The preview's server, spoken to in bytes: what it answers, to whom, and that no client can hurt another.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may stop at a surprise, in their helpers too")]

mod answers;
mod clients;
mod events;
mod guard;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream};
use std::path::Path;
use std::thread;
use std::time::Duration;

use careguide::base::{Date, InputPath, Links};
use careguide::check::Occasion;
use careguide::disk;
use careguide::input::Inputs;
use careguide::resolve::Drafts;
use careguide::serve::{self, Screen, Shown};
use careguide::session::{Options, Session};

/// Longer than anything may take here; only a failing test waits for it.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server that shows a guide; each test has its own.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) inputs: Inputs,
    session: Session,
    screen: Screen,
}

impl Server {
    /// Shows the guide that uses everything.
    pub(crate) fn new() -> Server {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/birth");
        Server::of(disk::read(&root).unwrap())
    }

    pub(crate) fn of(inputs: Inputs) -> Server {
        let mut session = Session::new(options());
        let bound = serve::bind(IpAddr::from([127, 0, 0, 1]), 0).unwrap();
        let address = bound.address();
        let (screen, view) = serve::screen(shown(&mut session, &inputs));
        thread::spawn(move || serve::run(bound, view).unwrap());
        Server { address, inputs, session, screen }
    }

    /// Changes files, as a save does, and shows what they give.
    pub(crate) fn save(&mut self, changes: &[(&str, &str)]) {
        for (path, text) in changes {
            self.inputs.insert(InputPath::new(*path), text.as_bytes());
        }
        self.screen.show(shown(&mut self.session, &self.inputs));
    }

    pub(crate) fn text(&self, path: &str) -> String {
        self.inputs.text(&InputPath::new(path)).unwrap().to_owned()
    }

    /// A connection that has said nothing yet.
    pub(crate) fn connect(&self) -> TcpStream {
        let socket = TcpStream::connect(self.address).unwrap();
        socket.set_read_timeout(Some(PATIENCE)).unwrap();
        socket.set_write_timeout(Some(PATIENCE)).unwrap();
        socket
    }

    /// Asks as a browser does, with further lines of the head.
    pub(crate) fn ask(&self, method: &str, path: &str, lines: &str) -> Answer {
        let own = format!("Host: {}\r\nConnection: close\r\n{lines}\r\n", self.address);
        self.say(format!("{method} {path} HTTP/1.1\r\n{own}").as_bytes())
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    /// Says these bytes, and hears all that comes back until the server hangs up.
    pub(crate) fn say(&self, bytes: &[u8]) -> Answer {
        let mut socket = self.connect();
        // It may hang up before all is said.
        let _ = socket.write_all(bytes);
        let mut heard = Vec::new();
        let _ = socket.read_to_end(&mut heard);
        Answer::of(&heard)
    }

    /// What an open tab hears.
    pub(crate) fn tab(&self, page: &str) -> Tab {
        let mut socket = self.connect();
        let head = format!("GET /_preview/events?page={page} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address);
        socket.write_all(head.as_bytes()).unwrap();
        Tab(BufReader::new(socket))
    }
}

/// What the files give in this session.
fn shown(session: &mut Session, inputs: &Inputs) -> Shown {
    Shown { preview: session.update(inputs), root: "/home/ann/guide".into(), notices: Vec::new() }
}

pub(crate) fn options() -> Options {
    Options {
        drafts: Drafts::Hidden,
        base_url: None,
        links: Links::Server,
        today: Date::parse("2026-11-22").unwrap(),
        occasion: Occasion::Everyday,
    }
}

/// An answer: 0 where there was none.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    fn of(heard: &[u8]) -> Answer {
        let end = heard.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(heard.len());
        let head = String::from_utf8(heard[..end].to_vec()).unwrap();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).map_or(0, |status| status.parse().unwrap());
        let line = |line: &str| line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned()));
        let body = heard.get(end + 4..).unwrap_or(&[]).to_vec();
        Answer { status, head: lines.filter_map(line).collect(), body }
    }

    /// The only line of this name in the head.
    pub(crate) fn line(&self, name: &str) -> Option<&str> {
        let mut found = self.head.iter().filter(|(known, _)| known == name);
        let first = found.next().map(|(_, value)| value.as_str());
        assert!(found.next().is_none(), "{name} stands twice: {:?}", self.head);
        first
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// An open tab: what the preview's script hears.
pub(crate) struct Tab(BufReader<TcpStream>);

impl Tab {
    /// The next thing that it is told; pulses are passed over.
    pub(crate) fn told(&mut self) -> serde_json::Value {
        let mut is_told = false;
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the stream ended");
            match line.trim_end().split_once(": ") {
                Some(("event", "told")) => is_told = true,
                Some(("data", data)) if is_told => return serde_json::from_str(data).unwrap(),
                _ => {}
            }
        }
    }
}

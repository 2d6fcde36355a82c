//! The preview's server: shows a guide that is being edited to the browsers of this computer.
//!
//! Beside `disk` and `cli` the only module that reaches out: it touches sockets and nothing else. It promises:
//!
//! - No request opens a file. What is served is one immutable [`Preview`], replaced as a whole by [`Screen::show`].
//! - Every request is asked for whom it is (`guard`): only addresses of this server, only reading, no other site.
//! - Browsers get the bytes that a build would write, and, in pages, one line that names the preview's script
//!   (`page`): no theme and no build knows of it.
//! - A tab is told to reload if the bytes of its own page changed, and else left alone (`events`).
//!
//! No client can hurt another: one that sends nothing is closed, the oldest of too many is closed, and each
//! page is made apart from the thread that listens.

mod answer;
mod desk;
mod editor;
mod events;
mod excerpt;
mod guard;
mod http;
mod listen;
mod page;
mod told;

use std::sync::Arc;

use tokio::sync::watch;

pub use http::run;
pub use listen::{Bound, bind};

use crate::session::Preview;

/// What browsers are shown at one moment.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The guide: its pages and its problems.
    pub preview: Preview,
    /// The folder of the guide, from the root of the disk, for links that open a file in an editor.
    pub root: Arc<str>,
    /// What could not be read or watched, a sentence each.
    pub notices: Vec<String>,
}

/// Where the newest state of the guide is put, so that browsers see it.
#[derive(Debug)]
pub struct Screen(watch::Sender<Shown>);

/// What the server sees of it.
#[derive(Debug)]
pub struct View(watch::Receiver<Shown>);

/// A screen that shows `first`, and the view of it that a server needs.
pub fn screen(first: Shown) -> (Screen, View) {
    let (sender, receiver) = watch::channel(first);
    (Screen(sender), View(receiver))
}

impl Screen {
    /// Shows this from now on. Open tabs are told at once.
    pub fn show(&self, shown: Shown) {
        self.0.send_replace(shown);
    }
}

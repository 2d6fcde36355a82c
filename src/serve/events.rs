//! What a tab hears while it is open: how things are at first, then each change that concerns it.
//!
//! Only the newest state is ever told, so a tab that reads slowly misses what is over, and holds nothing up.

use std::time::Duration;

use hyper::body::Bytes;
use tokio::sync::{mpsc, watch};

use super::{Shown, told};

/// How often an open tab hears that the server is still there.
const PULSE: Duration = Duration::from_secs(10);

/// The events for the tab that shows `path`.
pub(super) fn events(shown: watch::Receiver<Shown>, path: String) -> mpsc::Receiver<Bytes> {
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(tell(shown, path, sender));
    receiver
}

async fn tell(mut view: watch::Receiver<Shown>, path: String, tab: mpsc::Sender<Bytes>) {
    let mut last = None;
    loop {
        let shown = view.borrow_and_update().clone();
        let path = path.clone();
        let Ok(told) = tokio::task::spawn_blocking(move || told::told(&shown, &path)).await else { return };
        if last.as_ref() != Some(&told) {
            let event = format!("event: told\ndata: {}\n\n", told.json());
            last = Some(told);
            if tab.send(event.into()).await.is_err() {
                return;
            }
        }
        loop {
            tokio::select! {
                changed = view.changed() => match changed {
                    Ok(()) => break,
                    // The program ends.
                    Err(_) => return,
                },
                () = tab.closed() => return,
                () = tokio::time::sleep(PULSE) => {
                    if tab.send(Bytes::from_static(b"event: pulse\ndata:\n\n")).await.is_err() {
                        return;
                    }
                }
            }
        }
    }
}

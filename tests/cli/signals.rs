//! Ended from outside: the site that is there is whole, and nothing half-made stays.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::{Guide, seen};

/// Paths and bytes of the published site.
fn published(guide: &Guide) -> BTreeMap<String, Vec<u8>> {
    seen(&guide.path("public")).into_iter().map(|(path, (bytes, ..))| (path, bytes)).collect()
}

fn stages(guide: &Guide) -> Vec<String> {
    guide.beside().into_iter().filter(|name| name.starts_with(".public.stage-")).collect()
}

/// Changes the guide, starts a build and sends it a signal while it writes. Returns how it ended:
/// `Some(signal)`, or `None` if it was faster.
fn interrupted(guide: &Guide, signal: &str, round: usize) -> Option<i32> {
    guide.put("content/files/round.txt", &format!("{signal} {round}"));
    let mut build = guide.command(&["build"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let status = loop {
        if let Some(status) = build.try_wait().unwrap() {
            break status;
        }
        if stages(guide).is_empty() {
            thread::sleep(Duration::from_micros(200));
            continue;
        }
        Command::new("kill").args(["-s", signal, &build.id().to_string()]).status().unwrap();
        break build.wait().unwrap();
    };
    assert!(status.signal().is_some() || status.code() == Some(0), "{status}");
    status.signal()
}

#[test]
fn a_build_that_is_ended_leaves_the_old_site_and_the_next_one_cleans_up() {
    let guide = Guide::new();
    // Enough files that writing them takes a while.
    for number in 0..1500 {
        guide.put(&format!("content/files/data/{number}.txt"), &format!("{number}"));
    }
    guide.put("content/files/round.txt", "first");
    guide.run(&["build"]).ends_with(0);
    for (signal, number) in [("INT", 2), ("TERM", 15), ("HUP", 1), ("KILL", 9)] {
        let caught = (0..20).any(|round| {
            let before = published(&guide);
            let ended = interrupted(&guide, signal, round);
            let after = published(&guide);
            match ended {
                Some(by) => {
                    assert_eq!(by, number);
                    let new = fs::read_to_string(guide.path("content/files/round.txt")).unwrap();
                    let whole = after == before || after["round.txt"] == new.as_bytes() && after.len() == before.len();
                    assert!(whole, "neither the old site nor the new one after SIG{signal}");
                }
                None => assert_ne!(after, before),
            }
            ended.is_some()
        });
        assert!(caught, "SIG{signal} never came while a stage was there");
        guide.run(&["build"]).ends_with(0);
        assert_eq!(guide.beside(), [".public.lock", ".public.previous", "public"], "after SIG{signal}");
        assert_eq!(guide.text("public/round.txt"), guide.text("content/files/round.txt"));
    }
}

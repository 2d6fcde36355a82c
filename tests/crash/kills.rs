//! Kills at random moments, while readers read.

use std::fs;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::dice::Dice;
use crate::place::{Place, Version};
use crate::sizes::size;

#[test]
fn readers_never_meet_anything_else_while_builds_are_killed() {
    let place = Place::new();
    let start = Instant::now();
    place.heal(Version::Old, "the first");
    let usual = usize::try_from(start.elapsed().as_micros()).unwrap();
    let (done, reads) = (AtomicBool::new(false), AtomicUsize::new(0));
    let (mut killed, mut finished) = (0, 0);
    thread::scope(|scope| {
        // Pages that both versions have.
        for page in ["index.html", "articles/rest/index.html", "scenarios/fell/index.html"] {
            let (place, done, reads) = (&place, &done, &reads);
            scope.spawn(move || {
                while !done.load(Ordering::Relaxed) {
                    let bytes = fs::read(place.path("public").join(page)).unwrap();
                    assert!(bytes == place.old[page].0 || bytes == place.new[page].0, "{page}");
                    reads.fetch_add(1, Ordering::Relaxed);
                    thread::sleep(Duration::from_micros(50));
                }
            });
        }
        // Readers stop also when the test does.
        let _end = End(&done);
        let mut dice = Dice::new(9);
        for round in 0..size("random-kills") {
            place.write(*dice.pick(&[Version::Old, Version::New]));
            let mut build = place.command(&[]);
            let mut build =
                build.args(["build", "--quiet"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            thread::sleep(Duration::from_micros(dice.below(usual).try_into().unwrap()));
            build.kill().unwrap();
            match build.wait().unwrap().code() {
                None => killed += 1,
                Some(status) => {
                    assert_eq!(status, 0);
                    finished += 1;
                }
            }
            place.whole(&format!("kill {round}"));
        }
    });
    place.heal(Version::New, "after all kills");
    println!(
        "{killed} builds killed at random moments, {finished} were faster; {} reads, all whole",
        reads.into_inner()
    );
    assert!(killed * 2 > finished, "the kills came too late");
}

/// Ends the readers when it goes.
struct End<'a>(&'a AtomicBool);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

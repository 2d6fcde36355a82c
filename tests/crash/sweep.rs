//! Makes the first, second, third … system call of each kind fail, or kills the program at it.

use std::fs;
use std::process::{Command, Stdio};

use crate::place::{Place, Version, not_run};

/// Kinds of calls, and how each of them fails.
const FAILING: &[(&str, &str)] = &[
    ("openat", "EMFILE"),
    ("read", "EIO"),
    ("write", "ENOSPC"),
    ("mkdir,mkdirat", "ENOSPC"),
    ("chmod,fchmod,fchmodat,?fchmodat2", "EPERM"),
    ("link,linkat", "EMLINK"),
    ("rename,renameat,renameat2", "EIO"),
    ("syncfs,fsync,fdatasync", "EIO"),
    ("unlink,unlinkat,rmdir", "EACCES"),
    ("getdents64", "EIO"),
    ("flock", "ENOLCK"),
    ("ftruncate", "EIO"),
    ("stat,lstat,fstat,newfstatat,statx", "EIO"),
];

/// Kinds of calls that change something on the disk.
const CHANGING: &[&str] = &[
    "openat",
    "write",
    "mkdir,mkdirat",
    "chmod,fchmod,fchmodat,?fchmodat2",
    "link,linkat",
    "rename,renameat,renameat2",
    "syncfs,fsync,fdatasync",
    "unlink,unlinkat,rmdir",
    "ftruncate",
];

/// Whether faults can be put into another program's system calls here.
fn allowed() -> bool {
    let tried = Command::new("strace").args(["-f", "-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    let allowed = tried.is_ok_and(|status| status.success());
    if !allowed {
        not_run("failing system calls", "strace cannot trace a program");
    }
    allowed
}

/// Builds `New` over `Old` with a fault at each call of a kind, one after the other. Returns how many there were.
fn sweep(place: &Place, calls: &str, fault: &str) -> usize {
    for number in 1.. {
        let what = format!("{calls}:{fault}, call {number}");
        place.write(Version::New);
        let log = place.path("trace.log");
        let inject = format!("inject={calls}:{fault}:when={number}");
        let (log_word, trace) = (log.to_str().unwrap().to_owned(), format!("trace={calls}"));
        let strace = ["strace", "-f", "-qq", "-o", &log_word, "-e", &trace, "-e", &inject];
        let built = place.command(&strace).args(["build", "--quiet", "--today", "2026-11-22"]).output().unwrap();
        let text = fs::read_to_string(&log).unwrap();
        fs::remove_file(&log).unwrap();
        let told = String::from_utf8_lossy(&built.stderr);
        let found = place.whole(&what);
        let hit = text.contains("(INJECTED)") || text.contains("+++ killed by SIGKILL +++");
        match built.status.code() {
            Some(0) => assert_eq!(found, Version::New, "{what}: said to be done"),
            // Calls are counted in each thread: the report itself can be the one that fails.
            Some(2) => assert!(told.starts_with("error: ") || calls == "write" && told.is_empty(), "{what}: {told}"),
            // The system's own loader, before the program began.
            Some(127) => assert!(told.contains("error while loading shared libraries"), "{what}: {told}"),
            // strace ends as the program did.
            None => assert!(fault.starts_with("signal"), "{what}: {told}"),
            Some(status) => panic!("{what}: status {status}: {told}"),
        }
        place.heal(Version::Old, &what);
        if !hit {
            assert_eq!(built.status.code(), Some(0), "{what}: {told}");
            return number - 1;
        }
    }
    0
}

#[test]
fn a_system_call_that_fails_leaves_the_old_site_or_the_new_one_whole() {
    if !allowed() {
        return;
    }
    let place = Place::new();
    let mut all = 0;
    for (calls, error) in FAILING {
        let faults = sweep(&place, calls, &format!("error={error}"));
        assert!(faults > 0, "{calls} is never called");
        println!("{faults} calls of {calls} failed with {error}, one at a time");
        all += faults;
    }
    println!("{all} failing system calls: the old site or the new one, whole, and the next build mends the rest");
}

#[test]
fn a_kill_at_any_step_leaves_the_old_site_or_the_new_one_whole() {
    if !allowed() {
        return;
    }
    let place = Place::new();
    let mut all = 0;
    for calls in CHANGING {
        let kills = sweep(&place, calls, "signal=SIGKILL");
        println!("{kills} kills at calls of {calls}");
        all += kills;
    }
    println!("{all} kills: the old site or the new one, whole, and the next build mends the rest");
}

//! This program, run again: as another user, with another umask or home, or to hold the lock.
//!
//! The umask and the user belong to the whole process, and tests share one.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::Duration;
use std::{env, thread};

use careguide::disk::{DiskError, publish, read};

use crate::{Site, small};

/// Not tests of their own: each does nothing unless `again` asks for it.
fn asked() -> Option<PathBuf> {
    env::var_os("CAREGUIDE_TEST_ROOT").map(PathBuf::from)
}

fn tell<T>(result: Result<T, DiskError>, done: &str) {
    let text = result.map_or_else(|error| error.to_string(), |_| done.to_owned());
    fs::write(env::var_os("CAREGUIDE_TOLD").unwrap(), text).unwrap();
}

#[test]
fn child_read() {
    if let Some(root) = asked() {
        tell(read(&root), "read");
    }
}

#[test]
fn child_publish() {
    if let Some(root) = asked() {
        tell(publish(&root, &root.join("public"), &small()), "published");
    }
}

#[test]
fn child_publish_closed() {
    if let Some(root) = asked() {
        tell(publish(&root, &root.join("closed/public"), &small()), "published");
    }
}

#[test]
fn child_lock() {
    if let Some(root) = asked() {
        let lock = File::create(root.join(".public.lock")).unwrap();
        lock.lock().unwrap();
        let held = env::var_os("CAREGUIDE_HELD").unwrap();
        File::create(&held).unwrap();
        let hold = env::var("CAREGUIDE_HOLD_MS").map_or(700, |text| text.parse().unwrap());
        thread::sleep(Duration::from_millis(hold));
        fs::write(held, "about to end").unwrap();
    }
}

/// This program, to run one of the children.
pub(crate) fn program(site: &Site, child: &str, umask: Option<&str>) -> Command {
    // Copied to where any user may run it.
    let program = site.folder.path().join("program");
    if !program.exists() {
        fs::copy(env::current_exe().unwrap(), &program).unwrap();
    }
    fs::set_permissions(site.folder.path(), Permissions::from_mode(0o777)).unwrap();
    let mut command = Command::new("sh");
    command.args(["-c", "umask \"$1\"; shift; exec \"$@\"", "sh", umask.unwrap_or("022")]);
    command.arg(program).args(["--exact", &format!("again::{child}")]);
    command.env("CAREGUIDE_TEST_ROOT", site.root()).env("CAREGUIDE_TOLD", site.folder.path().join("told"));
    command
}

/// Runs a child and gives what it told.
pub(crate) fn again(site: &Site, child: &str, umask: Option<&str>, change: impl FnOnce(&mut Command)) -> String {
    let told = site.folder.path().join("told");
    // Made here, so that a strict umask of the child does not lock us out.
    fs::write(&told, "").unwrap();
    fs::set_permissions(&told, Permissions::from_mode(0o666)).unwrap();
    let mut command = program(site, child, umask);
    change(&mut command);
    let Output { status, stdout, stderr } = command.output().unwrap();
    let said = String::from_utf8_lossy(&stdout) + String::from_utf8_lossy(&stderr);
    assert!(status.success(), "{said}");
    site.cut(&fs::read_to_string(told).unwrap())
}

/// Runs a child as somebody whom modes bind: as ourselves, or as `nobody` if we are root.
pub(crate) fn as_an_author(site: &Site, child: &str) -> String {
    let root = fs::metadata(site.folder.path()).unwrap().uid() == 0;
    again(site, child, None, |command| {
        if root {
            command.uid(65534).gid(65534);
        }
    })
}

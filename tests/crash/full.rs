//! Full disks, small limits and read-only places: told in words, and the old site stays.

use std::fs;
use std::process::{Command, Output, Stdio};

use crate::place::{Place, Version, not_run};

const BUILD: &str = "build --quiet --today 2026-11-22";

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Runs shell commands where a disk of any size can be made without rights: in namespaces of its own.
fn on_a_disk_of_its_own(place: &Place, script: &str) -> Option<Output> {
    let tried = Command::new("unshare").args(["-Urm", "true"]).stderr(Stdio::null()).status();
    if !tried.is_ok_and(|status| status.success()) {
        not_run("a disk of its own", "user namespaces are closed");
        return None;
    }
    let mut command = Command::new("unshare");
    command.args(["-Urm", "sh", "-ec", script, env!("CARGO_BIN_EXE_careguide")]);
    command.current_dir(place.path("")).stdin(Stdio::null());
    Some(command.output().unwrap())
}

#[test]
fn a_full_disk_is_told_and_the_old_site_stays() {
    let place = Place::new();
    place.write(Version::New);
    // The guide on a disk that has room for its site once, and for half of it a second time.
    let script = format!(
        "mkdir disk && mount -t tmpfs -o size=4m tmpfs disk && mkdir disk/guide
         cp -a site.toml content public disk/guide && cd disk/guide && cp -a public before
         dd if=/dev/zero of=../filler bs=1k count=100000 2>/dev/null || true
         truncate -s -8k ../filler
         status=0; \"$0\" {BUILD} || status=$?
         diff -r before public && rm ../filler && test -z \"$(ls -d .public.stage-* 2>/dev/null)\"
         \"$0\" {BUILD} && \"$0\" verify public >&2
         exit $((status + 40))"
    );
    let Some(output) = on_a_disk_of_its_own(&place, &script) else { return };
    let told = told(&output);
    assert_eq!(output.status.code(), Some(42), "{told}");
    assert!(told.contains(": the disk is full\n"), "{told}");
    assert!(
        told.contains("public is whole: ") || String::from_utf8_lossy(&output.stdout).contains("public is whole: ")
    );
}

#[test]
fn a_read_only_disk_is_told_and_the_old_site_stays() {
    let place = Place::new();
    place.write(Version::New);
    let script = format!("mount --bind . . && cd \"$PWD\" && mount -o remount,ro,bind . && \"$0\" {BUILD}");
    let Some(output) = on_a_disk_of_its_own(&place, &script) else { return };
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    assert!(told(&output).contains("the file system is read-only"), "{}", told(&output));
    assert_eq!(place.whole("read-only"), Version::Old);
    place.heal(Version::New, "read-only");
}

#[test]
fn small_limits_are_told_and_the_old_site_stays() {
    let place = Place::new();
    // The size of a file, in blocks of 512 bytes; and open files at once.
    for (limit, words) in [("trap '' XFSZ; ulimit -f 4", "cannot write "), ("ulimit -n 5", "cannot ")] {
        place.write(Version::New);
        let script = format!("{limit}; exec \"$@\" {BUILD}");
        let output = place.command(&["sh", "-c", &script, "sh"]).output().unwrap();
        let told = told(&output);
        match output.status.code() {
            Some(2) => {
                assert!(told.starts_with("error: ") && told.contains(words), "{limit}: {told}");
                assert_eq!(place.whole(limit), Version::Old);
            }
            other => panic!("{limit}: {other:?}: {told}"),
        }
        place.heal(Version::Old, limit);
    }
    assert!(fs::exists(place.path("public/index.html")).unwrap());
}

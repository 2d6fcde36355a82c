//! What is read of a site's folder, and what is refused by name.

use std::fs::{self, File, Permissions};
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use careguide::base::InputPath;
use careguide::disk::read;

use crate::Site;
use crate::again::as_an_author;

#[test]
fn a_site_is_its_settings_its_content_and_its_themes() {
    let site = Site::new();
    site.put("content/index.md", "home");
    site.put("notes/private.md", "not of the site");
    site.put("public/index.html", "not an input");
    fs::create_dir(site.path("content/empty")).unwrap();
    let wanted = ["content/articles/knee.md", "content/index.md", "site.toml", "themes/own/page.html"];
    assert_eq!(site.read().unwrap(), wanted);
    let inputs = read(&site.root()).unwrap();
    assert_eq!(inputs.text(&InputPath::new("content/index.md")), Some("home"));
}

#[test]
fn a_site_needs_no_themes() {
    let site = Site::new();
    fs::remove_dir_all(site.path("themes")).unwrap();
    assert_eq!(site.read().unwrap(), ["content/articles/knee.md", "site.toml"]);
}

#[test]
fn litter_is_passed_over_whatever_it_is() {
    let site = Site::new();
    site.put("content/.DS_Store", "");
    site.put("content/.git/config", "");
    site.put("content/articles/knee.md~", "");
    // Emacs locks a file with a link that leads nowhere.
    symlink("jane@host.4711:1", site.path("content/articles/.#knee.md")).unwrap();
    assert_eq!(site.read().unwrap(), ["content/articles/knee.md", "site.toml", "themes/own/page.html"]);
}

#[test]
fn a_missing_root_settings_or_content_is_named() {
    let site = Site::new();
    fs::remove_dir_all(site.path("content")).unwrap();
    let wanted = "cannot read the guide's texts in \"content\": it is not there\n  \
                  = help: make a folder named content beside site.toml: the guide's texts go there";
    assert_eq!(site.read().unwrap_err(), wanted);
    fs::remove_file(site.path("site.toml")).unwrap();
    let wanted = "cannot read the settings in \"site.toml\": it is not there\n  \
                  = help: run it in the folder that holds site.toml, or name that folder with --root";
    assert_eq!(site.read().unwrap_err(), wanted);
    fs::remove_dir_all(site.root()).unwrap();
    assert_eq!(site.read().unwrap_err(), "cannot read the site's folder \"ROOT\": it is not there");
    fs::write(site.root(), "").unwrap();
    assert_eq!(site.read().unwrap_err(), "cannot read the site's folder \"ROOT\": it is not a folder");
}

#[test]
fn content_that_is_a_file_is_no_folder() {
    let site = Site::new();
    fs::remove_dir_all(site.path("content")).unwrap();
    site.put("content", "");
    assert_eq!(site.read().unwrap_err(), "cannot read the folder \"content\": it is a file, not a folder");
}

#[test]
fn links_are_refused_and_not_followed() {
    let help = "\n  = help: put a copy of the file itself there, or remove it";
    let wanted = |path| format!("refused to read {path:?}: it is a symlink, and only regular files are read{help}");
    let site = Site::new();
    symlink("/etc/passwd", site.path("content/articles/leak.md")).unwrap();
    assert_eq!(site.read().unwrap_err(), wanted("content/articles/leak.md"));
    let site = Site::new();
    symlink("..", site.path("content/circle")).unwrap();
    assert_eq!(site.read().unwrap_err(), wanted("content/circle"));
    let site = Site::new();
    fs::rename(site.path("content"), site.path("real")).unwrap();
    symlink("real", site.path("content")).unwrap();
    assert_eq!(site.read().unwrap_err(), wanted("content"));
    let site = Site::new();
    fs::rename(site.path("site.toml"), site.path("real.toml")).unwrap();
    symlink("real.toml", site.path("site.toml")).unwrap();
    assert_eq!(site.read().unwrap_err(), wanted("site.toml"));
    let site = Site::new();
    symlink("nowhere", site.path("themes/lost")).unwrap();
    assert_eq!(site.read().unwrap_err(), wanted("themes/lost"));
}

#[test]
fn a_root_may_be_reached_by_a_link() {
    let site = Site::new();
    let link = site.folder.path().join("link");
    symlink(site.root(), &link).unwrap();
    assert_eq!(read(&link).unwrap().iter().count(), 3);
}

#[test]
fn pipes_sockets_and_devices_are_refused_at_once() {
    let help = "\n  = help: put a copy of the file itself there, or remove it";
    let site = Site::new();
    assert!(Command::new("mkfifo").arg(site.path("content/pipe.md")).status().unwrap().success());
    let wanted = "refused to read \"content/pipe.md\": it is a pipe, and only regular files are read";
    assert_eq!(site.read().unwrap_err(), format!("{wanted}{help}"));
    let site = Site::new();
    let _listener = std::os::unix::net::UnixListener::bind(site.path("content/socket.md")).unwrap();
    let wanted = "refused to read \"content/socket.md\": it is a socket, and only regular files are read";
    assert_eq!(site.read().unwrap_err(), format!("{wanted}{help}"));
    let site = Site::new();
    fs::remove_file(site.path("site.toml")).unwrap();
    assert!(Command::new("mkfifo").arg(site.path("site.toml")).status().unwrap().success());
    let wanted = "refused to read \"site.toml\": it is a pipe, and only regular files are read";
    assert_eq!(site.read().unwrap_err(), format!("{wanted}{help}"));
}

#[test]
fn a_name_that_is_not_utf8_is_refused() {
    let site = Site::new();
    File::create(site.path("content").join(std::ffi::OsStr::from_bytes(b"caf\xe9.md"))).unwrap();
    let wanted = "cannot read \"content/caf\\xE9.md\": its name is not valid UTF-8\n  \
                  = help: rename it: letters, digits and hyphens are safe everywhere";
    assert_eq!(site.read().unwrap_err(), wanted);
}

#[test]
fn what_must_not_be_read_is_named_with_its_mode() {
    let site = Site::new();
    let file = site.path("content/articles/knee.md");
    fs::set_permissions(&file, Permissions::from_mode(0o000)).unwrap();
    let told = as_an_author(&site, "child_read");
    assert_eq!(told, "cannot read \"content/articles/knee.md\": permission denied (its mode is 0000)");
    fs::set_permissions(site.path("content/articles"), Permissions::from_mode(0o000)).unwrap();
    let told = as_an_author(&site, "child_read");
    assert_eq!(told, "cannot read the folder \"content/articles\": permission denied (its mode is 0000)");
    fs::set_permissions(site.path("content/articles"), Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_file_that_is_written_meanwhile_is_read_whole() {
    let site = Site::new();
    let path = site.path("content/long.md");
    let text = |letter: &str| letter.repeat(200_000);
    fs::write(&path, text("a")).unwrap();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut longer = text("a");
            while !done.load(Ordering::Relaxed) {
                longer.push('a');
                let half = site.folder.path().join("half");
                fs::write(&half, &longer).unwrap();
                fs::rename(&half, &path).unwrap();
                File::options().append(true).open(&path).unwrap().write_all(b"\n").unwrap();
            }
        });
        for _ in 0..50 {
            // Read whole, or said that it changes all the time: never a part of one and a part of another.
            if let Ok(inputs) = read(&site.root()) {
                let text = inputs.text(&InputPath::new("content/long.md")).unwrap();
                assert!(text.len() >= 200_000 && text.trim_end_matches('\n').bytes().all(|byte| byte == b'a'));
            }
        }
        done.store(true, Ordering::Relaxed);
    });
}

//! What is published, and what readers, umasks, kills and other builds can do to it: nothing.

use std::fs::{self, Permissions};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use careguide::base::Artifact;
use careguide::disk::{MANIFEST, Published};

use crate::again::{again, program};
use crate::{Site, artifact, seen, small};

#[test]
fn a_site_is_published_whole_with_a_manifest_anybody_can_check() {
    let site = Site::new();
    let published = site.publish(&small()).unwrap();
    assert_eq!((published.files, published.bytes, published.changed), (2, 16, true));
    let manifest = fs::read_to_string(site.path("public/site-manifest.json")).unwrap();
    let version = env!("CARGO_PKG_VERSION");
    let wanted = format!(
        r#"{{
  "format": 1,
  "generator": "careguide {version}",
  "files": [
    {{
      "path": "articles/knee/index.html",
      "size": 8,
      "sha256": "d46f2c90bc90635ebf6f2d6156ab1cc6f915fbf02cb55347741d682e7eb74a08"
    }},
    {{
      "path": "index.html",
      "size": 8,
      "sha256": "ee93fb0f341de4c46365cdf44ace2c6d156c41cafb511ffd55d2a1ae2ebd6509"
    }}
  ]
}}
"#
    );
    assert_eq!(manifest, wanted);
    let mut sum = Command::new("sha256sum").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    sum.stdin.take().unwrap().write_all(manifest.as_bytes()).unwrap();
    let sum = String::from_utf8(sum.wait_with_output().unwrap().stdout).unwrap();
    assert!(sum.starts_with(&published.manifest) && published.manifest.len() == 12);
    let names: Vec<String> = seen(&site.path("public")).into_keys().collect();
    assert_eq!(names, ["", "articles", "articles/knee", "articles/knee/index.html", "index.html", MANIFEST]);
    assert_eq!(site.beside(), [".public.lock", "public"]);
}

#[test]
fn the_order_in_which_files_are_given_does_not_matter() {
    let (one, other) = (Site::new(), Site::new());
    let mut reversed = small();
    reversed.reverse();
    assert_eq!(one.publish(&small()).unwrap(), other.publish(&reversed).unwrap());
}

#[test]
fn a_deleted_page_is_gone_and_a_changed_one_new() {
    let site = Site::new();
    site.publish(&small()).unwrap();
    let published = site.publish(&[artifact("index.html", "<h1>New home"), artifact("parts/index.html", "")]).unwrap();
    assert!(published.changed);
    let public = seen(&site.path("public"));
    let names: Vec<&str> = public.keys().map(String::as_str).collect();
    assert_eq!(names, ["", "index.html", "parts", "parts/index.html", MANIFEST]);
    assert_eq!(public["index.html"].0, b"<h1>New home");
    assert_eq!(site.beside(), [".public.lock", ".public.previous", "public"]);
}

#[test]
fn the_same_site_again_touches_nothing() {
    let site = Site::new();
    let first = site.publish(&small()).unwrap();
    let before = seen(&site.path("public"));
    let second = site.publish(&small()).unwrap();
    assert_eq!(second, Published { changed: false, ..first });
    assert_eq!(seen(&site.path("public")), before);
}

#[test]
fn what_somebody_changed_in_the_output_is_put_right() {
    let site = Site::new();
    let public = site.path("public");
    let plain = |_: ()| seen(&public).into_iter().map(|(name, seen)| (name, (seen.0, seen.1))).collect::<Vec<_>>();
    site.publish(&small()).unwrap();
    let wanted = plain(());
    let page = public.join("index.html");
    let edits: [&dyn Fn(); 6] = [
        &|| fs::write(&page, "<h1>Hame").unwrap(),
        &|| fs::write(&page, "<h1>Home and more").unwrap(),
        &|| fs::remove_file(&page).unwrap(),
        &|| fs::set_permissions(&page, Permissions::from_mode(0o600)).unwrap(),
        &|| fs::set_permissions(public.join("articles"), Permissions::from_mode(0o700)).unwrap(),
        &|| fs::remove_dir_all(public.join("articles")).unwrap(),
    ];
    for (number, edit) in edits.iter().enumerate() {
        edit();
        assert!(site.publish(&small()).unwrap().changed, "edit {number}");
        assert_eq!(plain(()), wanted, "edit {number}");
        assert!(!site.publish(&small()).unwrap().changed, "edit {number}");
    }
}

#[test]
fn what_systems_and_hosts_leave_is_let_pass() {
    let site = Site::new();
    site.put("public/.nojekyll", "");
    assert!(site.publish(&small()).unwrap().changed);
    assert!(!site.path("public/.nojekyll").exists());
    site.put("public/articles/.DS_Store", "");
    site.put("public/Thumbs.db", "");
    site.put("public/desktop.ini", "");
    assert!(!site.publish(&small()).unwrap().changed);
    assert!(site.path("public/Thumbs.db").exists());
}

#[test]
fn folders_above_the_output_are_made() {
    let site = Site::new();
    site.publish_into("dist/new/site/", &small()).unwrap();
    assert!(site.path("dist/new/site/index.html").exists());
    assert!(site.path("dist/new/.site.lock").exists());
}

#[test]
fn an_empty_folder_is_taken() {
    let site = Site::new();
    fs::create_dir(site.path("public")).unwrap();
    assert!(site.publish(&small()).unwrap().changed);
    assert_eq!(site.beside(), [".public.lock", "public"]);
}

#[test]
fn modes_are_ours_whatever_the_umask() {
    for umask in ["000", "077", "777"] {
        let site = Site::new();
        // A lock that this umask would let nobody open again is of no interest here.
        site.put(".public.lock", "");
        let told = again(&site, "child_publish", Some(umask), |_| {});
        assert_eq!(told, "published", "umask {umask}");
        for (name, (_, mode, ..)) in seen(&site.path("public")) {
            let wanted = if site.path("public").join(&name).is_dir() { 0o755 } else { 0o644 };
            assert_eq!(mode, wanted, "{name:?}, umask {umask}");
        }
    }
}

#[test]
fn stages_of_killed_builds_are_collected_and_nothing_else() {
    let site = Site::new();
    site.put(".public.stage-aB3dE5gH7jK9/articles/knee.html", "half");
    site.put(".public.stage-000000000000/index.html", "half");
    let kept =
        [".other.stage-aB3dE5gH7jK9", ".public.stage-", ".public.stage-of-my-own", ".public.stage-aB3dE5gH7jK9x"];
    for name in kept {
        site.put(&format!("{name}/file"), "kept");
    }
    symlink("content", site.path(".public.stage-linklinklink")).unwrap();
    site.publish(&small()).unwrap();
    let mut wanted: Vec<&str> = kept.to_vec();
    wanted.extend([".public.lock", ".public.stage-linklinklink", "public"]);
    wanted.sort_unstable();
    assert_eq!(site.beside(), wanted);
    assert!(site.path("content/articles/knee.md").exists());
    // Even if there is nothing new to publish.
    site.put(".public.stage-aB3dE5gH7jK9/index.html", "half");
    assert!(!site.publish(&small()).unwrap().changed);
    assert_eq!(site.beside(), wanted);
}

#[test]
fn a_second_build_waits_for_the_first() {
    let site = Site::new();
    let held = site.folder.path().join("held");
    let mut child = program(&site, "child_lock", None);
    let mut child = child.env("CAREGUIDE_HELD", &held).stdout(Stdio::null()).spawn().unwrap();
    while !held.exists() {
        assert!(child.try_wait().unwrap().is_none(), "the holder ended early");
        thread::sleep(Duration::from_millis(10));
    }
    site.publish(&small()).unwrap();
    assert_eq!(fs::read_to_string(&held).unwrap(), "about to end", "it did not wait");
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_killed_build_leaves_no_lock() {
    let site = Site::new();
    let held = site.folder.path().join("held");
    let mut child = program(&site, "child_lock", None);
    let mut child =
        child.env("CAREGUIDE_HELD", &held).env("CAREGUIDE_HOLD_MS", "60000").stdout(Stdio::null()).spawn().unwrap();
    while !held.exists() {
        thread::sleep(Duration::from_millis(10));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let start = Instant::now();
    site.publish(&small()).unwrap();
    assert!(start.elapsed() < Duration::from_secs(8));
}

#[test]
fn builds_at_once_end_with_one_whole_site() {
    let site = Site::new();
    let sites: Vec<Vec<Artifact>> = (0..4)
        .map(|build| (0..20).map(|page| artifact(&format!("{page}/index.html"), &format!("build {build}"))).collect())
        .collect();
    thread::scope(|scope| {
        for artifacts in &sites {
            scope.spawn(|| site.publish(artifacts).unwrap());
        }
    });
    let pages: Vec<Vec<u8>> =
        (0..20).map(|page| fs::read(site.path(&format!("public/{page}/index.html"))).unwrap()).collect();
    assert!(pages.iter().all(|page| *page == pages[0]));
    assert_eq!(site.beside(), [".public.lock", ".public.previous", "public"]);
}

#[test]
fn a_reader_never_meets_a_gap_or_a_mixture() {
    let site = Site::new();
    let version = |number: usize| vec![artifact("index.html", &format!("version {number}"))];
    site.publish(&version(0)).unwrap();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut reads = 0;
            while !done.load(Ordering::Relaxed) {
                let page = fs::read_to_string(site.path("public/index.html")).unwrap();
                assert!(page.starts_with("version "), "{page:?}");
                reads += 1;
            }
            reads
        });
        for number in 1..20 {
            site.publish(&version(number)).unwrap();
        }
        done.store(true, Ordering::Relaxed);
        assert!(reader.join().unwrap() > 0);
    });
}

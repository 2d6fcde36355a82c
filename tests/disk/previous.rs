//! The site before the present one: kept, told from strangers, and put back.

use std::fs;
use std::os::unix::fs::MetadataExt;

use careguide::base::Artifact;

use crate::{Site, artifact, seen};

fn site_of(home: &str) -> Vec<Artifact> {
    vec![artifact("about/index.html", "<h1>About"), artifact("index.html", home)]
}

/// What lies in a folder, by name and bytes.
fn bytes(site: &Site, folder: &str) -> Vec<(String, Vec<u8>)> {
    seen(&site.path(folder)).into_iter().map(|(name, seen)| (name, seen.0)).collect()
}

#[test]
fn the_site_before_is_kept_until_the_next_build() {
    let site = Site::new();
    assert_eq!(site.publish(&site_of("one")).unwrap().previous, None);
    let one = bytes(&site, "public");
    let second = site.publish(&site_of("two")).unwrap();
    assert_eq!(second.previous, Some(site.path(".public.previous")));
    assert_eq!(bytes(&site, ".public.previous"), one);
    let two = bytes(&site, "public");
    // Nothing new: nothing changes, and what is kept stays kept.
    assert_eq!(site.publish(&site_of("two")).unwrap().previous, None);
    assert_eq!(bytes(&site, ".public.previous"), one);
    site.publish(&site_of("three")).unwrap();
    assert_eq!(bytes(&site, ".public.previous"), two);
    assert_eq!(site.beside(), [".public.lock", ".public.previous", "public"]);
}

#[test]
fn an_unchanged_file_is_the_same_file_and_a_changed_one_is_not() {
    let site = Site::new();
    site.publish(&site_of("one")).unwrap();
    let before = fs::metadata(site.path("public/about/index.html")).unwrap();
    site.publish(&site_of("two")).unwrap();
    let after = fs::metadata(site.path("public/about/index.html")).unwrap();
    assert_eq!((after.ino(), after.mtime(), after.mtime_nsec()), (before.ino(), before.mtime(), before.mtime_nsec()));
    let inode = |folder: &str| fs::metadata(site.path(folder).join("index.html")).unwrap().ino();
    assert_ne!(inode("public"), inode(".public.previous"));
}

#[test]
fn a_file_that_somebody_changed_is_written_anew_not_shared() {
    let site = Site::new();
    site.publish(&site_of("one")).unwrap();
    site.put("public/about/index.html", "<h1>Abuse");
    site.publish(&site_of("two")).unwrap();
    assert_eq!(fs::read(site.path("public/about/index.html")).unwrap(), b"<h1>About");
}

#[test]
fn a_rollback_and_another_one() {
    let site = Site::new();
    let first = site.publish(&site_of("one")).unwrap();
    let second = site.publish(&site_of("two")).unwrap();
    let (one, two) = (bytes(&site, ".public.previous"), bytes(&site, "public"));
    let back = site.rollback().unwrap();
    assert_eq!((back.manifest, back.files, back.bytes), (first.manifest, first.files, first.bytes));
    assert_eq!((bytes(&site, "public"), bytes(&site, ".public.previous")), (one.clone(), two.clone()));
    assert_eq!(site.rollback().unwrap().manifest, second.manifest);
    assert_eq!((bytes(&site, "public"), bytes(&site, ".public.previous")), (two, one));
}

#[test]
fn a_site_that_was_deleted_by_hand_comes_back() {
    let site = Site::new();
    site.publish(&site_of("one")).unwrap();
    site.publish(&site_of("two")).unwrap();
    fs::remove_dir_all(site.path("public")).unwrap();
    site.rollback().unwrap();
    assert_eq!(fs::read(site.path("public/index.html")).unwrap(), b"one");
    assert_eq!(site.beside(), [".public.lock", "public"]);
}

#[test]
fn without_a_site_from_before_there_is_no_way_back() {
    let site = Site::new();
    let wanted = "cannot go back from \"public\": no site from before is kept beside it\n  \
                  = help: only the last build can be taken back; publish an older copy of the guide with `careguide build`";
    assert_eq!(site.rollback().unwrap_err(), wanted);
    site.publish(&site_of("one")).unwrap();
    assert_eq!(site.rollback().unwrap_err(), wanted);
}

#[test]
fn what_is_not_whole_any_more_is_not_put_back() {
    let site = Site::new();
    site.publish(&site_of("one")).unwrap();
    site.publish(&site_of("two")).unwrap();
    site.put(".public.previous/index.html", "ode");
    let now = bytes(&site, "public");
    let wanted = "cannot go back to \".public.previous\": it is not whole any more: \
                  index.html: it has other bytes than were published\n  \
                  = help: publish an older copy of the guide with `careguide build`";
    assert_eq!(site.rollback().unwrap_err(), wanted);
    assert_eq!(bytes(&site, "public"), now);
}

#[test]
fn a_folder_of_somebody_else_in_the_place_of_the_site_before_is_refused_first() {
    let site = Site::new();
    site.publish(&site_of("one")).unwrap();
    site.put(".public.previous/thesis.txt", "years of work");
    let before = bytes(&site, "public");
    let wanted = "refused to publish into \".public.previous\": it holds \"thesis.txt\", and no site-manifest.json: \
                  careguide did not make it\n  \
                  = help: name another folder with --output-dir, or move what is in this one elsewhere";
    assert_eq!(site.publish(&site_of("two")).unwrap_err(), wanted);
    assert_eq!(bytes(&site, "public"), before);
    assert_eq!(fs::read(site.path(".public.previous/thesis.txt")).unwrap(), b"years of work");
}

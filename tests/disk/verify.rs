//! A published folder held against its manifest: each way in which it can be wrong, with its exact line.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::sizes::size;
use crate::{Site, artifact, small};

/// What `verify` says of the published folder, a line each.
fn told(site: &Site) -> Vec<String> {
    let verified = careguide::disk::verify(&site.path("public")).unwrap();
    verified.findings.iter().map(ToString::to_string).collect()
}

#[test]
fn a_site_as_it_was_published_is_whole() {
    let site = Site::new();
    let published = site.publish(&small()).unwrap();
    let verified = careguide::disk::verify(&site.path("public")).unwrap();
    assert_eq!(
        (verified.files, verified.bytes, verified.manifest),
        (published.files, published.bytes, published.manifest)
    );
    assert_eq!(verified.findings, []);
    // Hosts and systems leave these; a checkout to publish from is a repository.
    site.put("public/.nojekyll", "");
    site.put("public/.git/HEAD", "");
    assert_eq!(told(&site), <[&str; 0]>::default());
}

#[test]
fn each_way_to_be_wrong_has_its_line() {
    let site = Site::new();
    let pages = ["a", "b", "c", "d", "e", "f/page"].map(|name| artifact(&format!("{name}.html"), "<h1>Knee"));
    site.publish(&pages).unwrap();
    let public = site.path("public");
    fs::remove_file(public.join("a.html")).unwrap();
    site.put("public/b.html", "<h1>Kne!");
    site.put("public/c.html", "<h1>");
    fs::remove_file(public.join("d.html")).unwrap();
    symlink("e.html", public.join("d.html")).unwrap();
    fs::set_permissions(public.join("e.html"), Permissions::from_mode(0o600)).unwrap();
    fs::set_permissions(public.join("f"), Permissions::from_mode(0o750)).unwrap();
    site.put("public/old/index.html", "of last year");
    let wanted = [
        "a.html: it is not there",
        "b.html: it has other bytes than were published",
        "c.html: it has 4 bytes, and 8 were published",
        "d.html: it is a symlink, not a file",
        "e.html: a web server cannot read it: its mode is 0600",
        "f: a web server cannot look into it: its mode is 0750",
        "old: careguide did not make it",
        "old/index.html: careguide did not make it",
    ];
    assert_eq!(told(&site), wanted);
}

#[test]
fn a_folder_without_a_manifest_cannot_be_judged() {
    let site = Site::new();
    site.put("public/index.html", "");
    let failed = || site.cut(&careguide::disk::verify(&site.path("public")).unwrap_err().to_string());
    let wanted = "cannot read \"public/site-manifest.json\": it is not there\n  \
                  = help: name the folder of a published site: `careguide build` puts the manifest there";
    assert_eq!(failed(), wanted);
    site.put("public/site-manifest.json", "{\"format\": 9}");
    let wanted = "cannot trust \"public/site-manifest.json\": it has format 9, and this careguide knows format 1 only\n  \
                  = help: build the site again, and upload it again";
    assert_eq!(failed(), wanted);
}

/// Any one byte of any page, changed to any other.
#[test]
fn every_single_changed_byte_is_found() {
    let site = Site::new();
    let pages: Vec<_> =
        (0..8).map(|page| artifact(&format!("{page}.html"), &format!("<h1>Page {page}</h1>"))).collect();
    site.publish(&pages).unwrap();
    let edits = (0..pages.len(), 0..15_usize, 1..=255_u8);
    let mut runner = TestRunner::new_with_rng(
        Config::with_cases(size("changed-bytes").try_into().unwrap()),
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let run = runner.run(&edits, |(page, at, flip)| {
        let path = site.path(&format!("public/{}", pages[page].path));
        let whole = fs::read(&path).unwrap();
        let mut changed = whole.clone();
        changed[at] ^= flip;
        fs::write(&path, &changed).unwrap();
        assert_eq!(told(&site), [format!("{}: it has other bytes than were published", pages[page].path)]);
        fs::write(&path, &whole).unwrap();
        Ok(())
    });
    run.unwrap();
    assert_eq!(told(&site), <[&str; 0]>::default());
}

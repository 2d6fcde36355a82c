//! Where nothing is published, in which words that is said, and that nothing there was touched.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;

use careguide::disk::publish;

use crate::again::{again, as_an_author};
use crate::{Site, artifact, seen, small};

const ELSEWHERE: &str =
    "\n  = help: name another folder with --output-dir: one that is new, empty, or made by careguide";

#[test]
fn places_that_hold_the_site_are_refused() {
    let site = Site::new();
    let refused = |why: &str| format!("{why}{ELSEWHERE}");
    let above = site.folder.path().display().to_string();
    let outside = publish(&site.root(), site.folder.path(), &small()).unwrap_err().to_string();
    let root = site.root();
    let why = format!("refused to publish into {above:?}: the site's own folder {root:?} lies in it");
    assert_eq!(outside, refused(&why));
    let top = publish(&site.root(), Path::new("/"), &small()).unwrap_err().to_string();
    assert_eq!(top, refused("refused to publish into \"/\": it is the top of the file system"));
    assert_eq!(site.refusal("."), refused("refused to publish into \".\": it is the site's own folder"));
    let around = "refused to publish into \"public/..\": it is the site's own folder";
    fs::create_dir(site.path("public")).unwrap();
    assert_eq!(site.refusal("public/.."), refused(around));
    for name in ["content", "themes"] {
        let why = format!("refused to publish into {name:?}: it is the site's {name} folder");
        assert_eq!(site.refusal(name), refused(&why));
        let inside = format!("{name}/deep/public");
        let why = format!("refused to publish into {inside:?}: it lies in the site's {name} folder");
        assert_eq!(site.refusal(&inside), refused(&why));
        assert!(!site.path(&inside).parent().unwrap().exists());
    }
    assert_eq!(site.beside(), ["public"]);
}

#[test]
fn the_home_folder_is_refused() {
    let site = Site::new();
    let told = again(&site, "child_publish", None, |command| {
        command.env("HOME", site.path("public"));
    });
    // A home that does not exist yet is nobody's.
    assert_eq!(told, "published");
    let told = again(&site, "child_publish", None, |command| {
        command.env("HOME", site.path("public"));
    });
    assert_eq!(told, format!("refused to publish into \"public\": it is your home folder{ELSEWHERE}"));
}

#[test]
fn folders_that_we_did_not_make_are_refused() {
    let site = Site::new();
    let other = "\n  = help: name another folder with --output-dir, or move what is in this one elsewhere";
    for name in ["a.txt", "b.txt", "c.txt", "d/e.txt", "d/f.txt"] {
        site.put(&format!("public/{name}"), name);
    }
    let before = seen(&site.path("public"));
    let why = "refused to publish into \"public\": it holds \"a.txt\", \"b.txt\", \"c.txt\" and 2 more, \
               and no site-manifest.json: careguide did not make it";
    assert_eq!(site.refusal("public"), format!("{why}{other}"));
    assert_eq!(seen(&site.path("public")), before);

    fs::create_dir_all(site.path("mine/drafts")).unwrap();
    let why =
        "refused to publish into \"mine\": it holds \"drafts/\", and no site-manifest.json: careguide did not make it";
    assert_eq!(site.refusal("mine"), format!("{why}{other}"));
}

#[test]
fn links_files_and_repositories_are_refused() {
    let site = Site::new();
    fs::create_dir(site.path("real")).unwrap();
    symlink("real", site.path("link")).unwrap();
    let why = "refused to publish into \"link\": it is a symlink\n  \
               = help: name the folder that it leads to with --output-dir";
    assert_eq!(site.refusal("link"), why);
    assert_eq!(site.refusal("link/").replace("link/", "link"), why);
    assert_eq!(fs::read_dir(site.path("real")).unwrap().count(), 0);
    site.put("file", "kept");
    assert_eq!(site.refusal("file"), "refused to publish into \"file\": it is a file, not a folder");
    assert_eq!(fs::read_to_string(site.path("file")).unwrap(), "kept");
    for name in [".git", ".hg"] {
        let site = Site::new();
        site.publish(&small()).unwrap();
        fs::create_dir(site.path("public").join(name)).unwrap();
        let why = format!(
            "refused to publish into \"public\": it is the top folder of a repository: it holds {name:?}\n  \
             = help: name a folder inside the repository, or outside, with --output-dir"
        );
        assert_eq!(site.refusal("public"), why);
        assert!(site.path("public").join(name).exists());
    }
}

type Plant<'a> = &'a dyn Fn(&Path);

#[test]
fn a_stranger_in_the_output_is_named_and_kept() {
    let help = "\n  = help: move that elsewhere; a file that belongs to the site goes into content/files/";
    let plants: [(&str, Plant); 5] = [
        ("thesis.pdf", &|path| fs::write(path, "").unwrap()),
        ("articles/knee/old.html", &|path| fs::write(path, "").unwrap()),
        ("uploads/", &|path| fs::create_dir(path).unwrap()),
        ("index.html", &|path| {
            fs::remove_file(path).unwrap();
            symlink("/etc/passwd", path).unwrap();
        }),
        ("index.html/", &|path| {
            fs::remove_file(path.components().as_path()).unwrap();
            fs::create_dir(path).unwrap();
        }),
    ];
    for (name, plant) in plants {
        let site = Site::new();
        site.publish(&small()).unwrap();
        plant(&site.path("public").join(name));
        let before = fs::symlink_metadata(site.path("public").join(name)).unwrap().ino();
        let why = format!("refused to publish into \"public\": it holds {name:?}, which careguide did not make{help}");
        assert_eq!(site.refusal("public"), why);
        assert_eq!(fs::symlink_metadata(site.path("public").join(name)).unwrap().ino(), before);
    }
}

#[test]
fn a_manifest_that_cannot_be_trusted_is_refused() {
    let help = "\n  = help: if careguide made it, delete the folder and build again; if not, name another folder \
                with --output-dir, or move what is in this one elsewhere";
    let cases = [
        ("{\"format\": 2}", "has format 2, and this careguide knows format 1 only"),
        ("{\"format\": 1", "is damaged: EOF while parsing an object at line 1 column 12"),
        ("", "is damaged: EOF while parsing a value at line 1 column 0"),
        ("{\"format\":1,\"generator\":\"hugo 1\",\"files\":[]}", "was made by \"hugo 1\", not by careguide"),
    ];
    for (manifest, reason) in cases {
        let site = Site::new();
        site.publish(&small()).unwrap();
        site.put("public/site-manifest.json", manifest);
        let before = seen(&site.path("public"));
        let why = format!("refused to publish into \"public\": its site-manifest.json {reason}{help}");
        assert_eq!(site.refusal("public"), why);
        assert_eq!(seen(&site.path("public")), before);
    }
}

#[test]
fn files_of_the_site_that_cannot_stand_together_leave_the_old_site() {
    let cases = [
        (["a", "a/b"], "a", "the site also has a folder of this path"),
        (["a", "a"], "a", "two files of the site have this path"),
        (["a", "site-manifest.json"], "site-manifest.json", "that is the name of the manifest"),
        (["../a", "b"], "../a", "it is not a plain path below the output"),
        (["/a", "b"], "/a", "it is not a plain path below the output"),
    ];
    let site = Site::new();
    site.publish(&small()).unwrap();
    let before = seen(&site.path("public"));
    for (paths, path, reason) in cases {
        let artifacts = paths.map(|path| artifact(path, "new"));
        let shown = site.path("public").join(path);
        let wanted = site.cut(&format!("cannot write {shown:?}: {reason}"));
        assert_eq!(site.publish(&artifacts).unwrap_err(), wanted);
        assert_eq!(seen(&site.path("public")), before);
    }
}

#[test]
fn a_failure_while_writing_leaves_the_old_site_and_no_stage() {
    let site = Site::new();
    site.publish(&small()).unwrap();
    let before = seen(&site.path("public"));
    let long = format!("articles/{}.html", "k".repeat(300));
    let told = site.publish(&[artifact("articles/a.html", "new"), artifact(&long, "new")]).unwrap_err();
    let reason = "the name is too long, or not one that the file system takes";
    assert_eq!(told, format!("cannot write \"public/{long}\": {reason}"));
    assert_eq!(seen(&site.path("public")), before);
    assert_eq!(site.beside(), [".public.lock", "public"]);
}

#[test]
fn a_place_that_takes_no_folder_is_named_with_its_mode() {
    let site = Site::new();
    fs::create_dir(site.path("closed")).unwrap();
    fs::set_permissions(site.path("closed"), Permissions::from_mode(0o555)).unwrap();
    let told = as_an_author(&site, "child_publish_closed");
    assert_eq!(told, "cannot make the lock of the output in \"closed\": permission denied (its mode is 0555)");
}

//! `careguide verify` and `careguide rollback`: is the published site whole, and the way back.

use std::fs;

use crate::{Guide, article};

/// The mark of the site that lies in a folder.
fn mark(out: &str) -> &str {
    out.split_once("(manifest ").unwrap().1.split_once(')').unwrap().0
}

#[test]
fn a_published_site_is_whole_until_somebody_touches_it() {
    let guide = Guide::new();
    let built = guide.run(&["build"]).ends_with(0);
    let mark = mark(&built.out);
    let ran = guide.run(&["verify", "public"]).ends_with(0);
    assert_eq!(ran.err, "");
    let files =
        walkdir::WalkDir::new(guide.path("public")).into_iter().filter(|e| e.as_ref().unwrap().path().is_file());
    assert_eq!(ran.out, format!("public is whole: {} files (manifest {mark})\n", files.count() - 1));
    let page = guide.text("public/index.html");
    guide.put("public/index.html", &page.replacen("Knees", "Knaes", 1));
    fs::remove_file(guide.path("public/404.html")).unwrap();
    let told = "404.html: it is not there\nindex.html: it has other bytes than were published\n";
    let ended = "public is not whole: 2 findings; upload it again, all of it, or build it again\n";
    guide.run(&["verify", "public"]).ends_with(1).prints(told, ended);
    guide.run(&["build"]).ends_with(0);
    guide.run(&["verify", "public"]).ends_with(0);
}

#[test]
fn what_is_no_published_site_cannot_be_verified() {
    let guide = Guide::new();
    let told = "error: cannot read \"content/site-manifest.json\": it is not there\n  \
                = help: name the folder of a published site: `careguide build` puts the manifest there\n";
    guide.run(&["verify", "content"]).ends_with(2).prints("", told);
}

#[test]
fn the_last_build_can_be_taken_back() {
    let guide = Guide::new();
    let first = guide.run(&["build"]).ends_with(0);
    let told = "error: cannot go back from \"public\": no site from before is kept beside it\n  \
                = help: only the last build can be taken back; publish an older copy of the guide with `careguide build`\n";
    guide.run(&["rollback"]).ends_with(2).prints("", told);
    guide.put("content/articles/rest.md", &article("Rest your knee", "Put your leg down."));
    let second = guide.run(&["build"]).ends_with(0);
    assert!(second.out.ends_with("; the site before it is in .public.previous\n"), "{}", second.out);
    let back = guide.run(&["rollback"]).ends_with(0);
    let files = guide.run(&["verify", "public"]).ends_with(0).out;
    let files = files.split_once(": ").unwrap().1.split_once(" files").unwrap().0.to_owned();
    let told = format!(
        "The site from before is in public again: {files} files (manifest {}); a second rollback undoes this\n",
        mark(&first.out)
    );
    assert_eq!((back.out, back.err), (told, String::new()));
    assert!(guide.text("public/articles/rest/index.html").contains("Put your leg up."));
    guide.run(&["rollback", "--root", "."]).ends_with(0);
    assert!(guide.text("public/articles/rest/index.html").contains("Put your leg down."));
    assert_eq!(guide.beside(), [".public.lock", ".public.previous", "public"]);
}

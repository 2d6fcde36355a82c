//! Help that a newcomer understands, and usage errors.

use crate::Guide;

/// The text with every run of blanks as one: what it says, not where its lines break.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(text: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(flat(text).contains(sentence), "does not say {sentence:?}:\n{text}");
    }
}

#[test]
fn the_help_tells_a_newcomer_what_it_is_and_how_to_begin() {
    let guide = Guide::new();
    let ran = guide.run(&["--help"]).ends_with(0);
    assert_eq!(ran.err, "");
    assert!(ran.out.starts_with("Turns a folder of articles into a website that patients can decide by\n"));
    says(
        &ran.out,
        &[
            "Usage: careguide <COMMAND>",
            "build Make the website, ready to put on any web server",
            "check Say what is wrong with the guide, and write nothing",
            "explain Say what a rule finds, why that matters, and how to mend it",
            "serve Show the guide in a browser while you write: every save, and what is wrong, at once",
            "report Make pages for editors and reviewers: every problem, every case, pictures, who gets what",
            "rollback Put the website that was there before the last build back in its place",
            "verify Say whether a published website is whole: every file there, every byte right, nothing extra",
            "A guide is a folder with site.toml (its settings) and content/ (its texts).",
            "careguide build puts the finished website into public/",
            "Exit status: 0 done, 1 the guide has errors, 2 the program could not do its work.",
        ],
    );
    assert_eq!(guide.run(&["-h"]).ends_with(0).out, ran.out);
    assert_eq!(guide.run(&["help"]).ends_with(0).out, ran.out);
    assert!(ran.out.lines().all(|line| line.chars().count() <= 100));
}

#[test]
fn each_command_explains_its_options() {
    let guide = Guide::new();
    let build = guide.run(&["build", "--help"]).ends_with(0);
    says(
        &build.out,
        &[
            "-r, --root <DIR> The folder that holds site.toml [default: .]",
            "-o, --output-dir <DIR> Where the website goes [default: public, beside site.toml]",
            "-u, --base-url <URL> The address it will have, such as https://guide.example.org/",
            "--portable Make it work from a disk or a USB stick, without a web server",
            "--drafts Take drafts in, each marked as one",
            "--today <DATE> Judge the guide as of this date, such as 2026-11-20; no page of the website depends on it",
            "-q, --quiet Print problems only",
            "While the guide has an error, nothing is published: the website that is there stays as it is.",
            "A folder that careguide did not make is refused, never emptied.",
            "Examples: careguide build ",
        ],
    );
    let check = guide.run(&["check", "--help"]).ends_with(0);
    says(&check.out, &["Say what is wrong with the guide, and write nothing", "--root", "--drafts", "--today", "-q"]);
    says(
        &check.out,
        &[
            "--format <human|short|json> How problems are told [default: human]",
            "short PATH:LINE:COLUMN: LEVEL[RULE]: MESSAGE (HELP), one line each",
            "json one object on each line, notes included, with rule, level (error, warning, note), message, path, \
             line, column, end_line, end_column, labels, notes and helps",
            "--release Judge it as for publishing: what only the date brings about",
            "--deny-warnings End with status 1 if there is a warning",
            "Exit status: 0 no error, 1 errors (or warnings, with --deny-warnings), 2 the check could not be done.",
        ],
    );
    assert!(!check.out.contains("--output-dir") && !check.out.contains("--portable"));
}

#[test]
fn the_preview_explains_its_options() {
    let serve = Guide::new().run(&["serve", "--help"]).ends_with(0);
    says(
        &serve.out,
        &[
            "-p, --port <PORT> Where a browser finds it; if the port is taken, the next free one is used [default: 1111]",
            "-i, --interface <IP> From where it can be reached; 0.0.0.0 lets everybody in your network read it [default: \
             127.0.0.1]",
            "-O, --open Open it in the browser",
            "--poll Look at all files again and again: for network drives, which do not tell of changes",
            "--drafts",
            "--today <DATE>",
            "It watches site.toml, content/ and themes/, and writes nothing.",
        ],
    );
}

/// Messages elsewhere tell people to type these.
#[test]
fn options_that_messages_name_are_there() {
    let guide = Guide::new();
    let help: String =
        ["build", "check", "serve"].iter().map(|command| guide.run(&[command, "--help"]).ends_with(0).out).collect();
    let mut named: Vec<String> = Vec::new();
    for entry in walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")) {
        let entry = entry.unwrap();
        // A style sheet names its colours that way.
        if !entry.file_type().is_file() || entry.path().extension().is_some_and(|ending| ending == "css") {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap();
        for (at, _) in text.match_indices("--") {
            let name: String = text[at + 2..].chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
            let begins = text[..at].ends_with([' ', '`', '"', '(']) && name.len() > 2 && !name.starts_with('-');
            if begins {
                named.push(format!("--{name}"));
            }
        }
    }
    assert!(named.iter().any(|name| name == "--output-dir") && named.iter().any(|name| name == "--root"), "{named:?}");
    named.retain(|name| !help.contains(&format!("{name} ")) && !help.contains(&format!("{name}\n")));
    assert_eq!(named, [""; 0], "no such options");
}

#[test]
fn the_version_is_told() {
    let wanted = concat!("careguide ", env!("CARGO_PKG_VERSION"), "\n");
    Guide::new().run(&["--version"]).ends_with(0).prints(wanted, "");
    Guide::new().run(&["-V"]).ends_with(0).prints(wanted, "");
}

#[test]
fn without_a_command_the_help_is_shown_and_nothing_done() {
    let guide = Guide::new();
    let ran = guide.run(&[]).ends_with(2);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", guide.run(&["--help"]).out.as_str()));
}

#[test]
fn what_cannot_be_typed_ends_with_2_and_changes_nothing() {
    let guide = Guide::new();
    let before = guide.seen();
    let wrong: &[&[&str]] = &[
        &["bild"],
        &["--quiet"],
        &["build", "--output-dri", "x"],
        &["build", "extra"],
        &["build", "-o"],
        &["build", "--portable=yes"],
        &["build", "-o", "a", "-o", "b"],
        &["check", "-o", "x"],
        &["check", "--portable"],
        &["check", "--format", "xml"],
        &["build", "--release"],
    ];
    for arguments in wrong {
        let ran = guide.run(arguments).ends_with(2);
        assert!(ran.out.is_empty() && ran.err.starts_with("error: "), "{arguments:?}: {ran:?}");
    }
    assert!(guide.run(&["bild"]).err.contains("a similar subcommand exists: 'build'"));
    assert!(guide.run(&["build", "--output-dri", "x"]).err.contains("'--output-dir'"));
    assert_eq!(guide.seen(), before);
}

#[test]
fn a_folder_without_settings_is_no_guide() {
    let guide = Guide::new();
    std::fs::remove_file(guide.path("site.toml")).unwrap();
    let before = guide.seen();
    let wanted = "error: cannot read the settings in \"site.toml\": it is not there\n  \
                  = help: run it in the folder that holds site.toml, or name that folder with --root\n";
    for command in ["build", "check"] {
        guide.run(&[command]).ends_with(2).prints("", wanted);
    }
    assert_eq!(guide.seen(), before);
}

#[test]
fn a_root_that_is_not_there_is_told() {
    let guide = Guide::new();
    let wanted = "error: cannot read the site's folder \"gone\": it is not there\n";
    guide.run(&["build", "-r", "gone"]).ends_with(2).prints("", wanted);
    let wanted = "error: cannot read the site's folder \"site.toml\": it is not a folder\n";
    guide.run(&["check", "-r", "site.toml"]).ends_with(2).prints("", wanted);
}

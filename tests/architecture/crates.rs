//! Each third-party crate has its home: replacing it is a matter of that file.

use std::collections::BTreeSet;

use crate::source::{self, Source};
use crate::{none, project};

/// Where each dependency is named: a file, or a folder with a slash. A new one gets its home here.
const HOMES: &[(&str, &[&str])] = &[
    ("annotate-snippets", &["report/human.rs"]),
    ("blake3", &["base/hash.rs"]),
    // The list of arguments, and the call that reads them.
    ("clap", &["cli/args.rs", "cli/mod.rs"]),
    ("hyper", &["serve/events.rs", "serve/http.rs"]),
    ("hyper-util", &["serve/http.rs"]),
    ("imagesize", &["resolve/links.rs"]),
    ("include_dir", &["theme/builtin.rs"]),
    ("jiff", &["base/date.rs"]),
    ("notify", &["disk/watch/events.rs"]),
    ("pulldown-cmark", &["markup/read/events.rs"]),
    // A way of writing loops, not a service: wherever there are many of something.
    ("rayon", &["check/", "disk/", "session/"]),
    ("rustix", &["cli/terminal.rs", "disk/kernel.rs"]),
    // What is read: YAML, and our own manifest. What is written: views, words, the manifest, problems for programs.
    (
        "serde",
        &[
            "desk/",
            "diff/fields.rs",
            "disk/manifest.rs",
            "pages/view/",
            "parse/yaml.rs",
            "report/json.rs",
            "serve/excerpt.rs",
            "serve/told.rs",
            "theme/words.rs",
        ],
    ),
    ("serde_json", &["diff/fields.rs", "disk/manifest.rs", "report/json.rs", "serve/told.rs"]),
    ("serde_yaml", &["parse/yaml.rs"]),
    ("sha2", &["disk/manifest.rs"]),
    ("slug", &["base/slug.rs"]),
    ("strsim", &["base/suggest.rs"]),
    ("tempfile", &["disk/stage.rs"]),
    // Templates, filters and the errors of both.
    ("tera", &["theme/"]),
    // What is shown is handed over in `mod.rs`.
    ("tokio", &["serve/events.rs", "serve/http.rs", "serve/mod.rs"]),
    ("toml", &["parse/settings.rs"]),
    ("url", &["base/url.rs"]),
    ("walkdir", &["disk/walk.rs"]),
];

/// Whether a file is this home, or lies in it.
fn lives_in(source: &Source, home: &str) -> bool {
    source.path == home || home.ends_with('/') && source.path.starts_with(home)
}

fn dependencies() -> BTreeSet<String> {
    let cargo: toml::Table = project("Cargo.toml").parse().unwrap();
    cargo["dependencies"].as_table().unwrap().keys().cloned().collect()
}

#[test]
fn each_dependency_has_a_home() {
    let homes: BTreeSet<String> = HOMES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(homes.len(), HOMES.len(), "one of them stands twice");
    assert_eq!(dependencies(), homes, "Cargo.toml has the left, the list of homes in this test the right");
}

#[test]
fn each_dependency_stays_at_home() {
    let mut broken = Vec::new();
    for source in source::all() {
        for (name, homes) in HOMES {
            let at_home = homes.iter().any(|home| lives_in(&source, home));
            if !at_home && source.names_crate(&name.replace('-', "_")) {
                broken.push(format!("src/{}: names `{name}`, whose home is {}", source.path, homes.join(" and ")));
            }
        }
    }
    none(&broken);
}

#[test]
fn no_home_is_empty() {
    let sources = source::all();
    let mut broken = Vec::new();
    for (name, homes) in HOMES {
        let lives = |home: &str, source: &Source| lives_in(source, home) && source.names_crate(&name.replace('-', "_"));
        for home in *homes {
            if !sources.iter().any(|source| lives(home, source)) {
                broken.push(format!("src/{home}: does not name `{name}`; take it off the list of homes"));
            }
        }
    }
    none(&broken);
}

#[test]
fn each_dependency_has_its_reason_beside_it() {
    let cargo = project("Cargo.toml");
    let mut broken = Vec::new();
    let (mut section, mut before) = ("", "");
    for line in cargo.lines() {
        if line.starts_with('[') {
            section = line;
        }
        let dependency = section.ends_with("dependencies]") && line.contains('=') && !line.starts_with('#');
        if dependency && !before.starts_with("# ") {
            broken.push(format!("Cargo.toml: no comment above `{line}` says what it is for"));
        }
        before = line;
    }
    none(&broken);
}

/// Authors' data is read in one place, so no schema can be bypassed; the model knows no format.
#[test]
fn data_enters_and_leaves_through_their_own_doors() {
    let allowed: &[(&str, &[&str])] = &[
        // The manifest is our own format: written and read by nobody else.
        ("Deserialize", &["disk/manifest.rs", "parse/yaml.rs"]),
        (
            "Serialize",
            &[
                "desk/",
                "diff/fields.rs",
                "disk/manifest.rs",
                "pages/view/",
                "report/json.rs",
                "serve/excerpt.rs",
                "serve/told.rs",
                "theme/words.rs",
            ],
        ),
    ];
    let mut broken = Vec::new();
    for source in source::all() {
        for (word, homes) in allowed {
            let export = *word == "Serialize" && source.module() == "exports";
            if source.has_word(word) && !export && !homes.iter().any(|home| lives_in(&source, home)) {
                broken.push(format!("src/{}: `{word}` belongs in {}", source.path, homes.join(" and ")));
            }
        }
    }
    none(&broken);
}

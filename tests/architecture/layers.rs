//! A module names only modules above it in the list of `lib.rs`: change flows one way.

use crate::source::{self, Source, Token};
use crate::{none, project};

/// The modules in the order of `lib.rs`, from the ground up.
fn layers() -> Vec<String> {
    let lib = Source::new("lib.rs", &project("src/lib.rs"));
    let words = lib.tokens.windows(2).filter_map(|pair| match pair {
        [Token::Word(word), Token::Word(name)] if word == "mod" => Some(name.clone()),
        _ => None,
    });
    words.collect()
}

/// Every step from a module to one that is not below it in the house.
fn broken(source: &Source, layers: &[String]) -> Vec<String> {
    let mut broken = Vec::new();
    let place = |module: &str| layers.iter().position(|layer| layer == module);
    let Some(own) = place(source.module()) else {
        return vec![format!("src/{}: its module is not in the list of lib.rs", source.path)];
    };
    for path in source.all_paths() {
        let supers = path.iter().take_while(|word| *word == "super").count();
        if supers >= source.depth() {
            broken.push(format!(
                "src/{}: `{}` leaves the module by the back door; write `crate::`",
                source.path,
                path.join("::")
            ));
        }
        // Alone it stands in `pub(crate)`.
        if path.len() < 2 || path[0] != "crate" {
            continue;
        }
        match place(&path[1]) {
            Some(other) if other <= own => {}
            Some(_) => broken.push(format!(
                "src/{}: names `{}`, which stands below `{}` in the list of lib.rs",
                source.path,
                path.join("::"),
                source.module()
            )),
            None => broken.push(format!("src/{}: names `{}`, which is no module", source.path, path.join("::"))),
        }
    }
    broken
}

#[test]
fn a_module_names_only_modules_above_it_in_the_list() {
    let layers = layers();
    assert!(layers.len() >= 14 && layers[0] == "base" && layers[layers.len() - 1] == "cli", "{layers:?}");
    let sources = source::all();
    let inside = sources.iter().filter(|source| !["lib.rs", "main.rs"].contains(&source.path.as_str()));
    none(&inside.flat_map(|source| broken(source, &layers)).collect::<Vec<_>>());
}

#[test]
fn the_program_knows_the_command_line_alone() {
    let main = Source::new("main.rs", &project("src/main.rs"));
    let named: Vec<String> =
        main.all_paths().filter(|path| path[0] == "careguide").map(|path| path.join("::")).collect();
    assert_eq!(named, ["careguide::cli::run"]);
}

#[test]
fn a_step_back_is_seen() {
    let layers: Vec<String> = ["base", "parse", "session"].map(str::to_owned).to_vec();
    let told = |path, text| broken(&Source::new(path, text), &layers).join("\n");
    assert_eq!(told("parse/mod.rs", "use crate::base::{self, url}; use super::x; fn f() { crate::parse::g() }"), {
        "src/parse/mod.rs: `super::x` leaves the module by the back door; write `crate::`"
    });
    assert_eq!(
        told("parse/yaml.rs", "use crate::{base, session}; use super::node;"),
        "src/parse/yaml.rs: names `crate::session`, which stands below `parse` in the list of lib.rs"
    );
    assert_eq!(
        told("base/date.rs", "fn f() { crate::parse::date(); crate::gone::x() }"),
        "src/base/date.rs: names `crate::parse::date`, which stands below `base` in the list of lib.rs\n\
         src/base/date.rs: names `crate::gone::x`, which is no module"
    );
    assert_eq!(told("new/mod.rs", ""), "src/new/mod.rs: its module is not in the list of lib.rs");
}

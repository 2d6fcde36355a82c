//! The shape of files: each says what it is, is small enough for a head, and keeps its tests at its end.

use crate::none;
use crate::source;

/// Lines that fit in a head. A file that grows past that is usually two.
const LONG: usize = 450;

/// Files that are long, and the reason: `("pages/x.rs", "one table, to be read as one")`.
const LONG_FOR_A_REASON: &[(&str, &str)] = &[];

#[test]
fn each_file_says_what_it_is() {
    let mut broken = Vec::new();
    for source in source::all() {
        let head = source.head();
        let first = head.first().map_or("", |line| line.trim());
        if !first.ends_with(['.', '…', ':', ',']) && head.len() < 2 || !source.text.starts_with("//! ") {
            broken.push(format!("src/{}: does not begin with a sentence on what it is (`//! …`)", source.path));
        }
        // Others enter a module by its root, so it says more: what it promises, what it never does.
        let root = source.depth() == 1 && source.path != "main.rs" || source.path.ends_with("/mod.rs");
        if root && head.len() < 3 {
            broken.push(format!("src/{}: the root of a module says what it promises or never does", source.path));
        }
    }
    none(&broken);
}

#[test]
fn no_file_is_long_without_a_reason() {
    let mut broken = Vec::new();
    for source in source::all() {
        let lines = source.text.lines().count();
        let reason = LONG_FOR_A_REASON.iter().find(|(path, _)| *path == source.path);
        if lines > LONG && reason.is_none() {
            broken.push(format!("src/{}: {lines} lines; more than {LONG} are usually two files", source.path));
        }
        if lines <= LONG && reason.is_some() {
            broken.push(format!("src/{}: is no longer long; take it off the list", source.path));
        }
    }
    none(&broken);
}

#[test]
fn tests_come_last() {
    let mut broken = Vec::new();
    for source in source::all() {
        // Tests in a file of their own may be declared anywhere.
        let text = source.text.replace("#[cfg(test)]\nmod tests;", "");
        let parts: Vec<&str> = text.split("#[cfg(test)]").collect();
        let last = match parts.as_slice() {
            [_] => true,
            [_, tests] => {
                // The module's own bracket is the only line of it at the margin.
                let mut margin = tests.trim().lines().filter(|line| !line.starts_with([' ', '\t']) && !line.is_empty());
                margin.next() == Some("mod tests {") && margin.next() == Some("}") && margin.next().is_none()
            }
            _ => false,
        };
        if !last {
            broken.push(format!("src/{}: `#[cfg(test)]` is one `mod tests` at the end of the file", source.path));
        }
    }
    none(&broken);
}

#[test]
fn nothing_is_left_for_nobody_to_do() {
    // Put together, so that these words do not find themselves.
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
    let sources = source::all();
    let has = |source: &&source::Source| marks.iter().any(|mark| source.text.contains(mark));
    none(&sources.iter().filter(has).map(|source| format!("src/{}", source.path)).collect::<Vec<_>>());
}

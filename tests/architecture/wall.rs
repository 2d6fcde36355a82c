//! The wall: only `disk` and `cli` touch files, clock, environment and terminal, and only `serve` sockets, so all else
//! is a pure function that a test calls with strings. And nothing keeps a state that tests would share.

use crate::none;
use crate::source::{self, Source, Token};

/// The modules outside the wall, and the program itself.
const OUTSIDE: &[&str] = &["disk", "cli", "serve", "main"];

/// What the preview's server may touch: sockets, how long a client waits, and errors of both. No request opens a file.
const SERVER: &[&str] = &["io", "net", "time"];

/// The parts of the standard library that reach out.
const WORLD: &[&str] = &["fs", "net", "env", "process", "time", "io", "os"];

/// Macros that print. Not even `cli` uses them: they panic if nobody reads.
const PRINT: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];

/// What makes the order of events matter, or the order of a list change from run to run.
const HIDDEN_STATE: &[&str] = &[
    "Cell",
    "HashMap",
    "HashSet",
    "LazyCell",
    "LazyLock",
    "Mutex",
    "OnceCell",
    "OnceLock",
    "RefCell",
    "RwLock",
    "thread_local",
];

fn broken(source: &Source) -> Vec<String> {
    let mut broken = Vec::new();
    let outside = OUTSIDE.contains(&source.module());
    for path in source.all_paths().filter(|path| path[0] == "std") {
        let is_let = |part: &str| outside && (source.module() != "serve" || SERVER.contains(&part));
        if path.get(1).is_some_and(|part| WORLD.contains(&part.as_str()) && !is_let(part)) {
            broken.push(format!("src/{}: `{}` reaches through the wall", source.path, path.join("::")));
        }
    }
    for pair in source.tokens.windows(2) {
        let [Token::Word(word), Token::Sign('!')] = pair else { continue };
        if PRINT.contains(&word.as_str()) {
            broken.push(format!("src/{}: `{word}!` prints, and panics where nobody reads", source.path));
        }
    }
    for word in HIDDEN_STATE.iter().filter(|word| source.has_word(word)) {
        broken.push(format!("src/{}: `{word}` hides an order of events, or changes it", source.path));
    }
    broken
}

#[test]
fn only_disk_and_cli_touch_the_outside_world() {
    none(&source::all().iter().flat_map(broken).collect::<Vec<_>>());
}

#[test]
fn sockets_are_the_server_s_alone() {
    let sources = source::all();
    let names = |source: &&Source| source.has_word("TcpListener") || source.has_word("TcpStream");
    let who: Vec<&str> = sources.iter().filter(names).map(|source| source.path.as_str()).collect();
    assert_eq!(who, ["serve/http.rs", "serve/listen.rs"]);
}

#[test]
fn the_terminal_is_cli_s_alone() {
    let sources = source::all();
    let talks = |source: &&Source| ["stdout", "stderr", "stdin"].iter().any(|word| source.has_word(word));
    let who: Vec<&str> = sources.iter().filter(talks).map(|source| source.path.as_str()).collect();
    assert_eq!(who, ["cli/print.rs"]);
}

#[test]
fn the_clock_is_asked_once() {
    let sources = source::all();
    let asks = |source: &&Source| source.has_word("SystemTime") || source.has_word("now") && source.module() != "disk";
    let who: Vec<&str> = sources.iter().filter(asks).map(|source| source.path.as_str()).collect();
    assert_eq!(who, ["cli/args.rs"], "the date is an argument everywhere else");
}

#[test]
fn a_hole_in_the_wall_is_seen() {
    let told = |path, text| broken(&Source::new(path, text)).join("\n");
    assert_eq!(told("check/mod.rs", "use std::{fs, sync::Arc};"), {
        "src/check/mod.rs: `std::fs` reaches through the wall"
    });
    assert_eq!(told("check/mod.rs", "fn f() { std::time::Instant::now() }"), {
        "src/check/mod.rs: `std::time::Instant::now` reaches through the wall"
    });
    assert_eq!(told("cli/mod.rs", "use std::io; fn f() { println!(\"\") }"), {
        "src/cli/mod.rs: `println!` prints, and panics where nobody reads"
    });
    assert_eq!(told("check/mod.rs", "static X: std::sync::Mutex<u8> = f();"), {
        "src/check/mod.rs: `Mutex` hides an order of events, or changes it"
    });
    assert_eq!(told("serve/http.rs", "use std::{fs, net, time::Duration};"), {
        "src/serve/http.rs: `std::fs` reaches through the wall"
    });
    assert_eq!(told("disk/read.rs", "use std::fs; // println!()"), "");
}

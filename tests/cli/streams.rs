//! Colours only where somebody sees them, and no panic where nobody reads.

use std::fs::OpenOptions;
use std::process::{Command, Stdio};

use crate::{Guide, PROGRAM, Ran};

/// What escape sequences begin with.
const ESCAPE: char = '\u{1b}';

/// Runs the program in a terminal, which `script` plays; both of its streams end there.
fn in_terminal(guide: &Guide, arguments: &str, environment: &[(&str, &str)]) -> String {
    let mut command = Command::new("script");
    command.args(["-qec", &format!("{PROGRAM} {arguments}"), "/dev/null"]);
    guide.at_home(&mut command);
    command.env("TERM", "xterm").envs(environment.iter().copied());
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

#[test]
fn a_terminal_gets_colours() {
    let guide = Guide::broken();
    let shown = in_terminal(&guide, "check", &[]);
    assert!(shown.contains(ESCAPE) && shown.contains("dead-link"), "{shown:?}");
    // As https://no-color.org says: set to nothing is not set.
    assert!(in_terminal(&guide, "check", &[("NO_COLOR", "")]).contains(ESCAPE));
}

/// Nothing is wider than the terminal: words are broken, lines cut, and what does not fit beside a mark stands below.
#[test]
fn a_report_fits_the_terminal() {
    let guide = Guide::new();
    let text =
        "- [] Rest for a day, and for another day if your knee is still as thick in the evening as it was before.\n";
    let head = "title: Knees\nsummary: What helps.\nitems:\n  rest: {due: 7 days, must: true}";
    guide.put("content/articles/rest.md", &format!("---\n{head}\n---\n\n{text}- [ ] Rest. {{#rest}}\n"));
    for columns in [50, 60, 80, 200] {
        let shown = sized(&guide, columns, "check");
        let wide: Vec<&str> = shown.lines().filter(|line| line.chars().count() > columns).collect();
        assert_eq!(wide, [""; 0], "{shown}");
        assert!(shown.contains("2 errors in 1 file"), "{shown}");
    }
    let told = "\
error[impossible-date]: `due` cannot be \"7 days\"
 --> content/articles/rest.md:5:15
  |
5 |   rest: {due: 7 days, must: true}
  |               ^^^^^^
  |
  = here: days are written `P7D`, weeks `P2W`, and before
          the visit `-P7D`
  = help: write `due: P7D`
";
    let shown = sized(&guide, 60, "check");
    assert!(shown.starts_with(told), "{shown}");
    assert!(sized(&guide, 120, "check").contains("^^^^^^ days are written"), "beside the mark where there is room");
}

/// What is shown in a terminal of so many columns, without colours.
fn sized(guide: &Guide, columns: usize, arguments: &str) -> String {
    let mut command = Command::new("script");
    command.args(["-qec", &format!("stty cols {columns} rows 40; {PROGRAM} {arguments}"), "/dev/null"]);
    guide.at_home(&mut command);
    command.env("TERM", "xterm").env("NO_COLOR", "1");
    String::from_utf8(command.output().unwrap().stdout).unwrap().replace("\r\n", "\n")
}

/// What `diff` tells is broken between words, and set in.
#[test]
fn a_difference_fits_the_terminal() {
    let (old, new) = (Guide::new(), Guide::new());
    let head = "---\ntitle: I fell\nsummary: Your knee hurts, and you do not know what to do about it today.\n---\n\nYou fell.\n";
    new.put("content/scenarios/fell.md", head);
    let told = r#"I fell (/scenarios/fell/)
  ~ summary: "Your knee hurts, and you do not know what
      to do about it today.", was "Your knee hurts."
"#;
    let shown = sized(&new, 60, &format!("diff {} .", old.root().display()));
    assert!(shown.starts_with(told), "{shown}");
}

/// Editors have terminals that show no colours, and say so.
#[test]
fn a_dumb_terminal_gets_no_colours() {
    assert!(!in_terminal(&Guide::broken(), "check", &[("TERM", "dumb")]).contains(ESCAPE));
}

#[test]
fn who_wants_no_colours_gets_none() {
    let guide = Guide::broken();
    for arguments in ["check", "build", "--help", "bild"] {
        let shown = in_terminal(&guide, arguments, &[("NO_COLOR", "1")]);
        assert!(!shown.contains(ESCAPE) && !shown.is_empty(), "{shown:?}");
    }
}

#[test]
fn a_file_gets_no_colours() {
    let guide = Guide::broken();
    for arguments in [&["check"][..], &["build"], &["--help"], &["bild"]] {
        let mut command = guide.command(arguments);
        let ran = Ran::of(command.env("TERM", "xterm-256color").env("COLORTERM", "truecolor").output().unwrap());
        assert!(!ran.out.contains(ESCAPE) && !ran.err.contains(ESCAPE), "{ran:?}");
    }
}

fn full() -> Stdio {
    OpenOptions::new().write(true).open("/dev/full").unwrap().into()
}

/// The result could not be told, so it ends with 2; but the site is whole.
#[test]
fn a_full_disk_behind_stdout_is_told_and_the_site_is_whole() {
    let guide = Guide::new();
    let ran = Ran::of(guide.command(&["build"]).stdout(full()).output().unwrap()).ends_with(2);
    assert!(ran.err.contains("\nerror: the site is whole in public, but that could not be printed: "), "{}", ran.err);
    guide.run(&["build"]).ends_with(0);
    assert!(guide.run(&["build"]).out.contains("public is up to date"));
    for arguments in [&["check"][..], &["--help"], &["--version"]] {
        let ran = Ran::of(guide.command(arguments).stdout(full()).output().unwrap()).ends_with(2);
        assert!(ran.err.starts_with("error: cannot print: ") && ran.err.lines().count() == 1, "{}", ran.err);
    }
    // Who asked for no result is told none.
    Ran::of(guide.command(&["build", "-q"]).stdout(full()).output().unwrap()).ends_with(0);
}

/// Problems that nobody can read stop the build, were they only warnings.
#[test]
fn a_full_disk_behind_stderr_publishes_nothing() {
    let guide = Guide::new();
    guide.put("content/terms.md", "## Meniscus\n\nA cushion inside.\n");
    let ran = Ran::of(guide.command(&["build"]).stderr(full()).output().unwrap()).ends_with(2);
    assert_eq!(ran.out, "");
    assert!(!guide.path("public").exists());
    guide.break_it();
    Ran::of(guide.command(&["check"]).stderr(full()).output().unwrap()).ends_with(2);
    Ran::of(guide.command(&["bild"]).stderr(full()).output().unwrap()).ends_with(2);
}

/// Runs a line of shell, with the program as `$0`.
fn shell(guide: &Guide, line: &str) -> Ran {
    let mut command = Command::new("sh");
    command.args(["-c", line, PROGRAM]);
    guide.at_home(&mut command);
    Ran::of(command.output().unwrap())
}

/// Who closes a stream wants to read nothing from it: the work is done all the same.
#[test]
fn closed_streams_are_no_reason_to_fail() {
    let guide = Guide::new();
    shell(&guide, "\"$0\" build >&-").ends_with(0);
    assert!(guide.path("public/index.html").exists());
    shell(&guide, "\"$0\" build >&- 2>&- <&-").ends_with(0).prints("", "");
    guide.break_it();
    shell(&guide, "\"$0\" check >&- 2>&-").ends_with(1).prints("", "");
}

#[test]
fn a_reader_that_goes_away_is_no_panic() {
    let guide = Guide::new();
    for number in 0..300 {
        let name = format!("content/articles/page-{number:03}.md");
        guide.put(&name, "---\ntitle: Page\nsummary: Nothing.\n---\n\nSee [nothing](gone.md).\n");
    }
    // Far more than a pipe holds, so the program is still writing when `head` has gone.
    let ran = shell(&guide, "(\"$0\" check 2>&1; echo $? >status) | head -n 1").ends_with(0);
    assert!(ran.out.starts_with("error[dead-link]") && ran.out.lines().count() == 1, "{}", ran.out);
    assert_eq!(guide.text("status").trim(), "2");
    // `true` reads nothing at all; the line waits until it has gone.
    let help = shell(&guide, "(sleep 0.3; \"$0\" --help; echo $? >status) | true");
    assert!(help.err.lines().count() <= 1, "{}", help.err);
    assert_eq!(guide.text("status").trim(), "2");
}

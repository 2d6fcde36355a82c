//! `docs/checks.md`: all rules in a table, then the text of each.

use careguide::report::{Kind, Rule};

use crate::files::DEFAULTS;

const HEAD: &str = "\
# What careguide finds

<!-- Made of the texts in src/*/rules/ by UPDATE_GOLDEN=1 cargo test --test rules -->

Every problem that careguide reports has a name, in square brackets behind `error` or `warning`. Here is what each
of them finds, why it matters, and how to mend it. `careguide explain NAME` shows the same in a terminal.

An **error** stops the website from being made; a **warning** wants mending and stops nothing; a **note** is good to
know. What \"can be set\" is a judgement: you may give it another level in `site.toml`
(see [Checks, and their levels](authoring.md#checks-and-their-levels)). What is *off* looks for nothing until you
do. All else has to be mended: without it, no guide could be built that holds together.

Each example shows the files that matter. The others are those of a small guide, [at the end](#the-other-files).
What is off by itself is switched on in its examples.
";

/// The page, of all rules and their texts.
pub(crate) fn all(rules: &[(&Rule, &str)]) -> String {
    let mut page = format!("{HEAD}\n| Name | Level | Can be set | What it finds |\n|---|---|---|---|\n");
    for (rule, _) in rules {
        let set = if rule.kind == Kind::Check { "yes" } else { "" };
        let (name, summary) = (rule.name, rule.summary().replace('|', "\\|"));
        page.push_str(&format!("| [`{name}`](#{name}) | {} | {set} | {summary} |\n", rule.level_in_words()));
    }
    for (_, text) in rules {
        page.push('\n');
        page.push_str(&further_down(text));
    }
    page.push_str("\n## The other files\n\nWhere an example does not show one of these, it has this one.\n");
    for (path, content) in DEFAULTS {
        let language = if path.ends_with(".toml") { "toml" } else { "markdown" };
        page.push_str(&format!("\n`{path}`:\n\n```{language}\n{content}```\n"));
    }
    page
}

/// A rule's text one level further down, with words in place of its comments.
fn further_down(text: &str) -> String {
    let (mut made, mut fence, mut is_told) = (String::new(), None, true);
    for line in text.lines() {
        let ticks = line.len() - line.trim_start_matches('`').len();
        let comment = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->"));
        match (fence, comment) {
            (Some(open), _) if line.trim_end() == "`".repeat(open) => fence = None,
            (Some(_), _) => {}
            (None, Some(comment)) => {
                is_told = comment == "report";
                made.push_str(&said(comment));
                continue;
            }
            (None, None) if ticks >= 3 => fence = Some(ticks),
            (None, None) if line.starts_with('#') => {
                made.push_str(end(&mut is_told));
                made.push('#');
            }
            (None, None) => {}
        }
        made.push_str(if fence.is_none() && line == "## Edge" { "## At the edge" } else { line });
        made.push('\n');
    }
    let ending = end(&mut is_told).trim_end();
    if ending.is_empty() { made } else { format!("{made}\n{ending}\n") }
}

/// What is said of an example that has no report.
fn end(is_told: &mut bool) -> &'static str {
    if std::mem::replace(is_told, true) { "" } else { "careguide says nothing.\n\n" }
}

/// What a comment of a text says to readers.
fn said(comment: &str) -> String {
    let Some(path) = comment.strip_prefix("file: ") else { return "careguide says:\n\n".to_owned() };
    match path.split_once(" (") {
        Some((path, "escaped)")) => format!("`{path}`, what cannot be seen or is long written with a `\\`:\n\n"),
        Some((path, _)) => format!("`{path}` is not there.\n"),
        None => format!("`{path}`:\n\n"),
    }
}

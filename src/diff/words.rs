//! Changes in words, for the people who answer for a guide.
//!
//! A line for each: `+` is new, `-` is gone, `>` stands elsewhere, `~` is another.

use super::model::{Change, Changes, Group, Kind, Subject};

/// More pages than this are not named.
const MANY: usize = 20;

/// The whole text.
pub fn text(changes: &Changes) -> String {
    if changes.is_empty() {
        return "Nothing changes for readers.\n".to_owned();
    }
    let mut text = String::new();
    for group in &changes.groups {
        text.push_str(&heading(group));
        for change in &group.changes {
            text.push_str(&format!("  {}\n", line(change)));
        }
        text.push('\n');
    }
    let (count, common) = (changes.pages.len(), changes.common);
    let mut names: Vec<&str> = changes.pages.iter().map(|address| address.as_str()).collect();
    // Those of the finder have numbers for names.
    names.retain(|name| !name.starts_with("/find/"));
    if names.len() < count {
        names.push("/find/");
    }
    match count {
        0 => text.push_str("No page that was there before looks different.\n"),
        _ if count == common => text.push_str(&format!("Every page looks different: {common}.\n")),
        1 => text.push_str(&format!("One page of {common} looks different: {}\n", names.join(" "))),
        _ if count > MANY => text.push_str(&format!("{count} pages of {common} look different.\n")),
        _ => text.push_str(&format!("{count} pages of {common} look different: {}\n", names.join(" "))),
    }
    text
}

fn heading(group: &Group) -> String {
    let titles = group.about.iter().map(|subject| match subject {
        Subject::Guide => "The whole guide".to_owned(),
        Subject::Questions => "The questions".to_owned(),
        Subject::Addresses => "Pages and addresses".to_owned(),
        Subject::Page(title, address) => format!("{title} ({address})"),
    });
    titles.collect::<Vec<_>>().join("\n") + "\n"
}

/// One change: `~ item "Rest for a day.", due: "within 7 days", was nothing`.
fn line(change: &Change) -> String {
    let what = match (change.what.as_str(), change.name.as_str()) {
        ("section", "") => "what stands before the first heading".to_owned(),
        (what, "") => what.to_owned(),
        ("", name) => quoted(name),
        (what, name) => format!("{what} {}", quoted(name)),
    };
    let (from, to) = (change.from.as_deref(), change.to.as_deref());
    let part = if change.part.is_empty() { String::new() } else { format!(", {}", change.part) };
    match change.kind {
        // A case: where it leads, and the answers.
        Kind::New if !change.part.is_empty() => format!("+ {what}: {}", change.part),
        Kind::Gone if !change.part.is_empty() => format!("- {what}: {}", change.part),
        Kind::New => format!("+ {what}{}", place(", in", to)),
        Kind::Gone => format!("- {what}{}", place(", from", from)),
        Kind::Moved => match (from, to) {
            (Some(from), to) => format!("> {what} is now in {}, was in {}", value(to), quoted(from)),
            (None, Some(after)) => format!("> {what} now comes after {}", quoted(after)),
            (None, None) => format!("> {what} now comes first"),
        },
        Kind::Changed => match (from, to) {
            (None, None) => format!("~ {what}{part}: changed"),
            (Some(_), Some(to)) if change.part.is_empty() && !change.name.is_empty() => {
                format!("~ {what} is now {}", quoted(to))
            }
            (from, to) => format!("~ {what}{part}: {}, was {}", value(to), value(from)),
        },
    }
}

fn place(before: &str, place: Option<&str>) -> String {
    match place {
        None | Some("") => String::new(),
        Some(address) if address.starts_with('/') => format!(", at {address}"),
        Some(place) => format!("{before} {}", quoted(place)),
    }
}

fn value(value: Option<&str>) -> String {
    match value {
        None => "nothing".to_owned(),
        Some(word @ ("yes" | "no")) => word.to_owned(),
        Some(words) => quoted(words),
    }
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.split_whitespace().collect::<Vec<_>>().join(" "))
}

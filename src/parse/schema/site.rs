//! The settings of a site: site.toml.

use std::collections::BTreeMap;

use super::lists::web_address;
use super::reading::{self, Reading};
use super::shared::missing_words;
use crate::base::{Name, Span, Spanned};
use crate::parse::fields::{Fields, Key, Reader, Schema};
use crate::parse::node::Node;
use crate::parse::rules;
use crate::report::{Diagnostic, Level};

static TITLE: Key = Key { name: "title", example: "\"A guide to …\"", doc: "The guide's title." };
static LANG: Key = Key { name: "lang", example: "\"en\"", doc: "The language of the guide, as a language tag." };
static BASE_URL: Key = Key {
    name: "base_url",
    example: "\"https://guide.example.org/\"",
    doc: "Where the site will stand. Empty: a folder that works anywhere, without sitemap and canonical links.",
};
static PUBLISHER: Key =
    Key { name: "publisher", example: "\"Name of your charity\"", doc: "Who answers for the guide." };
static CONTACT: Key = Key {
    name: "contact",
    example: "\"mailto:guide@example.org\"",
    doc: "Where readers tell of a mistake: a `mailto:` or `https://` address.",
};
static FUNDING: Key = Key { name: "funding", example: "\"none\"", doc: "Who paid for the guide." };
static DISCLAIMER: Key = Key {
    name: "disclaimer",
    example: "\"This guide does not replace your care team.\"",
    doc: "One sentence at the foot of every page.",
};
static EMERGENCY: Key =
    Key { name: "emergency", example: "\"If you feel very ill, call 911.\"", doc: "What to do when it cannot wait." };
static PROFILE: Key = Key {
    name: "profile",
    example: "\"guide\"",
    doc: "`guide`, or `decision-aid`: the standards' checks become errors.",
};
static THEME: Key = Key { name: "theme", example: "\"plain\"", doc: "The theme: `plain`, or a folder in themes/." };
static EDITOR_URL: Key = Key {
    name: "editor_url",
    example: "\"vscode://file/{path}:{line}:{column}\"",
    doc: "How the preview opens a file in your editor.",
};
static FINDER_PAGES: Key = Key {
    name: "finder_pages",
    example: "500",
    doc: "How many pages the finder can have at most. Without this line, 500.",
};
static PHASES: Key = Key { name: "phases", example: "[[phases]]", doc: "When items are done, in order." };
static CHECKS: Key = Key {
    name: "checks",
    example: "[checks]",
    doc: "Levels of checks, by rule: \"off\", \"note\", \"warn\", \"error\".",
};
static PHASE_NAME: Key = Key { name: "name", example: "\"before\"", doc: "The name that items use." };
static PHASE_TITLE: Key = Key { name: "title", example: "\"Before you go\"", doc: "The words on the checklist." };
static VISIT: Key = Key { name: "visit", example: "true", doc: "`due` counts from this one." };

static READING: Key =
    Key { name: "reading", example: "[reading]", doc: "How the reading level is measured, and which one passes." };

/// How many pages the finder can have where the settings do not say.
const FINDER_PAGES_AT_MOST: usize = 500;

/// The keys of site.toml.
pub static SITE: Schema = Schema {
    what: "site.toml",
    keys: &[
        &TITLE,
        &LANG,
        &BASE_URL,
        &PUBLISHER,
        &CONTACT,
        &FUNDING,
        &DISCLAIMER,
        &EMERGENCY,
        &PROFILE,
        &THEME,
        &EDITOR_URL,
        &FINDER_PAGES,
        &PHASES,
        &CHECKS,
        &READING,
    ],
};
/// The keys of a phase.
pub static PHASE: Schema = Schema { what: "a phase", keys: &[&PHASE_NAME, &PHASE_TITLE, &VISIT] };

/// The settings of a site, ready for use.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteConfig {
    /// The guide's title.
    pub title: String,
    /// The language of the guide.
    pub lang: String,
    /// Where the site will stand, with a slash at the end.
    pub base_url: Option<String>,
    /// Who answers for the guide.
    pub publisher: String,
    /// Where readers tell of a mistake.
    pub contact: String,
    /// Who paid for the guide.
    pub funding: Option<String>,
    /// One sentence at the foot of every page.
    pub disclaimer: Option<String>,
    /// What to do when it cannot wait.
    pub emergency: Option<String>,
    /// How strict the standards' checks are.
    pub profile: Profile,
    /// The theme's name.
    pub theme: Spanned<Name>,
    /// How the preview opens a file.
    pub editor_url: Option<String>,
    /// How many pages the finder can have at most.
    pub finder_pages: usize,
    /// When items are done, in order.
    pub phases: Vec<PhaseConfig>,
    /// Levels of checks, by rule.
    pub levels: BTreeMap<String, Spanned<Level>>,
    /// How the reading level is measured.
    pub reading: Reading,
}

/// How strict the standards' checks are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// They are notes.
    Guide,
    /// They are errors.
    DecisionAid,
}

/// When items are done.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseConfig {
    /// The name that items use.
    pub name: Spanned<Name>,
    /// The words on the checklist.
    pub title: String,
    /// Whether `due` counts from it.
    pub is_visit: bool,
}

/// The settings, `None` if a phase could not be read.
pub(in crate::parse) fn site(reader: &mut Reader<'_>, node: &Spanned<Node>) -> Option<SiteConfig> {
    let fields = reader.fields(&SITE, node, Span::new(0, 0));
    let words = |reader: &mut Reader<'_>, key| fields.optional(reader, key, Reader::words).map(|words| words.value);
    // First, so that a setting that stands below a phase is not missing as well.
    let (phases, phases_whole) = phases(reader, &fields);
    let title = fields.required(reader, &TITLE, Reader::words);
    let publisher = fields.required(reader, &PUBLISHER, Reader::words);
    let contact = fields.required(reader, &CONTACT, contact_address);
    let lang = words(reader, &LANG).unwrap_or_else(|| "en".to_owned());
    let profiles = [("guide", Profile::Guide), ("decision-aid", Profile::DecisionAid)];
    let profile = fields.optional(reader, &PROFILE, |reader, key, node| reader.one_of(key, node, &profiles));
    let plain = || Name::new("plain").map(|name| Spanned::new(name, Span::new(0, 0)));
    let theme = fields.optional(reader, &THEME, Reader::name).or_else(plain);
    let base_url = fields.optional(reader, &BASE_URL, base_url);
    let levels = fields.value(&CHECKS).map(|node| levels(reader, node)).unwrap_or_default();
    let reading = fields.value(&READING).map(|node| reading::reading(reader, node, &lang)).unwrap_or_default();
    let (funding, disclaimer) = (words(reader, &FUNDING), words(reader, &DISCLAIMER));
    let (emergency, editor_url) = (words(reader, &EMERGENCY), words(reader, &EDITOR_URL));
    let finder_pages = fields.optional(reader, &FINDER_PAGES, page_count);
    // What has to be there and is not was reported; with the rest, the guide is judged all the same.
    let or_missing = |words: Option<Spanned<String>>| words.unwrap_or_else(|| missing_words(Span::new(0, 0))).value;
    let config = SiteConfig {
        title: or_missing(title),
        lang,
        base_url,
        publisher: or_missing(publisher),
        contact: or_missing(contact),
        funding,
        disclaimer,
        emergency,
        profile: profile.unwrap_or(Profile::Guide),
        theme: theme?,
        editor_url,
        finder_pages: finder_pages.unwrap_or(FINDER_PAGES_AT_MOST),
        phases,
        levels,
        reading,
    };
    phases_whole.then_some(config)
}

/// A number of pages, one at least.
fn page_count(reader: &mut Reader<'_>, key: &'static Key, node: &Spanned<Node>) -> Option<usize> {
    let pages = usize::try_from(reader.integer(key, node)?).ok().filter(|pages| *pages > 0);
    if pages.is_none() {
        let help = reader.example(key);
        reader.problems.push(
            Diagnostic::new(&rules::UNKNOWN_VALUE, node.span.in_file(reader.path), "`finder_pages` is less than one")
                .label("a finder has one page at least")
                .help(help),
        );
    }
    pages
}

/// The phases, and whether all of them could be read: if not, items would name what seems not to be there.
fn phases(reader: &mut Reader<'_>, fields: &Fields) -> (Vec<PhaseConfig>, bool) {
    let read =
        fields.optional(reader, &PHASES, |reader, key, node| reader.list(key, node, |r, _, n| Some(phase(r, n))));
    let read = read.map(|phases| phases.value).unwrap_or_default();
    let whole = read.iter().all(Option::is_some);
    let phases: Vec<PhaseConfig> = read.into_iter().flatten().collect();
    check_phases(reader, &phases);
    (phases, whole)
}

fn phase(reader: &mut Reader<'_>, node: &Spanned<Node>) -> Option<PhaseConfig> {
    let fields = reader.fields(&PHASE, node, node.span);
    let name = fields.required(reader, &PHASE_NAME, Reader::name);
    let title = fields.required(reader, &PHASE_TITLE, Reader::words);
    // Reported if it is neither; then it was most likely meant to be one, and `due` counts from it.
    let unclear = fields.value(&VISIT).is_some();
    let is_visit = fields.optional(reader, &VISIT, Reader::boolean).unwrap_or(unclear);
    Some(PhaseConfig { name: name?, title: title?.value, is_visit })
}

/// Names of phases are unique, and at most one is the visit.
fn check_phases(reader: &mut Reader<'_>, phases: &[PhaseConfig]) {
    for (at, phase) in phases.iter().enumerate() {
        let before = phases.iter().take(at);
        if let Some(first) = before.clone().find(|first| first.name.value == phase.name.value) {
            reader.problems.push(
                Diagnostic::new(
                    &rules::DUPLICATE_KEY,
                    phase.name.span.in_file(reader.path),
                    format!("two phases are called `{}`", phase.name.value),
                )
                .label("for the second time here")
                .also(first.name.span.in_file(reader.path), "first here")
                .help("give one of them another name"),
            );
        }
        if let Some(first) = before.clone().find(|first| phase.is_visit && first.is_visit) {
            reader.problems.push(
                Diagnostic::new(
                    &rules::CONFLICTING_KEYS,
                    phase.name.span.in_file(reader.path),
                    "two phases are marked as the visit",
                )
                .label("`due` could not say from which one it counts")
                .also(first.name.span.in_file(reader.path), "marked already")
                .help("keep `visit = true` in one of them"),
            );
        }
    }
}

fn contact_address(reader: &mut Reader<'_>, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<String>> {
    let address = reader.words(key, node)?;
    if crate::base::url::is_web_address(&address.value) || crate::base::url::is_mail_address(&address.value) {
        return Some(address);
    }
    let whole = format!("mailto:{}", address.value);
    let help = match crate::base::url::is_mail_address(&whole) && !address.value.contains(':') {
        true => reader.write(key, &format!("\"{whole}\"")),
        false => reader.example(key),
    };
    reader.problems.push(
        Diagnostic::new(&rules::UNKNOWN_VALUE, node.span.in_file(reader.path), "`contact` is no address")
            .label("neither `mailto:…` nor `https://…`")
            .help(help),
    );
    None
}

fn base_url(reader: &mut Reader<'_>, key: &'static Key, node: &Spanned<Node>) -> Option<String> {
    let scalar = reader.scalar(key, node, "an address")?;
    if scalar.text.is_empty() {
        return None;
    }
    let address = web_address(reader, key, node)?;
    let base = crate::base::url::base_url(&address.value);
    if base.is_none() {
        reader.problems.push(
            Diagnostic::new(&rules::UNKNOWN_VALUE, node.span.in_file(reader.path), "`base_url` has a `?` or a `#`")
                .label("not the address of a folder")
                .help(format!("write `base_url = {}`", key.example)),
        );
    }
    base
}

fn levels(reader: &mut Reader<'_>, node: &Spanned<Node>) -> BTreeMap<String, Spanned<Level>> {
    static LEVEL: Key = Key { name: "level", example: "\"warn\"", doc: "off, note, warn or error" };
    let names = [("off", Level::Off), ("note", Level::Note), ("warn", Level::Warn), ("error", Level::Error)];
    let entries = reader.named_entries("rules and their levels", node);
    let read = |(name, node): (Spanned<Name>, Spanned<Node>)| {
        let level = reader.one_of(&LEVEL, &node, &names)?;
        Some((name.value.as_str().to_owned(), Spanned::new(level, name.span)))
    };
    entries.into_iter().filter_map(read).collect()
}

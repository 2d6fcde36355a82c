//! The lists that a guide's documents refer to: sources, people and roles.

use crate::base::{Date, Name, Spanned};
use crate::parse::fields::{Key, Reader, Schema};
use crate::parse::node::Node;
use crate::parse::rules;
use crate::report::Diagnostic;

static TITLE: Key =
    Key { name: "title", example: "\"The title that the source itself has\"", doc: "The source's own title." };
static PUBLISHER: Key =
    Key { name: "publisher", example: "\"Name of an agency\"", doc: "Who published it: an agency, a journal." };
static URL: Key = Key { name: "url", example: "\"https://www.example.org/page\"", doc: "Where it can be read." };
static PUBLISHED: Key =
    Key { name: "published", example: "2024-05", doc: "When it was published: a year, a month or a day." };
static ACCESSED: Key =
    Key { name: "accessed", example: "2026-11-20", doc: "The day on which it was read for this guide." };
static KIND: Key = Key { name: "kind", example: "review", doc: "`guideline`, `study`, `review`, `page` or `opinion`." };
static NAME: Key = Key { name: "name", example: "\"Jane Doe\"", doc: "The person's name." };
static ROLE_OF: Key =
    Key { name: "role", example: "\"writes as a patient\"", doc: "What the person is, or writes as." };
static CREDENTIALS: Key = Key { name: "credentials", example: "\"PhD\"", doc: "Degrees and posts." };
static INTERESTS: Key =
    Key { name: "interests", example: "\"none\"", doc: "Ties that a reader would want to know of." };
static ONE: Key =
    Key { name: "one", example: "\"your contact\"", doc: "How a reader calls this person, after \"Ask\"." };
static WHAT: Key = Key { name: "what", example: "\"The person who answers your questions.\"", doc: "Who that is." };

/// The keys of a source.
pub static SOURCE: Schema =
    Schema { what: "a source", keys: &[&TITLE, &PUBLISHER, &URL, &PUBLISHED, &ACCESSED, &KIND] };
/// The keys of a person.
pub static PERSON: Schema = Schema { what: "a person", keys: &[&NAME, &ROLE_OF, &CREDENTIALS, &INTERESTS] };
/// The keys of a role.
pub static ROLE: Schema = Schema { what: "a role", keys: &[&ONE, &WHAT] };

/// Evidence that a guide cites.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Where it can be read: an https or http address.
    pub url: String,
    /// When it was published, as exactly as is known.
    pub published: Option<String>,
    /// When it was read for the guide.
    pub accessed: Date,
    /// What it is.
    pub kind: SourceKind,
}

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// A guideline.
    Guideline,
    /// A study.
    Study,
    /// A review of studies.
    Review,
    /// A page of an agency or a charity.
    Page,
    /// An opinion or a story.
    Opinion,
}

/// Somebody named in the guide.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The person's name.
    pub name: String,
    /// What the person is, or writes as.
    pub role: Option<String>,
    /// Degrees and posts.
    pub credentials: Option<String>,
    /// Ties that a reader would want to know of.
    pub interests: Option<String>,
}

/// Somebody a reader asks or calls.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// How a reader calls this person: "your contact".
    pub one: String,
    /// Who that is.
    pub what: Option<String>,
}

/// The sources of sources.yaml.
pub(in crate::parse) fn sources(reader: &mut Reader<'_>, node: &Spanned<Node>) -> Vec<(Spanned<Name>, Option<Source>)> {
    named(reader, "sources by their names", node, |reader, name, node| {
        let fields = reader.fields(&SOURCE, node, name.span);
        let kinds = [
            ("guideline", SourceKind::Guideline),
            ("study", SourceKind::Study),
            ("review", SourceKind::Review),
            ("page", SourceKind::Page),
            ("opinion", SourceKind::Opinion),
        ];
        let title = fields.required(reader, &TITLE, Reader::words);
        let publisher = fields.required(reader, &PUBLISHER, Reader::words);
        let url = fields.required(reader, &URL, web_address);
        let published = fields.optional(reader, &PUBLISHED, Reader::rough_date).map(|date| date.value);
        let accessed = fields.required(reader, &ACCESSED, Reader::date);
        let kind = fields.required(reader, &KIND, |reader, key, node| reader.one_of(key, node, &kinds));
        Some(Source {
            title: title?.value,
            publisher: publisher?.value,
            url: url?.value,
            published,
            accessed: accessed?.value,
            kind: kind?,
        })
    })
}

/// The people of people.yaml.
pub(in crate::parse) fn people(reader: &mut Reader<'_>, node: &Spanned<Node>) -> Vec<(Spanned<Name>, Option<Person>)> {
    named(reader, "people by their names", node, |reader, name, node| {
        let fields = reader.fields(&PERSON, node, name.span);
        let mut optional = |key: &'static Key| fields.optional(reader, key, Reader::words).map(|words| words.value);
        let (role, credentials, interests) = (optional(&ROLE_OF), optional(&CREDENTIALS), optional(&INTERESTS));
        let name = fields.required(reader, &NAME, Reader::words)?;
        Some(Person { name: name.value, role, credentials, interests })
    })
}

/// The roles of roles.yaml.
pub(in crate::parse) fn roles(reader: &mut Reader<'_>, node: &Spanned<Node>) -> Vec<(Spanned<Name>, Option<Role>)> {
    named(reader, "roles by their names", node, |reader, name, node| {
        let fields = reader.fields(&ROLE, node, name.span);
        let what = fields.optional(reader, &WHAT, Reader::words).map(|what| what.value);
        let one = fields.required(reader, &ONE, Reader::words)?;
        Some(Role { one: one.value, what })
    })
}

/// Every name with what `read` makes of it: a broken entry still has its name.
pub(super) fn named<'r, T>(
    reader: &mut Reader<'r>,
    what: &str,
    node: &Spanned<Node>,
    read: impl Fn(&mut Reader<'r>, &Spanned<Name>, &Spanned<Node>) -> Option<T>,
) -> Vec<(Spanned<Name>, Option<T>)> {
    let entries = reader.named_entries(what, node);
    let read = |(name, node): (Spanned<Name>, Spanned<Node>)| {
        let value = read(reader, &name, &node);
        (name, value)
    };
    entries.into_iter().map(read).collect()
}

/// An address on the web.
pub(super) fn web_address(reader: &mut Reader<'_>, key: &'static Key, node: &Spanned<Node>) -> Option<Spanned<String>> {
    let address = reader.words(key, node)?;
    match crate::base::url::is_web_address(&address.value) {
        true => Some(address),
        false => {
            let message = format!("`{}` is not an address on the web", key.name);
            let whole = format!("https://{}", address.value);
            let help = match crate::base::url::is_web_address(&whole) && !address.value.contains(':') {
                true => reader.write(key, &format!("\"{whole}\"")),
                false => reader.example(key),
            };
            reader.problems.push(
                Diagnostic::new(&rules::UNKNOWN_VALUE, node.span.in_file(reader.path), message)
                    .label("does not begin with `https://`, or has no host")
                    .help(help),
            );
            None
        }
    }
}
